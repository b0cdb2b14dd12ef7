"""A data item brings figures without students: small groups are suppressed, and the paste is not kept."""

import pytest
from sqlalchemy import text

from bot.errors import Cautioned, Refusal
from bot.messages.agenda_items import data as wording
from bot.messages.plain import plain
from bot.model.agenda_items import Figure
from bot.model.figures import read, suppressed
from bot.routines import agenda_items
from bot.routines.agenda_items import BringData
from tests.conftest import SCHOOL

PASTE = "Group\tMet\tn\nGrade 3\t62%\t48\nGrade 4\t55%\t51\nGrade 5\t33%\t6"


async def brings(school, **said):
    command = BringData(**{"title": "Who explains how they know?", "paste": PASTE} | said)
    return await school.does(agenda_items.bring, command, "jay-ivy")


@pytest.mark.requirement("R-066")
async def test_a_small_group_and_one_more_show_suppressed_and_the_paste_is_nowhere(school):
    result = await brings(school, link="https://data.example/q1", protocol="Here's what, so what, now what")
    shown = plain(wording.added(result))
    assert shown.count("suppressed") >= 4
    assert "55%" in shown
    assert "62%" not in shown
    async with school.units.reading(SCHOOL) as work:
        kept = str((await work.session.execute(text("SELECT * FROM agenda_items"))).all())
    assert "55%" in kept
    assert "33%" not in kept
    assert "62%" not in kept
    assert "https://data.example/q1" in kept


async def test_the_agenda_shows_the_table_with_its_question(school):
    await brings(school)
    [line] = (await school.agenda()).items
    assert [one.label for one in line.brought.figures] == ["Grade 3", "Grade 4", "Grade 5"]


@pytest.mark.parametrize(
    "paste",
    [
        "Student name, score, n\nA, 62, 1",
        "ID, score, n\nA, 62, 12",
        "1023456, 62%, 20",
        "a@school.example, 62%, 20",
        "A, 62%, 1\nB, 70%, 1\nC, 80%, 30",
        "\n".join(f"Row {number}, 1, 20" for number in range(30)),
    ],
)
async def test_lines_about_students_are_refused_whole(school, paste):
    with pytest.raises(Refusal, match="single students") as refused:
        await brings(school, paste=paste)
    assert refused.value.field == "paste"
    assert await school.open_items() == []


async def test_a_students_name_among_the_groups_is_stopped_by_the_guard(school):
    with pytest.raises(Cautioned):
        await brings(school, paste="My student Johnny Appleton, 62%, 20")


async def test_a_line_that_cannot_be_read_is_named(school):
    with pytest.raises(Refusal, match="I cannot read line 2"):
        await brings(school, paste="Grade 3, 62%, 48\nGrade 4, 55%")


async def test_an_address_without_https_is_sent_back(school):
    with pytest.raises(Refusal) as refused:
        await brings(school, link="data.example")
    assert refused.value.field == "link"


def test_figures_may_be_parted_by_tabs_commas_semicolons_or_bars():
    for sign in ("\t", ", ", "; ", " | "):
        assert read(sign.join(("Grade 3", "1,204", "n = 48"))) == (Figure("Grade 3", "1,204", 48),)


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((10, 11, 12), (0, 1, 2)),
        ((9, 11, 30), (2,)),
        ((4, 5, 30, 40), (3,)),
        ((8, 9, 30, 40), (2, 3)),
        ((6,), ()),
    ],
)
def test_what_is_left_out_cannot_be_worked_out(sizes, shown):
    figures = [Figure(str(place), "1", n) for place, n in enumerate(sizes)]
    kept = suppressed(figures)
    assert tuple(place for place, one in enumerate(kept) if not one.is_withheld) == shown
    assert all(not one.value for one in kept if one.is_withheld)
