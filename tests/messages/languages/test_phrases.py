"""A text is found again as the phrase it was made from, and people's own words stay as they are."""

import pytest

from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.languages.phrases import Phrasebook
from bot.messages.languages.saying import form_said, message_said
from bot.messages.vocabulary import Button, Facts, Message, bold, buttons, code, paragraph
from bot.model.languages import Language

BOOK = Phrasebook.of(
    [
        ("Your 1:1 with {name} is on {day}.", "Tu 1:1 con {name} es el {day}."),
        ("{count} visits so far.", "{count} visitas hasta ahora."),
        ("No topics yet.", "Todavía no hay temas."),
        ("Add a topic", "Agregar un tema"),
        ("Why:", "Por qué:"),
        ("every team", "todos los equipos"),
        ("the office", "la oficina"),
        ("and", "y"),
        ("{first} to {last}", "del {first} al {last}"),
        ("{label} is {state}.", "{label} está {state}."),
        ("paused", "en pausa"),
        ("Opening: what we said, and why", "Inicio: lo que dijimos, y por qué"),
        ("{or}:{value} AM", "{or}:{value} AM"),
        ("{kind} from {of}: {words}", "{kind} de {of}: {words}"),
        ("Question", "Pregunta"),
        ("{who} goes first, then {who} again", "{who} va primero, luego {who} otra vez"),
    ],
    Language.SPANISH,
)

SAID = [
    ("No topics yet.", "Todavía no hay temas."),
    ("Your 1:1 with Ana Ruiz is on Tue, Oct 27.", "Tu 1:1 con Ana Ruiz es el mar 27 oct."),
    ("12 visits so far. No topics yet.", "12 visitas hasta ahora. Todavía no hay temas."),
    ("  No topics yet. ", "  Todavía no hay temas. "),
    ("Tue, Oct 27, 3:30 PM", "mar 27 oct, 3:30 PM"),
    ("Tuesday, October 27", "martes 27 de octubre"),
    ("every team and the office", "todos los equipos y la oficina"),
    ("Ana and the office", "Ana and the office"),
    ("Exit tickets every Monday. They help.", "Exit tickets every Monday. They help."),
    ("Ana goes first, then Ana again", "Ana va primero, luego Ana otra vez"),
    ("Ana goes first, then Bo again", "Ana goes first, then Bo again"),
    ("Mon, Oct 5 to Fri, Oct 9", "del lun 5 oct al vie 9 oct"),
    ("D-014 is paused.", "D-014 está en pausa."),
    ("Students talk to a partner", "Students talk to a partner"),
    ("Recess is loud.", "Recess is loud."),
    ("the office to repair it", "the office to repair it"),
    ("1. Opening: what we said, and why", "1. Inicio: lo que dijimos, y por qué"),
    (", Tue, Oct 27, 8:30 AM.", ", mar 27 oct, 8:30 AM."),
    ("Question: 3", "Pregunta: 3"),
    ("Ana: 3", "Ana: 3"),
    ("June 2, 2028", "2 de junio de 2028"),
    ("Question from Ana: which day?", "Pregunta de Ana: which day?"),
    ("News from home: all is well", "News from home: all is well"),
    ("", ""),
]


@pytest.mark.parametrize(("english", "spanish"), SAID)
def test_a_text_is_said_as_far_as_it_is_known(english, spanish):
    assert BOOK.say(english) == spanish


def test_everything_a_message_says_is_said_but_not_what_is_typed():
    button = Button("Add a topic", "add-topic", {"day": "every team"}, confirm="No topics yet.")
    line = paragraph(bold("Why: "), "It helps.", code("No topics yet."))
    message = Message("No topics yet.", (line, Facts((("Why:", "3"),)), buttons(button)))

    said = message_said(message, BOOK.say)

    assert said.summary == "Todavía no hay temas."
    assert [span.text for span in said.parts[0].spans] == ["Por qué: ", "It helps.", "No topics yet."]
    [pressed] = said.parts[2].buttons
    assert (pressed.label, pressed.confirm) == ("Agregar un tema", "Todavía no hay temas.")
    assert pressed.values == {"day": "every team"}


def test_what_somebody_filled_in_is_not_translated():
    form = Form(
        "Add a topic",
        "Add a topic",
        (
            TextField("why", "Why: ", initial="No topics yet."),
            ChoiceField("to", "every team", (Option("office", "the office"),), initial="office"),
        ),
    )

    said = form_said(form, BOOK.say)

    text, choice = said.fields
    assert (said.title, text.label, text.initial) == ("Agregar un tema", "Por qué: ", "No topics yet.")
    assert choice.options == (Option("office", "la oficina"),)
