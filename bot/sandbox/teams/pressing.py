"""Pressing a button of a message: what a Teams client then does, by the kind of the button."""

from collections.abc import Mapping

from bot.sandbox.filling import WouldNotAccept
from bot.sandbox.refusals import CannotDo
from bot.sandbox.sender import Answer
from bot.sandbox.teams.activities import Activities
from bot.sandbox.teams.dialogs import Dialogs, Origin, pressed_in
from bot.sandbox.teams.forms import complaints, filled_in, sent
from bot.sandbox.teams.problems import Problems
from bot.sandbox.teams.reading import seen
from bot.sandbox.teams.seed import Person
from bot.sandbox.teams.sender import Sender
from bot.sandbox.teams.tenant import Conversation, Message
from bot.sandbox.teams.validation.actions import asked_of_teams
from bot.sandbox.teams.validation.answers import ERROR, MESSAGE
from bot.sandbox.wire import Json

EXECUTED = "adaptiveCard/action"
KEPT = ("type", "id", "title", "verb")


class Pressing:
    """Presses buttons and takes in what the bot answers; `toasts` is what each person was told."""

    def __init__(self, sender: Sender, activities: Activities, dialogs: Dialogs, problems: Problems) -> None:
        self.toasts: dict[str, list[str]] = {}
        self._sender = sender
        self._activities = activities
        self._dialogs = dialogs
        self._problems = problems

    async def press(
        self,
        who: Person,
        place: Conversation,
        message: Message,
        label: str,
        values: Mapping[str, object],
        index: int = 0,
    ) -> Answer:
        """Press the button with these words, with `values` filled in where the card has fields."""
        card, button = self._found(who, message, label, index)
        data = _data(card, button, values)
        kind, asked = button["type"], asked_of_teams(button)
        if kind == "Action.Execute":
            return await self._execute(who, place, message, button, data)
        if kind == "Action.Submit" and asked == "task/fetch":
            given = {name: value for name, value in data.items() if name != "msteams"}
            return await self._dialogs.fetch(who, Origin(place, message), {"type": asked, **given})
        if kind == "Action.Submit" and not asked:
            answer = await self._sender.deliver(self._activities.pressed(who, place, message, data))
            self._problems.heard("message", who.id, answer)
            return answer
        raise CannotDo("not_for_the_bot", f"The bot never hears of {kind} {asked}".strip() + ".")

    def _found(self, who: Person, message: Message, label: str, index: int) -> tuple[Json, Json]:
        for card in seen(message, who.id).cards:
            try:
                return card, pressed_in(card, label, index)
            except CannotDo:
                continue
        raise CannotDo("no_button", f"There is no button {label!r}.")

    async def _execute(
        self, who: Person, place: Conversation, message: Message, button: Json, data: Json
    ) -> Answer:
        action = {name: button[name] for name in KEPT if name in button}
        value = {"action": {**action, "data": data}, "trigger": "manual"}
        answer = await self._sender.deliver(self._activities.invoke(EXECUTED, who, place, value, message))
        if self._problems.answered(EXECUTED, who.id, answer):
            self._take_in(who, message, answer.json)
        return answer

    def _take_in(self, who: Person, message: Message, body: Json) -> None:
        told = self.toasts.setdefault(who.id, [])
        if body["type"] == MESSAGE:
            told.append(body["value"])
        elif body["type"] == ERROR:
            told.append(body["value"]["message"])
        else:
            message.own[who.id] = body["value"]


def _data(card: Json, button: Json, values: Mapping[str, object]) -> Json:
    data = dict(button.get("data") or {})
    if str(button.get("associatedInputs", "auto")).lower() == "none":
        return data
    filled = filled_in(card, {}, values)
    if said := complaints(card, filled):
        raise WouldNotAccept(said)
    return data | sent(card, filled)
