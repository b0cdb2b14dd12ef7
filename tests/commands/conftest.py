"""The command line, called as a person calls it: in a folder of its own, with the variables it is given."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.databases import copied_now


@dataclass(frozen=True)
class Said:
    """How a command ended: its code, what it said, what it complained about."""

    code: int
    out: str
    err: str


Ilt = Callable[..., Said]


@pytest.fixture
def as_before() -> Iterator[None]:
    """A command sets the process up for itself; afterwards it is as it was."""
    hook, handlers = sys.excepthook, logging.getLogger().handlers[:]
    yield
    sys.excepthook = hook
    logging.getLogger().handlers[:] = handlers


@pytest.fixture
def ilt(
    tmp_path: Path, as_before: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Ilt:
    """Run `ilt-bot` in an empty folder."""
    for name in [name for name in os.environ if name.startswith(("ILT_", "SLACK_", "TEAMS_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def run(*words: str, **variables: str) -> Said:
        with monkeypatch.context() as for_now:
            for name, value in variables.items():
                for_now.setenv(name, value)
            capsys.readouterr()
            try:
                code = main(words)
            except SystemExit as end:
                code = int(end.code or 0)
            said = capsys.readouterr()
            return Said(code, said.out, said.err)

    return run


@pytest.fixture
def school(ilt: Ilt, sample_database: Path, tmp_path: Path) -> Ilt:
    """The command line in a folder whose database holds the sample school."""
    copied_now(sample_database, tmp_path / "ilt.db")
    return ilt
