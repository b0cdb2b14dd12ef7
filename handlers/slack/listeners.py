"""The six doors Slack knocks at. Each has one listener, which finds the interaction by its verb."""

import asyncio
import json
import re
from collections.abc import Iterable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.messages import schools as wording
from bot.messages.schools import SCHOOL
from bot.perform import Performer
from bot.routines.requests import Question
from handlers.platform import notices
from handlers.platform.afterwards import Afterwards
from handlers.platform.doing import Doing, Done
from handlers.platform.drafts import AFRESH, SAVE, Drafts
from handlers.platform.guessing import Guessing
from handlers.platform.identity import Identity
from handlers.platform.used_on import given_by
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.platform.words import Json
from handlers.slack.answering import Answering, Asked
from handlers.slack.blocks import verb_of
from handlers.slack.channels import Told
from handlers.slack.drawing import Drawing
from handlers.slack.events import Events
from handlers.slack.failures import before_the_acknowledgement, modal_says
from handlers.slack.home import Home
from handlers.slack.origins import Origin
from handlers.slack.payloads import Action, Envelope, Interaction, SlashCommand
from handlers.slack.replies import Replies
from handlers.slack.submissions import Submissions
from handlers.slack.verbs import spoken
from handlers.slack.workspaces import Workspace, Workspaces

ANY = re.compile("")
WITHIN = 2.5
"""Seconds in which a form or a button must be answered: Slack gives up after three."""
SCHOOLS = "school"


