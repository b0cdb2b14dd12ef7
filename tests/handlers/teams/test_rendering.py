"""Whatever the vocabulary can say, Teams takes; and whatever people write, stays words."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.messages.vocabulary import (
    Bullets,
    Button,
    Buttons,
    Chart,
    Context,
    Divider,
    Facts,
    Heading,
    Message,
    Progress,
    Series,
    Table,
    bold,
    bullets,
    buttons,
    link,
    paragraph,
    text,
)
from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.reading import plain_text
from bot.sandbox.teams.validation.activities import activity_problems, size
from handlers.teams.blocks import Cards, elements
from handlers.teams.buttons import ButtonTooLarge, Pressing
from handlers.teams.pages import divided
from handlers.teams.rich import bullet_elements, paragraph_elements
from tests.handlers.words import MESSAGE, SPANS

MANY = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
PRESSING = Pressing(lambda verb: verb == "input")
CARDS = Cards(PRESSING.opens)
EVERYTHING = "Exit **tickets** & <at>Ben</at> [now](https://a.example) {{DATE(2026-11-20T00:00:00Z)}} # 1. x"


def shown(message: Message) -> list[dict]:
    return elements(message, PRESSING)


def parts_of(part: object) -> Iterator[dict]:
    """Everything in a card that is an object."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from parts_of(inner)


def runs_of(found: list[dict]) -> list[dict]:
    return [run for element in found for run in element["inlines"]]


@MANY
@given(MESSAGE)
def test_teams_takes_every_page_of_any_message(message):
    for page in CARDS.pages(message, school="linden"):
        assert activity_problems(page.activity) == []
        assert size(page.activity) <= Limits().message_bytes
        assert page.summary.strip()


@MANY
@given(MESSAGE)
def test_a_message_divided_into_pages_is_the_same_message(message):
    pages = CARDS.pages(message)
    assert [element for page in pages for element in page.card["body"]] == shown(message)


def test_words_with_an_address_are_a_link_that_teams_takes():
    place = "https://sample.example/l/message/1"
    message = Message("x", (paragraph("Posts: ", link("Grade 3", place)),))
    [page] = CARDS.pages(message)
    assert activity_problems(page.activity) == []
    assert {"type": "Action.OpenUrl", "url": place} in list(parts_of(page.card))


@MANY
@given(SPANS)
def test_a_paragraph_loses_no_word_and_no_style(spans):
    runs = runs_of(paragraph_elements(spans))

    said = "".join(span.text for span in spans)
    assert "".join("".join(run["text"] for run in runs).split()) == "".join(said.split())
    styled = {"bold": "weight", "italic": "italic", "code": "fontType"}
    for style, drawn in styled.items():
        meant = Counter(mark for span in spans if span.style == style for mark in "".join(span.text.split()))
        assert meant == Counter(mark for run in runs if drawn in run for mark in "".join(run["text"].split()))


@MANY
@given(st.lists(SPANS, max_size=60).map(tuple))
def test_a_numbered_list_loses_no_item(items):
    marks = [run["text"] for run in runs_of(bullet_elements(Bullets(items, ordered=True)))]

    assert [mark for mark in marks if mark in {f"{place}. " for place in range(1, len(items) + 1)}] == [
        f"{place}. " for place in range(1, len(items) + 1)
    ]


def test_nothing_anybody_writes_is_read_as_formatting_or_a_mention():
    chart = Chart(EVERYTHING, (EVERYTHING,), (Series(EVERYTHING, (1.0,)),))
    said = (
        Heading(EVERYTHING),
        paragraph(EVERYTHING),
        Context(text(EVERYTHING)),
        bullets(EVERYTHING),
        Facts(((EVERYTHING, EVERYTHING), ("Long", EVERYTHING * 9))),
        Table(EVERYTHING, (EVERYTHING,), ((EVERYTHING,),)),
        chart,
        Progress(EVERYTHING, 1, 2),
    )
    [page] = CARDS.pages(Message(EVERYTHING, said))

    kinds = {part.get("type") for part in parts_of(page.card)}
    assert "TextBlock" not in kinds
    assert "FactSet" not in kinds
    assert "text" not in page.activity
    assert "entities" not in page.activity
    assert plain_text(page.card).count(EVERYTHING) >= 19


