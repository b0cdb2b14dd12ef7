"""Messages as documents."""

from datetime import UTC, datetime

from bot.documents import markdown, pdf
from bot.messages.vocabulary import (
    Button,
    Facts,
    Heading,
    Message,
    Table,
    bold,
    bullets,
    buttons,
    context,
    link,
    paragraph,
    text,
)

SAID = Message(
    "Minutes <Tue>",
    (
        Heading("Exit *tickets*"),
        paragraph("# no heading\n1. no list"),
        paragraph(bold("Decided. "), "See ", link("the post", "https://school.example/a_b")),
        bullets("one", text("two ", bold("three"))),
        Facts((("State", "Draft"),)),
        Table("Time", ("Item", "Real"), (("Lunch | bell", "5"),)),
        context("Ñandú مرحبا"),
        buttons(Button("Confirm", "confirm-minutes")),
    ),
)
MADE_AT = datetime(2026, 10, 13, 22, tzinfo=UTC)


def test_what_people_wrote_becomes_no_mark_in_markdown_and_buttons_are_left_out():
    assert markdown(SAID) == (
        "# Minutes \\<Tue\\>\n\n"
        "## Exit \\*tickets\\*\n\n"
        "\\# no heading\n1\\. no list\n\n"
        "**Decided.** See [the post](<https://school.example/a_b>)\n\n"
        "- one\n- two **three**\n\n"
        "- **State:** Draft\n\n"
        "**Time**\n\n| Item | Real |\n| --- | --- |\n| Lunch \\| bell | 5 |\n\n"
        "*Ñandú مرحبا*\n"
    )


def test_a_pdf_has_as_many_pages_as_it_needs_and_is_the_same_each_time():
    long = Message(SAID.summary, (*SAID.parts, paragraph("A long story. " * 600)))
    assert b"/Count 3" in pdf(long, MADE_AT)
    made = pdf(SAID, MADE_AT)
    assert made.startswith(b"%PDF-")
    assert b"/Count 1" in made
    assert made == pdf(SAID, MADE_AT)
