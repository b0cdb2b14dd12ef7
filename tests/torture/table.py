"""The counts side by side, as they stand in the documentation."""

from collections.abc import Sequence

from tests.torture.counting import Counts
from tests.torture.trial import Trial


def table(results: Sequence[tuple[Trial, Counts]]) -> str:
    """A table in Markdown, a column for each trial, and under it what is wrong."""
    names = dict.fromkeys(name for _, found in results for name in found.figures)
    lines = [
        "| | " + " | ".join(trial.name for trial, _ in results) + " |",
        "| --- |" + " ---: |" * len(results),
    ]
    for name in names:
        shown = (f"{found.figures[name]:,}" if name in found.figures else "" for _, found in results)
        lines.append(f"| {name} | " + " | ".join(shown) + " |")
    wrong = [f"WRONG in {trial.name}: {what}" for trial, found in results for what in found.wrong]
    return "\n".join([*lines, "", *(wrong or ["Everything is as it was declared."])])
