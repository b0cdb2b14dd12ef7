"""The parts of a school that are changed in chat, each with the words of the school file."""

from collections.abc import Collection, Iterable
from datetime import date, time
from typing import Annotated, Any, ClassVar

from pydantic import Field

from bot.errors import Refusal
from bot.messages.charter.words import GOVERNED
from bot.model.people import Actor, Role, Seat
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command
from bot.routines.school_file import (
    Cadence,
    ChannelName,
    ChannelsSection,
    Hours,
    MeetingsSection,
    Name,
    PersonSection,
    SchoolFile,
    StrategySection,
)
from bot.routines.setup import lines
from bot.routines.setup.rewriting import Saved, rewrite
from storage.unit_of_work import UnitOfWork

Lines = Annotated[str, Field(max_length=12000)]
Status = Annotated[str, Field(max_length=300)]
Few = Annotated[int, Field(ge=1, le=10)]


class SetSchool(Command):
    name_staff: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Name
    zone: str
    opens: time
    closes: time
    half_day_closes: time = time(12)
    late_start_opens: time = time(9, 30)
    morning: time
    first_day: date | None = None
    last_day: date | None = None


async def set_school(command: SetSchool, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Say what the school is called, where it is, and when the bot may speak."""
    permit(actor, "set-school")
    if command.opens >= command.closes:
        raise Refusal("The hours end before they begin. Choose a later end.", field="closes")
    if not command.opens <= command.morning < command.closes:
        raise Refusal("The morning time lies outside the contract hours.", field="morning")
    if command.first_day and command.last_day and command.first_day >= command.last_day:
        raise Refusal("The last day is before the first. Choose a later one.", field="last_day")

    def change(file: SchoolFile) -> dict[str, Any]:
        given = command.model_dump()
        hours = {name: given.pop(name) for name in Hours.model_fields}
        return {"school": file.school.model_dump() | given | {"contract_hours": hours}}

    return await rewrite("school", change, actor=actor, work=work, clock=clock)


class SetChannels(Command):
    ilt: ChannelName
    all_staff: ChannelName | None = None


async def set_channels(command: SetChannels, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Say where the ILT and where all staff read."""
    permit(actor, "set-channels")
    if command.ilt == command.all_staff:
        raise Refusal("The ILT and all staff need two channels. Choose another one.", field="all_staff")
    wanted = ChannelsSection(ilt=command.ilt, all_staff=command.all_staff)
    return await rewrite(
        "channels", lambda file: {"channels": wanted.model_dump()}, actor=actor, work=work, clock=clock
    )


class SetTeams(Command):
    name_staff: ClassVar[frozenset[str]] = frozenset({"lines"})

    lines: Lines


async def set_teams(command: SetTeams, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Make the teams what these lines say; a team with people in it cannot be left out."""
    permit(actor, "set-teams")

    def change(file: SchoolFile) -> dict[str, Any]:
        wanted = lines.teams(command.lines, file.teams)
        kept = {team.key for team in wanted}
        gone = [team for team in file.teams if team.key not in kept]
        used = {seat for one in file.people for seat in (one.team, *(also.team for also in one.also))}
        full = next((team for team in gone if team.key in used and not team.retired), None)
        if full is not None:
            raise Refusal(
                f"{full.name} still has people in it. Keep its line, or move them to another team first.",
                field="lines",
            )
        retired = (team.model_copy(update={"retired": True}) for team in gone)
        return {"teams": tuple(team.model_dump() for team in (*wanted, *retired))}

    return await rewrite("teams", change, actor=actor, work=work, clock=clock)


class SetPeople(Command):
    name_staff: ClassVar[frozenset[str]] = frozenset({"lines"})

    lines: Lines = ""
    left: tuple[str, ...] = ()


async def set_people(command: SetPeople, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Add the people of these lines, or bring them up to date; those who have left leave the roster."""
    permit(actor, "set-people")

    def change(file: SchoolFile) -> dict[str, Any]:
        staying = [one for one in file.people if one.key not in command.left]
        found = lines.people(command.lines, staying, file.teams)
        _led(found, left="left")
        return {"people": tuple(one.model_dump() for one in found)} | _without(command.left, file)

    return await rewrite("people", change, actor=actor, work=work, clock=clock)


def _without(left: Collection[str], file: SchoolFile) -> dict[str, Any]:
    """What names somebody who has left goes with them."""
    pairs = [one for one in file.check_ins if not {one.leader, one.lead} & set(left)]
    return {"check_ins": tuple(one.model_dump() for one in pairs)}


def _led(people: Iterable[PersonSection], left: str) -> None:
    """Somebody must be left who can change the settings."""
    if not any({Role.SCHOOL_LEADER, Role.BOT_ADMIN} & set(one.roles) for one in people):
        raise Refusal(
            "Nobody would be left who can change these settings. Name a school leader or a bot admin first.",
            field=left,
        )


class SetRoles(Command):
    leader: str
    deputies: tuple[str, ...] = ()
    ilt: Annotated[tuple[str, ...], Field(min_length=1)]
    leads: tuple[str, ...] = ()
    reps: tuple[str, ...] = ()
    triager: str | None = None
    coaches: tuple[str, ...] = ()
    admins: Annotated[tuple[str, ...], Field(min_length=1)]


GIVEN_HERE = (
    Role.ILT_MEMBER,
    Role.SCHOOL_LEADER,
    Role.DEPUTY,
    Role.TRIAGER,
    Role.COACH,
    Role.BOT_ADMIN,
)


async def set_roles(command: SetRoles, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Say who leads, who is on the ILT, who speaks for a team, and who looks after the bot."""
    permit(actor, "set-roles")
    if set(command.leads) & set(command.reps):
        raise Refusal("Somebody is both lead and rep. Choose one of the two for each.", field="reps")
    holders = {
        Role.ILT_MEMBER: command.ilt,
        Role.SCHOOL_LEADER: (command.leader,),
        Role.DEPUTY: command.deputies,
        Role.TRIAGER: (command.triager,),
        Role.COACH: command.coaches,
        Role.BOT_ADMIN: command.admins,
    }

    def person(one: PersonSection) -> PersonSection:
        given = tuple(role for role in GIVEN_HERE if one.key in holders[role])
        others = tuple(role for role in one.roles if role not in GIVEN_HERE)
        seat = Seat.LEAD if one.key in command.leads else Seat.MEMBER
        seat = Seat.REP if one.key in command.reps else seat
        return one.model_copy(update={"roles": given + others, "seat": seat})

    def change(file: SchoolFile) -> dict[str, Any]:
        return {"people": tuple(person(one).model_dump() for one in file.people)}

    return await rewrite("roles", change, actor=actor, work=work, clock=clock)


class SetMeetings(Command):
    title: Name = "ILT"
    every: Cadence
    first: date
    at: time
    minutes: Annotated[int, Field(ge=15, le=240)] = 60
    only_on: str | None = None
    call_at: time = time(7, 45)
    draft_at: time = time(13, 0)
    publish_at: time = time(14, 0)


async def set_meetings(command: SetMeetings, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Say when the ILT meets."""
    permit(actor, "set-meetings")
    if command.first.weekday() > 4:
        raise Refusal("This is a weekend day. Choose a school day.", field="first")

    def change(file: SchoolFile) -> dict[str, Any]:
        return {"meetings": MeetingsSection(**command.model_dump()).model_dump()}

    return await rewrite("meetings", change, actor=actor, work=work, clock=clock)


class SetStrategies(Command):
    first: str = Field("", max_length=120)
    first_status: Status = ""
    second: str = Field("", max_length=120)
    second_status: Status = ""
    third: str = Field("", max_length=120)
    third_status: Status = ""

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        pairs = (
            (self.first, self.first_status),
            (self.second, self.second_status),
            (self.third, self.third_status),
        )
        return tuple((name, status) for name, status in pairs if name)


async def set_strategies(command: SetStrategies, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Say what the school works on this year; at most three things."""
    permit(actor, "set-strategies")
    names = [name.casefold() for name, _ in command.given]
    if len(names) > len(set(names)):
        raise Refusal("Two of these have the same name. Keep one of them.", field="second")

    def change(file: SchoolFile) -> dict[str, Any]:
        known = {one.name.casefold(): one.key for one in file.strategies}
        taken = set(known.values())
        found = []
        for name, status in command.given:
            key = known.get(name.casefold()) or lines.fresh(name, taken)
            taken.add(key)
            found.append(StrategySection(key=key, name=name, status=status).model_dump())
        written = {one["key"] for one in found}
        found += [one.model_dump() for one in file.strategies[3:] if one.key not in written]
        kept = {one["key"] for one in found}
        windows = (
            one if one.strategy in kept else one.model_copy(update={"strategy": None})
            for one in file.walkthroughs
        )
        return {"strategies": tuple(found), "walkthroughs": tuple(one.model_dump() for one in windows)}

    before = {one.id: (one.name, one.status, one.active) for one in await work.strategies.ever()}
    saved = await rewrite("strategies", change, actor=actor, work=work, clock=clock)
    today = (await work.calendar.whole()).today(clock.now())
    for one in await work.strategies.ever():
        if before.get(one.id, ()) not in ((), (one.name, one.status, one.active)):
            one.note(today, "Changed in the settings")
    return saved


class SetBudget(Command):
    messages_a_day: Few
    posts_a_day: Few


async def set_budget(command: SetBudget, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Say how much the bot may say of its own accord on one school day."""
    permit(actor, "set-budget")
    return await rewrite(
        "budget", lambda file: {"budget": command.model_dump()}, actor=actor, work=work, clock=clock
    )


class SetAuthority(Command):
    name_staff: ClassVar[frozenset[str]] = frozenset({"lines"})

    lines: Lines = ""


async def set_authority(command: SetAuthority, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Say who decides about what."""
    permit(actor, "set-authority")
    wanted = tuple(one.model_dump() for one in lines.authority(command.lines))
    held = [(one.what, one.who) for one in (await work.settings.now()).authority]
    changed = [(one["what"], one["who"]) for one in wanted] != held
    if changed and await work.charters.adopted() is not None:
        raise Refusal(GOVERNED, field="lines")
    return await rewrite("authority", lambda file: {"authority": wanted}, actor=actor, work=work, clock=clock)
