"""Activities as Teams writes them: what a person does, and what happens to teams and channels."""

from zoneinfo import ZoneInfo

from bot.sandbox.teams.seed import Person, Team
from bot.sandbox.teams.tenant import Conversation, Message, Tenant
from bot.sandbox.wire import Json


class Activities:
    """Writes activities; `service_url` is where the bot then finds the connector."""

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant
        self.service_url = ""

    def message(self, who: Person, place: Conversation, message: Message, text: str) -> Json:
        """Return what the bot hears when somebody writes."""
        activity = self._of("message", who, place, message.id, message.root)
        html = {"contentType": "text/html", "content": f"<p>{text}</p>"}
        activity |= {"text": text, "textFormat": "plain", "attachments": [html]}
        app = self._tenant.seed.app
        called = f"<at>{app.name}</at>"
        if called in text:
            mentioned = {"id": app.id, "name": app.name}
            activity["entities"] = [
                {"type": "mention", "mentioned": mentioned, "text": called},
                *activity["entities"],
            ]
        return activity

    def pressed(self, who: Person, place: Conversation, message: Message, value: Json) -> Json:
        """Return what the bot hears when somebody presses an `Action.Submit` that only sends its data."""
        activity = self._of("message", who, place, self._tenant.new_id(), message.root)
        return {**activity, "replyToId": message.id, "value": value}

    def invoke(
        self, name: str, who: Person, place: Conversation, value: Json, message: Message | None = None
    ) -> Json:
        """Return a question to which Teams waits for the answer."""
        root = message.root if message else ""
        activity = self._of("invoke", who, place, f"f:{self._tenant.new_id()}", root)
        if message:
            activity["replyToId"] = message.id
        return {**activity, "name": name, "value": value}

    def installation(self, who: Person, place: Conversation, action: str) -> Json:
        """Return the news that the app was added somewhere or taken away."""
        activity = self._news("installationUpdate", who, place)
        given = activity["channelData"]
        given |= {"settings": {"selectedChannel": {"id": place.id}}, "source": {"name": "message"}}
        if place.team:
            given["team"] = self.team(self._tenant.teams[place.team])
        return {**activity, "action": action}

    def change(self, who: Person, place: Conversation, event: str, **more: object) -> Json:
        """Return the news of a change; `more` is what this kind of change needs beside its name.

        A team is named in full only where the change is about it; in a chat there is no name of the event.
        """
        activity = self._news("conversationUpdate", who, place)
        if place.team:
            activity["conversation"]["id"] = place.team
            activity["channelData"]["eventType"] = event
            if event.startswith("team"):
                activity["channelData"]["team"] = self.team(self._tenant.teams[place.team])
        return {**activity, **more}

    def _news(self, kind: str, who: Person, place: Conversation) -> Json:
        activity = self._of(kind, who, place, f"f:{self._tenant.new_id()}")
        del activity["from"]["name"]
        return activity

    def _of(self, kind: str, who: Person, place: Conversation, given: str, root: str = "") -> Json:
        seed = self._tenant.seed
        zone, locale = who.zone or seed.zone, who.locale or seed.locale
        now = self._tenant.clock.now()
        stamp = f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03d}Z"
        local = now.astimezone(ZoneInfo(zone)).isoformat(timespec="milliseconds")
        return {
            "type": kind,
            "id": given,
            "timestamp": stamp,
            "localTimestamp": local,
            "localTimezone": zone,
            "locale": locale,
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": who.id, "name": who.name, "aadObjectId": who.object_id},
            "recipient": {"id": seed.app.id, "name": seed.app.name},
            "conversation": self._conversation(place, root),
            "channelData": self._channel_data(place),
            "entities": [_client(locale, zone)],
        }

    def _conversation(self, place: Conversation, root: str) -> Json:
        tenant = self._tenant.seed.tenant_id
        thread = f"{place.id};messageid={root}" if root and place.team else place.id
        given: Json = {"id": thread, "conversationType": place.kind, "tenantId": tenant}
        return given if place.kind == "personal" else {**given, "isGroup": True}

    def _channel_data(self, place: Conversation) -> Json:
        given: Json = {"tenant": {"id": self._tenant.seed.tenant_id}}
        if place.team:
            given["channel"] = {"id": place.id}
            given["teamsChannelId"] = place.id
            given["teamsTeamId"] = place.team
            given["team"] = {"id": place.team}
        return given

    def team(self, team: Team) -> Json:
        """Return a team as activities name it."""
        return {"id": team.id, "name": team.name, "aadGroupId": self._tenant.group_of(team)}


def _client(locale: str, zone: str) -> Json:
    """Return what Teams says about the program in front of somebody."""
    about = {"locale": locale, "country": locale[-2:], "platform": "Web", "timezone": zone}
    return {"type": "clientInfo", **about}
