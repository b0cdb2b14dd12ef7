"""Whatever the vocabulary can say, Slack takes; and whatever people write, stays words."""

import json
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.messages import forms
from bot.messages.vocabulary import (
    Bullets,
    Button,
    Chart,
    Context,
    Divider,
    Facts,
    Message,
    Series,
    Table,
    bold,
    bullets,
    buttons,
    link,
    paragraph,
    text,
)
from bot.sandbox.reading import plain_text
from bot.sandbox.state import initial_values
from bot.sandbox.validation import validate_message, validate_view
from handlers.platform.filling import nested
from handlers.slack.blocks import ButtonTooLarge, button_element, home_blocks, render, text_of
from handlers.slack.modals import beside_fields, modal, shown, typed
from handlers.slack.origins import Kept
from handlers.slack.pages import divided, pages
from handlers.slack.rich import bullet_blocks, paragraph_blocks
from tests.handlers.words import MESSAGE, SPANS, any_form

MANY = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
EVERYTHING = "Exit <!channel> tickets & <@U123> *now* <https://a.example|click>"


@MANY
@given(MESSAGE)
def test_slack_takes_every_page_of_any_message(message):
    for page in pages(message):
        assert validate_message(page.blocks) == []
        assert 0 < len(page.text) <= 4000


@MANY
@given(MESSAGE)
def test_slack_takes_any_message_as_a_home_tab(message):
    assert validate_view({"type": "home", "blocks": home_blocks(message)}) == []


@MANY
@given(MESSAGE)
def test_a_message_divided_into_pages_is_the_same_message(message):
    blocks = render(message)
    assert [block for page in divided(blocks) for block in page] == blocks


@MANY
@given(any_form(), st.dictionaries(st.sampled_from(["a", "b", "c.one"]), st.text(max_size=9), max_size=3))
def test_slack_takes_any_form_whatever_was_given_before(form, before):
    view = modal(form, verb="input", kept=Kept(), given=before)
    assert validate_view(view) == []


@MANY
@given(any_form())
def test_a_form_sent_untouched_gives_back_what_stood_in_it(form):
    view = modal(form, verb="input", kept=Kept(), given={})
    found = typed({**view, "state": {"values": initial_values(view["blocks"])}})

    for field in form.fields:
        if (
            isinstance(field, forms.TextField)
            and field.initial.strip()
            and len(field.initial) <= field.max_length
        ):
            assert found[field.name] == field.initial[:3000]
        if isinstance(field, forms.DateField) and field.initial:
            assert found[field.name] == field.initial.isoformat()
        if isinstance(field, forms.NumberField) and field.initial is not None:
            assert found[field.name] == str(field.initial)
        if isinstance(field, forms.CheckField):
            assert found[field.name] is field.initial


@MANY
@given(SPANS)
def test_a_paragraph_loses_no_character_and_no_style(spans):
    runs = [run for block in paragraph_blocks(spans) for run in block["elements"][0]["elements"]]

    assert "".join(run["text"] for run in runs) == "".join(span.text for span in spans)
    styled = Counter(next(iter(run.get("style", {"plain": True}))) for run in runs for _ in run["text"])
    assert styled == Counter(span.style for span in spans for _ in span.text)


@MANY
@given(st.lists(SPANS, max_size=60).map(tuple), st.booleans())
def test_a_list_loses_no_character_and_its_numbers_go_on(items, ordered):
    blocks = bullet_blocks(Bullets(items, ordered))
    runs = [run for block in blocks for section in sections(block) for run in section["elements"]]
    assert "".join(run["text"] for run in runs) == "".join(span.text for item in items for span in item)

    number = 0
    for part in (part for block in blocks for part in block["elements"] if part["type"] == "rich_text_list"):
        assert part.get("offset", 0) == (number if ordered else 0)
        number += len(part["elements"])
    assert number == len(items)


def sections(block):
    for part in block["elements"]:
        yield from part["elements"] if part["type"] == "rich_text_list" else [part]


def test_nothing_anybody_writes_can_ping_or_link():
    message = Message(
        EVERYTHING,
        (paragraph(EVERYTHING), bullets(EVERYTHING), Facts((("Said", EVERYTHING), ("By", "<!here>")))),
    )
    [page] = pages(message)

    assert "<!" not in page.text
    assert "<@" not in page.text
    assert {block["type"] for block in page.blocks} == {"rich_text"}
    assert plain_text(page.blocks).count("<!channel>") == 3


def test_words_with_an_address_are_a_link_that_slack_takes():
    message = Message("x", (paragraph("Posts: ", link("Grade 3", "https://sample.example/archives/C1/p1")),))
    blocks = render(message)
    assert validate_message(blocks) == []
    assert {"type": "link", "url": "https://sample.example/archives/C1/p1", "text": "Grade 3"} in [
        run for block in blocks for section in sections(block) for run in section["elements"]
    ]


def test_facts_without_marks_stand_in_two_columns_and_are_escaped():
    [block] = render(Message("x", (Facts((("When", "Tue <3 15:30"), ("Where", "R&D"))),)))

    assert [field["text"] for field in block["fields"]] == ["*When*\nTue &lt;3 15:30", "*Where*\nR&amp;D"]
    assert all(field["verbatim"] for field in block["fields"])


def test_bold_words_with_stars_in_them_stay_bold_and_whole():
    [block] = render(Message("x", (paragraph("Due ", bold("2*3*4"), "!"),)))

    assert block["elements"][0]["elements"][1] == {"type": "text", "text": "2*3*4", "style": {"bold": True}}


def test_a_private_message_shows_nothing_of_itself_in_a_notification():
    message = Message("Something for you", (paragraph("Ana said that ..."),), private=True)

    assert text_of(message) == "Something for you"


