"""What Slack sends when somebody does something, checked once and then typed.

https://docs.slack.dev/reference/interaction-payloads
"""

import re
from time import time
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, model_validator

from bot.messages.start import WHOLE
from handlers.platform.failures import Malformed
from handlers.platform.payloads import Payload
from handlers.platform.words import Json
from handlers.slack import blocks
from handlers.slack.origins import Kept, Origin
from handlers.slack.shapes import decoded, unescape
from handlers.slack.sharing import school_of

TS, DOMAIN = re.compile(r"\d+\.\d+"), re.compile(r"[a-z0-9-]+")
OTHER = ("url_verification", "app_rate_limited")
"""What Slack may also say, without anybody having done anything."""


class Named(Payload):
    id: str
    team_id: str | None = None
    domain: str | None = None


class SlashCommand(Payload):
    command: str
    team_id: str
    user_id: str
    text: str = ""
    channel_id: str | None = None
    trigger_id: str | None = None
    response_url: str | None = None

    @property
    def words(self) -> str:
        """What was typed: the manifest asks Slack to make no mentions or links of it (`should_escape`)."""
        return decoded(self.text)

    @property
    def origin(self) -> Origin:
        return Origin(
            team=self.team_id,
            user=self.user_id,
            channel=self.channel_id,
            response_url=self.response_url,
            asked_at=time(),
        )


class Container(Payload):
    message_ts: str | None = None
    thread_ts: str | None = None
    is_ephemeral: bool = False


class Action(Payload):
    type: str
    action_id: str
    value: str | None = None

    @property
    def is_button(self) -> bool:
        return self.type == "button"


class Block(Payload):
    type: str
    block_id: str | None = None
    element: dict[str, Any] | None = None

    @model_validator(mode="after")
    def is_whole(self) -> Self:
        if self.type == "input" and not (self.block_id and self.element):
            raise ValueError("an input block has an id and an element")
        return self


class State(Payload):
    values: dict[str, dict[str, dict[str, Any]]] = {}


class View(Payload):
    """The parts of a modal or Home tab that are read; the rest travels along unread."""

    id: str
    type: str
    blocks: tuple[Block, ...]
    callback_id: str = ""
    private_metadata: str = ""
    state: State = State()


def whole_view(view: dict[str, Any]) -> dict[str, Any]:
    """Accept a view that has the parts that are read, as it is."""
    View.model_validate(view)
    return view


def kept_school(view: dict[str, Any] | None) -> str | None:
    """The school that an open form is about."""
    kept = Kept.of(view).origin if view and view.get("type") == "modal" else None
    return kept.school if kept else None


class Interaction(Payload):
    """A button, a field, a shortcut or a modal: everything but slash commands and events."""

    type: str
    user: Named
    team: Named | None = None
    trigger_id: str | None = None
    response_url: str | None = None
    channel: Named | None = None
    container: Container = Container()
    message: dict[str, Any] | None = None
    view: Annotated[dict[str, Any], AfterValidator(whole_view)] | None = None
    actions: tuple[Action, ...] = ()
    callback_id: str | None = None
    action_id: str | None = None
    value: str | None = None

    @property
    def team_id(self) -> str:
        return (self.team and self.team.id) or self.user.team_id or ""

    @property
    def origin(self) -> Origin:
        """Where it was done; the message is known only when it was one of the bot's own unshared buttons."""
        is_press = self.type == "block_actions"
        is_shared = any(blocks.is_shared(action.action_id) for action in self.actions)
        pressed = next((school_of(action.value) for action in self.actions), None)
        return Origin(
            team=self.team_id,
            user=self.user.id,
            school=pressed or kept_school(self.view),
            channel=self.channel.id if self.channel else None,
            ts=self.container.message_ts if is_press and not is_shared else None,
            thread=self.container.thread_ts if is_press else None,
            response_url=self.response_url,
            asked_at=time(),
            is_ephemeral=self.container.is_ephemeral,
            is_home=self._is_home,
            is_whole=self._is_home and self._is_whole,
        )

    @property
    def _is_home(self) -> bool:
        return bool(self.view and self.view.get("type") == "home")

    @property
    def _is_whole(self) -> bool:
        """Whether everything is on the Home where it was done, or was just asked for."""
        shown = (self.view or {}).get("private_metadata")
        return WHOLE in (shown, *(blocks.verb_of(action.action_id) for action in self.actions))

    @model_validator(mode="after")
    def is_whole(self) -> Self:
        """Each kind has the part by which its listener finds what to do."""
        needed = {
            "block_actions": self.actions,
            "block_suggestion": self.action_id,
            "shortcut": self.callback_id,
            "message_action": self.callback_id,
            "view_submission": self.view,
            "view_closed": self.view,
        }
        if not needed.get(self.type):
            raise ValueError("a part is missing")
        return self

    @property
    def modal(self) -> Json:
        """The modal it is about; raises Malformed when it is about something else."""
        if not self.view or self.view.get("type") != "modal":
            raise Malformed("view")
        return self.view

    @property
    def message_text(self) -> str:
        """The words of the message a shortcut was used on, on one line."""
        return " ".join(unescape(str((self.message or {}).get("text") or "")).split())

    @property
    def message_link(self) -> str:
        """The address of that message, as Slack writes it; empty when it cannot be known."""
        ts, thread = (str((self.message or {}).get(name) or "") for name in ("ts", "thread_ts"))
        domain = (self.team and self.team.domain) or ""
        if self.channel is None or not TS.fullmatch(ts) or not DOMAIN.fullmatch(domain):
            return ""
        link = f"https://{domain}.slack.com/archives/{self.channel.id}/p{ts.replace('.', '')}"
        in_thread = TS.fullmatch(thread) and thread != ts
        return f"{link}?thread_ts={thread}&cid={self.channel.id}" if in_thread else link


def id_of(channel: object) -> object:
    """The channel's id; of a renamed channel Slack tells more than that."""
    return channel.get("id") if isinstance(channel, dict) else channel


class Event(Payload):
    type: str
    user: Annotated[str | None, BeforeValidator(id_of)] = None
    channel: Annotated[str | None, BeforeValidator(id_of)] = None
    channel_type: str | None = None
    text: str = ""
    subtype: str | None = None
    bot_id: str | None = None
    tab: str | None = None

    @property
    def is_from_a_person(self) -> bool:
        return bool(self.user) and not self.bot_id and not self.subtype


class Envelope(Payload):
    """An event with what came around it."""

    team_id: str
    event: Event
    event_id: str = ""


def makes_sense(body: Json) -> bool:
    """Say whether Slack documents a request shaped like this; Bolt itself would stumble over others."""
    kind = body.get("type")
    try:
        if "command" in body:
            SlashCommand.of(body)
        elif kind == "event_callback":
            Envelope.of(body)
        elif kind not in OTHER and "ssl_check" not in body:
            Interaction.of(body)
    except Malformed:
        return False
    return True
