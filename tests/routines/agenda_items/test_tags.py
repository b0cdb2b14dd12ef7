"""The lists a school tags with, and the components no strategy is work on."""

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.agenda_items import tags as wording
from bot.messages.plain import plain
from bot.model.tags import Codes
from bot.routines import agenda_items
from bot.routines.agenda_items import SetTags, TagStrategies
from bot.routines.requests import Nothing
from tests.conftest import sample_file

SIX = "Vision\nTalent\nLearning\nCulture\nFamilies\nSupports"
TALK, *_ = [strategy.key for strategy in sample_file().strategies]
PRINCIPAL = "mina-linden"


async def listed(school, **said):
    command = SetTags(**{"codes": Codes.NONE, "components": SIX, "components_of": "APSS"} | said)
    return await school.does(agenda_items.set_tags, command, PRINCIPAL)


@pytest.mark.requirement("R-062")
async def test_components_without_active_work_are_named(school):
    await listed(school)
    first, second, *_ = [strategy.key for strategy in sample_file().strategies]
    command = TagStrategies(components={first: ("Vision", "Talent"), second: ("Learning", "Culture")})
    await school.does(agenda_items.tag_strategies, command, PRINCIPAL)
    found = await school.does(agenda_items.coverage, Nothing(), "uma-thistle")
    said = plain(wording.coverage(found))
    assert said.startswith("4 of 6 APSS components have active work.\nNo active work: Families and Supports.")
    assert "Change the lists" not in said


async def test_a_component_that_is_on_no_list_any_more_is_not_offered_and_stays_where_it_is(school):
    await listed(school)
    await school.does(agenda_items.tag_strategies, TagStrategies(components={TALK: ("Vision",)}), PRINCIPAL)
    await listed(school, components="Talent")
    tagging = await school.does(agenda_items.before_tagging, Nothing(), PRINCIPAL)
    assert [one.components for one in tagging.strategies if one.key == TALK] == [("Vision",)]
    assert [option.value for option in wording.strategies(tagging, {}).fields[0].options] == ["Talent"]


async def test_own_codes_need_a_list_and_a_list_is_read_line_by_line_once_each(school):
    with pytest.raises(Refusal) as refused:
        await listed(school, codes=Codes.OWN)
    assert refused.value.field == "standards"
    saved = await listed(school, codes=Codes.OWN, standards="CO.3.1\n\n CO.3.2 ; CO.3.1\n")
    assert saved.tags.standards == ("CO.3.1", "CO.3.2")


async def test_without_a_list_there_is_nothing_to_tag_with(school):
    with pytest.raises(Refusal, match="Give the list of components first"):
        await school.does(agenda_items.before_tagging, Nothing(), PRINCIPAL)
    found = await school.does(agenda_items.coverage, Nothing(), PRINCIPAL)
    assert "no list of the district's components here yet" in plain(wording.coverage(found))


async def test_teachers_see_what_is_covered_and_change_nothing(school):
    with pytest.raises(NotPermitted):
        await school.does(agenda_items.set_tags, SetTags(codes=Codes.NONE), "uma-thistle")
