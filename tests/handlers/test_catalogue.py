"""The catalogue against the rest of the house: permissions, commands, forms, help and the manifest."""

from pathlib import Path

import pytest
import yaml

from bot.app import slack_manifest
from bot.permissions import BY_VERB, TABLE
from bot.routines.start import Start
from handlers.catalogue import catalogue

EVERYTHING = catalogue(Start([]))
TYPED_WITH_A_FORM = [one for one in EVERYTHING if one.asking is not None and one.usage is not None]
ALLOWED = {"hold": "noel-mint", "inputs": "noel-mint", "name-acting-leader": "noel-mint"}


def test_every_verb_stands_in_the_permission_table_and_every_row_is_somebodys_verb():
    verbs = {one.verb for one in EVERYTHING}
    assert verbs <= set(BY_VERB)
    assert set(BY_VERB) - verbs == {"draft", "export", "erase-someone", "keep-shared"}
    assert len(BY_VERB) == len(TABLE)


@pytest.mark.parametrize("one", TYPED_WITH_A_FORM, ids=lambda one: one.verb)
async def test_a_forms_fields_are_its_commands_fields(one, perform, who, clock):
    actor = who(ALLOWED.get(one.verb, "oli-nettle"))
    asked = await perform(one.asking.routine, one.asking.question(), actor=actor)
    form = one.asking.form(asked, {})
    drawn = {field.name.partition(".")[0] for field in form.fields}
    known = set(one.command.model_fields)
    required = {name for name, field in one.command.model_fields.items() if field.is_required()}
    assert drawn <= known
    assert required <= drawn | set(one.asking.question.model_fields)


@pytest.mark.parametrize("one", TYPED_WITH_A_FORM, ids=lambda one: one.verb)
def test_typed_text_fills_a_field_of_the_command(one):
    assert one.text_fills is None or one.text_fills in one.command.model_fields


def test_the_committed_manifest_is_the_one_the_program_makes():
    committed = yaml.safe_load((Path(__file__).parents[2] / "app.yaml").read_text(encoding="utf-8"))
    assert committed == slack_manifest()
