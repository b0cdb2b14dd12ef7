"""What happens around a meeting by the clock (R-277): call, draft, agenda, roles, and the end."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from bot.messages import dates
from bot.messages.meetings import posts
from bot.messages.meetings.drafting import draft_ready
from bot.messages.roles.page import ahead
from bot.messages.seats.keeping import no_leader
from bot.messages.vocabulary import Message
from bot.model.agenda import Sheet
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.everybody import Roster
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting, MeetingState
from bot.model.people import Role
from bot.model.rotation import MeetingRole, Service
from bot.ports import Clock
from bot.routines.meetings.hard_question import hard_question
from bot.routines.meetings.notes import notes_of
from bot.routines.meetings.sheets import (
    close_past,
    go_out,
    settle_draft,
    sheet_of,
)
from bot.routines.meetings.suggestions import keep, plan_of
from bot.routines.meetings.turns import share_out_ahead, still_asked, still_offered, who_does_what
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=45)
LOOK_AHEAD = timedelta(days=60)
LATE = timedelta(hours=2)
TIME_IS_UP_STALE = timedelta(hours=4)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """What the meetings do between two moments; a meeting on a day without school does nothing but say so."""
    plan = await plan_of(work)
    if plan.series is None:
        return []
    first, last = plan.calendar.today(after - LOOK_BACK), plan.calendar.today(until + LOOK_AHEAD)
    roster = await work.people.roster()
    by_clock = _ByClock(work, plan, roster, until, await work.live.started(first))
    facilitators = await _facilitators(plan, roster, work, after, until)
    found = [one for meeting in plan.held(first, last) for one in by_clock.around(meeting, facilitators)]
    found += [by_clock.fell_out(meeting) for meeting in plan.displaced(first, last)]
    return [one for one in found if after < one.at <= until]


async def still_takes_place(day: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the meeting on that day still falls on a school day."""
    return (await plan_of(work)).takes_place(date.fromisoformat(day))


async def still_falls_out(day: str, work: UnitOfWork, clock: Clock) -> bool:
    return not await still_takes_place(day, work, clock)


