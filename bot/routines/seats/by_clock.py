"""What happens to seats by the clock: welcomes, answers that stay out, terms that end, and gaps."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from bot.messages.dates import clock_time
from bot.messages.seats import inviting, keeping
from bot.messages.seats.keeping import Kept
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, NoSchoolAhead
from bot.model.coverage import coverage
from bot.model.people import Relation, Role, the_clock
from bot.model.seats import INVITATION_LASTS, IltSeat, SeatKind, SeatState
from bot.ports import Clock
from bot.routines.seats import team_health
from bot.routines.seats.acting import end_for_all
from bot.routines.seats.sheets import Chairs, chairs_for, leave_seat, tell
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

WELCOME_DAYS = (1, 3, 5)
"""The school days after the yes on which a new member's three letters come (R-017)."""

NOTICE = 10
"""School days before the end of a term at which whoever keeps the seats hears of it."""

STALE = timedelta(days=14)
KEEPERS = (Role.SCHOOL_LEADER, Role.DEPUTY, Role.BOT_ADMIN)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """What the seats and the teams do between two moments."""
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    seen = await chairs_for(Viewer(the_clock(work.school), roster, calendar, until), work)
    by_clock = _ByClock(work, seen, after)
    found = [*by_clock.terms(), *by_clock.seats(), *by_clock.acting()]
    found += by_clock.left(await work.seats.left_early(seen.sees.today))
    found += await team_health.due(seen, after, work)
    return [one for one in found if after < one.at <= until]


