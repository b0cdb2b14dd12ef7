"""How well words that blame students are told from those about practice, and how the four questions read."""

from pathlib import Path

import pytest
import yaml

from bot.content.problem_check import problem_check
from bot.model.problems import Check, Mark


@pytest.mark.parametrize(("kind", "least", "most"), [("", 0.9, 0.05), ("harder_", 0.3, 0.2)])
def test_most_sentences_that_blame_students_get_a_hint_and_few_others(capsys, kind, least, most):
    written = yaml.safe_load((Path(__file__).parent / "problem_sentences.yaml").read_text(encoding="utf-8"))
    blames, fine = written[f"{kind}blames"], written[f"{kind}fine"]
    missed = [one for one in blames if problem_check().instead(one) is None]
    alarms = [one for one in fine if problem_check().instead(one) is not None]
    recall, false_alarms = 1 - len(missed) / len(blames), len(alarms) / len(fine)
    with capsys.disabled():
        print(f"\nblame, {kind}: finds {recall:.0%}, false alarms {false_alarms:.1%}")
    assert recall >= least, missed
    assert false_alarms <= most, alarms


@pytest.mark.parametrize("example", problem_check().examples, ids=lambda one: one.before)
def test_each_example_reads_as_a_complaint_before_and_as_a_problem_of_practice_after(example):
    assert Mark.PASS not in {
        problem_check().read(example.before)[check] for check in (Check.MEASURABLE, Check.SPECIFIC)
    }
    assert set(problem_check().read(example.after).values()) == {Mark.PASS}
    assert problem_check().instead(example.after) is None
    assert problem_check().example(example.before) == example


def test_a_statement_in_spanish_is_read_as_well():
    good = (
        "En tercer grado de matemáticas pasamos a compartir en segundos. Si damos 3 minutos para escribir, "
        "más estudiantes explicarán: de 44% a 60% de las visitas."
    )
    assert set(problem_check().read(good).values()) == {Mark.PASS}
    assert problem_check().read("Los alumnos son flojos")[Check.POSITIVE] is Mark.FIX
