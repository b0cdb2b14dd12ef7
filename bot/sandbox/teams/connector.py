"""What the connector does for a bot: conversations, messages, members and teams, each by its name here."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.seed import Person, Team
from bot.sandbox.teams.tenant import Conversation, Message, Tenant
from bot.sandbox.teams.validation.activities import check
from bot.sandbox.teams.wire import ConnectorError
from bot.sandbox.wire import Json

PAGE = 50


@dataclass(frozen=True)
class Done:
    """The answer to a call that worked."""

    body: Json | list[Json] | None
    status: int = 200


class Connector:
    """The connector's operations; `arguments` are what stood in the address, and `body` what was sent."""

    def __init__(self, tenant: Tenant, limits: Limits) -> None:
        self.tenant = tenant
        self._limits = limits
        self.operations: dict[str, Callable[[Json, Json], Done]] = {
            "conversations.create": self.create_conversation,
            "activities.create": self.create_activity,
            "activities.update": self.update_activity,
            "activities.delete": self.delete_activity,
            "members.list": self.list_members,
            "members.page": self.page_of_members,
            "members.get": self.get_member,
            "teams.get": self.get_team,
            "teams.channels": self.list_channels,
        }

    def create_conversation(self, _arguments: Json, body: Json) -> Done:
        """Open the 1:1 chat with somebody, the same one every time, or start a thread in a channel."""
        given = body.get("channelData") or {}
        tenant = body.get("tenantId") or (given.get("tenant") or {}).get("id")
        if tenant != self.tenant.seed.tenant_id:
            raise ConnectorError("BadSyntax", "Bad or missing tenant id.")
        if body.get("isGroup") or given.get("channel"):
            conversation = self._open(str((given.get("channel") or {}).get("id", "")))
            message = self._post(conversation, body.get("activity") or {}, "")
            thread = f"{conversation.id};messageid={message.id}"
            return Done({"id": thread, "activityId": message.id}, 201)
        members = body.get("members") or []
        if len(members) != 1:
            raise ConnectorError("BadSyntax", "Exactly one member makes a 1:1 chat.")
        chat = self.tenant.chat(self._known(str(members[0].get("id", ""))))
        self._may_write(chat)
        if not body.get("activity"):
            return Done({"id": chat.id}, 201)
        return Done({"id": chat.id, "activityId": self._post(chat, body["activity"], "").id}, 201)

    def create_activity(self, arguments: Json, body: Json) -> Done:
        """Write a message: into the thread of the address, or as a thread of its own."""
        named, _, root = str(arguments["conversation"]).partition(";messageid=")
        conversation = self._open(named)
        if root and root not in conversation.messages:
            raise ConnectorError("ConversationNotFound", "Conversation not found.")
        if conversation.is_personal:
            root = ""
        replied = str(arguments.get("activity") or "")
        if replied and not conversation.is_personal:
            root = self._message(conversation, replied).root
        if body.get("type") == "typing":
            check(body, self._limits.message_bytes)
            return Done({}, 201)
        return Done({"id": self._post(conversation, body, root).id}, 201)

    def update_activity(self, arguments: Json, body: Json) -> Done:
        """Put another message in place of one of the bot's own; for everybody, whatever they saw before."""
        message = self._own(arguments)
        check(body, self._limits.message_bytes)
        message.activity, message.edited = body, True
        message.own.clear()
        return Done({"id": message.id})

    def delete_activity(self, arguments: Json, _body: Json) -> Done:
        """Take one of the bot's own messages away."""
        message = self._own(arguments)
        del self.tenant.conversations[message.conversation].messages[message.id]
        return Done(None)

    def list_members(self, arguments: Json, _body: Json) -> Done:
        """Return everybody in a conversation."""
        return Done([self._account(each) for each in self._roster(arguments)])

    def page_of_members(self, arguments: Json, _body: Json) -> Done:
        """Return some of the members, and a token for the next ones."""
        people = self._roster(arguments)
        try:
            start = int(arguments.get("continuationToken") or 0)
            most = min(500, int(arguments.get("pageSize") or PAGE))
        except ValueError:
            raise ConnectorError("BadArgument", "Bad page size or continuation token.") from None
        page: Json = {"members": [self._account(each) for each in people[start : start + most]]}
        if start + most < len(people):
            page["continuationToken"] = str(start + most)
        return Done(page)

    def get_member(self, arguments: Json, _body: Json) -> Done:
        """Return one member of a conversation, by either id."""
        for person in self._roster(arguments):
            if arguments["member"] in (person.id, person.object_id):
                return Done(self._account(person))
        raise ConnectorError("MemberNotFoundInConversation", "Member not found in the conversation.")

    def get_team(self, arguments: Json, _body: Json) -> Done:
        """Return what a team is called and how big it is."""
        team = self._team(arguments)
        return Done(
            {
                "id": team.id,
                "name": team.name,
                "aadGroupId": self.tenant.group_of(team),
                "type": "standard",
                "tenantId": self.tenant.seed.tenant_id,
                "channelCount": len(team.channels) + 1,
                "memberCount": len(team.members),
            }
        )

    def list_channels(self, arguments: Json, _body: Json) -> Done:
        """Return the channels of a team; General comes first and without a name."""
        team = self._team(arguments)
        general = {"id": team.id, "name": None, "type": "standard"}
        others = [{"id": each.id, "name": each.name, "type": "standard"} for each in team.channels]
        return Done({"conversations": [general, *others]})

    def _open(self, named: str) -> Conversation:
        conversation = self.tenant.conversations.get(named)
        if conversation is None:
            raise ConnectorError("ConversationNotFound", "Conversation not found.")
        self._may_write(conversation)
        return conversation

    def _may_write(self, conversation: Conversation) -> None:
        if conversation.is_personal:
            self._may_write_to(self.tenant.people[conversation.person])
            return
        self._is_there(conversation)
        if self.tenant.teams[conversation.team].archived:
            raise ConnectorError("MessageWritesBlocked", "Writes are blocked: the team is archived.")

    def _may_write_to(self, person: Person) -> None:
        if person.blocked:
            raise ConnectorError("ConversationBlockedByUser", "User blocked the conversation with the bot.")
        if not person.installed:
            words = "The bot is not installed in the user's personal scope."
            raise ConnectorError("ForbiddenOperationException", words)

    def _known(self, named: str) -> Person:
        for person in self.tenant.people.values():
            if named in (person.id, person.object_id):
                if person.role == "anonymous":
                    words = "The user is not reachable outside the meeting."
                    raise ConnectorError("ForbiddenOperationException", words)
                return person
        raise ConnectorError("BadSyntax", "Bad format of a member id.")

    def _post(self, conversation: Conversation, activity: Json, root: str) -> Message:
        check(activity, self._limits.message_bytes)
        return self.tenant.put(conversation, self.tenant.seed.app.id, activity, root)

    def _own(self, arguments: Json) -> Message:
        conversation = self._open(str(arguments["conversation"]).partition(";")[0])
        message = self._message(conversation, str(arguments["activity"]))
        if message.sender != self.tenant.seed.app.id:
            words = "The message is somebody else's."
            raise ConnectorError("ForbiddenOperationException", words)
        return message

    def _message(self, conversation: Conversation, named: str) -> Message:
        if named not in conversation.messages:
            raise ConnectorError("ActivityNotFoundInConversation", "The activity is not in the conversation.")
        return conversation.messages[named]

    def _roster(self, arguments: Json) -> list[Person]:
        named = str(arguments["conversation"]).partition(";")[0]
        conversation = self.tenant.conversations.get(named)
        if conversation is None:
            raise ConnectorError("ConversationNotFound", "Conversation not found.")
        if conversation.is_personal:
            self._may_write(conversation)
        else:
            self._is_there(conversation)
        return self.tenant.members(conversation)

    def _team(self, arguments: Json) -> Team:
        team = self.tenant.teams.get(str(arguments["team"]))
        if team is None:
            raise ConnectorError("ConversationNotFound", "There is no such team.")
        self._is_there(self.tenant.conversations[team.id])
        return team

    def _is_there(self, conversation: Conversation) -> None:
        team = self.tenant.teams.get(conversation.team)
        if team is None or not team.installed:
            words = "The bot is not part of the conversation roster."
            raise ConnectorError("BotNotInConversationRoster", words)

    def _account(self, person: Person) -> Json:
        given, _, surname = person.name.partition(" ")
        return {
            "id": person.id,
            "name": person.name,
            "objectId": person.object_id,
            "aadObjectId": person.object_id,
            "givenName": given,
            "surname": surname,
            "email": person.email,
            "userPrincipalName": person.email,
            "tenantId": self.tenant.seed.tenant_id,
            "userRole": person.role,
        }