class Listeners:
    """Acknowledges, and starts what follows."""

    def __init__(
        self,
        catalogue: Iterable[AnyInteraction],
        *,
        perform: Performer,
        identify: Identity[Workspace],
        afterwards: Afterwards,
        workspaces: Workspaces,
        home: Home,
        replies: Replies,
        channels: Told,
    ) -> None:
        self._verbs = Verbs(catalogue)
        self._doing = doing = Doing(verbs=self._verbs, perform=perform)
        drafts = Drafts(perform)
        self._afterwards = afterwards
        self._identify = identify
        self._choices = identify.choices
        self._drawing = Drawing(perform)
        self._submissions = Submissions(verbs=self._verbs, doing=doing, acting=identify.acting, drafts=drafts)
        self._answering = Answering(
            doing=doing,
            identify=identify,
            drawing=self._drawing,
            drafts=drafts,
            replies=replies,
            workspaces=workspaces,
        )
        self._guessing = guessing = Guessing(self._verbs)
        self._events = Events(
            verbs=self._verbs,
            guessing=guessing,
            answering=self._answering,
            home=home,
            channels=channels,
            perform=perform,
            workspaces=workspaces,
        )

    def attach(self, app: AsyncApp) -> None:
        """Listen to everything Slack sends to this app."""
        app.command(ANY)(self.commanded)
        app.shortcut(ANY)(self.chosen)
        app.view_submission(ANY)(self.submitted)
        app.view_closed(ANY)(self.closed)
        app.block_action(ANY)(self.pressed)
        app.options(ANY)(self.searched)
        app.event(ANY)(self.noticed)
        app.error(before_the_acknowledgement)

    async def commanded(self, ack: AsyncAck, body: Json) -> None:
        """A slash command: a form is opened after the acknowledgement, for its trigger is short-lived.

        Whoever waits for a change until Slack waits no longer is told so with the acknowledgement itself: if
        the program ended now, nothing else would tell them.
        """
        slash = SlashCommand.of(body)
        await ack()
        verb, words = spoken(slash.command, slash.words)
        if verb.casefold() == SCHOOLS:
            self._start(verb=SCHOOLS, origin=slash.origin, work=self._offer_schools(slash.origin))
            return
        interaction = self._verbs.typed(verb)
        if interaction is None:
            said = self._guessing.unknown(verb, slash.words)
            self._start(verb="unknown", origin=slash.origin, work=self._answering.say(slash.origin, said))
            return
        given = {interaction.text_fills: words} if interaction.text_fills and words else {}
        if not await self._begin(Asked(interaction, given, slash.origin, slash.trigger_id)):
            await ack(notices.STILL_DOING_IT)

    async def chosen(self, ack: AsyncAck, body: Json) -> None:
        """A shortcut; one on a message brings the message's words along."""
        payload = Interaction.of(body)
        await ack()
        interaction = self._verbs.find(payload.callback_id or "")
        if interaction is None:
            self._outdated(payload.origin)
            return
        is_on_message = payload.type == "message_action"
        given = given_by(interaction, payload.message_text, payload.message_link) if is_on_message else {}
        await self._begin(Asked(interaction, given, payload.origin, payload.trigger_id))

    async def pressed(self, ack: AsyncAck, body: Json) -> None:
        """A button anywhere, or a field whose form is drawn again when it changes."""
        payload = Interaction.of(body)
        await ack()
        action = payload.actions[0]
        if not action.is_button:
            self._redraw(payload)
            return
        if action.action_id in (SAVE, AFRESH):
            self._keep_draft(payload, action.action_id)
            return
        interaction, given = self._verbs.find(verb_of(action.action_id)), carried(action)
        if interaction is None or given is None:
            self._outdated(payload.origin)
            return
        await self._begin(Asked(interaction, given, payload.origin, payload.trigger_id, is_pressed=True))

    async def submitted(self, ack: AsyncAck, body: Json) -> None:
        """A modal that is sent: acknowledged when it is done, so that it stays open if it is not.

        When that takes longer than Slack waits, it stays open with a sentence, and what comes of it is told.
        """
        payload = Interaction.of(body)
        doing = asyncio.ensure_future(self._submissions.receive(payload))
        await asyncio.wait({doing}, timeout=WITHIN)
        if not doing.done():
            await ack(**modal_says(payload.modal, notices.STILL_AT_IT))
            self._start(verb="late-form", origin=payload.origin, work=self._end_late(doing))
            return
        answer, done = doing.result()
        await ack(**answer)
        if done is not None:
            self._finish(done)

    async def _end_late(self, doing: "asyncio.Future[tuple[Json, Done[Origin] | None]]") -> None:
        """What was kept after all is told; what was refused is told when the form is sent again."""
        _, done = await doing
        if done is not None:
            self._finish(done)

    async def closed(self, ack: AsyncAck) -> None:
        """A modal closed without sending: nothing was kept, so there is nothing to do."""
        await ack()

    async def searched(self, ack: AsyncAck, body: Json) -> None:
        """Somebody types into a menu with more options than Slack takes beforehand."""
        payload = Interaction.of(body)
        view = payload.modal
        interaction = self._verbs.find(str(view.get("callback_id")))
        if interaction is None or interaction.asking is None:
            await ack(options=[])
            return
        actor = await self._identify(payload.team_id, payload.user.id, payload.origin.school)
        name, words = payload.action_id or "", payload.value or ""
        await ack(options=await self._drawing.options(interaction, view, name, words, actor=actor))

    async def noticed(self, body: Json) -> None:
        """An event: acknowledged by returning. That waits for what follows, as long as Slack does: should the
        program end before, Slack tells it again."""
        envelope = Envelope.of(body)
        work = self._events.follow(envelope)
        if work is not None:
            doing = self._afterwards.start(f"event {envelope.event.type}", work)
            await asyncio.wait({doing}, timeout=WITHIN)

    async def _begin(self, asked: Asked) -> bool:
        """Begin it. What changes something at once is acknowledged when it is done, or when Slack waits no
        longer: should the program end before, Slack says so to whoever pressed a button. False when it is
        still being done then."""
        one = asked.interaction
        doing = self._start(verb=one.verb, origin=asked.origin, work=self._carry_out(asked))
        if one.asking is None and not issubclass(one.command, Question):
            await asyncio.wait({doing}, timeout=WITHIN)
            return doing.done()
        return True

    async def _carry_out(self, asked: Asked) -> None:
        done = await self._answering.answer(asked)
        if done is not None:
            self._finish(done)

    def _finish(self, done: Done[Origin]) -> None:
        """Say what was done, apart from doing it: when saying fails, it is still done."""

        def apology(error: BaseException, reference: str) -> Any:
            unsaid = notices.done_but_unsaid(reference)
            said = unsaid if done.changed_something else notices.broke(error, reference)
            return self._answering.say(done.origin, said)

        self._afterwards.start(f"after {done.interaction.verb}", self._answering.finish(done), apology)

    def _redraw(self, payload: Interaction) -> None:
        view = payload.view or {}
        interaction = self._verbs.find(str(view.get("callback_id")))
        if view.get("type") == "modal" and interaction is not None:
            work = self._answering.redraw(interaction, view, payload.origin)
            self._start(verb=interaction.verb, origin=payload.origin, work=work)

    async def _offer_schools(self, origin: Origin) -> None:
        which = await self._choices(origin.team, origin.user)
        said = wording.which(which.sentence, which.schools) if which else wording.only_one()
        await self._answering.say(origin, said)

    def _keep_draft(self, payload: Interaction, pressed: str) -> None:
        view = payload.view or {}
        interaction = self._verbs.find(str(view.get("callback_id")))
        if interaction is not None:
            act = self._answering.save_draft if pressed == SAVE else self._answering.start_afresh
            work = act(interaction, view, payload.origin)
            self._start(verb=interaction.verb, origin=payload.origin, work=work)

    def _outdated(self, origin: Origin) -> None:
        work = self._answering.say(origin, self._doing.outdated())
        self._start(verb="outdated", origin=origin, work=work)

    def _start(self, *, verb: str, origin: Origin, work: Any) -> "asyncio.Task[object]":
        def apology(error: BaseException, reference: str) -> Any:
            return self._answering.say(origin, notices.broke(error, reference))

        return self._afterwards.start(verb, work, apology)


def carried(action: Action) -> dict[str, str] | None:
    """The values a button brings back, None when they are not what the bot ever put there."""
    try:
        found = json.loads(action.value or "{}")
    except ValueError:
        return None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        return None
    return {name: value for name, value in found.items() if name != SCHOOL}
