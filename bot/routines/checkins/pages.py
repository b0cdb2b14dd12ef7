"""What the two of a pair look at: their next check-ins, and what they want to talk about."""

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages import checkins as wording
from bot.messages.checkins import CheckIn, Lost
from bot.messages.home import HomeShare
from bot.model.checkins import CheckInTopic, Diary
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.checkins.finding import Found, found, in_step, show
from bot.routines.requests import Command, Nothing, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork


class OneCheckIn(Question):
    """The check-in that a pair's rhythm has on a day."""

    series: str
    day: date


class AddTopic(Command):
    series: str
    day: date
    text: Annotated[str, Field(min_length=1, max_length=wording.LONGEST_TOPIC)]
    talk_only: bool = False


async def mine(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[CheckIn | Lost]:
    """The asker's next check-in with each person, soonest first; then whoever has none ahead."""
    sees = await viewer(actor, work=work, clock=clock)
    diary = await _diary(sees, work)
    permit(actor, "checkin", *([Relation.PAIR] if diary.series else []))
    nobody = [
        Lost(one.id, sees.roster.name(one.other(actor.person_id)), tuple(diary.lost(one, sees.now)))
        for one in diary.series
        if next(diary.coming(one, sees.now), None) is None
    ]
    return [*_next_ones(diary, sees), *nobody]


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The viewer's own next check-ins, and nobody else's."""
    return wording.share(_next_ones(await _diary(viewer, work), viewer))


async def before_adding(question: OneCheckIn, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CheckIn:
    one = await found(question.series, question.day, "add-topic", actor=actor, work=work, clock=clock)
    return _takes_place(one)


async def add_topic(command: AddTopic, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CheckIn:
    """Put something on the pair's list for that check-in, and show the list as it is now."""
    one = await found(command.series, command.day, "add-topic", actor=actor, work=work, clock=clock)
    if len(_takes_place(one).topics) >= wording.MOST_TOPICS:
        raise Refusal(
            f"There are {wording.MOST_TOPICS} topics already. Talk about those first, or bring it along.",
            field="text",
        )
    topic = CheckInTopic(
        school=work.school,
        series=one.series.id,
        day=one.day,
        author=actor.person_id,
        text=command.text,
        talk_only=command.talk_only,
        added_at=one.sees.now,
    )
    work.checkins.add(topic)
    with_it = Diary(one.diary.series, one.diary.changes, (*one.diary.topics, topic), one.diary.calendar)
    return show(one.planned, with_it, actor.person_id, one.sees)


def _takes_place(one: Found) -> CheckIn:
    if one.occurrence is None:
        raise OutOfDate("This 1:1 does not take place. Type /ilt checkin and add it to the next one.")
    return show(one.occurrence, one.diary, one.sees.actor.person_id, one.sees)


async def _diary(sees: Viewer, work: UnitOfWork) -> Diary:
    own = in_step(await work.checkins.of_person(sees.actor.person_id), sees)
    return await work.checkins.diary(own, sees.calendar, sees.today)


def _next_ones(diary: Diary, sees: Viewer) -> list[CheckIn]:
    coming = (next(diary.coming(one, sees.now), None) for one in diary.series)
    shown = (show(one, diary, sees.actor.person_id, sees) for one in coming if one)
    return sorted(shown, key=lambda one: one.starts_at)
