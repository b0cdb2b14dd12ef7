"""The words of decisions: short in the channel, whole in the thread."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages.decisions import relay
from bot.messages.decisions.recording import CHANGE, STATEMENT, STOPS, STUDENTS, WHY
from bot.messages.decisions.words import Telling, because_of, shortened
from bot.messages.plain import plain
from bot.model.decisions import Authority, Decision
from bot.model.decisions_support import Support
from bot.model.everybody import Roster
from bot.model.people import Person, School, Team

ROSTER = Roster(
    School(id="s", name="School", zone="America/Denver", since=datetime(2026, 8, 1, tzinfo=UTC)),
    (Person(school="s", key="d", name="Dale Clover", id="dale"),),
    (Team(school="s", key="office", name="Administration and office"),),
    (),
    (),
)


def telling(**changed) -> Telling:
    written = {
        "statement": "We write before we talk.",
        "why": "It helps.",
        "change": "Three minutes more.",
        **changed,
    }
    decision = Decision(
        school="s",
        number=14,
        teams=("office",),
        starts_on=date(2026, 11, 2),
        helper="dale",
        decided_by="dale",
        decided_at=datetime(2026, 10, 27, tzinfo=UTC),
        **written,
    )
    return Telling(decision, ROSTER, "D-003")


def texts(longest: int) -> st.SearchStrategy[str]:
    """Texts as long as a form allows, many words and few; without line breaks."""
    word = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
    return st.lists(word | st.just("a") | st.just("end."), min_size=10, max_size=longest).map(
        lambda words: " ".join(words)[:longest].strip() or "a"
    )


@pytest.mark.requirement("R-283")
@settings(max_examples=40)
@given(
    statement=texts(STATEMENT),
    students=texts(STUDENTS),
    why=texts(WHY),
    change=texts(CHANGE),
    stops=texts(STOPS),
    authority=st.sampled_from(Authority),
    minutes=st.sampled_from((None, 20, -20)),
    is_there=st.booleans(),
)
def test_a_post_has_at_most_120_words_however_much_was_written(
    statement, students, why, change, stops, authority, minutes, is_there
):
    told = telling(
        statement=statement,
        students=students,
        why=why,
        change=change,
        stops=stops,
        authority=authority,
        review_on=date(2026, 12, 8),
        inputs=("a", "b"),
        from_trend=True,
        minutes=minutes,
        support=Support("cover " * 30, "paper " * 30, "visits " * 25),
        supported_on=date(2026, 11, 2) if is_there else None,
    )
    told = replace(told, credits=("Uma Thistle", "Nia Maple"), window=(date(2026, 10, 5), date(2026, 10, 23)))
    assert len(plain(relay.post(told, "office")).split()) <= 120
    whole = plain(relay.in_full(told))
    assert all(words in whole for words in (statement, students, why, change, stops))


def test_a_post_uses_most_of_its_120_words():
    told = telling(
        statement="word " * 50,
        students="word " * 35,
        why="word " * 250,
        change="word " * 70,
        stops="word " * 35,
    )
    assert 100 < len(plain(relay.post(told, "office")).split()) <= 120


def test_what_students_will_do_comes_first_then_the_number_then_the_decision():
    told = telling(students="explain to a partner", stops="The exit slip")
    assert plain(relay.post(told, "office")).splitlines() == [
        "Students will explain to a partner",
        "ILT decision D-014 (ILT decides)",
        "We write before we talk.",
        "Why: It helps.",
        "For Administration and office, from Mon, Nov 2: Three minutes more.",
        "Stops or shrinks: The exit slip",
        "Help: ask Dale Clover.",
        "Replaces D-003.",
        "[Ask] [Concern] [Got it]",
    ]


def test_the_reason_is_shortened_first():
    told = telling(statement="word " * 29 + "word", why="Because. " * 150)
    post = plain(relay.post(told, "office"))
    assert told.decision.statement in post
    assert told.decision.why not in post
    assert "Read more in the thread." in post


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One two three. Four five six.", "One two three. Four five six."),
        ("One two three. Four five six seven.", "One two three."),
        ("One two three four five six seven", "One two three four five six…"),
        ("One. Two three four five six seven", "One. Two three four five six…"),
        ('He said "yes." And then some more words', 'He said "yes."'),
        ("x" * 700, "x" * 599 + "…"),
    ],
)
def test_a_text_is_shortened_at_a_sentence_or_else_at_a_word(words, expected):
    assert shortened(words, 6) == expected


@pytest.mark.parametrize(
    ("inputs", "trend", "expected"),
    [
        ((), False, ""),
        (("a",), False, "1 staff input"),
        ((), True, "the walkthrough trend"),
        (("a", "b"), True, "2 staff inputs and the walkthrough trend"),
    ],
)
def test_what_shaped_it_is_counted(inputs, trend, expected):
    assert because_of(telling(inputs=inputs, from_trend=trend)) == expected
