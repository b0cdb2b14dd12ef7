"""Swapping a role by one tap, offering to take one, and taking one that nobody has (R-078, R-079)."""

from datetime import date, datetime
from typing import Literal

from bot.errors import OutOfDate, Refusal
from bot.messages.roles import swaps as wording
from bot.messages.roles.swaps import Became, Notice, Swapping
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.meetings import Meeting
from bot.model.people import Actor, Relation, Role
from bot.model.rotation import MeetingRole, RoleHolder, administrators, is_capped, led_by_administrators
from bot.model.voice import half_year
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.roles import ahead, is_running, say_who
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.meetings.turns import turns_before
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NOT_ASKED = "Nobody waits for this answer any more. /ilt roles shows who does what."
NOBODY = "Nobody has this role yet. /ilt roles shows who does what."
NOT_ONE_OF_US = "Please choose somebody of the ILT."


class AboutRole(Question):
    day: date
    role: MeetingRole


class AskSwap(Command):
    day: date
    role: MeetingRole
    person: str


class TakeRole(Command):
    """Take a role, or answer about one; `sure` when an administrator has read the notice."""

    day: date
    role: MeetingRole
    sure: Literal["", "yes"] = ""


async def prepare(question: AboutRole, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Swapping:
    """Whom the holder of a role can ask."""
    sees = await viewer(actor, work=work, clock=clock)
    meeting, holder = await _held(question, sees, work, "swap-role")
    others = {one.person: role for role, one in (await work.meetings.roles(meeting.day)).items()}
    people = [one for one in sees.roster.holders(Role.ILT_MEMBER) if one.id != holder.person]
    here = [one for one in people if not sees.roster.is_away_on(one.id, meeting.on)]
    listed = [(one.id, one.name, others.get(one.id)) for one in here]
    return Swapping(meeting.day, meeting.on, holder.role, listed)


async def ask(command: AskSwap, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Became:
    """Ask somebody privately; until they say yes, nothing changes."""
    sees = await viewer(actor, work=work, clock=clock)
    meeting, holder = await _held(command, sees, work, "swap-role")
    if command.person not in {one.id for one in sees.roster.holders(Role.ILT_MEMBER)} - {holder.person}:
        raise Refusal(NOT_ONE_OF_US, field="person")
    holder.asked = command.person
    mine = await _role_of(command.person, meeting.day, work)
    said = wording.asked(meeting.day, meeting.on, holder.role, sees.roster.name(holder.person), mine)
    await _tell(meeting, holder, command.person, said, sees, work, "asked")
    return Became(meeting.on, holder.role, sees.roster.name(command.person), waits=True)


async def accept(command: TakeRole, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Became | Notice:
    """Say yes to a swap: the role is theirs, and what they had that day is the other's."""
    sees = await viewer(actor, work=work, clock=clock)
    meeting, holder = await _asked(command, sees, work, "accept-swap")
    notice = await _notice(command, meeting, sees, work, "accept-swap")
    if notice is not None:
        return notice
    giver, role = holder.person, holder.role
    given = await _exchange(holder, actor.person_id, sees, work)
    said = wording.became(Became(meeting.on, role, sees.roster.name(actor.person_id), given=given))
    await _tell(meeting, holder, giver, said, sees, work, None)
    return Became(meeting.on, role, sees.roster.name(giver), mine=True, given=given)


async def decline(command: TakeRole, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Became:
    """Say not this time, without a reason; who asked can ask somebody else."""
    sees = await viewer(actor, work=work, clock=clock)
    meeting, holder = await _asked(command, sees, work, "decline-swap")
    holder.asked = None
    me = sees.roster.name(actor.person_id)
    said = wording.not_this_time(meeting.day, meeting.on, holder.role, me, keeps=False)
    await _tell(meeting, holder, holder.person, said, sees, work, None)
    return Became(meeting.on, holder.role, sees.roster.name(holder.person))


async def volunteer(command: TakeRole, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Became | Notice:
    """Take a role that nobody has, or ask whoever has it. An administrator above the cap is told so first."""
    permit(actor, "volunteer")
    sees = await viewer(actor, work=work, clock=clock)
    meeting = ahead(await plan_of(work), command.day, sees.now)
    holder = (await work.meetings.roles(meeting.day)).get(command.role)
    if holder is not None and holder.person == actor.person_id:
        raise OutOfDate("You have this role already. Thank you!")
    notice = await _notice(command, meeting, sees, work, "volunteer")
    if notice is not None:
        return notice
    if holder is not None:
        holder.offered = actor.person_id
        me = sees.roster.name(actor.person_id)
        said = wording.offered(meeting.day, meeting.on, holder.role, me)
        await _tell(meeting, holder, holder.person, said, sees, work, "offered")
        return Became(meeting.on, command.role, sees.roster.name(holder.person), waits=True)
    taken = RoleHolder(school=work.school, day=meeting.day, role=command.role, person=actor.person_id)
    work.meetings.add(taken)
    await work.flush()
    await _say(taken, sees, work)
    return Became(meeting.on, command.role, mine=True)


async def let_take(command: TakeRole, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Became:
    """Let whoever offered it have the role."""
    sees = await viewer(actor, work=work, clock=clock)
    meeting, holder = await _held(command, sees, work, "let-take")
    to = holder.offered
    if to is None:
        raise OutOfDate(NOT_ASKED)
    given = await _exchange(holder, to, sees, work)
    me = sees.roster.name(actor.person_id)
    said = wording.became(Became(meeting.on, holder.role, me, mine=True, given=given))
    await _tell(meeting, holder, to, said, sees, work, None)
    return Became(meeting.on, holder.role, sees.roster.name(to), given=given)


async def keep(command: TakeRole, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Became:
    """Keep a role that somebody offered to take."""
    sees = await viewer(actor, work=work, clock=clock)
    meeting, holder = await _held(command, sees, work, "keep-role")
    to, holder.offered = holder.offered, None
    if to is None:
        raise OutOfDate(NOT_ASKED)
    me = sees.roster.name(actor.person_id)
    said = wording.not_this_time(meeting.day, meeting.on, holder.role, me, keeps=True)
    await _tell(meeting, holder, to, said, sees, work, None)
    return Became(meeting.on, holder.role, sees.roster.name(to))


async def _held(
    about: AboutRole | AskSwap | TakeRole, sees: Viewer, work: UnitOfWork, verb: str
) -> tuple[Meeting, RoleHolder]:
    """A role of a meeting ahead, for whoever has it."""
    meeting = ahead(await plan_of(work), about.day, sees.now)
    holder = (await work.meetings.roles(meeting.day)).get(about.role)
    if holder is None:
        raise OutOfDate(NOBODY)
    permit(sees.actor, verb, *([Relation.AUTHOR] if holder.person == sees.actor.person_id else []))
    return meeting, holder


async def _asked(command: TakeRole, sees: Viewer, work: UnitOfWork, verb: str) -> tuple[Meeting, RoleHolder]:
    """A role that this person was asked to take."""
    meeting = ahead(await plan_of(work), command.day, sees.now)
    holder = (await work.meetings.roles(meeting.day)).get(command.role)
    if holder is None or holder.asked != sees.actor.person_id:
        raise OutOfDate(NOT_ASKED)
    permit(sees.actor, verb, Relation.AUTHOR)
    return meeting, holder


async def _notice(
    command: TakeRole, meeting: Meeting, sees: Viewer, work: UnitOfWork, verb: str
) -> Notice | None:
    """What an administrator reads first who would facilitate more than the school's cap (R-079)."""
    leads = sees.actor.person_id in administrators(sees.roster)
    if command.sure or not leads or command.role is not MeetingRole.FACILITATOR:
        return None
    served = await turns_before(meeting.day, await plan_of(work), work)
    cap, since = (await work.settings.now()).facilitation_cap, half_year(meeting.day)
    if not is_capped(sees.roster, served, cap, since):
        return None
    led = led_by_administrators(sees.roster, served, since)
    return Notice(meeting.day, command.role, led, cap, verb)


async def _role_of(person: str, day: date, work: UnitOfWork) -> MeetingRole | None:
    holders = await work.meetings.roles(day)
    return next((role for role, one in holders.items() if one.person == person), None)


async def _exchange(holder: RoleHolder, to: str, sees: Viewer, work: UnitOfWork) -> MeetingRole | None:
    """Give a role to somebody, and the one they have that day, if any, to who had it; say that role."""
    giver, holders = holder.person, await work.meetings.roles(holder.day)
    other = next((one for one in holders.values() if one.person == to and one is not holder), None)
    holder.swap_to(to)
    if other is not None:
        other.swap_to(giver)
    await work.flush()
    for one in filter(None, (holder, other)):
        await _say(one, sees, work)
    return other.role if other else None


async def _say(holder: RoleHolder, sees: Viewer, work: UnitOfWork) -> None:
    plan = await plan_of(work)
    sheet = await sheet_of(plan.on(holder.day), plan, sees.roster, work, sees.now)
    await say_who(sheet, holder, plan, work, sees.now)


async def _tell(
    meeting: Meeting,
    holder: RoleHolder,
    person: str,
    message: Message,
    sees: Viewer,
    work: UnitOfWork,
    waits: Literal["asked", "offered"] | None,
) -> None:
    """Around the meeting itself at once, else in contract hours; a question only while it is open."""
    plan, day = await plan_of(work), meeting.day.isoformat()
    running = is_running(plan.moments(meeting), sees.now)
    what = f"{holder.role}/{'swap' if waits else 'swapped'}/{person}/{_stamp(sees.now)}"
    await work.outbox.post(
        Audience.person(person),
        message,
        key=key_of(meeting.day, what),
        due_at=sees.now if running else sees.calendar.next_open(sees.now),
        stale_at=meeting.ends_at,
        reason=f"role-{waits}:{day}/{holder.role}/{_open(holder, waits)}" if waits else None,
        counts=not running,
    )


def _open(holder: RoleHolder, waits: Literal["asked", "offered"]) -> str:
    return (holder.asked if waits == "asked" else holder.offered) or ""


def _stamp(now: datetime) -> str:
    return f"{now:%Y%m%d%H%M%S}"