async def still_has_role(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether "<day>/<role>/<person>" is still so, and the meeting still takes place."""
    day, role, person = what.split("/")
    holder = (await work.meetings.roles(date.fromisoformat(day))).get(MeetingRole(role))
    return holder is not None and holder.person == person and await still_takes_place(day, work, clock)


REASONS = {
    "meeting": still_takes_place,
    "no-meeting": still_falls_out,
    "meeting-role": still_has_role,
    "role-asked": still_asked,
    "role-offered": still_offered,
}


def key_of(day: date, what: str) -> str:
    """The key of a meeting's letter: its day, and what it is ("call", "draft", "agenda", "roles", "end")."""
    return f"meeting/{day.isoformat()}/{what}"


async def _facilitators(
    plan: Plan, roster: Roster, work: UnitOfWork, after: datetime, until: datetime
) -> Mapping[date, str]:
    """Whose turn it will be at each meeting whose draft is not settled yet, as things stand."""
    wanted = [
        meeting
        for meeting in plan.held(plan.calendar.today(after), plan.calendar.today(until + LOOK_AHEAD))
        if not meeting.is_drafted and after < plan.moments(meeting).draft <= until
    ]
    served: list[Service] = []
    found: dict[date, str] = {}
    for meeting in wanted:
        proposed = await who_does_what(meeting, plan, roster, work, served)
        served += [Service(role, person, meeting.day) for role, person in proposed.items()]
        if MeetingRole.FACILITATOR in proposed:
            found[meeting.day] = proposed[MeetingRole.FACILITATOR]
    return found


def _to_facilitator(drafting: Due, day: date, person: str | None) -> Due:
    """To whoever facilitates; to the whole ILT when nobody may."""
    if person is None:
        return drafting
    reason = f"meeting-role:{day.isoformat()}/{MeetingRole.FACILITATOR}/{person}"
    return replace(drafting, audience=Audience.person(person), reason=reason)


@dataclass(frozen=True, slots=True)
class _ByClock:
    """The things due around meetings, read from one plan. `now` is the moment they are done at; a meeting
    that somebody has started (`begun`) says for itself when its time is up."""

    work: UnitOfWork
    plan: Plan
    roster: Roster
    now: datetime
    begun: frozenset[date] = frozenset()

    def around(self, meeting: Meeting, facilitators: Mapping[date, str]) -> Iterator[Due]:
        """The five things that happen around one meeting."""
        at = self.plan.moments(meeting)
        due = partial(self._due, meeting)
        yield due("call", at.call, "Call for items", "five school days before", self._call, at.draft)
        if not meeting.is_drafted:
            drafting = due(
                "draft", at.draft, "Draft agenda", "two school days before", self._draft, at.publish
            )
            yield _to_facilitator(drafting, meeting.day, facilitators.get(meeting.day))
        if meeting.is_published:
            pass
        elif self.roster.holders(Role.SCHOOL_LEADER):
            yield due("agenda", at.publish, "Agenda", "one school day before", self._publish, at.end)
        else:
            yield from self._without_leader(meeting, at.publish, at.end)
        roles = due("roles", at.roles, "Roles", "ten minutes before", self._roles, at.start)
        yield replace(roles, thread=key_of(meeting.day, "agenda"))
        if meeting.day not in self.begun:
            yield due("end", at.end, "Time is up", "the end of", self._end, at.end + TIME_IS_UP_STALE)

    def _without_leader(self, meeting: Meeting, publish: datetime, end: datetime) -> Iterator[Due]:
        """Nothing is published while nobody leads the school; who can name somebody is asked to (R-004)."""
        asked = self.roster.first_of(Role.DEPUTY, Role.BOT_ADMIN)
        if asked is not None:
            act = self._leaderless
            waits = self._due(meeting, "leader", publish, "An agenda waits", "no leader before", act, end)
            yield replace(waits, audience=Audience.person(asked.id))

    def fell_out(self, meeting: Meeting) -> Due:
        """What is said when somebody has heard of a meeting whose day has lost its school."""
        at = self._when_it_falls_out(meeting)
        due = self._due(
            meeting,
            "falls-out",
            at,
            "The meeting falls out",
            "no school on the day of",
            self._falls_out,
            None,
        )
        return replace(due, reason=f"no-meeting:{meeting.day.isoformat()}")

    def _due(
        self,
        meeting: Meeting,
        what: str,
        at: datetime,
        named: str,
        why: str,
        act: Callable[[Meeting], Awaitable[Message | None]],
        stale_at: datetime | None,
    ) -> Due:
        return Due(
            key=key_of(meeting.day, what),
            at=at,
            what=named,
            why=f"{why} the {meeting.title} on {dates.day(meeting.on)}",
            audience=Audience.ilt(),
            act=partial(act, meeting),
            stale_at=stale_at,
            reason=f"meeting:{meeting.day.isoformat()}",
        )

    def _when_it_falls_out(self, meeting: Meeting) -> datetime:
        """When the agenda would have been due, or the morning after when it is out; in contract hours."""
        calendar = self.plan.calendar
        try:
            open_at = calendar.next_open(self.now)
            said_at = self.plan.moments(meeting).publish
            planned = calendar.next_morning(meeting.starts_at) if meeting.is_published else said_at
        except NoSchoolAhead:
            return meeting.ends_at
        return planned if open_at == self.now else max(planned, open_at)

    async def _sheet(self, meeting: Meeting) -> Sheet:
        return await sheet_of(meeting, self.plan, self.roster, self.work, self.now)

    async def _drafted(self, meeting: Meeting) -> Meeting:
        return await settle_draft(meeting, self.plan, self.roster, self.work, self.now)

    async def _call(self, meeting: Meeting) -> Message:
        meeting = keep(meeting, self.work, self.plan)
        meeting.reach(MeetingState.CALLED)
        asked = await hard_question(meeting, self.plan, self.work, self.now)
        shared = await share_out_ahead(meeting, self.plan, self.roster, self.work)
        sheet = await self._sheet(meeting)
        return posts.call_for_items(sheet, asked, ahead(shared, sheet.names))

    async def _draft(self, meeting: Meeting) -> Message:
        sheet = await self._sheet(await self._drafted(meeting))
        return draft_ready(sheet, await notes_of(sheet, self.roster, self.work))

    async def _publish(self, meeting: Meeting) -> Message:
        meeting = await self._drafted(meeting)
        sheet = await self._sheet(meeting)
        await go_out(sheet, self.work)
        if not meeting.objectives or sheet.agenda.over:
            await self._tell_what_lacks(sheet)
        return posts.published(sheet, is_late=self.now > sheet.moments.publish + LATE)

    async def _tell_what_lacks(self, sheet: Sheet) -> None:
        """Privately, to whoever can still mend it: the agenda itself does not wait for them."""
        facilitator = sheet.holders.get(MeetingRole.FACILITATOR)
        if facilitator is None or self.now >= sheet.meeting.starts_at:
            return
        day = sheet.meeting.day
        await self.work.outbox.post(
            Audience.person(facilitator),
            posts.went_out(sheet),
            key=key_of(day, "lacks"),
            due_at=self.plan.calendar.next_open(self.now),
            stale_at=sheet.meeting.starts_at,
            reason=f"meeting-role:{day.isoformat()}/{MeetingRole.FACILITATOR}/{facilitator}",
        )

    async def _leaderless(self, meeting: Meeting) -> Message:
        return no_leader(dates.day(meeting.day))

    async def _roles(self, meeting: Meeting) -> Message | None:
        sheet = await self._sheet(await self._drafted(meeting))
        return posts.roles_ping(sheet) if sheet.holders else None

    async def _end(self, meeting: Meeting) -> Message:
        meeting = keep(meeting, self.work, self.plan)
        sheet = await self._sheet(meeting)
        await close_past(self.plan, self.work, self.now)
        return posts.time_is_up(sheet)

    async def _falls_out(self, meeting: Meeting) -> Message:
        following = self.plan.next(max(self.now, meeting.ends_at))
        return posts.displaced(await self._sheet(meeting), following.starts_at if following else None)
