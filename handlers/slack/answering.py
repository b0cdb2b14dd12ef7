"""Doing what somebody asked, once it has been acknowledged: a form opened, or the thing done and said."""

from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bot.errors import AlreadyDone, Refusal
from bot.messages import drafts
from bot.messages import schools as wording
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.routines.schools import WhichSchool
from handlers.platform import notices
from handlers.platform.asking import Unfit
from handlers.platform.doing import Doing, Done
from handlers.platform.drafts import Drafts, over
from handlers.platform.home import Identify
from handlers.platform.verbs import AnyInteraction
from handlers.platform.words import Json
from handlers.slack.calls import is_busy, patiently, status, within_limit
from handlers.slack.drafts import offering
from handlers.slack.drawing import Drawing
from handlers.slack.failures import slack_code
from handlers.slack.modals import typed
from handlers.slack.origins import Kept, Origin
from handlers.slack.refusals import LOST
from handlers.slack.replies import Replies
from handlers.slack.workspaces import Workspaces

TRIGGER_GONE = (
    "expired_trigger_id",
    "trigger_expired",
    "trigger_exchanged",
    "exchanged_trigger_id",
    "invalid_trigger_id",
    "invalid_trigger",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing somebody asked for: by typing it, or (`is_pressed`) with a button that knew its values."""

    interaction: AnyInteraction
    given: dict[str, Any]
    origin: Origin
    trigger: str | None = None
    is_pressed: bool = False


class Answering:
    """Carries out what was asked, and says privately how it went."""

    def __init__(
        self,
        *,
        doing: Doing,
        identify: Identify,
        drawing: Drawing,
        drafts: Drafts,
        replies: Replies,
        workspaces: Workspaces,
    ) -> None:
        self._doing = doing
        self._identify = identify
        self._drawing = drawing
        self._drafts = drafts
        self._replies = replies
        self._workspaces = workspaces
        self._newest_redraw: dict[str, object] = {}

    async def answer(self, asked: Asked) -> Done[Origin] | None:
        """Do it, or open its form; what was done is said by `finish`, a refusal is said here."""
        try:
            if asked.interaction.asking is None:
                return await self._do(asked)
            await self._ask(asked)
        except WhichSchool as which:
            await self._replies.tell(asked.origin, wording.which(which.sentence, which.schools))
        except Refusal as refusal:
            await self._replies.tell(asked.origin, notices.refused(refusal.sentence))
        except Unfit as unfit:
            await self._replies.tell(
                asked.origin, self._doing.unfit(asked.interaction, unfit, is_pressed=asked.is_pressed)
            )
        except AlreadyDone:
            pass
        return None

    async def say(self, origin: Origin, message: Message) -> None:
        await self._replies.tell(origin, message)

    async def finish(self, done: Done[Origin]) -> None:
        """Say what came of it, and bring what the person was looking at up to date."""
        interaction, origin = done.interaction, done.origin
        reply = interaction.reply(done.result)
        if reply is not None:
            await self._replies.tell(origin, reply)
        repainted = interaction.repaint(done.result) if interaction.repaint else None
        if repainted is not None:
            await self._replies.repaint(origin, repainted)
        await self._replies.refresh_home(origin)

    async def redraw(self, interaction: AnyInteraction, view: Json, origin: Origin) -> None:
        """Draw an open form again after a choice; of two choices in quick succession the later one counts."""
        this = self._newest_redraw[view["id"]] = object()
        try:
            actor = await self._identify(origin.team, origin.user, origin.school)
            fresh = await self._drawing.redraw(interaction, view, actor=actor)
            await self._drafts.keep(interaction, Kept.of(view).given, typed(view), actor=actor)
            if self._newest_redraw[view["id"]] is this:
                await self._update(view["id"], offering(interaction, fresh, actor), origin)
        except Refusal as refusal:
            await self._replies.tell(origin, notices.refused(refusal.sentence))
        finally:
            if self._newest_redraw.get(view["id"]) is this:
                del self._newest_redraw[view["id"]]

    async def _update(self, view_id: str, fresh: Json, origin: Origin) -> None:
        client = self._workspaces.client(self._workspaces.of_team(origin.team))
        try:
            await patiently(lambda: client.views_update(view_id=view_id, view=fresh))
        except SlackApiError as error:
            if slack_code(error) not in ("hash_conflict", "not_found"):
                raise

    async def _do(self, asked: Asked) -> Done[Origin]:
        actor = await self._identify(asked.origin.team, asked.origin.user, asked.origin.school)
        once = f"trigger/{asked.trigger}" if asked.trigger else None
        result = await self._doing.at_once(asked.interaction, asked.given, actor=actor, once=once)
        return Done(asked.interaction, result, asked.origin)

    async def _ask(self, asked: Asked) -> None:
        actor = await self._identify(asked.origin.team, asked.origin.user, asked.origin.school)
        view = await self._drawn(asked, actor)
        client = self._workspaces.client(self._workspaces.of_team(asked.origin.team))
        try:
            await within_limit(lambda: client.views_open(trigger_id=asked.trigger or "", view=view))
        except (SlackApiError, ClientError, TimeoutError) as error:
            why = why_not_opened(error)
            if why is None:
                raise
            await self._replies.tell(asked.origin, self._not_opened(why, asked, view["title"]["text"]))

    async def _drawn(self, asked: Asked, actor: Actor) -> Json:
        """The form, filled with this person's draft when there is one."""
        origin = self._meaning(asked.origin, actor)
        view = await self._drawing.draw(asked.interaction, asked.given, actor=actor, origin=origin)
        found = await self._drafts.found(asked.interaction, Kept.of(view).given, actor=actor)
        if found is None or found.draft is None:
            return offering(asked.interaction, view, actor)
        given = over(found, asked.given)
        view = await self._drawing.draw(asked.interaction, given, actor=actor, origin=origin)
        said = drafts.restored(found.draft, found.zone)
        return offering(asked.interaction, view, actor, said, afresh=True)

    def _meaning(self, origin: Origin, actor: Actor) -> Origin:
        """Where several schools share the workspace, a form stays with the one it was opened for."""
        shared = self._workspaces.is_shared(origin.team)
        return origin.model_copy(update={"school": actor.school}) if shared else origin

    async def save_draft(self, interaction: AnyInteraction, view: Json, origin: Origin) -> None:
        """Keep what is filled in, and say so in the form."""
        actor = await self._identify(origin.team, origin.user, origin.school)
        kept = await self._drafts.keep(interaction, Kept.of(view).given, typed(view), actor=actor)
        fresh = await self._drawing.redraw(interaction, view, actor=actor)
        said = drafts.saved(kept.draft, kept.zone) if kept and kept.draft else drafts.NOT_KEPT
        view_now = offering(interaction, fresh, actor, said, afresh=kept is not None)
        await self._update(view["id"], view_now, origin)

    async def start_afresh(self, interaction: AnyInteraction, view: Json, origin: Origin) -> None:
        """Let go of the draft, and show the form as it was before anybody wrote in it."""
        actor = await self._identify(origin.team, origin.user, origin.school)
        kept = Kept.of(view)
        await self._drafts.drop(interaction, kept.given, actor=actor)
        fresh = await self._drawing.draw(interaction, kept.given, actor=actor, origin=kept.origin or origin)
        await self._update(view["id"], offering(interaction, fresh, actor), origin)

    def _not_opened(self, why: str, asked: Asked, title: str) -> Message:
        """Offer the form again; words that are too many for a button are said back instead."""
        wrote = str(asked.given.get(asked.interaction.text_fills or "", ""))
        kept = {name: str(value) for name, value in asked.given.items()}
        if len(wrote) <= notices.OFFERED:
            return notices.not_opened(why, asked.interaction.verb, title, kept, "")
        kept.pop(asked.interaction.text_fills or "", None)
        return notices.not_opened(why, asked.interaction.verb, title, kept, wrote)


def why_not_opened(error: SlackApiError | ClientError | TimeoutError) -> str | None:
    """What to say of a form that Slack did not open; None when there is something wrong with the form."""
    if not isinstance(error, SlackApiError):
        return notices.NO_ANSWER
    if is_busy(error):
        return notices.BUSY
    code = slack_code(error)
    if code in TRIGGER_GONE:
        return notices.TOO_LATE
    return notices.NO_ANSWER if status(error) >= 500 or code in LOST else None
