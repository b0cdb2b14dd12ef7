"""Deciding how what the bot started is told: by itself, together with other things, later, or not (R-295)."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.messages import courtesy as wording
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.courtesy import Pace, Queued, Verdict, Weight, Wish, let_wait
from bot.model.outbox import routine_of
from bot.model.people import Actor
from bot.model.settings import Settings
from bot.ports import Clock
from bot.routines.away.by_clock import back_at
from bot.routines.requests import Command
from storage.letting_go import Started
from storage.unit_of_work import UnitOfWork


class LetGo(Command):
    """Decide about everything the bot started that is due.

    `crowd` is how many letters are due at this moment in all schools of the same workspace.
    """

    crowd: int = 0


@dataclass(frozen=True, slots=True)
class Manners:
    """What holds for everybody now: the school's numbers, and what people wish for themselves."""

    now: datetime
    calendar: SchoolCalendar
    settings: Settings
    wishes: Mapping[tuple[str, str], Wish]
    back_at: Mapping[str, datetime]
    told_today: Mapping[str, int]

    def wish(self, person: str | None, key: str) -> Wish:
        return self.wishes.get((person or "", routine_of(key) or ""), Wish.NORMAL)

    def verdict(self, audience: Audience, letters: Sequence[Started]) -> Verdict:
        person = audience.person_id
        a_day = self.settings.messages_a_day if person else self.settings.posts_a_day
        pace = Pace(
            self.now,
            self.calendar,
            a_day - self.told_today.get(audience.key, 0),
            self.back_at.get(person) if person else None,
        )
        return pace.verdict([self._queued(one, person) for one in letters])

    def start(self, audience: Audience, letters: Sequence[Started], crowd: int) -> datetime:
        """When its letters set out: now, or some minutes later where very many people are written to at once.
        Never after contract hours, and never when they would come too late."""
        person = audience.person_id
        if person is None:
            return self.now
        later = self.now + let_wait(person, self.calendar.today(self.now), crowd)
        is_lost = any(one.stale_at is not None and one.stale_at <= later for one in letters)
        return self.now if is_lost or self.calendar.opening(later) != later else later

    def _queued(self, one: Started, person: str | None) -> Queued:
        wish = self.wish(person, one.key)
        return Queued(one.id, self.weight(one), one.due_at, one.stale_at, one.is_gathered, wish)

    def weight(self, one: Started) -> Weight:
        """What would be too late tomorrow matters most."""
        today = self.calendar.today(self.now)
        is_pressing = one.stale_at is not None and self.calendar.today(one.stale_at) <= today
        return Weight.TODAY if is_pressing else one.weight


async def let_go(command: LetGo, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
    """Decide about all that is due, for each reader at once, and say how many letters that was."""
    now = clock.now()
    due = await work.letting_go.due(now)
    by_reader: defaultdict[Audience, list[Started]] = defaultdict(list)
    for one in due:
        by_reader[one.audience].append(one)
    if by_reader:
        manners = await _manners({audience.key for audience in by_reader}, work, now)
        verdicts = {audience: manners.verdict(audience, letters) for audience, letters in by_reader.items()}
        crowd = max(command.crowd, sum(1 for verdict in verdicts.values() if verdict.go or verdict.together))
        for audience, letters in by_reader.items():
            start = manners.start(audience, letters, crowd)
            await _carry_out(verdicts[audience], letters, start, manners, work)
    return len(due)


async def _manners(audiences: Collection[str], work: UnitOfWork, now: datetime) -> Manners:
    calendar = await work.calendar.whole()
    midnight = calendar.at(calendar.today(now), time())
    return Manners(
        now,
        calendar,
        await work.settings.now(),
        await work.courtesies.all_wishes(),
        await _wanting_nothing(work, calendar, now),
        await work.letting_go.let_go_since(audiences, midnight),
    )


async def _wanting_nothing(
    work: UnitOfWork, calendar: SchoolCalendar, now: datetime
) -> Mapping[str, datetime]:
    """Who has paused or is away, and until when; of both, the later."""
    pauses = await work.courtesies.all_pauses(now)
    away = back_at(await work.people.roster(), calendar, now)
    longest = {person: max(until, pauses.get(person, until)) for person, until in away.items()}
    return {**pauses, **longest}


async def _carry_out(
    verdict: Verdict, letters: Sequence[Started], start: datetime, manners: Manners, work: UnitOfWork
) -> None:
    now = manners.now
    await work.letting_go.let_go(verdict.go, now, start)
    await work.letting_go.drop(verdict.never, now)
    for one, wait in verdict.wait.items():
        await work.letting_go.wait([one], wait.until, is_gathered=wait.is_gathered)
    if verdict.together:
        by_id = {one.id: one for one in letters}
        told = [replace(one, weight=manners.weight(one)) for one in map(by_id.__getitem__, verdict.together)]
        is_person = told[0].audience.person_id is not None
        message = wording.together([one.message for one in told], to_a_person=is_person)
        await work.letting_go.tell_together(told, message, now, start)
