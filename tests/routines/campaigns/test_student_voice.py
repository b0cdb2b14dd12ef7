"""Student voice: figures of groups that are large enough, for all staff only after a yes."""

import re

import pytest

from bot.errors import Cautioned, NotPermitted, OutOfDate, Refusal
from bot.messages.campaigns import student_voice as wording
from bot.messages.plain import plain
from bot.routines.campaigns import student_voice as voices
from bot.routines.requests import Nothing
from tests.letters import letters
from tests.privacy.dump import dump, file_of

MEMBER, LEADER, TEACHER = "oli-nettle", "mina-linden", "uma-thistle"
ROWS = "Grade 3, 42, 71%\nGrade 4, 38, 64%\nGrade 5, 7, 57%"


@pytest.fixture
def add(perform, who, sample):
    async def adding(rows: str = ROWS, by: str = MEMBER, question: str = "My ideas count in class"):
        command = voices.AddStudentVoice(about=question, rows=rows)
        return await perform(voices.add, command, actor=who(by))

    return adding


@pytest.fixture
def seen(perform, who):
    async def seeing(key: str) -> str:
        return plain(wording.full_page(await perform(voices.page, Nothing(), actor=who(key))))

    return seeing


@pytest.mark.requirement("R-121")
async def test_a_group_of_seven_is_left_out_the_importer_told_why_and_its_figures_kept_nowhere(add, database):
    said = plain(wording.kept(await add()))
    assert "Grade 3: 71% of 42 students" in said
    assert "Left out: Grade 5. Why: fewer than 10 students" in said
    kept = repr(dump(file_of(database))["student_voice"])
    assert "Grade 5" in kept
    assert "57" not in re.sub(r"[0-9a-f]{32}", "", kept)


@pytest.mark.requirement("R-121")
async def test_all_staff_read_it_once_the_school_leader_has_approved_it(
    add, seen, perform, who, units, sample
):
    voice = (await add()).voice
    (letter,) = await letters(units)
    assert letter.audience == f"person:{who(LEADER).person_id}"
    assert "My ideas count" not in await seen(TEACHER)
    assert "Only the ILT reads this yet" in await seen(MEMBER)
    approve = voices.ApproveStudentVoice(voice=voice.id)
    with pytest.raises(NotPermitted):
        await perform(voices.approve, approve, actor=who(MEMBER))
    await perform(voices.approve, approve, actor=who(LEADER))
    assert "My ideas count" in await seen(TEACHER)
    with pytest.raises(OutOfDate):
        await perform(voices.approve, approve, actor=who(LEADER))


@pytest.mark.parametrize(
    "rows", ["Grade 3 was nice", "Ann Baker, 4b, 71%", "Grade 3, 20, 50\nGrade 3, 30, 50"]
)
async def test_comments_names_and_doubles_are_refused_and_nothing_is_kept(add, rows, units):
    with pytest.raises((Refusal, Cautioned)):
        await add(rows)
    async with units.reading("sample-elementary") as work:
        assert await work.voices.student_voice() == []


async def test_a_teacher_reads_but_does_not_add_and_its_author_may_delete_it(add, seen, perform, who):
    with pytest.raises(NotPermitted):
        await add(by=TEACHER)
    voice = (await add()).voice
    await perform(voices.drop, voices.DropStudentVoice(voice=voice.id), actor=who(MEMBER))
    assert "There are no figures yet." in await seen(MEMBER)
