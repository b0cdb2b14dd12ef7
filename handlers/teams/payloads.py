"""What Teams sends when somebody does something, checked once and then typed.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
"""

import html
import re
from hashlib import sha256
from typing import Any, Literal

from pydantic import AliasPath, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from handlers.platform.payloads import Payload as Plain
from handlers.teams.origins import Origin

KNOWN = ("message", "invoke", "conversationUpdate", "installationUpdate")
"""Everything else that Teams may tell asks for nothing."""
MENTION = re.compile(r"</?at\b[^<>]*>", re.IGNORECASE)


class Payload(Plain):
    """Teams writes `conversationType` where we say `conversation_type`."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, told: object) -> object:
        """Some clients name what there is not."""
        if not isinstance(told, dict):
            return told
        return {name: value for name, value in told.items() if value is not None}


class Tenant(Payload):
    id: str = ""


class Account(Payload):
    """A person or a bot; `aad_object_id` is the directory's own id of a person."""

    id: str
    name: str | None = None
    aad_object_id: str | None = None


class Conversation(Payload):
    id: str
    conversation_type: str | None = None
    tenant_id: str | None = None


class Channel(Payload):
    id: str = ""
    name: str | None = None


class Team(Payload):
    id: str = ""
    name: str | None = None


class ChannelData(Payload):
    """What Teams adds to what every bot is told."""

    tenant: Tenant = Tenant()
    team: Team = Team()
    channel: Channel = Channel()
    event_type: str | None = None


class Mention(Payload):
    """A part of an activity's `entities`; of those that mention somebody, who that is and in which words."""

    type: str = ""
    text: str | None = None
    mentioned: Account | None = None


class Envelope(Payload):
    """What is read of any activity, to find out whether it is one for this bot."""

    type: str
    channel_id: str = ""
    service_url: str = ""
    in_conversation: str | None = Field(None, validation_alias=AliasPath("conversation", "tenantId"))
    in_channel_data: str | None = Field(None, validation_alias=AliasPath("channelData", "tenant", "id"))

    @property
    def is_known(self) -> bool:
        return self.type in KNOWN

    @property
    def tenant(self) -> str:
        return (self.in_conversation or self.in_channel_data or "").casefold()


class Activity(Payload):
    """Something that somebody did: wrote, pressed, sent a dialog, or changed in a team."""

    type: Literal["message", "invoke", "conversationUpdate", "installationUpdate"]
    id: str = ""
    name: str = ""
    sender: Account = Field(validation_alias="from")
    recipient: Account
    conversation: Conversation
    channel_data: ChannelData = ChannelData()
    service_url: str
    reply_to_id: str | None = None
    text: str | None = None
    value: Any = None
    action: str | None = None
    entities: tuple[Mention, ...] = ()
    members_added: tuple[Account, ...] = ()
    members_removed: tuple[Account, ...] = ()

    @property
    def tenant(self) -> str:
        return (self.conversation.tenant_id or self.channel_data.tenant.id).casefold()

    @property
    def is_personal(self) -> bool:
        """Whether it is the conversation of one person with the bot.

        The compose box may be that of a chat between two people, which is called personal, too.
        """
        return self.conversation.conversation_type == "personal" and not self.may_be_elsewhere

    @property
    def may_be_elsewhere(self) -> bool:
        """Whether it happened in a conversation of which the bot need not be a part."""
        return self.name.startswith("composeExtension/")

    @property
    def team_id(self) -> str:
        """The team (of people) in whose channels it happened, empty in a chat."""
        return self.channel_data.team.id

    @property
    def channel_id(self) -> str | None:
        """The channel it is about."""
        return self.channel_data.channel.id or None

    @property
    def once(self) -> str:
        """The key under which this very activity is done once; empty when it has no id of its own."""
        told = f"{self.conversation.id} {self.id}"
        return f"activity/{sha256(told.encode()).hexdigest()[:40]}" if self.id else ""

    @property
    def origin(self) -> Origin:
        return Origin(
            tenant=self.tenant,
            user=self.sender.id,
            conversation=self.conversation.id,
            is_personal=self.is_personal,
        )

    @property
    def words(self) -> str:
        """What was written to the bot, without its own name."""
        text = self.text or ""
        for entity in self.entities:
            if entity.type == "mention" and entity.mentioned and entity.mentioned.id == self.recipient.id:
                text = text.replace(entity.text or "", " ")
        return html.unescape(MENTION.sub("", text)).replace("\xa0", " ").strip()

    @property
    def mentions_the_bot(self) -> bool:
        return any(one.mentioned and one.mentioned.id == self.recipient.id for one in self.entities)
