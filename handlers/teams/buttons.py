"""Buttons as actions of a card: a verb with its values, and all that brings them back.

A verb with a form asks Teams for a dialog; any other is carried out where it stands.
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.messages.vocabulary import Button, Buttons, Span
from handlers.platform.words import Json, cut
from handlers.teams.rich import paragraph_elements
from handlers.teams.shapes import card, size

VALUES = 2000
LABEL = 75
QUESTION = 500
IN_A_ROW = 6
"""Teams shows six actions of a set; the rest would be behind three dots."""
WIDE = 64
"""Characters of the labels in a row, with the room around each; Teams cuts off what does not fit a card."""
AROUND = 6
ROW = 12_000
STYLES = {"primary": "positive", "danger": "destructive"}
FETCH: Json = {"type": "task/fetch"}


class ButtonTooLarge(Exception):
    """A button carries too much; its values belong in the database, and an id here."""

    def __init__(self, verb: str, carried: int) -> None:
        super().__init__(f"the values of a {verb} button take {carried} characters, more than {VALUES}")


@dataclass(frozen=True, slots=True)
class Pressing:
    """How buttons are drawn: `opens` says which verbs have a form, `school` is named where several share.

    `in_dialog`: on a page of a dialog, which is told of every button in one way.
    """

    opens: Callable[[str], bool]
    school: str | None = None
    in_dialog: bool = False

    def rows(self, part: Buttons) -> Iterator[Json]:
        """Sets of at most six actions, not too wide nor too large together."""
        row: list[Json] = []
        for button in part.buttons:
            action = self.action(button, shared=part.shared)
            if row and not _fits([*row, action]):
                yield _row(row)
                row = []
            row.append(action)
        if row:
            yield _row(row)

    def action(self, button: Button, *, shared: bool = False) -> Json:
        """The action, behind its question when there is one; raises ButtonTooLarge."""
        carried = len(json.dumps(button.values, ensure_ascii=False, separators=(",", ":")))
        if carried > VALUES:
            raise ButtonTooLarge(button.verb, carried)
        label: Json = {"title": cut(button.label, LABEL)}
        if button.emphasis != "normal":
            label["style"] = STYLES[button.emphasis]
        pressed = label | self._pressed(button, shared)
        if not button.confirm:
            return pressed
        return {"type": "Action.ShowCard", **label, "card": _asking(button.confirm, pressed)}

    def _pressed(self, button: Button, shared: bool) -> Json:
        told: Json = {"values": dict(button.values)}
        if self.school:
            told["school"] = self.school
        if shared:
            told["shared"] = True
        if self.in_dialog:
            return {"type": "Action.Submit", "data": {"verb": button.verb, **told}}
        if self.opens(button.verb):
            return {"type": "Action.Submit", "data": {"msteams": FETCH, "verb": button.verb, **told}}
        return {"type": "Action.Execute", "verb": button.verb, "data": told}


def _fits(row: list[Json]) -> bool:
    wide = sum(len(action["title"]) + AROUND for action in row)
    return len(row) <= IN_A_ROW and wide <= WIDE and size(row) <= ROW


def _row(actions: list[Json]) -> Json:
    return {"type": "ActionSet", "actions": actions}


def _asking(question: str, action: Json) -> Json:
    asked = card(paragraph_elements((Span(cut(question, QUESTION)),)), [action])
    del asked["$schema"], asked["version"]
    return asked
