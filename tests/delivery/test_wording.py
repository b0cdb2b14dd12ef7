"""What people read when a message went another way."""

import pytest

from bot.messages.delivery import passed_on, perhaps_twice
from bot.messages.languages import message_in
from bot.messages.plain import plain
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.languages import Language


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


def test_a_message_of_one_line_keeps_it_when_a_line_is_added():
    said = plain(perhaps_twice(Message("The room has changed"))).splitlines()
    assert said[0].startswith("This may be here twice")
    assert said[1:] == ["The room has changed"]


@pytest.mark.parametrize("language", list(Language))
def test_a_message_says_once_that_it_may_be_there_twice_whatever_language_it_went_out_in(language):
    once = message_in(language, perhaps_twice(Message("Hello", (paragraph("Hello"),))))
    assert perhaps_twice(once) == once


async def test_a_private_message_passed_on_keeps_its_neutral_notification_line(sample):
    private = Message("A note for you", (paragraph("Something private"),), private=True)
    reader = sample.speaker_for("grade-2")
    passed = passed_on(private, Audience.team("grade-2"), "is_archived", reader.id, sample)
    assert passed.summary == "A note for you"
    assert passed.private


async def test_an_open_message_passed_on_says_for_whom_it_was_meant(sample):
    reader = sample.speaker_for("grade-2")
    passed = passed_on(Message("Exit tickets"), Audience.team("grade-2"), "odd_word", reader.id, sample)
    assert passed.summary == "For Grade 2: Exit tickets"
    assert plain(passed).splitlines() == [
        "This was meant for Grade 2, but the channel could not be reached. "
        "It comes to you because you speak for Grade 2. Please share it.",
        "Exit tickets",
    ]


async def test_who_stands_in_for_a_team_nobody_speaks_for_is_told_so(sample):
    deputy = sample.keyed("noel-mint")
    passed = passed_on(Message("Exit tickets"), Audience.team("grade-2"), "no_channel", deputy.id, sample)
    assert "because nobody speaks for Grade 2 yet" in plain(passed)
