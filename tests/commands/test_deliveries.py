"""`ilt-bot deliveries`: what it says of nothing, of bad input, and in each format."""

import json
import sqlite3

import pytest

from tests.databases import SCHOOL


@pytest.fixture
def lost(school, tmp_path):
    """The sample school, with one message that could not be delivered."""
    with sqlite3.connect(tmp_path / "ilt.db") as database:
        database.execute(
            "INSERT INTO outbox (id, school, key, audience, message, platform, state, due_at, settled_at, "
            "if_unknown, attempts, trouble) VALUES ('1', ?, 'meeting/1/agenda', 'ilt', "
            "'{\"summary\": \"heron\", \"parts\": []}', 'slack', 'failed', "
            "datetime('now', '-1 hour') || '.000000', datetime('now') || '.000000', 'never', 5, 'gave_up')",
            (SCHOOL,),
        )
    return school


def test_a_message_that_failed_is_listed_in_words_csv_and_json(lost):
    words = lost("deliveries").out

    assert words.startswith(
        f"{SCHOOL}, the last 7 days: 0 messages arrived. 1 message could not be delivered.\n"
    )
    assert "Agenda, for #ilt\n    It could not be delivered: the platform did not take it" in words
    assert lost("deliveries", "--format", "csv").out.splitlines()[1].startswith(f"{SCHOOL},20")
    (found,) = json.loads(lost("deliveries", "--format", "json", "--school", SCHOOL).out)
    assert found["counts"] == {"Agenda": {"failed": 1}}
    assert "heron" not in words + json.dumps(found)
    assert "Agenda, for" not in lost("deliveries", "--state", "expired").out


def test_without_messages_it_says_so(school):
    assert (
        school("deliveries").out == f"{SCHOOL}: there were no messages in the last 7 days, and none waits.\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--school", "nowhere"), 1, "There is no school nowhere. There is:"),
        (("--days", "0"), 2, "0 is not a number of days; give one from 1 to 366"),
        (("--state", "eaten"), 2, "invalid choice: 'eaten'"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(school, words, code, says):
    said = school("deliveries", *words)

    assert (said.code, said.out) == (code, "")
    assert says in said.err
