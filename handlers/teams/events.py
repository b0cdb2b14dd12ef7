"""What Teams tells the bot of its own accord: it was added or removed, or a team or channel has changed."""

from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from bot.routines.schools import WhichSchool
from handlers.platform.verbs import MENU, Verbs
from handlers.teams.answering import Answering, Asked
from handlers.teams.channels import News, Told
from handlers.teams.origins import Origin
from handlers.teams.payloads import Activity
from handlers.teams.references import References

ADDED = ("add", "add-upgrade")
REMOVED = ("remove", "remove-upgrade")
"""What may have become of the app somewhere.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
"""

Work = Coroutine[Any, Any, object]


class Events:
    """Finds what to do about an event; most of what Teams tells asks for nothing."""

    def __init__(self, *, verbs: Verbs, answering: Answering, references: References, channels: Told) -> None:
        self._verbs = verbs
        self._answering = answering
        self._references = references
        self._channels = channels

    def follow(self, activity: Activity) -> Work | None:
        """What is to be done once the event is answered, None when it is nothing."""
        if activity.is_personal:
            return self._with_one_person(activity)
        news = News(event_of(activity), activity.team_id, activity.channel_id)
        return self._channels.look_at(activity.tenant, news) if self._channels.concerns(news) else None

    def met(self, activity: Activity) -> Work | None:
        """What is to be done because somebody wrote to the bot in a team, None when it is nothing."""
        team = "" if activity.is_personal else activity.team_id
        if not self._channels.is_new(activity.tenant, team):
            return None
        return self._channels.meet(activity.tenant, team)

    def _with_one_person(self, activity: Activity) -> Work | None:
        if activity.type != "installationUpdate":
            return None
        if activity.action in REMOVED:
            return self._references.left(activity.tenant, activity.sender.id)
        return self._greet(activity) if activity.action == "add" else self._references.who(activity.origin)

    async def _greet(self, activity: Activity) -> None:
        """Show what there is to do, to somebody of the school who has just been given the app.

        A district may give it to everybody: whoever the school does not know hears nothing.
        """
        menu = self._verbs.find(MENU)
        if menu is None or not await self._is_known(activity.origin):
            return
        came = await self._answering.answer(Asked(menu, {}, activity.origin))
        await self._answering.tell(came, activity.origin)

    async def _is_known(self, origin: Origin) -> bool:
        with suppress(WhichSchool):
            return bool((await self._references.who(origin)).person_id)
        return True


def event_of(activity: Activity) -> str:
    """What happened to a team or channel, in Teams' own word; or that the app was added or removed there."""
    if activity.type == "installationUpdate":
        return "removed" if activity.action in REMOVED else "installed" if activity.action in ADDED else ""
    return activity.channel_data.event_type or ""
