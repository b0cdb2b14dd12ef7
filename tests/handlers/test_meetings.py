"""The meetings' interactions fit their forms, their commands and the permission table."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.messages.meetings import forms
from bot.messages.meetings.fields import Offers
from bot.model.agenda_items import AgendaItem, Provenance
from bot.model.meetings import Meeting
from bot.model.people import Team
from bot.permissions import BY_VERB
from handlers import meetings

MOMENT = datetime(2026, 10, 13, 21, 30, tzinfo=UTC)
MEETING = Meeting(school="s", day=date(2026, 10, 13), starts_at=MOMENT, minutes=60, title="ILT")
ITEM = AgendaItem(
    school="s", day=MEETING.day, title="Lunch", minutes=5, provenance=Provenance.MEMBER, added_at=MOMENT
)
OFFERS = Offers({"strategy:talk": "Student talk"}, ("3.NF",), {"g4": "Grade 4"})
ZONE, GRADE_4 = ZoneInfo("America/Denver"), Team(school="s", key="g4", name="Grade 4")
ADDING = forms.Adding(MEETING, ZONE, MOMENT, GRADE_4, offers=OFFERS)
ANSWERS = {
    "add-item": ADDING,
    "change-item": forms.Choosing((ITEM,), ITEM, OFFERS),
    "drop-item": forms.Choosing((ITEM,)),
    "finish-items": forms.Choosing((ITEM,)),
}
ASKING = [one for one in meetings.INTERACTIONS if one.asking]


@pytest.mark.parametrize("interaction", meetings.INTERACTIONS, ids=lambda one: one.verb)
def test_every_verb_is_in_the_permission_table(interaction):
    assert interaction.verb in BY_VERB


@pytest.mark.parametrize("interaction", ASKING, ids=lambda one: one.verb)
def test_the_fields_of_every_form_are_those_of_its_command(interaction):
    form = interaction.asking.form(ANSWERS[interaction.verb], {"outcome": "decide", "more": ["yes"]})
    shown = {field.name for field in form.fields}
    from_button = {"item"} if interaction.verb == "change-item" else set()
    assert shown | from_button == set(interaction.command.model_fields)
    assert max(len(form.title), len(form.submit)) <= 24


@pytest.mark.parametrize(("given", "ticked"), [({}, False), ({"for_team": "yes"}, True)])
def test_add_for_my_team_has_its_box_ticked(given, ticked):
    [box] = [field for field in forms.add(ADDING, given).fields if field.name == "for_team"]
    assert (box.initial, box.says) == (ticked, "I bring this for Grade 4")


def test_somebody_who_speaks_for_no_team_is_told_in_whose_name_it_goes():
    alone = forms.Adding(MEETING, ZoneInfo("America/Denver"), MOMENT)
    form = forms.add(alone, {"for_team": "yes"})
    assert "for_team" not in [field.name for field in form.fields]
    assert form.pieces[-2].spans[0].text.endswith("this goes in under your own name.")


def test_a_form_drawn_again_keeps_the_words():
    given = {"title": "Exit tickets", "minutes": "12", "outcome": "decide", "detail": "Why", "example": "One"}
    fields = {field.name: field.initial for field in forms.add(ADDING, given).fields}
    assert fields == given | {"minutes": 12, "students": "", "link": None, "for_team": False, "more": ()}


def test_the_ordinary_case_asks_for_a_title_what_to_do_and_minutes_and_nothing_else_must_be_filled_in():
    form = forms.add(ADDING, {})
    asked = [field for field in form.fields if not getattr(field, "optional", False)]
    assert [field.name for field in asked] == ["title", "outcome", "minutes", "for_team"]
    assert len(form.pieces) == 7
