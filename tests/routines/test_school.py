"""Applying a school file."""

from bot.model.people import Relation
from bot.routines import school, school_export
from bot.routines.requests import Nothing
from bot.routines.school_file import SchoolFile
from bot.routines.setup import lines
from tests.conftest import OPERATOR, sample_file


async def test_the_sample_school_has_forty_one_staff_and_an_ilt_of_ten(sample, who):
    assert len(sample.people) == 41
    assert sum(Relation.ILT_MEMBER in sample.relations(person.id) for person in sample.people) == 10
    sizes = {team.key: len(sample.members(team.key)) for team in sample.teams}
    assert sizes == {
        "k-1": 8,
        "grade-2": 5,
        "grade-3": 5,
        "grade-4": 5,
        "grade-5": 5,
        "specialists": 4,
        "special-education": 3,
        "ell": 2,
        "office": 4,
    }
    assert Relation.TRIAGER in who("noel-mint").relations


async def test_applying_the_same_file_again_changes_nothing(sample, perform):
    again = await perform(school.apply, school.ApplySchool(file=sample_file()), actor=OPERATOR)
    assert again.changes == ()


async def test_who_is_no_longer_in_the_file_leaves(sample, perform, units):
    file = sample_file()
    shorter = file.model_copy(update={"people": file.people[1:]})
    applied = await perform(school.apply, school.ApplySchool(file=shorter), actor=OPERATOR)
    assert applied.changes == (f"Left: {file.people[0].name}.",)
    async with units.reading(OPERATOR.school) as work:
        roster = await work.people.roster()
    assert roster.relations(sample.keyed(file.people[0].key).id) == {Relation.STRANGER}


async def test_a_school_on_both_platforms_comes_out_of_a_file_as_it_went_in(sample, perform, units):
    """Teams' channels have names with capitals and blanks; its people have ids of their own."""
    written = sample_file().model_dump(mode="json")
    written["teams"][1]["channel"] = "Second Grade (all)"
    written["people"][0] |= {"email": None, "slack": "U1", "teams": "29:1abC-d_e"}
    file = SchoolFile.model_validate(written)
    await perform(school.apply, school.ApplySchool(file=file), actor=OPERATOR)

    exported = await perform(school_export.export, Nothing(), actor=OPERATOR)

    assert exported.teams[1].channel == "Second Grade (all)"
    assert (exported.people[0].slack, exported.people[0].teams) == ("U1", "29:1abC-d_e")
    again = await perform(school.apply, school.ApplySchool(file=exported), actor=OPERATOR)
    assert again.changes == ()


def test_lines_of_teams_are_read_and_written_with_the_channels_of_either_platform():
    read = lines.teams("Grade 3, #Grade-3\nGrade 4, Fourth Grade", ())

    assert [team.channel for team in read] == ["grade-3", "Fourth Grade"]
    assert lines.team_lines(read) == "Grade 3, #grade-3\nGrade 4, Fourth Grade"
