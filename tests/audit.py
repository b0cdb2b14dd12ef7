"""Whether any package the bot stands on is known to be unsafe: part of `make check`.

Every pin is looked up with pip-audit among PyPI's advisories. It fails on a known vulnerability, on a
package that PyPI does not have, on a requirement without its hash, and on an exception that has run out.
Where the advisories cannot be reached it says so, and fails only with AUDIT=required: set that where a
release is built.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
FILES = ("requirements.txt", "requirements-dev.txt")
"""The second holds everything that the first holds, and what development needs beside it."""

PIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*==[^\s;]+( ; [^\\]+)?( --hash=sha256:[0-9a-f]{64})+")
SECONDS = 180
UNREACHED = (
    "NOT AUDITED: PyPI's advisories cannot be reached from here, so nothing is known about {count} packages. "
    "Run `make check` again where they can, before anything is released."
)


@dataclass(frozen=True)
class Ignored:
    """An advisory that is let pass: why, and until when."""

    id: str
    reason: str
    until: date


def exceptions(pyproject: str) -> list[Ignored]:
    """What `[tool.ilt-bot.audit]` lets pass, as `ignore = [{ id = "", reason = "", until = 2027-01-31 }]`."""
    told = tomllib.loads(pyproject).get("tool", {}).get("ilt-bot", {}).get("audit", {}).get("ignore", [])
    return [Ignored(one["id"], one["reason"], one["until"]) for one in told]


def pins(requirements: str) -> list[str]:
    """The requirements of a file, each on one line."""
    joined = requirements.replace("\\\n", " ")
    lines = (" ".join(line.split()) for line in joined.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def loose(runtime: Sequence[str], development: Sequence[str]) -> list[str]:
    """What is not pinned by its hash, or otherwise in development than where the bot runs."""
    unpinned = [
        f"{line.split()[0]} is not pinned by its hash." for line in development if not PIN.fullmatch(line)
    ]
    missing = sorted(set(runtime) - set(development))
    return unpinned + [f"{line.split()[0]} is otherwise in {FILES[1]}: run `make lock`." for line in missing]


def overdue(ignored: Sequence[Ignored], today: date) -> list[str]:
    """Exceptions that nobody has looked at again in time."""
    return [
        f"The exception for {one.id} ended on {one.until}: {one.reason}"
        for one in ignored
        if one.until < today
    ]


def asked(requirements: str, ignored: Sequence[Ignored], *service: str) -> list[Mapping[str, Any]] | None:
    """What pip-audit found about each pin; None when the advisories cannot be reached."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "requirements.txt"
        file.write_text(requirements, encoding="utf-8")
        words = [*("--requirement", str(file), "--require-hashes", "--disable-pip", "--format", "json")]
        words += [*("--progress-spinner", "off", "--timeout", "10"), *service]
        words += [part for one in ignored for part in ("--ignore-vuln", one.id)]
        done = subprocess.run(
            [sys.executable, "-m", "pip_audit", *words], capture_output=True, timeout=SECONDS, check=False
        )
    try:
        return list(json.loads(done.stdout)["dependencies"])
    except ValueError:
        return None


def found(report: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is wrong with the packages in a report, a sentence each."""
    said = []
    for one in report:
        if "skip_reason" in one:
            said.append(f"{one['name']} is not on PyPI. Where does it come from?")
        for advisory in one.get("vulns", ()):
            mended = " or ".join(advisory["fix_versions"]) or "no version yet"
            said.append(f"{one['name']} {one['version']}: {advisory['id']}, mended in {mended}.")
    return said


def knows(report: Sequence[Mapping[str, Any]] | None) -> bool:
    """Whether the advisories were reached: a mirror without them answers that it has no such package."""
    return bool(report) and not any("skip_reason" in one for one in report or ())


def main(*service: str) -> int:
    runtime, development = (pins((ROOT / name).read_text(encoding="utf-8")) for name in FILES)
    ignored = exceptions((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wrong = loose(runtime, development) + overdue(ignored, datetime.now(UTC).date())
    reached = knows(asked(runtime[0], (), *service))
    if reached:
        report = asked("\n".join(development), ignored, *service)
        reached = report is not None
        wrong += found(report or ())
    if not reached:
        print(UNREACHED.format(count=len(development)), file=sys.stderr)
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    if reached and not wrong:
        print(f"Audited {len(development)} packages: no known vulnerability.")
    return 1 if wrong or (not reached and os.environ.get("AUDIT") == "required") else 0


if __name__ == "__main__":
    sys.exit(main())
