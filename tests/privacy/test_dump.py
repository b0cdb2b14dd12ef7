"""Lived over real HTTP: what somebody finds who steals the database, its log and the program's log."""

from datetime import date, time

import pytest

from bot.sandbox.reading import plain_text
from tests.privacy.dump import Dump, changed, dump, log_of
from tests.scenarios.conftest import world as world

WORDS = "The copier eats half of the planning time"


def copy_of(world):
    from pathlib import Path

    return Path(world.running.core.engines.writer.url.database)


def linked(found: Dump, traces: set[str], secrets: set[str]) -> list[str]:
    """The tables in which one row holds a trace of the person and something of the input."""
    return [
        table
        for table, rows in found.items()
        for row in rows
        if any(trace in repr(row) for trace in traces) and any(one in repr(row) for one in secrets)
    ]


@pytest.mark.requirement("R-285", "R-287")
async def test_a_stolen_database_and_log_do_not_say_who_wrote_it(world, logged):
    uma, bea = world.person("uma-thistle"), world.person("bea-birch")
    await uma.says("/ilt-input copies", "all-staff")
    await uma.submits(see="Jane D. in 4B hits others", mode="anonymous", scope="my_team")
    assert "This looks like it names a student" in plain_text(uma.form().blocks)
    assert "use the school's safety procedure now" in plain_text(uma.form().blocks)
    assert dump(copy_of(world))["anonymous_inputs"] == []
    await uma._acting.modals.close(uma.account, uma.form().id)
    before = dump(copy_of(world))
    logged()
    await uma.submits(see=WORDS, mode="anonymous", scope="my_team")
    said = plain_text(uma.form().blocks)
    code = said.split("Your code is:")[1].split()[0]
    after, log = dump(copy_of(world)), logged()
    assert changed(before, after) == {"anonymous_inputs"}
    assert log_of(copy_of(world)) == b""
    assert WORDS.encode() not in copy_of(world).read_bytes()
    assert uma.letters() == []
    await bea.says("/ilt-input", "all-staff")
    await bea.submits(see="More time for science, please", mode="named", scope="my_team")
    await uma.says(f"/ilt status {code}", "all-staff")
    assert "It waits for the next batch" in uma.whispers()[-1]
    await world.until(date(2026, 10, 20), time(8, 0))
    assert any("anonymous input came in" in words for words in world.person("noel-mint").letters())
    found = dump(copy_of(world))
    (row,) = found["anonymous_inputs"]
    person = next(one for one in found["people"] if "uma-thistle" in one)
    traces = {uma.account, "uma-thistle", "uma.thistle@sample.example", "Uma Thistle", str(person[0])}
    assert linked(found, traces, {str(row[0]), str(row[2]), code, WORDS}) == []
    assert [trace for trace in traces if trace in log] == []
