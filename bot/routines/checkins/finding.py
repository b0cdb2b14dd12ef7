"""Finding a person's own check-ins, and what one of the two sees of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice

from bot.errors import NotFound, OutOfDate
from bot.messages.checkins import CheckIn, Topic
from bot.messages.dates import day as in_words
from bot.model.checkins import CheckInSeries, Diary, Occurrence
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

LOST_FOR = timedelta(days=14)
NOT_YOURS = "I cannot find that 1:1. Type /ilt checkin to see yours."


@dataclass(frozen=True)
class Found:
    """One day of a pair's rhythm, with everything around it."""

    series: CheckInSeries
    day: date
    diary: Diary
    sees: Viewer

    @property
    def occurrence(self) -> Occurrence | None:
        return self.diary.occurrence(self.series, self.day)

    @property
    def planned(self) -> Occurrence:
        """When it takes place, or would have by the rhythm."""
        calendar = self.diary.calendar
        starts_at = calendar.at(self.day, self.series.at)
        return self.occurrence or Occurrence(self.series, self.day, self.day, starts_at)

    @property
    def is_lost(self) -> bool:
        """It fell away for want of school, not long ago: it can still have another time."""
        skipped = self.diary.is_skipped(self.series, self.day)
        return self.occurrence is None and not skipped and self.day > self.sees.today - LOST_FOR

    @property
    def following(self) -> Occurrence | None:
        """The pair's next check-in after this one in the rhythm."""
        coming = self.diary.coming(self.series, self.sees.now)
        return next((one for one in coming if one.day > self.day), None)


async def found(
    series_id: str, day: date, verb: str, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Found:
    """A day of the person's own rhythm that is not over; whoever is not one of the two finds nothing."""
    sees = await viewer(actor, work=work, clock=clock)
    own = await work.checkins.of_person(actor.person_id)
    series = next((one for one in own if one.id == series_id), None)
    if series is None or day not in series.rhythm(day, day):
        raise NotFound(NOT_YOURS)
    permit(actor, verb, Relation.PAIR)
    diary = await work.checkins.diary(own, sees.calendar, sees.today)
    one = Found(series, day, diary, sees)
    if one.planned.starts_at <= sees.now and not one.is_lost:
        raise OutOfDate(
            f"Your 1:1 on {in_words(one.planned.on)} has already begun or is over. "
            "Type /ilt checkin to see the next one."
        )
    return one


def in_step(pairs: Sequence[CheckInSeries], sees: Viewer) -> list[CheckInSeries]:
    """Those whose two people are both still here."""
    here = {person.id for person in sees.roster.people if person.active}
    return [one for one in pairs if {one.leader, one.lead} <= here]


def show(one: Occurrence, diary: Diary, person: str, sees: Viewer) -> CheckIn:
    """A check-in as one of the two sees it, with every topic in full."""
    coming = (later for later in diary.coming(one.series, sees.now) if later.day > one.day)
    return CheckIn(
        series=one.series.id,
        day=one.day,
        other=sees.roster.name(one.series.other(person)),
        starts_at=one.starts_at,
        minutes=one.series.minutes,
        zone=diary.calendar.zone,
        topics=tuple(Topic(sees.roster.name(topic.author), topic.text) for topic in diary.topics_for(one)),
        following=next((later.on for later in islice(coming, 1)), None),
        lost=tuple(diary.lost(one.series, sees.now)),
    )


def without_spoken(one: Occurrence, diary: Diary, person: str, sees: Viewer) -> CheckIn:
    """The same for a message that stays: what is only to be talked about is not written in it."""
    spoken = {topic.id for topic in diary.topics_for(one) if topic.talk_only}
    shown = show(one, diary, person, sees)
    kept = zip(diary.topics_for(one), shown.topics, strict=True)
    topics = tuple(Topic(said.by, "") if topic.id in spoken else said for topic, said in kept)
    return replace(shown, topics=topics)


def opens(moment: datetime, starts_at: datetime, sees: Viewer) -> datetime:
    """When news of a check-in may be told: in contract hours, or now when that would be too late."""
    opening = sees.calendar.opening(moment)
    return opening if opening is not None and opening < starts_at else moment
