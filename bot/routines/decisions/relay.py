"""Passing a decision on: one post for each team it touches, on the next school morning (R-102, R-279)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.messages.dates import day
from bot.messages.decisions import relay as wording
from bot.messages.decisions.words import Telling
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import LASTING, Decision, DecisionState, relay_moment
from bot.model.everybody import Roster
from bot.ports import Clock
from bot.routines.decisions import passing_on, sources
from bot.routines.decisions.shown import key, opening, telling
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The posts of every decision that goes out in between; a closure added later moves them."""
    waiting = await work.decisions.to_relay(after)
    if not waiting:
        return ()
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    found: list[Due] = []
    for decision in waiting:
        at = goes_out(decision, calendar, after)
        if at is not None and at <= until:
            relay = Relay(await telling(decision, roster, work), at, until, calendar, work)
            found += relay.posts()
    return found


def goes_out(decision: Decision, calendar: SchoolCalendar, after: datetime) -> datetime | None:
    """When it goes out. One that a bot out of service never passed on is not lost, however long that was; in
    summer it waits for the next school year."""
    at = relay_moment(decision, calendar)
    forgotten = at is not None and at <= after and decision.state is DecisionState.RECORDED
    if not forgotten:
        return at
    try:
        return calendar.next_morning(after)
    except NoSchoolAhead:
        return None


async def still_stands(decision_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the decision is still worth passing on: it has been neither withdrawn, replaced nor ended."""
    decision = await work.decisions.find(decision_id)
    return decision is not None and decision.state in LASTING


@dataclass(frozen=True, slots=True)
class Relay:
    """One decision going out at a moment."""

    telling: Telling
    at: datetime
    now: datetime
    calendar: SchoolCalendar
    work: UnitOfWork

    def posts(self) -> list[Due]:
        """For each place its post, and below it the full record where the post is shortened."""
        teams = {team.key for team in self.telling.roster.teams}
        places: list[str | None] = [key for key in self.telling.decision.teams if key in teams]
        if self.telling.all_teams and self.telling.roster.school.all_staff_channel:
            places.append(None)
        found: list[Due] = []
        for team in places:
            found.append(self._letter(team, self._post(team)))
            if wording.is_cut(self.telling, team):
                found.append(
                    self._letter(team, self._in_full, "/full", thread=key(self.telling.decision, team))
                )
        return found

    def _letter(
        self,
        team: str | None,
        act: Callable[[], Awaitable[Message | None]],
        suffix: str = "",
        thread: str | None = None,
    ) -> Due:
        decision = self.telling.decision
        place = self.telling.team(team) if team is not None else "all staff"
        decided = day(self.calendar.today(decision.decided_at))
        return Due(
            key=key(decision, team) + suffix,
            at=self.at,
            what=f"Decision {decision.label} to {place}" + (", in full" if suffix else ""),
            why=f"the first school morning after it was decided on {decided}",
            audience=Audience.team(team) if team is not None else Audience.all_staff(),
            act=act,
            thread=thread,
            reason=f"decision:{decision.id}",
            if_unknown="again",
        )

    def _post(self, team: str | None) -> Callable[[], Awaitable[Message | None]]:
        async def act() -> Message | None:
            if not await self._goes_out():
                return None
            told = await telling(self.telling.decision, self.telling.roster, self.work)
            post, due_on = wording.post(told, team), self.calendar.today(self.at)
            is_late = due_on < self.calendar.today(self.now)
            return wording.late(post, due_on) if is_late else post

        return act

    async def _in_full(self) -> Message | None:
        return wording.in_full(self.telling) if await self._goes_out() else None

    async def _goes_out(self) -> bool:
        """Say whether it stands. The first time, it takes effect."""
        decision = self.telling.decision
        if decision.relay_on(self.at):
            await self._take_effect(decision)
        return decision.state is DecisionState.RELAYED

    async def _take_effect(self, decision: Decision) -> None:
        """What it replaces gives way, and those whose input shaped it are told."""
        if decision.replaces:
            replaced = await self.work.decisions.find(decision.replaces)
            if replaced is not None:
                replaced.give_way()
        due_at = opening(self.calendar, self.now)
        await sources.tell_the_givers(decision, due_at=due_at, work=self.work, now=self.now)
        tellers = await self.work.decisions.tellers(decision.id)
        await passing_on.ask_tellers(decision, tellers, self.telling.roster, due_at=due_at, work=self.work)


def places(decision: Decision, roster: Roster) -> dict[str, str]:
    """Where it goes, by the key of the letter: "Grade 3", "All staff"."""
    told = Telling(decision, roster)
    named = {key(decision, team): told.team(team) for team in decision.teams}
    return {**named, key(decision, None): "All staff"}
