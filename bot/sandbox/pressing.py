"""Clicking and choosing inside messages, modals and the Home tab."""

from dataclasses import dataclass

from bot.sandbox.conversations import Conversation
from bot.sandbox.filling import WouldNotAccept, complaints, filled, find_field, merged
from bot.sandbox.passes import Passes
from bot.sandbox.payloads import action, in_message, in_view, interaction
from bot.sandbox.refusals import CannotDo
from bot.sandbox.sender import Answer, Sender
from bot.sandbox.state import Values, initial_values, value_name
from bot.sandbox.tour import Progress
from bot.sandbox.validation.blocks import elements_of
from bot.sandbox.validation.checks import items
from bot.sandbox.validation.text import MENU_OPTION
from bot.sandbox.views import TROUBLE, View
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace

CHOICES = items(MENU_OPTION, most=100, least=0)


@dataclass(frozen=True)
class Press:
    """What somebody presses: the first element that fits all that is named, and what they choose in it."""

    action_id: str = ""
    label: str = ""
    block_id: str = ""
    value: object = None

    def find(self, blocks: list[Json]) -> tuple[Json, Json]:
        """Return the block and the element that are meant."""
        for block in blocks:
            for element in elements_of(block):
                if self._means(block, element):
                    return block, element
        named = self.label or self.action_id
        raise CannotDo("no_such_action", f"There is nothing called {named!r} to press here.")

    def _means(self, block: Json, element: Json) -> bool:
        words = element.get("text", {}).get("text")
        return (
            self.action_id in ("", element.get("action_id"))
            and self.block_id in ("", block["block_id"])
            and self.label in ("", words)
        )


@dataclass
class Pressing:
    """Sends block_actions and block_suggestion."""

    workspace: Workspace
    sender: Sender
    passes: Passes
    progress: Progress

    async def in_message(self, user: str, conversation: Conversation, ts: str, press: Press) -> Answer:
        """Press or choose something in a message this person sees."""
        message = conversation.messages.get(ts)
        if message is None or not message.is_seen_by(user):
            raise CannotDo("message_not_found", "This message is gone.")
        block, element = press.find(message.blocks)
        values = message.filled.setdefault(user, initial_values(message.blocks))
        state = _choose(message.blocks, values, block, element, press.value)
        payload = self._payload(user, block, element, state, None)
        payload |= in_message(self.workspace, conversation, message, values)
        reply_id = self.passes.reply(user, conversation.id, ts)
        payload["response_url"] = self.passes.address(reply_id)
        return await self._send(payload)

    async def in_view(self, user: str, view: View, press: Press) -> Answer:
        """Press or choose something in a modal or on the Home tab."""
        block, element = press.find(view.blocks)
        state = _choose(view.blocks, view.values, block, element, press.value)
        payload = self._payload(user, block, element, state, view)
        payload |= in_view(self.workspace, view)
        answer = await self._send(payload)
        if not answer.ok:
            self.workspace.views.mark(view, view.errors, TROUBLE)
        return answer

    async def fill(self, user: str, view: View, field: str, value: object) -> Answer | None:
        """Fill in one field; None when the bot does not hear of it before the form is sent."""
        block, element = find_field(view.blocks, field)
        if block["type"] == "input" and not block.get("dispatch_action"):
            _choose(view.blocks, view.values, block, element, value)
            return None
        press = Press(element["action_id"], block_id=block["block_id"], value=value)
        return await self.in_view(user, view, press)

    async def suggest(self, user: str, view: View, action_id: str, typed: str) -> list[Json]:
        """Ask the bot for choices while somebody types."""
        block, element = find_field(view.blocks, action_id)
        if len(typed) < element.get("min_query_length", 3):
            return []
        payload = interaction(self.workspace, "block_suggestion", user)
        payload |= in_view(self.workspace, view)
        payload |= {"action_id": element["action_id"], "block_id": block["block_id"], "value": typed}
        answer = await self.sender.deliver("interactive", payload)
        options = answer.json.get("options", [])
        if not answer.ok or list(CHOICES(options, "/options")):
            return []
        return [option for option in options if isinstance(option, dict)]

    def _payload(self, user: str, block: Json, element: Json, state: Json, view: View | None) -> Json:
        action_ts = f"{self.workspace.clock.now().timestamp():.6f}"
        payload = interaction(self.workspace, "block_actions", user)
        payload["trigger_id"] = self.passes.trigger(user, view.id if view else None)
        payload["actions"] = [action(block, element, state, action_ts)]
        return payload

    async def _send(self, payload: Json) -> Answer:
        answer = await self.sender.deliver("interactive", payload)
        if answer.ok:
            self.progress.note("block_actions", str(payload["actions"][0]["action_id"]))
        return answer


def _choose(blocks: list[Json], values: Values, block: Json, element: Json, value: object) -> Json:
    """Remember what was chosen and return its state; a button has none."""
    if element["type"] == "overflow":
        return {"selected_option": _of_overflow(element, value)}
    if value_name(element["type"]) is None:
        return {}
    state = filled(element, value)
    block_id, action_id = block["block_id"], element["action_id"]
    fresh = merged(blocks, values, {block_id: {action_id: state}})
    optional = {**block, "optional": True}
    if found := complaints([optional], fresh):
        raise WouldNotAccept(found)
    values[block_id] = fresh[block_id]
    return fresh[block_id][action_id]


def _of_overflow(element: Json, value: object) -> Json:
    for option in element["options"]:
        if value in (option["value"], option["text"]["text"], option):
            return dict(option)
    raise WouldNotAccept({element["action_id"]: "Choose one of the options."})
