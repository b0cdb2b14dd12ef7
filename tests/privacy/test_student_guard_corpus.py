"""How well the student guard tells sentences that name a child from those that do not."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.content.student_guard import student_guard
from bot.model.guard import Adults

COLLEAGUES = Adults.of(["Noel Mint", "Tea Sage", "Uma Thistle", "Mina Linden"])


@cache
def sentences() -> dict[str, list[str]]:
    written = (Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(written)


def found(sentence: str) -> bool:
    return student_guard().suspicion(sentence, COLLEAGUES) is not None


def measured(named: list[str], fine: list[str]) -> tuple[float, float, list[str], list[str]]:
    """The share of the named ones that is found, the share of the others that is stopped, and which."""
    missed = [one for one in named if not found(one)]
    alarms = [one for one in fine if found(one)]
    return 1 - len(missed) / len(named), len(alarms) / len(fine), missed, alarms


@pytest.mark.parametrize(("kind", "least", "most"), [("", 0.95, 0.02), ("harder_", 0.7, 0.1)])
def test_most_sentences_that_name_a_child_are_found_and_few_others(capsys, kind, least, most):
    named, fine = sentences()[f"{kind}names_a_student"], sentences()[f"{kind}fine"]
    recall, false_alarms, missed, alarms = measured(named, fine)
    with capsys.disabled():
        print(f"\n{kind}: finds {recall:.0%} of {len(named)}, false alarms {false_alarms:.1%} of {len(fine)}")
    assert recall >= least, missed
    assert false_alarms <= most, alarms
