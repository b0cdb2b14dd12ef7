"""Faults of the database, one by one: what people read meanwhile, and that all goes on, nothing lost."""

import asyncio
import json
from collections import Counter
from typing import Any

import pytest

from tests.faults import striking
from tests.faults.frame import WORDS, Fault, Ground
from tests.postgres import on_one_server
from tests.serving.process import until

NO_RECORDS = (
    "I cannot get at my records right now, so I could not do that. Nothing was saved. "
    "Please try again in a few minutes."
)
SEND_LATER = (
    "I cannot get at my records right now. Nothing was saved; your words are still here. "
    "Please send the form again in a few minutes."
)
STILL_AT_IT = (
    "This takes longer than usual, and I am still at it. Your words are still here. "
    "Please wait a little and send the form again: it is never done twice."
)
STILL_DOING_IT = (
    "This takes longer than usual, and I am still at it. If you hear nothing more from me in a minute, "
    "please type it again."
)
NOBODY_KNOWS = (
    "I lost touch with my records while I saved this. Your words are still here. Please send the "
    "form again in a few minutes: it is never done twice."
)
IN_USE = "The database is in use by something else that does not let go. Stop it, then try again."
GONE = (
    "The database file is no longer there, or another one is in its place. Put it back or restore a backup: "
    "the bot goes on by itself. Nothing was saved."
)
NO_ANSWER = "The database server does not answer. Check ILT_DATABASE_URL and that the server runs."
TAKES_NO_CHANGES = (
    "The database server takes no changes: it is read-only. Check that ILT_DATABASE_URL names the main "
    "server and not a standby, and that `default_transaction_read_only` is off."
)
TOO_MANY = "The database server takes no more connections. Stop something, or allow more."
SHORT = {"ILT_DATABASE_WAIT_SECONDS": "0.3"}

ON_A_FILE = (
    Fault("locked", striking.locked, IN_USE, SEND_LATER, None, NO_RECORDS, SHORT),
    Fault("gone", striking.moved_away, GONE, SEND_LATER, NO_RECORDS, NO_RECORDS),
)
ON_A_SERVER = (
    Fault("stopped", striking.stopped, NO_ANSWER, SEND_LATER, NO_RECORDS, NO_RECORDS),
    Fault("restarted", striking.restarted, None, None, None, None),
    Fault("cut off", striking.cut_off, None, None, None, None),
    Fault("read-only", striking.read_only, TAKES_NO_CHANGES, SEND_LATER, None, NO_RECORDS),
    Fault("held", striking.held, None, SEND_LATER, None, NO_RECORDS, SHORT),
    Fault("no connections left", striking.crowded, TOO_MANY, SEND_LATER, NO_RECORDS, NO_RECORDS),
)


def named(fault: Fault) -> str:
    return fault.name


@pytest.mark.parametrize("fault", ON_A_FILE, ids=named)
async def test_a_file_that_fails_loses_nothing(fault, on_a_file, logged):
    await lived_through(fault, await on_a_file(fault), logged)


@on_one_server
@pytest.mark.parametrize("fault", ON_A_SERVER, ids=named)
async def test_a_server_that_fails_loses_nothing(fault, on_a_server, logged):
    await lived_through(fault, await on_a_server(fault), logged)


async def lived_through(fault: Fault, ground: Ground, logged) -> None:
    """People act while it lasts; afterwards the same form is sent again, and it all comes out once."""
    await ground.types("/ilt language")
    await ground.opens_a_form()
    async with fault.strike(ground):
        await ground.sends_the_form()
        assert ground.form_says() == (fault.form or "")
        assert ground.words_in_the_form() == (fault.form is not None)
        if fault.button:
            assert await ground.presses("Español") == fault.button
        said = await ground.types("/ilt language")
        assert said == fault.command if fault.command else "English" in said
        if fault.operator:
            await until(lambda: _says(ground, fault.operator))

    if fault.form:
        await until(lambda: _says(ground, "ok"))
        await ground.sends_the_form()
    assert not ground.words_in_the_form(), ground.form_says()
    assert await ground.kept() == 1
    await ground.posts_a_letter()
    await until(ground.letters)
    told = logged()
    assert WORDS not in told
    said = Counter((one["way"], one["why"]) for one in lines(told, "the database fails"))
    assert set(said.values()) <= {1}, "one line for each thing that is wrong"
    assert {way for way, _ in said} == {one["way"] for one in lines(told, "the database works again")}
    assert not lines(told, "a tick broke")


