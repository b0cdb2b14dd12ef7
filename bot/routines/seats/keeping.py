"""Looking after the seats: completing, extending and ending them (R-022)."""

import re
from dataclasses import replace
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from bot.errors import NotFound, Refusal
from bot.messages.seats import keeping as wording
from bot.messages.seats.keeping import Kept, SeatSheet, VoiceSheet
from bot.messages.seats.words import BECAUSE, WHY, term
from bot.model.coverage import named
from bot.model.people import Actor
from bot.model.seats import Held, IltSeat, SeatKind, SeatState
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.seats.inviting import Teams, known_teams, teams_of
from bot.routines.seats.sheets import PERSON, Chairs, chairs, leave_seat, moment, tell
from storage.unit_of_work import UnitOfWork

NOT_ON_ILT = "This person is not on the ILT any more. Type /ilt who to see who is."


class OneSeat(Question):
    person: str


class EditSeat(Command):
    name_staff: ClassVar[frozenset[str]] = PERSON

    person: str
    kind: SeatKind
    teams: Teams = ()
    why: Annotated[str, Field(min_length=3, max_length=WHY)]
    ends: date


class ExtendSeat(Command):
    name_staff: ClassVar[frozenset[str]] = PERSON

    person: str
    ends: date
    because: Annotated[str, Field(min_length=3, max_length=BECAUSE)]


class EndSeat(Command):
    person: str


async def one_seat(question: OneSeat, *, actor: Actor, work: UnitOfWork, clock: Clock) -> SeatSheet:
    """A seat as it stands, with the proposed end where it has none."""
    permit(actor, "edit-seat")
    seen = await chairs(actor, work=work, clock=clock)
    held = _held(question.person, seen)
    return SeatSheet(
        person=held.person.id,
        name=held.person.name,
        kind=held.kind,
        chosen=held.teams,
        teams=teams_of(seen),
        why=held.seat.why if held.seat else "",
        ends=(held.seat.ends if held.seat else None) or seen.proposed_end,
        multilingual=seen.settings.multilingual,
        is_new=held.seat is None or held.seat.ends is None,
    )


async def to_extend(question: OneSeat, *, actor: Actor, work: UnitOfWork, clock: Clock) -> SeatSheet:
    """The same, for whoever may extend it."""
    permit(actor, "extend-seat")
    return await one_seat(question, actor=actor, work=work, clock=clock)


def _held(person: str, seen: Chairs) -> Held:
    found = next((one for one in seen.found.seats if one.person.id == person), None)
    if found is None:
        raise NotFound(NOT_ON_ILT)
    return found


async def edit(command: EditSeat, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Kept:
    """Say what a seat is for and until when; somebody without a seat of their own gets one written."""
    permit(actor, "edit-seat")
    seen = await chairs(actor, work=work, clock=clock)
    held = _held(command.person, seen)
    known_teams(command.teams, seen.roster)
    _check_ahead(command.ends, seen)
    seat = held.seat or IltSeat(school=work.school, person=command.person)
    if held.seat is None:
        work.seats.add(seat)
    seat.kind, seat.teams, seat.why, seat.ends = command.kind, command.teams, command.why, command.ends
    kept = _kept(seat, seen)
    key = f"{seat.id}/edited/{moment(seen.sees.now)}"
    await tell(seat.person, wording.was_edited(kept), key, sees=seen.sees, work=work)
    return kept


async def extend(command: ExtendSeat, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Kept:
    """Let a seat last longer, with the reason; its person is told."""
    permit(actor, "extend-seat")
    seen = await chairs(actor, work=work, clock=clock)
    seat = _held(command.person, seen).seat
    if seat is None:
        raise Refusal("This seat does not say why it is there yet. Complete it first.")
    _check_ahead(command.ends, seen)
    if seat.ends and command.ends <= seat.ends:
        raise Refusal(f"It lasts until {term(seat.ends)} already. Choose a later day.", field="ends")
    seat.ends, seat.extended_because = command.ends, command.because
    kept = _kept(seat, seen)
    key = f"{seat.id}/extended/{seat.ends}"
    await tell(seat.person, wording.was_extended(kept), key, sees=seen.sees, work=work)
    return kept


async def end(command: EndSeat, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Kept:
    """End a seat before its term; its person is told and thanked."""
    permit(actor, "end-seat")
    seen = await chairs(actor, work=work, clock=clock)
    held = _held(command.person, seen)
    await leave_seat(command.person, held.seat, SeatState.ALUMNI, work)
    if held.seat is not None:
        held.seat.ends = seen.sees.today
    kept = Kept(command.person, held.person.name, seen.for_whom(held.teams), None)
    key = f"{held.seat.id if held.seat else command.person}/ended/{moment(seen.sees.now)}"
    await tell(command.person, wording.thanks(kept), key, sees=seen.sees, work=work)
    return kept


def _check_ahead(ends: date, seen: Chairs) -> None:
    if ends <= seen.sees.today:
        raise Refusal("Please choose a day that is still ahead.", field="ends")


def _kept(seat: IltSeat, seen: Chairs) -> Kept:
    return Kept(
        person=seat.person,
        name=seen.roster.name(seat.person),
        for_whom=seen.for_whom(seat.teams),
        ends=seat.ends,
        by=seen.roster.name(seen.sees.actor.person_id),
        because=seat.extended_because,
    )


class SetVoices(Command):
    multilingual: Annotated[str, Field(pattern="^(ELL|ESL|MLL|EAL)$")]
    grades: Annotated[str, Field(max_length=wording.GRADES)] = ""
    language_hints: bool = False


async def voices(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> VoiceSheet:
    """What the school calls things, and which grades it has."""
    permit(actor, "voice-settings")
    settings = await work.settings.now()
    grades = ", ".join(named(key) for key in settings.grades)
    return VoiceSheet(settings.multilingual, grades, settings.language_hints)


async def set_voices(command: SetVoices, *, actor: Actor, work: UnitOfWork, clock: Clock) -> VoiceSheet:
    """Keep what the school calls things; every page follows."""
    permit(actor, "voice-settings")
    grades = tuple(dict.fromkeys(key for word in command.grades.split(",") if (key := grade_key(word))))
    settings = replace(
        await work.settings.now(),
        multilingual=command.multilingual,
        grades=grades,
        language_hints=command.language_hints,
    )
    await work.settings.change(settings, by=actor.person_id, at=clock.now())
    return VoiceSheet(command.multilingual, ", ".join(named(key) for key in grades), command.language_hints)


def grade_key(word: str) -> str:
    """The key of a grade as somebody types it: "Grade 1" and "grade 1" are both "grade-1"."""
    return "-".join(re.findall(r"[a-z0-9]+", word.lower()))[:63]
