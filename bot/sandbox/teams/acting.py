"""Doing things as a person on Teams, and seeing what they then see."""

from collections.abc import Mapping

from bot.sandbox.refusals import CannotDo
from bot.sandbox.sender import Answer
from bot.sandbox.teams.activities import Activities
from bot.sandbox.teams.comings import Comings
from bot.sandbox.teams.dialogs import Dialog, Dialogs, Origin
from bot.sandbox.teams.forms import filled_in
from bot.sandbox.teams.pressing import Pressing
from bot.sandbox.teams.problems import Problem, Problems
from bot.sandbox.teams.reading import Seen, seen
from bot.sandbox.teams.sender import Sender
from bot.sandbox.teams.tenant import Message, Tenant
from bot.sandbox.wire import Json


class Acting:
    """What people can do; `where` is a channel's id or name, and nothing for their chat with the bot."""

    def __init__(self, tenant: Tenant, sender: Sender, activities: Activities) -> None:
        self._tenant = tenant
        self._sender = sender
        self._activities = activities
        self._problems = Problems()
        self._dialogs = Dialogs(sender, activities, self._problems)
        self._pressing = Pressing(sender, activities, self._dialogs, self._problems)
        self.comings = Comings(tenant, sender, activities, self._problems)

    @property
    def errors(self) -> list[Problem]:
        """Everything the bot answered that Teams would have shown to somebody as an error."""
        return self._problems.found

    def written(self, user: str, text: str, where: str = "", root: str = "") -> Json:
        """Write something and return the activity, without telling the bot: for a test to spoil and send."""
        who, place = self._tenant.person(user), self._tenant.place(where, user)
        if place.people:
            raise CannotDo("not_there", "The bot is not in this chat and hears nothing of it.")
        if place.team and self._tenant.teams[place.team].archived:
            raise CannotDo("archived", "This team is archived: nobody can write here.")
        text = text if place.is_personal else f"<at>{self._tenant.seed.app.name}</at> {text}"
        message = self._tenant.put(place, who.id, {"type": "message", "text": text}, root)
        return self._activities.message(who, place, message, text)

    async def says(self, user: str, text: str, where: str = "", root: str = "") -> Answer:
        """Write to the bot: in the chat with it, or in a channel with its name before the words."""
        return await self._heard(user, self.written(user, text, where, root))

    def messages(self, where: str = "", user: str = "", root: str = "") -> list[Seen]:
        """Return the bot's messages in a conversation as this person sees them, oldest first."""
        own = self._tenant.seed.app.id
        return [each for each in self.conversation(where, user, root) if each.sender == own]

    def conversation(self, where: str = "", user: str = "", root: str = "") -> list[Seen]:
        """Return what everybody wrote in a conversation, or in one thread of it, oldest first."""
        place = self._tenant.place(where, user)
        found = [seen(message, user and self._tenant.person(user).id) for message in place.messages.values()]
        return [each for each in found if root in ("", each.root)]

    async def press(
        self,
        user: str,
        message: Seen | str,
        label: str,
        values: Mapping[str, object] | None = None,
        *,
        index: int = 0,
    ) -> Answer:
        """Press the button with these words (the `index`-th of them) of a message."""
        who, held = self._tenant.person(user), self._message(message)
        place = self._tenant.conversations[held.conversation]
        return await self._pressing.press(who, place, held, label, values or {}, index)

    def toasts(self, user: str) -> list[str]:
        """Return the sentences somebody was shown after pressing buttons, oldest first."""
        return self._pressing.toasts.get(self._tenant.person(user).id, [])

    def dialog(self, user: str) -> Dialog | None:
        """Return the dialog in front of somebody, None when there is none."""
        return self._dialogs.open.get(self._tenant.person(user).id)

    def fill(self, user: str, values: Mapping[str, object]) -> Dialog:
        """Fill in fields of the open dialog, by name or label; nothing is sent."""
        dialog = self._dialogs.of(self._tenant.person(user))
        dialog.filled = filled_in(dialog.card, dialog.filled, values)
        return dialog

    async def submit(self, user: str, values: Mapping[str, object] | None = None, button: str = "") -> Answer:
        """Fill in the open dialog and press a button of it, its first own one when none is named.

        Raises WouldNotAccept where a Teams client would not send the form.
        """
        return await self._dialogs.submit(self._tenant.person(user), values or {}, button)

    def close(self, user: str) -> None:
        """Close the dialog without sending it; the bot does not hear of it."""
        self._dialogs.open.pop(self._tenant.person(user).id, None)

    async def use_action(
        self, user: str, command_id: str, where: str = "", message: Seen | str | None = None
    ) -> Answer:
        """Use an action of the message extension: in the compose box, or on a message."""
        who, place = self._tenant.person(user), self._tenant.place(where, user)
        held = self._message(message) if message else None
        origin = Origin(place, None, command_id, "message" if held else "compose")
        more = {"messagePayload": self._payload(held)} if held else None
        return await self._dialogs.fetch_action(who, origin, more or {})

    def composed(self, user: str) -> list[Json]:
        """Return what the bot put into somebody's compose box."""
        return self._dialogs.composed.get(self._tenant.person(user).id, [])

    async def _heard(self, user: str, activity: Json) -> Answer:
        answer = await self._sender.deliver(activity)
        self._problems.heard(str(activity["type"]), self._tenant.person(user).id, answer)
        return answer

    def _message(self, named: Seen | str) -> Message:
        given = named if isinstance(named, str) else named.id
        for conversation in self._tenant.conversations.values():
            if given in conversation.messages:
                return conversation.messages[given]
        raise CannotDo("no_message", "This message is no longer there.")

    def _payload(self, message: Message) -> Json:
        words = str(message.activity.get("text") or "")
        sender = self._tenant.people.get(message.sender)
        user = {"id": sender.object_id, "displayName": sender.name} if sender else None
        return {
            "id": message.id,
            "replyToId": None if message.root == message.id else message.root,
            "body": {"contentType": "html", "content": f"<p>{words}</p>"},
            "from": {"user": {**user, "userIdentityType": "aadUser"} if user else None},
            "attachments": message.activity.get("attachments", []),
        }