def test_an_open_message_has_all_its_words_and_figures_for_a_screen_reader():
    chart = Chart("Talk", ("Week 1",), (Series("seen", (44.0,)),), unit="%")
    message = Message("The trend", (paragraph("It rises."), chart))

    assert text_of(message) == "The trend\nIt rises.\nTalk\nWeek 1: seen 44%"


def test_a_long_text_is_cut_at_the_end_of_a_line():
    message = Message("x", (bullets(*(f"Line {number} of the list & more" for number in range(400))),))
    said = text_of(message)

    assert len(said) <= 4000
    assert said.endswith("of the list &amp; more…")


def test_a_chart_is_drawn_by_slack_in_a_message_and_in_words_on_home():
    chart = Chart(
        "Think time", ("Oct", "Nov"), (Series("seen", (44.0, 60.0)), Series("partly", (20.0, 0.0))), unit="%"
    )
    message = Message("The trend", (chart,))

    [drawn] = render(message)
    assert drawn["type"] == "data_visualization"
    assert drawn["chart"]["series"][0]["data"] == [
        {"label": "Oct", "value": 44.0},
        {"label": "Nov", "value": 60.0},
    ]
    said = plain_text(home_blocks(message))
    assert "▓▓▓▓░░░░░░ 44% seen" in said
    assert "░░░░░░░░░░ 0% partly" in said


def test_names_too_long_for_a_chart_are_shortened_there_and_whole_below():
    chart = Chart("Look-fors", ("Students explain their own thinking",), (Series("seen", (3.0,)),))
    drawn, below = render(Message("x", (chart,)))

    assert drawn["chart"]["axis_config"]["categories"] == ["Students explain th…"]
    assert "Students explain their own thinking: seen 3" in plain_text([below])


def test_two_names_that_look_alike_when_shortened_are_not_drawn_but_said():
    names = ("The students explain A", "The students explain B")
    chart = Chart("Look-fors", names, (Series("seen", (3.0, 4.0)),))

    assert {block["type"] for block in render(Message("x", (chart,)))} == {"rich_text"}


def test_a_table_has_its_header_as_first_row_and_becomes_a_list_where_tables_do_not_fit():
    table = Table("Dates", ("What", "When"), (("Agenda", "Tue"), ("Draft", "")))
    message = Message("x", (table,))

    title, drawn = render(message)
    assert plain_text([title]) == "Dates"
    assert [cell["text"] for cell in drawn["rows"][0]] == ["What", "When"]
    assert "• What: Agenda; When: Tue" in plain_text(home_blocks(message))


def test_a_message_with_three_charts_goes_on_in_a_second_page():
    chart = Chart("Talk", ("Week 1",), (Series("seen", (44.0,)),))
    first, second = pages(Message("Three", (chart, chart, chart)))

    assert (len(first.blocks), len(second.blocks)) == (2, 1)
    assert second.text == "(continued) Three"


def test_a_message_of_many_parts_goes_on_after_fifty():
    found = pages(Message("Many", (Divider(),) * 120))

    assert [len(page.blocks) for page in found] == [50, 50, 20]


def test_a_heading_goes_with_what_it_is_about():
    long = paragraph("x" * 2900)
    first, second = divided(
        [*render(Message("x", (long, long, long))), {"type": "header"}, *render(Message("x", (long, long)))]
    )

    assert first[-1]["type"] != "header"
    assert second[0]["type"] == "header"


def test_two_buttons_of_one_verb_have_ids_of_their_own():
    [row] = render(Message("x", (buttons(Button("A", "got-it"), Button("B", "got-it"), Button("C", "ask")),)))

    assert [button["action_id"] for button in row["elements"]] == ["got-it", "got-it#2", "ask"]


def test_a_button_that_carries_too_much_is_refused_where_it_is_made():
    with pytest.raises(ButtonTooLarge, match="ask button"):
        button_element(Button("Ask", "ask", {"words": "x" * 2000}))


def test_dangerous_buttons_ask_first_in_the_same_colour():
    made = button_element(Button("Withdraw", "withdraw", {"id": "1"}, "danger", "Withdraw it for everyone?"))

    assert made["style"] == made["confirm"]["style"] == "danger"
    assert made["confirm"]["text"]["text"] == "Withdraw it for everyone?"
    assert json.loads(made["value"]) == {"id": "1"}


def test_errors_stand_beside_their_field_or_the_nearest_there_is():
    fields = (forms.TextField("why", "Why"), forms.TextField("changes.grade-3", "Grade 3"))
    view = modal(forms.Form("F", "Send", fields), verb="x", kept=Kept(), given={})

    assert shown(view) == ["why", "changes.grade-3"]
    said = beside_fields(view, {"changes.grade-3.text": "A.", "changes": "B.", "": "C.", "gone": "D."})
    assert said == {"changes.grade-3": "A. B.", "why": "C. D."}


def test_dotted_names_fill_one_mapping():
    assert nested({"changes.a": "x", "why": "y"}, ["changes.a", "changes.b"]) == {
        "changes": {"a": "x"},
        "why": "y",
    }
    assert nested({}, ["changes.a"]) == {"changes": {}}


def test_a_quiet_line_is_formatted_only_where_nothing_in_it_looks_like_a_mark():
    ours = Message("x", (Context(text("From ", bold("the ILT"), " & R&D")),))
    theirs = Message("x", (Context(text("From ", bold("2*3"), " <!here>")),))

    assert render(ours)[0]["elements"][0]["text"] == "From *the ILT* &amp; R&amp;D"
    assert render(theirs)[0]["elements"][0] == {
        "type": "plain_text",
        "text": "From 2*3 <!here>",
        "emoji": False,
    }
