"""Every interaction of the catalogue, through both adapters, from one list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import Button
from bot.routines.start import Start
from bot.sandbox.filling import WouldNotAccept
from handlers.catalogue import catalogue
from handlers.interactions import complaints
from handlers.platform import notices
from handlers.platform.asking import hidden
from handlers.platform.filling import beside, nested
from handlers.platform.offers import GLOBAL
from tests.contract.cases import Case
from tests.contract.platforms import STRANGER, Chat, Shown, expected
from tests.contract.saying import unsaid

BY_VERB = {one.verb: one for one in catalogue(Start([]))}
PRESSED = "Do it"
SHOWN = f"Something to do\n{PRESSED}"
MANY = 12
TOLD_APART = frozenset({"answer-pulse"})
"""What says so when it is sent again: of the first answer nothing is kept by which it could be known."""
FOR_ALL = frozenset({"help"})
"""What is open to people whom the school does not know, too."""


@pytest.mark.requirement("R-284")
async def test_every_interaction_can_be_reached_filled_in_and_sent(chat, lived):
    """Its form is the catalogue's, what is sent is done once, what is said of it is read by whom it is for.

    Who is not of the school gets nowhere with the same button, and is told why.
    """
    wrong: list[str] = []
    for case in lived.cases:
        await chat.clear()
        await chat.shows(Button(PRESSED, case.verb, dict(case.given)))
        await chat.presses(STRANGER, PRESSED)
        wrong += [f"{case.verb}: {one}" for one in let_in(chat, case)]
        chat.witness.clear()
        await chat.presses(case.who, PRESSED)
        wrong += [f"{case.verb}: {one}" for one in shown_otherwise(chat, case)]
        twice = case.verb not in TOLD_APART
        wrong += [f"{case.verb}: {one}" for one in await sent(chat, case, twice=twice) if case.is_done]
        wrong += [f"{case.verb}: {one}" for one in [*done_otherwise(chat, case), *said_otherwise(chat, case)]]

    assert "\n".join([*wrong, *chat.wrong()]) == ""


async def test_every_command_can_be_typed_and_some_are_offered_where_one_writes(chat, lived):
    """The same as by a button: it asks for the same, or does the same."""
    wrong: list[str] = []
    for case in lived.cases:
        usage = BY_VERB[case.verb].usage
        ways = [chat.types(case.who, usage.partition(" ")[0] or case.verb)] if usage is not None else []
        ways += [chat.chooses(case.who, case.verb)] if case.verb in dict(GLOBAL) else []
        for way in ways:
            await chat.clear()
            await way
            wrong += [f"{case.verb}: {one}" for one in [*unheard(chat, case), *shown_otherwise(chat, case)]]
            wrong += [f"{case.verb}: {one}" for one in said_otherwise(chat, case, there=[])]

    assert "\n".join([*wrong, *chat.wrong()]) == ""


async def test_what_is_wrong_with_a_form_stands_beside_the_field_it_is_about(chat, lived):
    """One sign in every text: too short for some, no name or number that is known for others."""
    wrong, told = [], 0
    for case in (one for one in lived.cases if one.filled):
        await chat.clear()
        await chat.shows(Button(PRESSED, case.verb, dict(case.given)))
        await chat.presses(case.who, PRESSED)
        values = terse(chat.witness.forms[-1], case.filled)
        meant = replace(case, filled=values)
        if await sent(chat, meant):
            continue
        due = to_be_said(chat, meant)
        said = {name: words for name, words in chat.complaints(case.who).items() if words}
        told += len(due)
        if said != due:
            wrong.append(f"{case.verb}: {said} in place of {due}")

    assert "\n".join([*wrong, *chat.wrong()]) == ""
    assert told > MANY


def let_in(chat: Chat, case: Case) -> Iterator[str]:
    """How somebody whom the school does not know got further than being told why not."""
    if case.verb in FOR_ALL:
        return
    came = [one.came for one in chat.witness.asked if not one.person]
    if not came or not came[-1].startswith(": "):
        yield f"a stranger gets in: {came}"
        return
    no = chat.spells(notices.refused(came[-1].removeprefix(": ")))
    if missing := unsaid(no, [chat.private(STRANGER)]):
        yield f"a stranger is not told {missing}"
    if chat.public() != [SHOWN]:
        yield f"a stranger's answer is shown to all: {chat.public()}"


def unheard(chat: Chat, case: Case) -> Iterator[str]:
    """Whether nothing came of asking for it."""
    interaction = BY_VERB[case.verb]
    asked = interaction.asking.question if interaction.asking else interaction.command
    if not [one for one in chat.witness.asked if one.request == asked.__name__]:
        yield f"was not heard: {chat.private(case.who)}"


def shown_otherwise(chat: Chat, case: Case) -> Iterator[str]:
    """How the form in front of somebody is not the one that was to be drawn."""
    if not chat.witness.forms:
        return
    shown = {one.name: one for one in chat.form(case.who) or ()}
    drawn = expected(chat.witness.forms[-1])
    wanted = [replace(one, hint=chat.spelled(one.hint)) for one in drawn]
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
    """Fill in the form in front of somebody, and send it; why it could not be sent."""
    if chat.form(case.who) is None:
        return []
    try:
        await chat.sends(case.who, case.filled, twice=twice)
    except WouldNotAccept as no:
        return [f"could not be sent: {no}"]
    return []


def terse(form: Form, filled: Mapping[str, Any]) -> dict[str, Any]:
    """The same with one sign in every text."""
    texts = {one.name for one in form.fields if isinstance(one, TextField)}
    return {name: "x" if name in texts else one for name, one in filled.items()}


def to_be_said(chat: Chat, case: Case) -> Mapping[str, str]:
    """What is wrong with what was sent, by the field beside which it belongs."""
    form, interaction = chat.witness.forms[-1], BY_VERB[case.verb]
    names = [one.name for one in expected(form)]
    given = {**hidden(interaction, form, case.given), **{name: case.filled.get(name) for name in names}}
    try:
        known = {name: one for name, one in given.items() if one is not None}
        interaction.command.model_validate(nested(known, names))
        came = [one.came for one in chat.witness.of(interaction) if one.came != "done"]
        found = dict(one.split(": ", 1) for one in came[-1:])
    except ValidationError as error:
        found = complaints(error)
    return {name: chat.spelled(one) for name, one in beside(found, names).items()}


def done_otherwise(chat: Chat, case: Case) -> Iterator[str]:
    """What came of it is what comes of it without a platform."""
    came = [one for one in chat.witness.of(BY_VERB[case.verb]) if one.came == "done"]
    if len(came) != case.is_done:
        yield f"done {len(came)} times: {chat.witness.of(BY_VERB[case.verb])} {chat.complaints(case.who)}"


def said_otherwise(chat: Chat, case: Case, there: Sequence[str] = (SHOWN,)) -> Iterator[str]:
    """What was to be said and was not read by whom it is for, or read by others than were `there`."""
    for message in chat.witness.said:
        missing = unsaid(chat.spells(message), [chat.private(case.who)])
        if missing:
            yield f"did not say {missing}"
    repaint = BY_VERB[case.verb].repaint
    results = [one.result for one in chat.witness.of(BY_VERB[case.verb]) if one.came == "done"]
    for message in filter(None, map(repaint, results) if repaint and there else ()):
        if missing := unsaid(chat.spells(message), chat.public()):
            yield f"did not repaint {missing}"
    if not chat.witness.repainted and chat.public() != list(there):
        yield f"was shown to all: {chat.public()}"
