"""Dialogs: how they open, go on, and close, one for each person at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.sandbox.filling import WouldNotAccept
from bot.sandbox.refusals import CannotDo
from bot.sandbox.sender import Answer
from bot.sandbox.teams.activities import Activities
from bot.sandbox.teams.forms import Field, complaints, fields, filled_in, sent, warnings
from bot.sandbox.teams.problems import Problems
from bot.sandbox.teams.reading import buttons, plain_text
from bot.sandbox.teams.seed import Person
from bot.sandbox.teams.sender import Sender
from bot.sandbox.teams.tenant import Conversation, Message
from bot.sandbox.wire import Json

THEME = {"theme": "default"}


@dataclass(frozen=True)
class Origin:
    """Where a dialog was asked for; `command` and `context` only for a message extension's."""

    place: Conversation
    message: Message | None = None
    command: str = ""
    context: str = ""

    @property
    def family(self) -> str:
        """What the invokes of the dialog begin with."""
        return "composeExtension" if self.command else "task"

    @property
    def said(self) -> Json:
        """What every invoke of the dialog says about its origin."""
        if not self.command:
            return {"context": THEME}
        return {"commandId": self.command, "commandContext": self.context, "context": THEME}


@dataclass
class Dialog:
    """The dialog a person has in front of them; one that only says something has no card."""

    origin: Origin
    title: str
    card: Json
    message: str = ""
    size: tuple[object, object] = ("", "")
    filled: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> list[Field]:
        """Its fields from top to bottom, with what stands in them now."""
        return fields(self.card, self.filled)

    def field(self, name: str) -> Field:
        """Return one field by name or label, or raise CannotDo."""
        for each in self.fields:
            if name in (each.name, each.label):
                return each
        raise CannotDo("no_field", f"There is no field {name}.")

    @property
    def errors(self) -> list[str]:
        """Every line in the color of a warning."""
        return warnings(self.card)

    @property
    def words(self) -> str:
        """Everything that can be read in it."""
        return self.message or plain_text(self.card)

    @property
    def buttons(self) -> list[str]:
        """The words on its buttons, top to bottom."""
        return [str(each["title"]) for each in buttons(self.card)]


class Dialogs:
    """The open dialogs, and what was put into people's compose boxes when one closed."""

    def __init__(self, sender: Sender, activities: Activities, problems: Problems) -> None:
        self.open: dict[str, Dialog] = {}
        self.composed: dict[str, list[Json]] = {}
        self._sender = sender
        self._activities = activities
        self._problems = problems

    async def fetch(self, who: Person, origin: Origin, data: Json) -> Answer:
        """Ask the bot for the dialog of a button and show it."""
        return await self._ask(who, origin, "fetch", {**origin.said, "data": data})

    async def fetch_action(self, who: Person, origin: Origin, more: Json) -> Answer:
        """Ask the bot for the dialog of a message extension's action and show it."""
        return await self._ask(who, origin, "fetchTask", {**origin.said, **more})

    async def submit(self, who: Person, values: Mapping[str, object], button: str) -> Answer:
        """Fill in the dialog and press a button of it, its first one when none is named."""
        dialog = self.of(who)
        dialog.filled = filled_in(dialog.card, dialog.filled, values)
        pressed = pressed_in(dialog.card, button)
        data = dict(pressed.get("data") or {})
        if str(pressed.get("associatedInputs", "auto")).lower() != "none":
            if said := complaints(dialog.card, dialog.filled):
                raise WouldNotAccept(said)
            data |= sent(dialog.card, dialog.filled)
        name = "submitAction" if dialog.origin.command else "submit"
        return await self._ask(who, dialog.origin, name, {**dialog.origin.said, "data": data})

    def of(self, who: Person) -> Dialog:
        """Return the dialog in front of somebody, or raise CannotDo."""
        if who.id not in self.open:
            raise CannotDo("no_dialog", "There is no dialog open.")
        return self.open[who.id]

    async def _ask(self, who: Person, origin: Origin, name: str, value: Json) -> Answer:
        named = f"{origin.family}/{name}"
        activity = self._activities.invoke(named, who, origin.place, value, origin.message)
        answer = await self._sender.deliver(activity)
        if self._problems.answered(named, who.id, answer):
            self._follow(who, origin, answer.json)
        return answer

    def _follow(self, who: Person, origin: Origin, body: Json) -> None:
        task = body.get("task") or {}
        if task.get("type") == "continue":
            shown = task["value"]
            card = shown.get("card", {}).get("content", {})
            size = (shown.get("height", ""), shown.get("width", ""))
            self.open[who.id] = Dialog(origin, shown["title"], card, size=size)
        elif task.get("type") == "message":
            self.open[who.id] = Dialog(origin, "", {}, task["value"])
        else:
            self.open.pop(who.id, None)
            given = (body.get("composeExtension") or {}).get("attachments", [])
            self.composed.setdefault(who.id, []).extend(given)


def pressed_in(card: Json, label: str, index: int = 0) -> Json:
    """Return the button with these words, the first of the card's own when none are given."""
    found = [each for each in buttons(card) if each["title"] == label]
    if not label:
        found = [*buttons(card.get("actions", [])), *buttons(card)]
    if len(found) <= index:
        raise CannotDo("no_button", f"There is no button {label!r}.")
    return found[index]
