"""A kinder wording is offered where students are spoken of as lacking, and nowhere else."""

import pytest

from bot.model.language import kinder


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (
            "Low kids can't do fractions",
            "Students are not yet connecting with fractions: what could we change in the task?",
        ),
        (
            "our lowest readers never get main idea",
            "Students are not yet connecting with main idea: what could we change in the task?",
        ),
        ("What do we do about the lows", None),
        ("Bubble kids", "Students are not yet connecting: what could we change in the task?"),
        (
            "They don't even try",
            "Students are not yet connecting: what could we change in the task?",
        ),
        (
            "Students can’t handle transitions.",
            "Students are not yet connecting with transitions: what could we change in the task?",
        ),
    ],
)
def test_a_sentence_about_what_students_lack_is_turned_to_the_task(said, instead):
    assert kinder(said) == (instead or "Students are not yet connecting: what could we change in the task?")


@pytest.mark.parametrize(
    "said",
    [
        "Low attendance on Fridays",
        "Slow release of responsibility",
        "We can't find time for peer visits",
        "The projector cannot be used on Tuesday",
        "Weak signal in the gym",
        "Students can explain their thinking",
        "Class schedule for May",
        "Low-inference notes: a first try",
        "Never again two meetings on one day",
        "Kids Can program: next steps",
    ],
)
def test_ordinary_sentences_are_left_alone(said):
    assert kinder(said) is None
