"""Forms as dialogs: Teams draws whatever they ask, and what is filled in comes back as it was meant."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.errors import Cautioned
from bot.messages.dialogs import LOOK_AGAIN
from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Form,
    ManyField,
    NumberField,
    Option,
    TextField,
    TimeField,
)
from bot.messages.vocabulary import Button, Message, buttons, paragraph
from bot.sandbox.teams.dialogs import pressed_in
from bot.sandbox.teams.forms import fields, filled_in, sent
from bot.sandbox.teams.reading import plain_text
from bot.sandbox.teams.validation.answers import answer_problems
from handlers.platform.drafts import AFRESH, SAVE
from handlers.teams.blocks import Cards
from handlers.teams.cautions import caution_over
from handlers.teams.finding import search
from handlers.teams.modals import (
    DISCARD,
    EDIT,
    REDRAW,
    SEND,
    act_of,
    dialog,
    has_moved_on,
    kept_of,
    last_page,
    message_task,
    so_far,
    task,
    typed,
)
from handlers.teams.modals import shown as asked_for
from handlers.teams.origins import Kept, KeptTooLarge
from handlers.teams.shapes import size
from tests.handlers.words import any_form

MANY = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
KEPT = Kept.anew("decide", {"origin": "menu"})
ROOMS = tuple(Option(f"room-{number}", f"Room {number} in the north wing") for number in range(600))


def drawn(*pieces, given=None, **more):
    return dialog(Form("F", "Send", pieces), kept=more.pop("kept", KEPT), given=given or {}, **more)


def pressed(card, values=None, button="Send"):
    """What Teams sends when somebody fills in `values` and presses a button."""
    action = pressed_in(card, button)
    filled = filled_in(card, {}, values or {})
    inputs = {} if action.get("associatedInputs") == "none" else sent(card, filled)
    return {**action["data"], **inputs}


@MANY
@given(any_form(), st.dictionaries(st.sampled_from(["a", "b", "c.one"]), st.text(max_size=9), max_size=3))
def test_teams_takes_any_form_whatever_was_given_before(form, before):
    card = dialog(form, kept=KEPT, given=before, complaints={"a": "No."}, said="Hello.", acts=(SAVE, AFRESH))
    assert answer_problems("task/fetch", task(card, form.title)) == []


@MANY
@given(any_form())
def test_a_form_sent_untouched_gives_back_what_stood_in_it(form):
    card = dialog(form, kept=KEPT, given={})
    data = {**card["actions"][0]["data"], **sent(card, {})}
    found = typed(data)

    for field in form.fields:
        if isinstance(field, TextField) and field.initial.strip() and len(field.initial) <= field.max_length:
            assert found[field.name] == field.initial
        if isinstance(field, DateField | TimeField) and field.initial:
            assert type(field.initial).fromisoformat(found[field.name]) == field.initial
        if isinstance(field, NumberField) and field.initial is not None:
            assert found[field.name] == str(field.initial)
        if isinstance(field, CheckField):
            assert found[field.name] is field.initial


def test_everything_filled_in_comes_back_as_what_it_is():
    several = (Option("a,b", "A"), Option("50%", "B"), Option("~", "C"), Option("d", "D"))
    card = drawn(
        TextField("why", "Why", multiline=True),
        ChoiceField("one", "One", several),
        ManyField("many", "Many", several, style="boxes"),
        CheckField("sure", "Sure?", "I am sure"),
        DateField("day", "Day"),
        TimeField("at", "At"),
        NumberField("often", "How often", 1, 9),
        TextField("changes.grade-3", "Grade 3", optional=True),
    )
    values = {"why": "So\nthat", "one": "C", "many": ["A", "B", "C"], "sure": True, "often": 3}
    data = pressed(card, {**values, "day": date(2026, 11, 20), "at": time(15, 30)})

    assert typed(data) == {
        "why": "So\nthat",
        "one": "~",
        "many": ["a,b", "50%", "~"],
        "sure": True,
        "day": "2026-11-20",
        "at": "15:30",
        "often": "3",
    }
    assert act_of(data) == SEND
    assert asked_for(data)[-1] == "changes.grade-3"


def test_what_comes_as_a_number_is_read_as_one():
    data = pressed(drawn(NumberField("often", "How often"))) | {"often": 3.0}

    assert typed(data) == {"often": "3"}
    assert typed({**data, "often": 2.5}) == {"often": "2.5"}


def test_an_answer_that_may_be_left_open_can_be_opened_again():
    choice = ChoiceField("one", "One", (Option("a", "A"),), initial="a", optional=True)
    card = drawn(choice)

    assert typed(pressed(card)) == {"one": "a"}
    assert typed(pressed(card, {"one": "No answer"})) == {}


def test_hidden_values_come_back_under_what_is_filled_in_and_a_blank_field_has_none():
    kept = Kept.anew("decide", {"origin": "menu", "why": "Because"})
    data = pressed(drawn(TextField("why", "Why"), kept=kept, given=kept.given), {"why": " "})

    assert so_far(data) == {"origin": "menu"}
    assert kept_of(data).id == kept.id


def test_every_form_that_is_opened_has_an_id_of_its_own():
    assert Kept.anew("decide", {}).id != Kept.anew("decide", {}).id


def test_teams_asks_for_what_is_missing_only_where_no_other_button_would_wait_for_it():
    why, choice = TextField("why", "Why"), ChoiceField("a", "A", ROOMS[:2], refresh=True)

    assert [field.is_required for field in fields(drawn(why), {})] == [True]
    assert [field.is_required for field in fields(drawn(why, acts=(SAVE,)), {})] == [False]
    assert [field.is_required for field in fields(drawn(why, choice), {})] == [False, False]
    assert [field.is_required for field in fields(drawn(CheckField("c", "C", "says")), {})] == [False]


def test_a_field_that_may_stay_blank_says_so():
    assert fields(drawn(DateField("on", "On", optional=True)), {})[0].label == "On (optional)"


def test_complaints_stand_beside_their_field_and_above_it_all_that_nothing_was_sent():
    card = drawn(
        TextField("why", "Why"), TextField("changes.a", "A"), complaints={"changes": "Shorter.", "": "Else."}
    )
    why, change = fields(card, {})

    assert plain_text(card).startswith(LOOK_AGAIN)
    assert (why.error, change.error) == ("⚠ Else.", "⚠ Shorter.")


def test_a_choice_that_others_follow_from_has_a_button_and_is_noticed_when_it_moves():
    choice = ChoiceField("room", "Room", ROOMS[:3], initial="room-1", refresh=True)
    card = drawn(choice, TextField("why", "Why"))
    again = pressed(card, {"room": "room-2", "why": "Half a"}, "Show what follows")

    assert act_of(again) == REDRAW
    assert so_far(again) == {"origin": "menu", "room": "room-2", "why": "Half a"}
    assert not has_moved_on(pressed(card, {"why": "All of it"}))
    assert has_moved_on(pressed(card, {"room": "room-2"}))


def test_of_more_options_than_fit_those_that_match_are_found_and_what_is_chosen_stays():
    field = ManyField("rooms", "Rooms", ROOMS, initial=("room-599",))
    card = drawn(field, ChoiceField("few", "Few", ROOMS[:3]))
    searched = pressed(card, {search("rooms"): "wing 42"}, "Find")
    found = drawn(field, kept=kept_of(searched), given=so_far(searched))
    [_, options] = fields(found, {})

    assert size(card) < 24_000
    assert len(fields(card, {})[2].options) == 3
    assert [label for _, label in options.options][:3] == [ROOMS[n].label for n in (599, 42, 142)]
    assert typed(pressed(found, {"rooms": ["room-599", "room-542"]})) == {"rooms": ["room-599", "room-542"]}


def test_words_that_match_nothing_leave_the_search_and_say_how_many_there_are():
    kept = KEPT.model_copy(update={"sought": {"room": "south"}})
    card = drawn(ChoiceField("room", "Room", ROOMS), kept=kept)

    assert [field.name for field in fields(card, {})] == [search("room")]
    assert "0 of 600 are shown." in plain_text(card)


def test_a_choice_without_options_is_not_asked_for():
    card = drawn(ChoiceField("room", "Room", ()))

    assert plain_text(card).startswith("Room: there is nothing to choose from yet.")
    assert asked_for(pressed(card)) == []


def test_of_a_text_that_is_too_long_the_rest_stands_below():
    card = drawn(TextField("why", "Why", max_length=10, initial="x" * 10 + "the rest"))

    assert fields(card, {})[0].value == "x" * 10
    assert "Only the first 10 characters fit here" in plain_text(card)
    assert "the rest" in plain_text(card)


def test_a_draft_is_saved_with_what_is_filled_in_and_begun_afresh_without_it():
    card = drawn(TextField("why", "Why"), acts=(SAVE, AFRESH), said="Saved at 3:30 PM.")

    assert "Saved at 3:30 PM." in plain_text(card)
    saved, afresh = (pressed(card, {"why": "Half a"}, label) for label in ("Save for later", "Start afresh"))
    assert (act_of(saved), typed(saved)) == (SAVE, {"why": "Half a"})
    assert (act_of(afresh), typed(afresh)) == (AFRESH, {})


def test_from_a_caution_every_word_comes_back_or_is_gone():
    data = pressed(
        drawn(TextField("why", "Why"), ManyField("in", "In", ROOMS[:3])), {"why": "Ben, 7", "in": "room-1"}
    )
    caution = caution_over(Cautioned("One moment", ("This may name a student.",)), data, str)
    page = caution["task"]["value"]["card"]["content"]
    edited, gone = pressed(page, button="Edit"), pressed(page, button="Discard")

    assert answer_problems("task/submit", caution) == []
    assert (act_of(edited), act_of(gone)) == (EDIT, DISCARD)
    assert so_far(edited) == so_far(data)
    assert "Ben" not in str(gone)
    assert kept_of(edited).id == KEPT.id


def test_the_buttons_of_a_last_page_are_answered_in_the_dialog():
    said = Message("Your code", (paragraph("K7-QX"), buttons(Button("Help", "help"))))
    page = last_page(said, Cards(lambda verb: False))

    assert answer_problems("task/submit", page) == []
    assert page["task"]["value"]["title"] == "Your code"
    card = page["task"]["value"]["card"]["content"]
    assert plain_text(card) == "K7-QX\nHelp"
    assert card["body"][-1]["actions"][0]["data"] == {"verb": "help", "values": {}}


def test_a_dialog_may_end_with_a_sentence():
    assert answer_problems("task/submit", message_task("That was sent already.")) == []


def test_what_a_dialog_cannot_carry_is_refused_where_it_is_made():
    with pytest.raises(KeptTooLarge):
        drawn(kept=Kept.anew("decide", {"words": "x" * 5000}))


@pytest.mark.parametrize("data", [{}, {"_form": "decide"}, {"_form": {"verb": "decide"}}])
def test_data_of_no_form_of_ours_are_refused(data):
    with pytest.raises(ValidationError):
        kept_of(data)
