"""Applying a school file."""

from bot.model.people import Relation
from bot.routines import school
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
