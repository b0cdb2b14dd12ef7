"""Nobody is ever named for not answering: not in public, not to a leader, not to each other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

WORDING = Path(__file__).parents[2] / "bot" / "messages"
A_PERSON = re.compile(r"\{[^}]*\b(other|owner|names?|person|people|author|holder|by|who|members?)\b[^}]*\}")
REPROACH = re.compile(
    r"\b(has|have|had|did) not\b|(?<!I ca)n't\b|\bnot (answered|replied|responded|voted|read)\b"
    r"|\bno (answer|reply|response|word)\b|\bmissing\b|\boverdue\b|\bstill owes?\b|\b(ignored|forgot)\b"
)


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence with a placeholder in the wording, as `file:line` and with the placeholders' code."""
    for file in sorted(WORDING.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                for said in re.split(r"[.?!]\s", template(node)):
                    yield f"{file.name}:{node.lineno}", said


def template(node: ast.JoinedStr) -> str:
    pieces = (
        str(part.value) if isinstance(part, ast.Constant) else "{" + ast.unparse(part).strip("f'\"{}") + "}"
        for part in node.values
    )
    return "".join(pieces)


@pytest.mark.parametrize(
    "said",
    [
        "{view.other} has not answered the cycle",
        "With {one.owner}, not answered yet",
        "Invited, no answer yet: {names}",
    ],
)
def test_a_sentence_that_does_is_found(said):
    assert A_PERSON.search(said)
    assert REPROACH.search(said)


def test_no_sentence_names_somebody_for_what_they_have_not_done():
    found = [(place, said) for place, said in sentences() if A_PERSON.search(said) and REPROACH.search(said)]
    assert found == []
