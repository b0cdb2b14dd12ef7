"""Agenda templates come with the program, and a school's own copy is its own."""

import pytest
from sqlalchemy import update

from bot.content.agendas import agenda_templates
from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.agendas import templates as wording
from bot.messages.plain import plain
from bot.model.agenda_templates import Part
from bot.routines.agendas import finishing, templates
from bot.routines.agendas.finishing import FinishAgenda
from bot.routines.agendas.templates import AboutTemplate, EditTemplate, KeepTemplate, RestoreTemplate
from bot.routines.meetings import looking
from bot.routines.requests import Nothing
from storage import tables
from tests.conftest import SCHOOL
from tests.routines.agendas.conftest import DRAFT, MEETING

STANDARD, LEADER = "standard_60", "mina-linden"
KEY = AboutTemplate(key=STANDARD)


async def edits(school, key: str = LEADER, **given):
    command = EditTemplate(key=STANDARD, **{"name": "Our hour"} | given)
    return await school.perform(templates.edit, command, actor=school.who(key))


async def asks(school, routine, request, key: str = LEADER):
    return await school.perform(routine, request, actor=school.who(key))


@pytest.mark.parametrize("template", agenda_templates(), ids=lambda one: one.key)
def test_every_default_fits_its_length_with_three_strategies_and_has_one_of_each(template):
    minutes = sum(one.minutes * (2 if one.part is Part.STATUS else 1) for one in template.timed)
    assert minutes <= template.length
    for part in (Part.OPENING, Part.DIVE, Part.ITEMS, Part.CLOSING):
        assert [one.part for one in template.sections].count(part) == 1
    assert len({one.id for one in template.sections}) == len(template.sections)


@pytest.mark.requirement("R-058")
async def test_a_school_keeps_its_copy_when_a_newer_default_comes_and_is_told_to_compare(school):
    await edits(school, minutes={"dive": 20}, prompts={"dive": "What did students do?\n\nWhy?"})
    async with school.units.writing(SCHOOL) as work:
        await work.session.execute(update(tables.agenda_templates.copies).values(version=0))
    listed = await asks(school, templates.see_all, Nothing())
    assert "[New default available - compare: Our hour]" in plain(wording.listed(listed))
    compared = plain(wording.compared(await asks(school, templates.compare, KEY)))
    assert "Part: The strategy we look at closely; Yours: 20; Default: 15" in compared
    assert "yours: What did students do? Why?" in compared
    await school.at(*DRAFT)
    seen = await asks(school, looking.see, looking.SeeAgenda())
    assert seen.sheet.agenda.deep_dive.minutes == 20
    await asks(school, templates.keep, KeepTemplate(key=STANDARD))
    shown = plain(wording.shown(await asks(school, templates.see, KEY)))
    assert "Changed by your school." in shown
    assert "compare" not in shown
    restored = await asks(school, templates.restore, RestoreTemplate(key=STANDARD))
    assert restored.template == agenda_templates()[0]
    with pytest.raises(OutOfDate, match="the default already"):
        await asks(school, templates.restore, RestoreTemplate(key=STANDARD))


async def test_a_template_that_is_too_long_for_its_meeting_is_refused_beside_its_minutes(school):
    with pytest.raises(Refusal, match="3 minutes too long") as refused:
        await edits(school, minutes={"dive": 55})
    assert refused.value.field == "minutes.dive"


async def test_the_agenda_takes_the_structure_that_was_chosen_for_it(school):
    await school.brings("Exit tickets", 10)
    await school.at(*DRAFT)
    command = FinishAgenda(day=MEETING, first="a shared line", template="norming_60")
    done = await school.perform(finishing.finish, command, actor=await school.facilitator())
    titles = [line.title for line in done.sheet.agenda.lines]
    assert titles[0] == "Opening: why this look-for now"
    assert titles.index("Read the look-for alone") < titles.index("Exit tickets") < len(titles) - 1
    assert done.sheet.agenda.over == 5


async def test_the_form_shows_one_part_at_a_time_and_a_thread_has_no_minutes(school):
    found = await asks(school, templates.prepare, KEY)
    names = [one.name for one in wording.edit(found, {"section": "dive"}).fields]
    assert names == ["name", "section", "minutes.dive", "prompts.dive"]
    thread = await asks(school, templates.prepare, AboutTemplate(key="async_3day"))
    assert [one.name for one in wording.edit(thread, {}).fields] == ["name", "section", "prompts.opening"]


async def test_members_read_templates_and_those_who_keep_the_school_change_them(school):
    shown = await asks(school, templates.see, KEY, "jay-ivy")
    assert "edit-template" not in plain(wording.shown(shown))
    with pytest.raises(NotPermitted):
        await edits(school, "jay-ivy")
    with pytest.raises(NotFound):
        await asks(school, templates.see, AboutTemplate(key="nothing"))