def lines(told: str, event: str) -> list[dict[str, Any]]:
    """What was logged of one event."""
    return [json.loads(one) for one in told.splitlines() if f'"event": "{event}"' in one]


async def _says(ground: Ground, words: str | None) -> bool:
    return await ground.readiness() == words


async def test_a_command_that_waits_is_answered_meanwhile_and_done_once(on_a_file):
    ground = await on_a_file(Fault("busy", striking.locked, None, None, None, None))
    async with striking.locked(ground):
        assert await ground.types("/ilt away 2 days") == STILL_DOING_IT
        before = len(ground.whispers())

    await until(lambda: len(ground.whispers()) > before)
    assert "I do not write to you" in ground.whispers()[-1].words


async def test_a_form_that_waits_is_answered_meanwhile_and_what_comes_of_it_is_told(on_a_file):
    fault = Fault("busy", striking.locked, None, STILL_AT_IT, None, None)
    ground = await on_a_file(fault)
    await ground.opens_a_form()
    async with fault.strike(ground):
        await ground.sends_the_form()
        assert ground.form_says() == STILL_AT_IT
        assert ground.words_in_the_form()

    await until(lambda: "I-001" in "".join(ground.slack.letters("uma-thistle")))
    await ground.sends_the_form()

    assert not ground.words_in_the_form()
    assert await ground.kept() == 1


async def test_a_form_says_it_in_its_own_language_and_who_is_not_known_reads_both(on_a_file):
    fault = Fault("gone", striking.moved_away, GONE, SEND_LATER, NO_RECORDS, NO_RECORDS)
    ground = await on_a_file(fault)
    await ground.reads_spanish()
    await ground.opens_a_form()
    async with fault.strike(ground):
        await ground.sends_the_form()
        assert ground.form_says().startswith("Ahora mismo no puedo abrir mis registros. No se guardó nada;")
        said = await ground.types("/ilt language")

    assert said.startswith(NO_RECORDS)
    assert "Ahora mismo no puedo abrir mis registros, así que no pude hacerlo." in said


@on_one_server
async def test_a_connection_cut_while_a_form_is_kept_says_that_nobody_can_tell(on_a_server):
    ground = await on_a_server(Fault("cut", striking.cut_off, None, None, None, None))
    await ground.opens_a_form()
    async with striking.slow_to_keep(ground):
        sending = asyncio.create_task(ground.sends_the_form())
        await striking.committing(ground)
        async with striking.cut_off(ground):
            await sending
        assert ground.form_says() == NOBODY_KNOWS
        assert ground.words_in_the_form()

    await ground.sends_the_form()

    assert not ground.words_in_the_form(), ground.form_says()
    assert await ground.kept() == 1


@on_one_server
async def test_a_server_restarted_while_a_message_is_on_its_way_loses_and_doubles_nothing(on_a_server):
    fault = Fault("restarted", striking.restarted, None, None, None, None, {"ILT_LEASE_SECONDS": "2"})
    ground = await on_a_server(fault)
    ground.slack.sandbox.faults.delay("chat.postMessage", 1.5)
    await ground.posts_a_letter()
    await until(ground.letter_is_in_hand)

    async with fault.strike(ground):
        await until(ground.letters)
        await until(ground.letter_is_marked)

    assert ground.letters() == 1
