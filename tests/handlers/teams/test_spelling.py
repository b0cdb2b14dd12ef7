"""Commands in what the bot says, as they are typed on Teams."""

import pytest

from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import Button, Message, buttons, code, context, paragraph
from bot.routines.start import Start
from handlers.catalogue import catalogue
from handlers.teams.spelling import spelled
from tests.phrases import catalogue as translations

VERBS = [one.verb for one in catalogue(Start([])) if one.usage is not None]


@pytest.mark.parametrize(
    ("slack", "teams"),
    [
        ("Type /ilt channels to see those there are.", "Type “channels” to see those there are."),
        ("/ilt help lists everything.", "“help” lists everything."),
        ("Finish or end it first: /ilt cycle.", "Finish or end it first: “cycle”."),
        ("Type /ilt to see what waits for you.", "Type “menu” to see what waits for you."),
        ("To see what you can do: /ilt", "To see what you can do: “menu”"),
        ("Type /ilt-input and what you see.", "Type “input” and what you see."),
        ("Type /ilt-walk after a visit.", "Type “walk” after a visit."),
        ("Try a number, one word, or all: /ilt decisions", "Try a number, one word, or all: “decisions”"),
        ("Add a number or a word: /ilt decisions reading", "Add a number or a word: “decisions reading”"),
        ("You find it with /ilt decisions D-014", "You find it with “decisions D-014”"),
        ("For a hard day: /ilt quiet stops everything.", "For a hard day: “quiet” stops everything."),
        (
            "Or type it: /ilt away 3 days, /ilt away 2026-11-30 to 2026-12-02. ",
            "Or type it: “away 3 days”, “away 2026-11-30 to 2026-12-02”. ",
        ),
        (
            "/ilt alone and the Home tab have buttons for all of it.",
            "“menu” and the “home” card have buttons for all of it.",
        ),
        (
            "/ilt solo y la pestaña Inicio tienen botones para todo.",
            "“menu” y la tarjeta “home” tienen botones para todo.",
        ),
        ("It is on your Home tab too.", "It is on your “home” card too."),
        ("Escribe /ilt para ver qué puedo hacer.", "Escribe “menu” para ver qué puedo hacer."),
        ("Escribe /ilt status con tu código.", "Escribe “status” con tu código."),
        ("See https://a.example/ilt and /iltis", "See https://a.example/ilt and /iltis"),
    ],
)
def test_a_command_stands_in_quotes_with_the_words_that_belong_to_it(slack, teams):
    assert spelled(slack, VERBS) == teams


def test_a_command_that_cannot_be_typed_stays_as_it_is():
    assert spelled("Type /ilt-nothing or /ilt", ["help"]) == "Type /ilt-nothing or /ilt"


def test_every_sentence_of_the_bot_names_commands_that_teams_has_in_both_languages():
    said = [each for one in translations("es") for each in (one.id, one.string) if "/ilt" in each]

    assert len(said) > 100
    commands = [
        each for each in said if each.startswith("/ilt {")
    ]  # "/ilt {usage}", drawn in a style of its own
    left = [each for each in said if "/ilt" in spelled(each, VERBS) or "ilt”" in spelled(each, VERBS)]
    assert left == [each for each in left if each in commands]


def test_a_message_is_respelled_everywhere_but_in_what_its_buttons_carry():
    message = Message(
        "Type /ilt help",
        (
            paragraph("Type it like this: ", code("/ilt away [3 days | back]"), " or ", code("/ilt")),
            context("Change it: /ilt preferences"),
            buttons(Button("See /ilt who", "who", {"words": "/ilt who"}, confirm="Really /ilt who?")),
        ),
    )

    assert spelled(message, VERBS) == Message(
        "Type “help”",
        (
            paragraph("Type it like this: ", code("away [3 days | back]"), " or ", code("menu")),
            context("Change it: “preferences”"),
            buttons(Button("See “who”", "who", {"words": "/ilt who"}, confirm="Really “who”?")),
        ),
    )


def test_a_form_is_respelled_but_not_what_somebody_wrote_in_it():
    form = Form("F", "Send", (TextField("why", "Why", initial="/ilt who", hint="See /ilt who"),))

    [field] = spelled(form, VERBS).fields
    assert (field.hint, field.initial) == ("See “who”", "/ilt who")
