"""How well the student guard tells sentences that name a child from those that do not."""

from functools import cache
from pathlib import Path

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


def test_nineteen_of_twenty_sentences_that_name_a_child_are_found_and_one_in_fifty_others(capsys):
    named, fine = sentences()["names_a_student"], sentences()["fine"]
    missed = [one for one in named if not found(one)]
    alarms = [one for one in fine if found(one)]
    recall, false_alarms = 1 - len(missed) / len(named), len(alarms) / len(fine)
    with capsys.disabled():
        print(f"\nFinds {recall:.0%} of {len(named)}, false alarms {false_alarms:.1%} of {len(fine)}")
    assert len(named) + len(fine) >= 150
    assert recall >= 0.95, missed
    assert false_alarms <= 0.02, alarms
