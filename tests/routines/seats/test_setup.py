"""Teams, seats and names in the school file."""

import pytest
from pydantic import ValidationError

from bot.model.people import Relation
from bot.model.seats import SeatState
from bot.model.teams import TeamKind
from bot.routines import school
from bot.routines.requests import Nothing
from bot.routines.school_export import export
from bot.routines.school_file import AlsoSection, SchoolFile, SeatSection, TeamSection, VoicesSection
from tests.conftest import OPERATOR, SCHOOL, sample_file
from tests.routines.seats.conftest import NEWCOMER


def changed(file: SchoolFile, key: str, **changes) -> SchoolFile:
    """The file with somebody's lines changed."""
    people = tuple(one.model_copy(update=changes) if one.key == key else one for one in file.people)
    return file.model_copy(update={"people": people})


async def applied(perform, file):
    return await perform(school.apply, school.ApplySchool(file=file), actor=OPERATOR)


@pytest.mark.requirement("R-002")
async def test_somebody_may_sit_in_several_teams_and_has_one_main_team(sample, perform, units):
    """Breaks when the second membership replaces the first, or when it becomes the main one."""
    file = sample_file()
    math = TeamSection(key="a-math", name="Math", kind=TeamKind.SUBJECT)
    file = file.model_copy(update={"teams": (math, *file.teams)})
    await applied(perform, changed(file, "uma-thistle", also=(AlsoSection(team="a-math"),)))

    async with units.reading(SCHOOL) as work:
        roster = await work.people.roster()
    uma = roster.keyed("uma-thistle")
    assert uma in roster.members("grade-4")
    assert uma in roster.members("a-math")
    assert roster.team_of(uma.id).key == "grade-4"
    exported = await perform(export, Nothing(), actor=OPERATOR)
    assert next(one for one in exported.people if one.key == "uma-thistle").also == (
        AlsoSection(team="a-math"),
    )
    assert (await applied(perform, exported)).changes == ()


async def test_what_is_exported_says_the_seats_and_applying_it_changes_nothing(sample, perform, units):
    exported = await perform(export, Nothing(), actor=OPERATOR)
    assert {one.key for one in exported.people if one.ilt} == {
        one.key for one in sample_file().people if one.ilt
    }
    assert exported.teams == sample_file().teams
    assert (await applied(perform, exported)).changes == ()


async def test_the_names_and_grades_of_the_file_are_settings(sample, perform, units):
    voices = VoicesSection(multilingual="EAL", grades=("grade-1",), language_hints=False)
    await applied(perform, sample_file().model_copy(update={"voices": voices}))
    exported = await perform(export, Nothing(), actor=OPERATOR)
    assert exported.voices == voices


async def test_who_loses_the_duty_in_the_file_loses_the_seat(sample, perform, units):
    await applied(perform, changed(sample_file(), "jay-ivy", roles=()))
    async with units.reading(SCHOOL) as work:
        roster = await work.people.roster()
        seats = {one.person: one.state for one in await work.seats.open_ones()}
    jay = roster.keyed("jay-ivy").id
    assert seats.get(jay) is not SeatState.ACTIVE
    assert Relation.ILT_MEMBER not in roster.relations(jay)


def test_teams_in_a_circle_are_refused_with_the_place():
    teams = (
        TeamSection(key="math", name="Math", parent="science"),
        TeamSection(key="science", name="Science", parent="math"),
    )
    with pytest.raises(
        ValidationError, match=r"teams\[9\]\.parent: these teams are in a circle: math -> sci"
    ):
        SchoolFile.model_validate(sample_file().model_dump() | {"teams": (*sample_file().teams, *teams)})


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ({"also": (AlsoSection(team="nowhere"),)}, r"people\[1\]\.also: there is no nowhere"),
        ({"also": (AlsoSection(team="k-1"),)}, r"people\[1\]\.also: k-1 is there twice"),
        ({"ilt": SeatSection(teams=("nowhere",))}, r"people\[1\]\.ilt\.teams: there is no nowhere"),
    ],
)
def test_a_team_that_is_not_there_is_refused_with_the_place(lines, place):
    with pytest.raises(ValidationError, match=place):
        SchoolFile.model_validate(changed(sample_file(), NEWCOMER, **lines).model_dump())