def test_a_heading_is_one_for_screen_readers_unless_its_words_look_like_formatting():
    [ours, theirs] = shown(Message("x", (Heading("What waits for you"), Heading("D-004: 2*3*4"))))

    assert (ours["type"], ours["style"]) == ("TextBlock", "heading")
    assert (theirs["type"], theirs["inlines"][0]["text"]) == ("RichTextBlock", "D-004: 2*3*4")


def test_lines_stand_under_one_another_and_an_empty_one_leaves_room():
    found = shown(Message("x", (paragraph("One\nTwo\r\n\nThree"),)))

    assert [(run["text"]) for run in runs_of(found)] == ["One", "Two", "Three"]
    assert [element.get("spacing") for element in found] == [None, "None", None]


def test_a_private_message_shows_nothing_of_itself_outside_of_the_chat():
    [page] = CARDS.pages(Message("Something for you", (paragraph("Ana said that ..."),), private=True))

    assert page.summary == page.card["fallbackText"] == "Something for you"


def test_an_open_message_has_its_words_and_figures_for_a_client_that_draws_no_cards():
    chart = Chart("Talk", ("Week 1",), (Series("seen", (44.0,)),), unit="%")
    [page] = CARDS.pages(Message("The trend", (paragraph("It rises."), chart)))

    assert page.card["fallbackText"] == "It rises.\nTalk\nWeek 1: seen 44%"


def test_facts_stand_in_two_columns_and_long_ones_in_lines():
    short, long = shown(Message("x", (Facts((("When", "Tue 15:30"), ("Why", "so " * 100))),)))

    assert [plain_text(column) for column in short["columns"]] == ["When", "Tue 15:30"]
    assert plain_text(long).startswith("Why: so so")


