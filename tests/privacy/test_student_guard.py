"""The student guard stands before every routine: nothing that names a child is kept, whatever the form."""

import pytest

from bot.content.student_guard import student_guard
from bot.errors import Cautioned
from bot.model.guard import Adults
from bot.model.staff_input import Mode, Scope
from bot.routines import guarding, staff_input
from bot.routines.requests import Command
from bot.routines.start import Start
from handlers.catalogue import catalogue
from tests.conftest import SCHOOL
from tests.privacy.dump import changed, dump, file_of

CHILD = "Jane D. in 4B hits others"
COMMANDS = {one.command for one in catalogue(Start([])) if issubclass(one.command, Command)}
TEXTS = sorted(
    (command.__name__, name, command)
    for command in COMMANDS
    for name, field in command.model_fields.items()
    if field.annotation in (str, str | None) and name not in command.name_staff
)


async def test_every_text_of_every_form_is_looked_over(units, sample):
    assert len(TEXTS) > 50
    async with units.reading(SCHOOL) as work:
        for _, field, command in TEXTS:
            with pytest.raises(Cautioned) as caught:
                await guarding.look_over(command.model_construct(**{field: CHILD}), work)
            assert caught.value.field == field


async def test_so_is_each_teams_part_of_a_decision(units, sample):
    decide = next(command for command in COMMANDS if command.__name__ == "RecordDecision")
    request = decide.model_construct(changes={"grade-4": CHILD})
    async with units.reading(SCHOOL) as work:
        with pytest.raises(Cautioned) as caught:
            await guarding.look_over(request, work)
    assert caught.value.field == "changes.grade-4"


@pytest.mark.requirement("R-287")
@pytest.mark.parametrize("mode", Mode)
async def test_nothing_is_kept_and_the_warning_says_what_to_do(perform, who, sample, database, mode):
    before = dump(file_of(database))
    give = staff_input.GiveInput(see=CHILD, mode=mode, scope=Scope.MY_TEAM)
    with pytest.raises(Cautioned) as caught:
        await perform(staff_input.hand_in, give, actor=who("uma-thistle"), once="view/V1")
    assert changed(before, dump(file_of(database))) == set()
    assert "use the school's safety procedure" in caught.value.sentence
    assert "Nothing has been saved" in caught.value.sentence


async def test_a_colleague_may_be_named_where_the_sender_is(perform, who, sample, units):
    async with units.reading(SCHOOL) as work:
        named = staff_input.GiveInput(see="Tea Sage struggles with the copier", mode="named", scope="my_team")
        await guarding.look_over(named, work)


def test_a_colleagues_first_name_is_no_childs():
    assert student_guard().suspicion("Uma struggles with the copier", Adults.of(["Uma Thistle"])) is None
    assert student_guard().suspicion("Emma struggles with the copier", Adults.of(["Uma Thistle"])) is not None
