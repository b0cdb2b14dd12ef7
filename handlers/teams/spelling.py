"""Commands as they are typed on Teams: the word alone, without a slash, in the chat or after the bot's name.

What the bot says names its commands as `/ilt agenda`; here that becomes “agenda”, just before it is drawn.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import TypeVar

from bot.messages.forms import Form
from bot.messages.languages.saying import form_said, message_said
from bot.messages.vocabulary import Bullets, Context, Message, Paragraph, Text
from handlers.platform.verbs import MENU

Said = TypeVar("Said", Message, Form, str)
Wording = TypeVar("Wording", bound=object)

COMMAND = re.compile(r"(?<![\w/])/ilt\b(?:-(?P<joined>\w[\w-]*)|(?P<words>(?: [\w-]+)*))")
ALONE = ("alone", "solo")
"""What stands after the command when none of its words are meant, in the languages the bot speaks."""
DAY = r"\d{4}-\d\d-\d\d"
GIVEN = re.compile(rf" (?:{DAY}(?: to {DAY})?|\d+ days|[A-Z]+-\w+|\{{\w+\}})")
"""What may be typed after a verb: days, how many of them, or a number such as D-014."""
HOME = (
    (re.compile(r"\bHome tab\b"), "“home” card"),
    (re.compile(r"\bpestaña (?:de )?Inicio\b"), "tarjeta “home”"),
)


def spelled(said: Said, verbs: Collection[str]) -> Said:
    """The same with every command as it is typed on Teams; `verbs` are those that may be typed there."""
    sentence = partial(_sentence, verbs=verbs)
    if isinstance(said, Message):
        whole = message_said(said, sentence)
        return replace(whole, parts=tuple(_codes(part, verbs) for part in whole.parts))
    if isinstance(said, Form):
        form = form_said(said, sentence)
        return replace(form, pieces=tuple(_codes(piece, verbs) for piece in form.pieces))
    return sentence(said)


def _codes(part: Wording, verbs: Collection[str]) -> Wording:
    """The part with the commands in it that stand in a style of their own, which need no quotes."""
    if isinstance(part, Paragraph | Context):
        return replace(part, spans=_typed(part.spans, verbs))
    if isinstance(part, Bullets):
        return replace(part, items=tuple(_typed(item, verbs) for item in part.items))
    return part


def _typed(spans: Text, verbs: Collection[str]) -> Text:
    return tuple(
        replace(span, text=COMMAND.sub(partial(_whole, verbs=verbs), span.text))
        if span.style == "code"
        else span
        for span in spans
    )


def _whole(found: re.Match[str], verbs: Collection[str]) -> str:
    """A command that stands by itself, with all its words."""
    words = found["joined"] or found["words"].strip() or MENU
    return words if words.partition(" ")[0] in verbs else found[0]


def _sentence(sentence: str, verbs: Collection[str]) -> str:
    spoken = COMMAND.sub(partial(_inside, verbs=verbs), sentence)
    for named, here in HOME:
        spoken = named.sub(here, spoken)
    return spoken


def _inside(found: re.Match[str], verbs: Collection[str]) -> str:
    """A command inside of a sentence, in quotes, with those of the words after it that belong to it."""
    verb, after = _told(found, verbs)
    if verb not in verbs:
        return found[0]
    given = GIVEN.match(after)
    ends = given.end() if given else 0
    if not given and _is_last(found) and after.count(" ") == 1:
        ends = len(after)
    return f"“{verb}{after[:ends]}”{after[ends:]}"


def _told(found: re.Match[str], verbs: Collection[str]) -> tuple[str, str]:
    """The verb of a command, and the words after it."""
    if found["joined"]:
        return found["joined"], ""
    words: str = found["words"]
    first, _, _ = words.strip().partition(" ")
    if first in verbs or first in ALONE:
        return (first if first in verbs else MENU), words[len(first) + 1 :]
    return MENU, words


def _is_last(found: re.Match[str]) -> bool:
    """Whether the sentence ends with the command, after a colon: "One of them: /ilt decisions reading"."""
    return found.end() == len(found.string) and found.string[: found.start()].endswith(": ")
