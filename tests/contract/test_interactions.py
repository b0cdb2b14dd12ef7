"""Every interaction of the catalogue, through both adapters, from one list."""

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages.vocabulary import Button, Message
from bot.routines.requests import Command
from bot.routines.start import Start
from bot.sandbox.filling import WouldNotAccept
from handlers.catalogue import catalogue
from handlers.platform.offers import GLOBAL
from tests.conftest import StillClock
from tests.contract.cases import Case
from tests.contract.conftest import TODAY, Lived
from tests.contract.on_slack import on_slack
from tests.contract.on_teams import on_teams
from tests.contract.platforms import STRANGER, Chat, Shown, expected
from tests.contract.saying import unsaid
from tests.contract.school import school_at
from tests.databases import MONDAY_NOON

BY_VERB = {one.verb: one for one in catalogue(Start([]))}
OPENS = {"slack": on_slack, "teams": on_teams}
PARTS = 3
PRESSED = "Do it"


@pytest.fixture(params=OPENS)
async def chat(request: pytest.FixtureRequest, lived: Lived, shelf: Path) -> AsyncIterator[Chat]:
    """A platform with the sample school on it."""
    clock = StillClock(MONDAY_NOON)
    clock.on(TODAY)
    path = shelf / "contract.db"
    shutil.copy(lived.path, path)
    async with AsyncExitStack() as stack:
        school = await stack.enter_async_context(school_at(path, clock))
        yield await stack.enter_async_context(OPENS[request.param](school))


@pytest.mark.parametrize("part", range(PARTS))
async def test_every_interaction_can_be_reached_filled_in_and_sent(chat, lived, part):
    """Its form is the catalogue's, what is sent is what arrives, and what is said of it is read."""
    wrong: list[str] = []
    for case in lived.cases[part::PARTS]:
        await chat.clear()
        await reached(chat, case)
        wrong += [f"{case.verb}: {one}" for one in [*shown_otherwise(chat, case), *await sent(chat, case)]]
        wrong += [f"{case.verb}: {one}" for one in [*done_otherwise(chat, case), *said_otherwise(chat, case)]]

    assert "\n".join([*wrong, *chat.wrong()]) == ""


async def reached(chat: Chat, case: Case, who: str | None = None) -> None:
    await chat.shows(Button(PRESSED, case.verb, dict(case.given)))
    await chat.presses(who or case.who, PRESSED)


def shown_otherwise(chat: Chat, case: Case) -> Iterator[str]:
    """How the form in front of somebody is not the one that was to be drawn."""
    if not chat.witness.forms:
        return
    shown = {one.name: one for one in chat.form(case.who) or ()}
    wanted = expected(chat.witness.forms[-1])
    if list(shown) != [one.name for one in wanted]:
        yield f"asks for {list(shown)}"
        return
    for one in wanted:
        if not is_like(shown[one.name], one):
            yield f"{shown[one.name]} in place of {one}"


def is_like(shown: Shown, wanted: Shown) -> bool:
    """The same field. Where options have no room, those that are shown are of it; a long hint may be cut."""
    known = dict(wanted.options)
    some = all(known.get(value, "").startswith(said.rstrip("…")) for value, said in shown.options)
    hinted = wanted.hint in shown.hint
    return some and hinted and replace(shown, hint=wanted.hint, options=wanted.options) == wanted


async def sent(chat: Chat, case: Case, *, twice: bool = False) -> list[str]:
    if chat.form(case.who) is None:
        return []
    try:
        await chat.sends(case.who, case.filled, twice=twice)
    except WouldNotAccept as no:
        return [] if not case.is_done else [f"could not be sent: {no}"]
    return []


def done_otherwise(chat: Chat, case: Case) -> Iterator[str]:
    """What came of it is what comes of it without a platform."""
    came = [one for one in chat.witness.of(BY_VERB[case.verb]) if one.came == "done"]
    if len(came) != case.is_done:
        yield f"done {len(came)} times: {chat.witness.of(BY_VERB[case.verb])} {chat.complaints(case.who)}"


def said_otherwise(chat: Chat, case: Case) -> Iterator[str]:
    """What was to be said and was not read by whom it is for, or read by others."""
    for message in chat.witness.said:
        missing = unsaid(chat.spells(message), [chat.private(case.who)])
        if missing:
            yield f"did not say {missing}"
    for message in chat.witness.repainted:
        if unsaid(chat.spells(message), chat.public()):
            yield f"did not repaint {message}"
    if not chat.witness.repainted and chat.public() != [f"Something to do\n{PRESSED}"]:
        yield f"was shown to all: {chat.public()}"


_ = (Command, STRANGER, GLOBAL, Message)