@dataclass(frozen=True, slots=True)
class _ByClock:
    """The things due around seats. A moment the bot was down for comes as soon as it is up again."""

    work: UnitOfWork
    seen: Chairs
    after: datetime

    def terms(self) -> Iterator[Due]:
        """The start of the school year, and the first school day of the new calendar year (R-003)."""
        calendar, keeper = self.seen.sees.calendar, self._keeper()
        starts = {calendar.first, self.seen.sees.today.replace(month=1, day=1)}
        for day in sorted(one for one in starts if one):
            at = self._morning(day)
            if at is not None and keeper is not None:
                yield self._due(
                    f"coverage/{day}", at, "Voices that are missing", "a term begins", keeper, self._gaps
                )

    def seats(self) -> Iterator[Due]:
        for seat in self.seen.seats:
            if seat.state is SeatState.INVITED:
                yield from self._invitation(seat)
            elif seat.state is SeatState.ACTIVE:
                yield from self._welcomes(seat)
                yield from self._term(seat)

    def acting(self) -> Iterator[Due]:
        """The end of an acting leadership, the morning after its last day."""
        until = self.seen.settings.acting_until
        holders = self.seen.roster.holders(Role.ACTING_LEADER)
        acts = [one for one in holders if Relation.ACTING_LEADER in self.seen.roster.relations(one.id)]
        at = self._late(until + A_DAY) if until and acts else None
        if at is not None:
            key, to = f"acting/{acts[0].id}/until/{until}", Audience.person(acts[0].id)
            why = "the day after its last"
            yield self._due(key, at, "An acting leadership ends", why, to, self._no_more, speaks=False)

    def left(self, seats: Sequence[IltSeat]) -> Iterator[Due]:
        """Somebody has left: whoever keeps the seats learns of the gap that leaves."""
        keeper, at = self._keeper(), self._open()
        for seat in seats:
            if keeper is not None and at is not None:
                why = "somebody left"
                yield self._due(
                    f"{seat.id}/left", at, "A seat is free", why, keeper, partial(self._left, seat)
                )

    def _invitation(self, seat: IltSeat) -> Iterator[Due]:
        invited = self.seen.sees.calendar.today(seat.invited_at) if seat.invited_at else None
        at = self._shifted(invited, INVITATION_LASTS)
        if at is not None:
            to = Audience.person(seat.invited_by or "")
            act = partial(self._lapse, seat)
            yield self._due(f"{seat.id}/lapsed", at, "An invitation runs out", "nobody answered", to, act)

    def _welcomes(self, seat: IltSeat) -> Iterator[Due]:
        accepted = self.seen.sees.calendar.today(seat.accepted_at) if seat.accepted_at else None
        for step, days in enumerate(WELCOME_DAYS, start=1):
            at = self._shifted(accepted, days, in_time=True)
            if at is not None:
                yield Due(
                    key=f"seat/{seat.id}/welcome/{step}",
                    at=at,
                    what=f"Welcome to the ILT, {step} of 3",
                    why="somebody accepted a seat",
                    audience=Audience.person(seat.person),
                    act=partial(self._welcome, seat, step),
                    stale_at=at + STALE,
                    reason=f"seat-active:{seat.id}",
                )

    def _term(self, seat: IltSeat) -> Iterator[Due]:
        if seat.ends is None or seat.kind is SeatKind.ADMINISTRATOR:
            return
        keeper, soon = self._keeper(), self._shifted(seat.ends, -NOTICE, in_time=True)
        if keeper is not None and soon is not None:
            warn, key = partial(self._ending, seat), f"{seat.id}/ending/{seat.ends}"
            yield self._due(key, soon, "A seat ends soon", "ten school days ahead", keeper, warn)
        at = self._late(seat.ends + A_DAY)
        if at is not None:
            act, to = partial(self._end, seat), Audience.person(seat.person)
            yield self._due(f"{seat.id}/term/{seat.ends}", at, "A seat ends", "its term is over", to, act)

    def _due(
        self,
        key: str,
        at: datetime,
        what: str,
        why: str,
        to: Audience,
        act: Callable[[], Awaitable[Message | None]],
        speaks: bool = True,
    ) -> Due:
        return Due(key=f"seat/{key}", at=at, what=what, why=why, audience=to, act=act, speaks=speaks)

    def _keeper(self) -> Audience | None:
        person = self.seen.roster.first_of(*KEEPERS)
        return Audience.person(person.id) if person else None

    def _morning(self, day: date) -> datetime | None:
        """The morning of the first school day from `day` on; None when the calendar has none."""
        calendar = self.seen.sees.calendar
        try:
            return calendar.morning_of(calendar.on_or_after(day))
        except NoSchoolAhead:
            return None

    def _late(self, day: date) -> datetime | None:
        """The same, or the next moment in contract hours when that has gone by unseen."""
        at = self._morning(day)
        return at if at is None or at > self.after else self._open()

    def _open(self) -> datetime | None:
        """Now in contract hours, else when they begin."""
        return self.seen.sees.calendar.opening(self.seen.sees.now)

    def _shifted(self, day: date | None, days: int, *, in_time: bool = False) -> datetime | None:
        try:
            reached = self.seen.sees.calendar.shift(day, days) if day else None
        except NoSchoolAhead:
            return None
        if reached is None:
            return None
        return self._morning(reached) if in_time else self._late(reached)

    async def _gaps(self) -> Message | None:
        found = self.seen.found
        return keeping.coverage_prompt(found, self.seen.settings.multilingual) if found.has_gaps else None

    async def _lapse(self, seat: IltSeat) -> Message | None:
        offer = self.seen.offer(seat)
        return inviting.lapsed(offer) if seat.answer(SeatState.LAPSED, self.seen.sees.now) else None

    async def _welcome(self, seat: IltSeat, step: int) -> Message:
        series = await self.work.meetings.series()
        meets = f"The ILT meets {series.every}, at {clock_time(series.at)}." if series else ""
        return inviting.welcome(step, self.seen.offer(seat), meets)

    async def _ending(self, seat: IltSeat) -> Message:
        return keeping.ending_soon(self._kept(seat))

    async def _end(self, seat: IltSeat) -> Message | None:
        """End the seat; if a team is not heard any more, whoever keeps the seats learns it the same day."""
        if not await leave_seat(seat.person, seat, SeatState.ALUMNI, self.work):
            return None
        roster, seats = await self.work.people.roster(), await self.work.seats.open_ones()
        found = coverage(roster, seats, self.seen.settings.grades)
        before = {voice.key for voice in self.seen.found.silent}, set(self.seen.found.missing)
        if {voice.key for voice in found.silent} - before[0] or set(found.missing) - before[1]:
            prompt = keeping.coverage_prompt(found, self.seen.settings.multilingual, self._kept(seat).name)
            keeper = roster.first_of(*KEEPERS)
            to, sees = keeper.id if keeper else None, self.seen.sees
            await tell(to, prompt, f"{seat.id}/gap/{seat.ends}", sees=sees, work=self.work)
        return keeping.thanks(self._kept(seat))

    async def _left(self, seat: IltSeat) -> Message | None:
        seat.ends = self.seen.sees.today
        silent = {voice.key for voice in self.seen.found.silent}
        covers = {
            key for one in seat.teams if (team := self.seen.roster.team(one)) for key in (one, *team.covers)
        }
        if silent.isdisjoint(covers) and seat.kind not in self.seen.found.missing:
            return None
        return keeping.coverage_prompt(
            self.seen.found, self.seen.settings.multilingual, self.seen.roster.name(seat.person)
        )

    async def _no_more(self) -> None:
        await end_for_all(self.work, self.seen.sees)

    def _kept(self, seat: IltSeat) -> Kept:
        name, for_whom = self.seen.roster.name(seat.person), self.seen.for_whom(seat.teams)
        return Kept(seat.person, name, for_whom, seat.ends)


async def _is_active(seat_id: str, work: UnitOfWork, clock: Clock) -> bool:
    seat = await work.seats.find(seat_id)
    return seat is not None and seat.state is SeatState.ACTIVE


async def _is_invited(seat_id: str, work: UnitOfWork, clock: Clock) -> bool:
    seat = await work.seats.find(seat_id)
    return seat is not None and seat.state is SeatState.INVITED


async def _is_asked(suggestion_id: str, work: UnitOfWork, clock: Clock) -> bool:
    suggestion = await work.seats.suggestion(suggestion_id)
    return suggestion is not None and not suggestion.agreed


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "seat-active": _is_active,
    "seat-invited": _is_invited,
    "seat-suggestion": _is_asked,
}
"""What makes a letter about a seat worth sending, looked up again before it goes out."""
