"""What few eyes may read stands in the file only as nobody without the key can read it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.checkins import CheckInTopic
from storage.columns import SEALER as KEPT_AT
from storage.sealed_columns import seal_anew, sealed_columns
from storage.sealing import Key, LostKey, NotAKey, Sealer
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL, SEALER
from tests.databases import KEY

PHRASE = "the quiet heron by the pond"


@given(words=st.text())
def test_what_is_sealed_opens_with_its_key_alone(words):
    sealed = Sealer([KEY]).seal(words)

    assert Sealer([Key.new(), KEY]).unseal(sealed) == words
    with pytest.raises(LostKey):
        Sealer([Key.new()]).unseal(sealed)


def test_the_same_words_never_look_the_same_and_cannot_be_changed_unseen():
    sealed = SEALER.seal(PHRASE)

    assert sealed != SEALER.seal(PHRASE)
    place = len(sealed) - 6
    with pytest.raises(LostKey):
        SEALER.unseal(sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :])


def test_a_key_says_nothing_of_itself():
    assert KEY.text not in repr(KEY)
    assert Key.read(f" {KEY.text}\n") == KEY
    for wrong in ("", "short", KEY.text + "A" * 8):
        with pytest.raises(NotAKey):
            Key.read(wrong)


async def write(units: UnitsOfWork, clock) -> None:
    topic = CheckInTopic(
        school=SCHOOL,
        series="s",
        day=date(2026, 10, 20),
        author="a",
        text=PHRASE,
        talk_only=False,
        added_at=clock.now(),
    )
    async with units.writing(SCHOOL) as work:
        work.checkins.add(topic)
        await work.outbox.post(
            Audience.ilt(), Message("A note", (paragraph(PHRASE),), True), key="k", due_at=clock.now()
        )


async def test_neither_the_file_nor_its_log_holds_the_words(units, clock, engines, database):
    await write(units, clock)

    files = [*Path(database.removeprefix("sqlite:///")).parent.glob("ilt.db*")]
    assert any(file.name.endswith("-wal") for file in files)
    assert [file.name for file in files if PHRASE.encode() in file.read_bytes()] == []


async def test_a_new_key_opens_everything_and_the_old_one_nothing(units, clock, engines):
    await write(units, clock)
    new = Key.new()
    dialects = [engine.sync_engine.dialect for engine in (engines.writer, engines.reader)]
    try:
        for dialect in dialects:
            setattr(dialect, KEPT_AT, Sealer([new, KEY]))
        assert await seal_anew(engines.writer) == 2
        for dialect in dialects:
            setattr(dialect, KEPT_AT, Sealer([new]))
        async with units.reading(SCHOOL) as work:
            (letter,) = await work.outbox.pending()
        assert letter.summary == "A note"
        for dialect in dialects:
            setattr(dialect, KEPT_AT, SEALER)
        async with units.reading(SCHOOL) as work:
            with pytest.raises(LostKey):
                await work.outbox.pending()
    finally:
        for dialect in dialects:
            setattr(dialect, KEPT_AT, SEALER)


def test_everything_two_people_say_to_each_other_and_every_letter_is_sealed():
    sealed = {f"{table.name}.{column.name}" for table, column in sealed_columns()}

    assert sealed >= {
        "check_in_topics.text",
        "learning_cycles.goal",
        "decision_questions.text",
        "decision_questions.answer",
        "staff_input.see",
        "staff_input.suggest",
        "walkthrough_visits.notes",
        "outbox.message",
    }
