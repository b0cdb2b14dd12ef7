"""What somebody reads who works at several schools."""

from collections.abc import Mapping

from bot.messages.vocabulary import Button, Message, buttons, context, paragraph

SCHOOL = "_school"
"""The value under which a button carries the school it is about, where several share a workspace."""
SHOWN = 20


def which(sentence: str, schools: Mapping[str, str]) -> Message:
    """A button for each school; nothing of one is ever mixed with another."""
    offered = [Button(name, "choose-school", {SCHOOL: key}) for key, name in list(schools.items())[:SHOWN]]
    hint = context("What I show you is always of one school. To change it later: /ilt school")
    return Message(sentence, (paragraph(sentence), buttons(*offered), hint))


def only_one() -> Message:
    said = "You work at one school here, so there is nothing to choose."
    return Message(said, (paragraph(said), context("To see what you can do: /ilt")))


def chosen(name: str) -> Message:
    said = f"You are at {name} now. Ask again, and it is about {name}."
    menu = buttons(Button("What can I do?", "menu"))
    return Message(said, (paragraph(said), menu, context("To change the school: /ilt school")))
