"""Defaults of the program are read in one's language, and stay defaults until somebody changes them."""

import pytest

from bot.content.agendas import agenda_templates
from bot.messages.agendas.templates import edit as template_form
from bot.messages.languages import as_it_came, form_in
from bot.model.languages import Language
from bot.routines.agendas import templates

STANDARD = next(one for one in agenda_templates() if one.key == "standard_60")
OPENING = "prompts.opening"


@pytest.fixture
def change(perform, who, sample):
    async def changed(**given):
        command = templates.EditTemplate(key=STANDARD.key, section="opening", **given)
        return (await perform(templates.edit, command, actor=who("mina-linden"))).template

    return changed


def shown(template):
    """What stands in the form for its opening, by field, to somebody who reads Spanish."""
    form = form_in(Language.SPANISH, template_form(template, {"section": "opening"}))
    return {field.name: field.initial for field in form.fields}


@pytest.mark.requirement("R-299")
async def test_a_default_is_read_in_spanish_and_saved_as_it_was_stays_english_for_others(change):
    before = shown(STANDARD)
    assert before["name"] == "Reunión normal, 60 minutos"
    assert before[OPENING].startswith("Una frase por persona: un momento del aula")

    own = await change(name=before["name"], prompts={"opening": before[OPENING]})

    assert (own.name, own.sections[0].prompts) == (STANDARD.name, STANDARD.sections[0].prompts)


async def test_a_schools_own_words_stay_as_they_were_written_beside_defaults_that_are_still_ours(change):
    own = await change(name="Our hour", prompts={"opening": "Cancel\nWho begins?"})

    assert shown(own)[OPENING] == "Cancel\nWho begins?"
    assert shown(own)["name"] == "Our hour"
    closing = form_in(Language.SPANISH, template_form(own, {"section": "closing"}))
    assert "Read back" not in next(one.initial for one in closing.fields if one.name == "prompts.closing")


def test_words_that_differ_by_one_sign_are_somebodys_own():
    assert as_it_came("Cancelar\r\n", "Cancel") == "Cancel"
    assert as_it_came("Cancelar.", "Cancel") == "Cancelar."