@pytest.mark.parametrize(
    ("chart", "kind"),
    [
        (Chart("C", ("Oct", "Nov"), (Series("seen", (1.0, 2.0)),)), "Chart.VerticalBar"),
        (Chart("C", ("Students explain", "Talk"), (Series("seen", (1.0, 2.0)),)), "Chart.HorizontalBar"),
        (Chart("C", ("Oct",), (Series("seen", (1.0,)), Series("no", (2.0,)))), "Chart.VerticalBar.Grouped"),
        (Chart("C", ("Oct", "Nov"), (Series("seen", (1.0, 2.0)),), "line"), "Chart.Line"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_chart_is_drawn_with_its_figures_in_words_below(chart, kind):
    [drawn] = shown(Message("x", (chart,)))
    title, figure, words, *_ = drawn["items"]

    assert plain_text(title) == "C"
    assert (figure["type"], figure.get("title")) == (kind, None)
    assert "1 seen" in plain_text(figure["fallback"])
    assert "seen 1" in plain_text(words)


def test_names_that_look_alike_when_shortened_are_not_drawn_but_said():
    names = ("The students explain their own thinking A", "The students explain their own thinking B")
    found = shown(Message("x", (Chart("Look-fors", names, (Series("seen", (3.0, 4.0)),)),)))

    assert {element["type"] for element in found} == {"RichTextBlock"}


def test_a_table_has_its_header_as_first_row_and_is_a_list_when_a_phone_has_no_room_for_it():
    title, drawn = shown(Message("x", (Table("Dates", ("What", "When"), (("Agenda", ""),)),)))
    wide = shown(Message("x", (Table("Dates", tuple("ABCDEF"), (tuple("123456"),)),)))

    assert (plain_text(title), plain_text(drawn)) == ("Dates", "What | When\nAgenda | …")
    assert drawn.get("firstRowAsHeader", True)
    assert plain_text(wide[1]) == "• A: 1; B: 2; C: 3; D: 4; E: 5; F: 6"


def test_a_table_with_words_too_long_to_stand_side_by_side_is_a_list():
    [_, line] = shown(Message("x", (Table("Audit", ("What", "Which"), (("invite", "0" * 64),)),)))

    assert plain_text(line) == f"• What: invite; Which: {'0' * 64}"


def test_a_divider_is_a_line_above_what_follows_it():
    found = shown(Message("x", (paragraph("A"), Divider(), paragraph(""), paragraph("B"), Divider())))

    assert [element.get("separator") for element in found] == [None, True]


def test_a_button_fetches_the_form_of_its_verb_or_is_carried_out():
    asks, does = (PRESSING.action(Button("B", verb, {"id": "1"})) for verb in ("input", "got-it"))

    assert asks["type"] == "Action.Submit"
    assert asks["data"] == {"msteams": {"type": "task/fetch"}, "verb": "input", "values": {"id": "1"}}
    assert (does["type"], does["verb"], does["data"]) == ("Action.Execute", "got-it", {"values": {"id": "1"}})


def test_a_button_of_a_shared_message_says_so_and_names_the_school_where_several_share():
    pressing = Pressing(PRESSING.opens, school="linden")
    [row] = pressing.rows(Buttons((Button("A", "got-it"),), shared=True))

    assert row["actions"][0]["data"] == {"values": {}, "school": "linden", "shared": True}


def test_a_dangerous_button_asks_first_in_the_same_color():
    made = PRESSING.action(Button("Withdraw", "withdraw", {"id": "1"}, "danger", "Withdraw it?"))
    [really] = made["card"]["actions"]

    assert (made["type"], plain_text(made["card"]["body"][0])) == ("Action.ShowCard", "Withdraw it?")
    assert made["style"] == really["style"] == "destructive"
    assert really["data"] == {"values": {"id": "1"}}


def test_seven_buttons_stand_in_two_rows_so_that_all_of_them_are_seen():
    rows = shown(Message("x", (buttons(*(Button(str(number), "got-it") for number in range(7))),)))

    assert [len(row["actions"]) for row in rows] == [6, 1]


def test_labels_too_wide_for_a_card_go_on_in_the_next_row():
    labels = ("My 1:1s", "Record a decision", "See the agenda", "Record a visit")
    rows = shown(Message("x", (buttons(*(Button(label, "got-it") for label in labels)),)))

    assert [[action["title"] for action in row["actions"]] for row in rows] == [
        ["My 1:1s", "Record a decision", "See the agenda"],
        ["Record a visit"],
    ]


def test_a_button_that_carries_too_much_is_refused_where_it_is_made():
    with pytest.raises(ButtonTooLarge, match="ask button"):
        PRESSING.action(Button("Ask", "ask", {"words": "x" * 2000}))


def test_a_long_message_goes_on_in_a_second_page_that_says_so():
    first, second, *_ = CARDS.pages(Message("Many", tuple(paragraph("word " * 500) for _ in range(12))))

    assert (first.summary, second.summary) == ("Many", "(continued) Many")


def test_a_heading_goes_with_what_it_is_about():
    long = paragraph("x" * 3000)
    for heading in ("About it", "About *it*"):
        first, second = divided(shown(Message("x", (*[long] * 7, Heading(heading), long))))

        assert len(first) == 7
        assert plain_text(second[0]) == heading


def test_a_message_that_says_nothing_shows_its_summary():
    assert plain_text(shown(Message("Only this", (paragraph(""),)))[0]) == "Only this"


def test_numbers_and_names_of_a_progress_stand_in_one_line():
    [line] = shown(Message("x", (Progress("Phases", 2, 4),)))

    assert plain_text(line) == "Phases  ▓▓▓▓▓░░░░░  2 of 4"


def test_bold_words_with_stars_in_them_stay_bold_and_whole():
    [line] = shown(Message("x", (paragraph("Due ", bold("2*3*4"), "!"),)))

    assert line["inlines"][1] == {"type": "TextRun", "text": "2*3*4", "weight": "Bolder"}
