"""Hiding words that may name a student, at once and everywhere, until a person has looked."""

from collections.abc import Mapping
from typing import Any, Literal

from bot.errors import NotFound, OutOfDate
from bot.messages import quarantine as wording
from bot.model.agenda_items import AgendaItem
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation
from bot.model.quarantine import Flag, Thing, hidden, say, words_of
from bot.model.staff_input import StaffInput, sight
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing
from storage.unit_of_work import UnitOfWork

NOT_THERE = "I cannot find that any more. It may have been removed already."
ILT = (Relation.ILT_MEMBER, Relation.SCHOOL_LEADER)


class NotByName(Command):
    """Who flags is kept nowhere."""

    @property
    def is_logged_by_name(self) -> bool:
        return False


class FlagStudent(NotByName):
    kind: Thing
    thing: str


class FlagItem(NotByName):
    kind: Literal[Thing.ITEM] = Thing.ITEM
    thing: str


class AboutFlag(Command):
    flag: str


async def flag(command: FlagStudent | FlagItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Hide what it says wherever it says it, and ask whoever answers input to look. Only a count is kept."""
    permit(actor, "flag-student")
    roster = await work.people.roster()
    thing = await work.quarantine.thing(command.kind, command.thing)
    if thing is None or not sees(command.kind, thing, actor, roster):
        raise NotFound(NOT_THERE)
    about = {command.kind: [thing]}
    if command.kind in (Thing.INPUT, Thing.ANONYMOUS):
        about[Thing.ITEM] = list(await work.quarantine.items_about(thing.id))
    if command.kind is Thing.ITEM and thing.source:
        for kind in (Thing.INPUT, Thing.ANONYMOUS):
            found = await work.quarantine.thing(kind, thing.source)
            about |= {kind: [found]} if found else {}
    for kind, things in about.items():
        for one in things:
            await _hide(kind, one, work, clock)
    count = await work.numbers.next("flag")
    await _ask_to_look(count, roster, work, clock)


def sees(kind: Thing, thing: Any, actor: Actor, roster: Roster) -> bool:
    """Whether this person can read it at all."""
    if isinstance(thing, StaffInput):
        return sight(thing, actor.person_id, roster) is not None
    if kind is Thing.ANONYMOUS:
        return actor.is_any(Relation.TRIAGER, Relation.SCHOOL_LEADER, Relation.DEPUTY)
    if isinstance(thing, AgendaItem):
        return True
    return bool(thing.is_public) or actor.is_any(*ILT)


async def _hide(kind: Thing, thing: Any, work: UnitOfWork, clock: Clock) -> None:
    steps = await work.quarantine.steps(kind, thing.id)
    signs = hidden(text for text in words_of(kind, thing, steps) if not text.startswith("[Hidden while"))
    if not signs:
        return
    instead = {text: sign for sign, text in signs.items()}
    await work.quarantine.keep(kind, thing.id, signs)
    say(kind, thing, instead, steps)
    await _everywhere(instead, f"hidden/{thing.id}/{next(iter(signs))[-6:-1]}", work, clock)


async def _everywhere(instead: Mapping[str, str], edit: str, work: UnitOfWork, clock: Clock) -> None:
    """Say other words in every letter, waiting, stored or posted; a post by an edit of its own."""
    for key, message, is_post in await work.quarantine.letters_saying(instead):
        if is_post:
            await work.outbox.edit(key, message, edit=edit, due_at=clock.now())
        await work.quarantine.write_over(key, message)


async def _ask_to_look(count: int, roster: Roster, work: UnitOfWork, clock: Clock) -> None:
    reader = roster.triager()
    if reader is None:
        return
    try:
        opens = (await work.calendar.whole()).next_open(clock.now())
    except NoSchoolAhead:
        opens = clock.now()
    await work.outbox.post(
        Audience.person(reader.id), wording.news(), key=f"flag/{count}", due_at=opens, if_unknown="again"
    )


async def waiting(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[Flag]:
    """What is hidden, with the words, for whoever decides."""
    permit(actor, "flags")
    return await work.quarantine.flags()


async def items(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[tuple[str, str]]:
    """The open agenda items, to choose from."""
    permit(actor, "flag-item")
    return [(one.id, one.title) for one in await work.meetings.open_items()]


async def clear(command: AboutFlag, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """It names no student: say it again wherever it stood."""
    permit(actor, "clear-flag")
    found = await _found(command.flag, work)
    await _settle(found, found.back, "shown", work, clock)


async def remove(command: AboutFlag, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """It names one: the words are gone for good."""
    permit(actor, "remove-flagged")
    found = await _found(command.flag, work)
    await _settle(found, found.gone, "removed", work, clock)


async def _found(flag_id: str, work: UnitOfWork) -> Flag:
    flags = [one for one in await work.quarantine.flags() if one.id == flag_id]
    if not flags:
        raise OutOfDate("Somebody has already looked at that one.")
    return flags[0]


async def _settle(found: Flag, instead: Mapping[str, str], how: str, work: UnitOfWork, clock: Clock) -> None:
    thing = await work.quarantine.thing(found.kind, found.thing)
    if thing is not None:
        say(found.kind, thing, instead, await work.quarantine.steps(found.kind, found.thing))
    await _everywhere(instead, f"{how}/{found.id}", work, clock)
    await work.quarantine.drop(found.id)
