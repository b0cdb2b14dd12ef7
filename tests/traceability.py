"""Which requirements a passing test demonstrates: `make requirements`.

Runs the tests that claim one, reads `@pytest.mark.requirement("R-277")` off those that passed, and prints
by section and tier what is shown and which M rows are still missing.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

import pytest

INVENTORY = Path(__file__).parent.parent / "docs" / "requirements.csv"


class Witness:
    """A pytest plugin: remembers which rows passing tests claim, and which failing ones do."""

    def __init__(self) -> None:
        self.shown: dict[str, list[str]] = defaultdict(list)
        self.broken: set[str] = set()
        self._claims: dict[str, tuple[str, ...]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            marks = item.iter_markers("requirement")
            self._claims[item.nodeid] = tuple(row for mark in marks for row in mark.args)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        rows = self._claims.get(report.nodeid, ())
        if report.failed:
            self.broken.update(rows)
        if report.when == "call" and report.passed:
            for row in rows:
                self.shown[row].append(report.nodeid)


def inventory() -> list[dict[str, str]]:
    with INVENTORY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def report(rows: list[dict[str, str]], witness: Witness) -> list[str]:
    """Lines for a person: each section with its tiers, then the M rows nobody shows yet."""
    sections = sorted({row["section"] for row in rows})
    shown = {row for row in witness.shown if row not in witness.broken}
    lines = []
    for section in sections:
        inside = [row for row in rows if row["section"] == section]
        counts = (
            f"{tier} {sum(row['id'] in shown for row in inside if row['tier'] == tier)}"
            f"/{sum(row['tier'] == tier for row in inside)}"
            for tier in ("M", "S", "C")
        )
        lines.append(f"{section}: {', '.join(counts)}")
        lines += [
            f"    {row['id']} {row['tier']}  {len(witness.shown[row['id']])} tests"
            for row in inside
            if row["id"] in shown
        ]
    missing = [row["id"] for row in rows if row["tier"] == "M" and row["id"] not in shown]
    lines.append(f"M rows that no passing test demonstrates ({len(missing)}): {' '.join(missing)}")
    unknown = sorted(set(witness.shown) - {row["id"] for row in rows})
    return lines + ([f"Claimed but not in the inventory: {' '.join(unknown)}"] if unknown else [])


def main() -> int:
    witness = Witness()
    outcome = pytest.main(["-q", "--no-header", "-n", "0", "-m", "requirement"], plugins=[witness])
    print("\n".join(report(inventory(), witness)))
    return int(outcome)


if __name__ == "__main__":
    sys.exit(main())
