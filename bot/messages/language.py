"""What somebody reads who chooses a language. Each language is offered in its own words."""

from bot.messages.vocabulary import Button, Message, buttons, context, paragraph
from bot.model.languages import Language

LINES = {
    Language.ENGLISH: "I write to you in English. What people write stays as they wrote it.",
    Language.SPANISH: "Te escribo en español. Lo que escriben las personas queda como lo escribieron.",
}


def spoken(language: Language) -> Message:
    """What is spoken now, with a button for each other language."""
    line = LINES[language]
    others = [one for one in Language if one is not language]
    offered = [Button(one.own_name, "choose-language", {"language": one.value}) for one in others]
    return Message(line, (paragraph(line), context("/ilt language"), buttons(*offered)))
