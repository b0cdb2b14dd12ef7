"""The sandbox stays on this computer, and away from everything real."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import web

from bot.app.sandbox import apart, names, serve
from bot.commands.sandbox import require_own
from bot.errors import Problem
from bot.sandbox.clock import StillClock
from tests.databases import MONDAY_NOON

NOBODYS = "203.0.113.9"
"""An address for documentation, which no computer has. RFC 5737"""


async def test_it_uses_no_database_that_the_environment_names(tmp_path, monkeypatch):
    real = tmp_path / "ilt.db"
    real.write_bytes(b"a real school")
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(f"ILT_DATABASE_URL=sqlite:///{real}\n")
    monkeypatch.setenv("ILT_DATABASE_URL", f"sqlite:///{real}")

    async with apart(StillClock(MONDAY_NOON)) as core:
        place = Path(core.engines.writer.url.database)
        assert place != real
        assert place.parent.is_dir()

    assert not place.parent.exists()
    assert real.read_bytes() == b"a real school"
    assert sorted(one.name for one in tmp_path.iterdir()) == [".env", "ilt.db"]


async def test_only_this_computer_reaches_it_unless_another_address_is_asked_for():
    async with AsyncExitStack() as stack:
        url = await serve(stack, web.Application(), 0)
        open_to_all = await serve(stack, web.Application(), 0, "0.0.0.0")

    assert url.startswith("http://127.0.0.1:")
    assert open_to_all.startswith("http://127.0.0.1:"), "where the bot under it finds it"


@pytest.mark.parametrize("host", [NOBODYS, "nowhere.invalid", "", "256.1.1.1"])
def test_an_address_that_is_not_this_computers_is_refused_in_a_sentence(host):
    with pytest.raises(Problem, match="not an address of this computer"):
        require_own(host)


def test_on_loopback_it_answers_under_no_name_but_localhost():
    assert names("127.0.0.1") == frozenset()
    assert names("Lab-7") == {"lab-7"}
