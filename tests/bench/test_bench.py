"""The bench measures what it says; how much that is depends on the machine, and is asserted nowhere."""

import json

import pytest

from tests.bench.places import Place
from tests.bench.rows import Row, Target, alone, compared
from tests.bench.scale import Scale
from tests.bench.scenes import BOTH, NEITHER, SCENES, SQLITE, Scene
from tests.bench.table import as_json, lines, markdown
from tests.postgres import on_one_server

SHORT = Scale(is_short=True)
ELSEWHERE = ("district",)
"""What is measured of the district has a test of its own, which is no shorter than this would be."""
HERE = [one for name, one in SCENES.items() if name not in ELSEWHERE]


def named(scene: Scene) -> str:
    return scene.name


async def figures(scene: Scene, place: Place) -> list[Row]:
    return [row async for row in scene.rows(SHORT, place)]


@pytest.mark.parametrize("scene", [one for one in HERE if one.on in (BOTH, SQLITE, NEITHER)], ids=named)
async def test_a_short_run_finds_every_figure(scene, on_sqlite):
    found = await figures(scene, on_sqlite)

    assert found
    assert all(row.ours >= 0 and (row.floor is None or row.floor > 0) for row in found)


@on_one_server
@pytest.mark.parametrize("scene", [one for one in HERE if one.on == BOTH], ids=named)
async def test_it_finds_them_on_postgresql_too(scene, on_postgres):
    assert {row.database for row in await figures(scene, on_postgres)} == {"PostgreSQL"}


FASTER = compared("Answers", [(8.0, 10.0), (9.0, 10.0), (1.0, 10.0)], against="bare", unit="/s")


def test_the_ratio_is_the_middle_of_the_rounds_own():
    assert (FASTER.ours, FASTER.floor, FASTER.judged) == (8.0, 10.0, 0.8)
    assert (FASTER.lowest, FASTER.highest, FASTER.rounds) == (0.1, 0.9, 3)


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        (Target("at least", 0.8), "ok"),
        (Target("at least", 0.81), "MISSED"),
        (Target("at most", 0.5), "MISSED"),
    ],
)
def test_a_target_that_is_missed_is_said(target, verdict):
    row = compared("Answers", [(8.0, 10.0)], against="bare", unit="/s", target=target)

    assert row.verdict == verdict
    for table in (lines([row]), markdown([row])):
        assert verdict in "\n".join(table)


def test_programs_read_the_same_and_learn_nothing_of_whose_machine_it_is():
    told = json.loads(as_json([FASTER, alone("Errors", [0], unit="", target=Target("at most", 0))], SHORT))

    assert [row["ratio"] for row in told["rows"]] == [0.8, None]
    assert [row["verdict"] for row in told["rows"]] == ["", "ok"]
    assert {*told["machine"]} == {
        "architecture",
        "load",
        "processors",
        "python",
        "sqlite",
        "system",
        "versions",
    }
