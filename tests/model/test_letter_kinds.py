"""Every letter the program can write is of some kind: nothing it starts goes uncounted by oversight."""

import re
from pathlib import Path

import pytest

from bot.model.courtesy import Weight
from bot.model.letter_kinds import KINDS, kind_of, weight_of

ROUTINES = Path(__file__).parents[2] / "bot" / "routines"
KEY = re.compile(r'key ?= ?f"([a-z-]+)/')
SAYS_NOTHING = {"away", "acting", "team"}
"""Keys of what only happens, and ends of keys that begin with another word where they are used."""


def test_every_key_that_a_routine_writes_is_of_some_kind():
    written = {word for file in ROUTINES.rglob("*.py") for word in KEY.findall(file.read_text("utf-8"))}
    known = {kind.pattern.partition("/")[0] for kind in KINDS}
    assert len(written) > 10
    assert written - known == SAYS_NOTHING


@pytest.mark.parametrize(
    ("key", "weight"),
    [
        ("input/1/receipt", None),
        ("input/1/late/2026-10-20", None),
        ("question/1/answer", None),
        ("meeting/2026-10-27/agenda", None),
        ("calendar/1/notice", None),
        ("decision/1/relay/grade-2", Weight.NEWS),
        ("decision/1/relay/grade-2/rerouted", None),
        ("checkin/reminder/p/2026-10-22/marks", Weight.WAITS),
        ("meeting/2026-10-27/facilitator/p", Weight.WAITS),
        ("something else", None),
    ],
)
def test_answers_meetings_and_lost_days_are_never_counted(key, weight):
    assert weight_of(key) is weight


def test_no_kind_is_hidden_behind_an_earlier_one():
    assert all(kind_of(kind.pattern.replace("*", "x")) is kind for kind in KINDS)
