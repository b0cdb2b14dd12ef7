"""What Slack tells the bot of its own accord: Home opened, somebody wrote to it, somebody named it."""

from collections.abc import Coroutine
from contextlib import closing
from typing import Any

from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines.hearing import Hear, is_new
from handlers.platform.guessing import Guessing
from handlers.platform.seen import Seen
from handlers.platform.verbs import MENU, Verbs
from handlers.slack.answering import Answering, Asked
from handlers.slack.channels import Told
from handlers.slack.home import Home
from handlers.slack.origins import Origin
from handlers.slack.payloads import Envelope, Event
from handlers.slack.shapes import unescape
from handlers.slack.workspaces import Workspaces


class Events:
    """Finds what to do about an event; most of what Slack tells asks for nothing."""

    def __init__(
        self,
        *,
        verbs: Verbs,
        guessing: Guessing,
        answering: Answering,
        home: Home,
        channels: Told,
        perform: Performer,
        workspaces: Workspaces,
    ) -> None:
        self._verbs = verbs
        self._guessing = guessing
        self._answering = answering
        self._home = home
        self._channels = channels
        self._perform = perform
        self._workspaces = workspaces
        self._seen = Seen()

    def follow(self, envelope: Envelope) -> Coroutine[Any, Any, None] | None:
        """What is to be done about it, None when it is nothing or was done before by this program.

        What is said in answer is said once, whichever replica hears of it again; Home may be drawn twice.
        """
        event = envelope.event
        if self._channels.concerns(envelope.team_id, event) and self._seen.is_new(envelope.event_id):
            return self._channels.look_at(envelope.team_id, event)
        if not event.user or not self._seen.is_new(envelope.event_id):
            return None
        named = event.type == "app_mention"
        origin = Origin(team=envelope.team_id, user=event.user, channel=event.channel, is_mention=named)
        match event.type:
            case "app_home_opened" if event.tab in (None, "home"):
                return self._home.publish(envelope.team_id, event.user)
            case "message" if event.channel_type == "im" and event.is_from_a_person:
                return self._once(envelope, self._offer_input(origin, event))
            case "app_mention" if event.is_from_a_person:
                return self._once(envelope, self._show_menu(origin))
        return None

    async def _once(self, envelope: Envelope, answering: Coroutine[Any, Any, None]) -> None:
        """Answer unless another replica has, or is about to: rather no answer than two."""
        school = self._workspaces.of_team(envelope.team_id).school
        with closing(answering):
            heard = Hear(id=envelope.event_id or "")
            if not heard.id or await self._perform(is_new, heard, actor=the_clock(school)):
                await answering

    async def _offer_input(self, origin: Origin, event: Event) -> None:
        await self._answering.say(origin, self._guessing.unsent(unescape(event.text).strip()))

    async def _show_menu(self, origin: Origin) -> None:
        menu = self._verbs.find(MENU)
        if menu is not None:
            done = await self._answering.answer(Asked(menu, {}, origin))
            if done is not None:
                await self._answering.finish(done)
