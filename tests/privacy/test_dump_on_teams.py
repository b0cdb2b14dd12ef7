"""The same on Microsoft Teams, from the 1:1 chat and the compose box of a channel: what a thief finds."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.sandbox.clock import StillClock
from tests.databases import MONDAY_NOON, sample
from tests.privacy.dump import changed, dump, log_of, places
from tests.privacy.test_dump import linked
from tests.teams_world import teams_world

WORDS = "The copier eats half of the planning time"
UNWISE = "Jane D. in 4B hits others"


@pytest.fixture
async def teams(engines):
    async with teams_world(sample(), StillClock(MONDAY_NOON), engines) as world:
        yield world
        assert world.misspoken() == []


async def opens_in_the_chat(uma):
    await uma.opens("input copies")


async def opens_in_a_channel(uma):
    await uma.uses("input", "all-staff")


@pytest.mark.requirement("R-285", "R-287")
@pytest.mark.parametrize("opens", [opens_in_the_chat, opens_in_a_channel])
async def test_a_stolen_database_and_log_do_not_say_who_wrote_it_on_teams(teams, logged, opens):
    file = Path(teams.core.engines.writer.url.database)
    uma, where = teams.person("uma-thistle"), "all-staff"
    await uma.says("help")
    await opens(uma)
    before, letters, heard = dump(file), uma.letters, teams.heard_in(where)
    logged()

    await uma.submits(see=UNWISE, mode="anonymous", scope="my_team")
    assert "This looks like it names a student" in uma.form.words
    await teams.tenant.acting.submit(uma.id, {}, "Edit")
    assert dump(file)["anonymous_inputs"] == []
    await uma.submits(see=WORDS, mode="anonymous", scope="my_team")

    code = uma.form.words.split("Your code is:")[1].split()[0]
    after, log = dump(file), logged()
    assert changed(before, after) == {"anonymous_inputs"}
    assert log_of(file) == b""
    assert not set(places(file, [WORDS.encode(), UNWISE.encode()])) - {-1}
    assert (uma.letters, teams.heard_in(where)) == (letters, heard)
    told = repr(teams.tenant.calls.all())
    assert not any(words in told for words in (WORDS, UNWISE, code)), "it was posted somewhere"

    await teams.until(date(2026, 10, 20), time(8, 0))
    found = dump(file)
    (row,) = found["anonymous_inputs"]
    (person,) = (one for one in found["people"] if "uma-thistle" in one)
    traces = {uma.id, "uma-thistle", "uma.thistle@sample.example", "Uma Thistle", str(person[0])}
    assert linked(found, traces, {str(row[0]), str(row[2]), code, WORDS}) == []
    assert [trace for trace in traces if trace in log] == []
