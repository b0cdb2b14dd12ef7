"""A dialog that is sent: read, done, and only then answered, so that a "no" finds it still open."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.errors import Cautioned, Refusal
from bot.messages import drafts as wording
from bot.messages.dialogs import CHANGED
from bot.messages.languages import message_in, sentence_in
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.routines.drafts import Found
from handlers.platform import drafts, notices
from handlers.platform.asking import Unfit
from handlers.platform.doing import Doing, Done, Wrong
from handlers.platform.drafts import Drafts
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.platform.words import Json
from handlers.teams import modals
from handlers.teams.cautions import caution_over
from handlers.teams.drawing import Drawing, Look
from handlers.teams.failures import ended
from handlers.teams.modals import act_of, has_moved_on, shown, so_far, typed
from handlers.teams.origins import Kept, KeptTooLarge, Origin
from handlers.teams.payloads import Activity
from handlers.teams.references import References
from handlers.teams.rendering import Rendering
from handlers.teams.replies import Replies

Outcome = tuple[Json | None, Done[Origin] | None]
"""What Teams is answered (nothing closes the dialog), and what was done, if anything."""


class Submissions:
    """Does what a dialog asks for."""

    def __init__(
        self,
        *,
        verbs: Verbs,
        doing: Doing,
        drawing: Drawing,
        drafts: Drafts,
        references: References,
        replies: Replies,
        rendering: Rendering,
    ) -> None:
        self._verbs = verbs
        self._doing = doing
        self._drawing = drawing
        self._drafts = drafts
        self._references = references
        self._replies = replies
        self._rendering = rendering

    async def receive(self, activity: Activity, data: Mapping[str, Any]) -> Outcome:
        """Take in what was pressed in a dialog. A form sent twice is done once."""
        try:
            kept = Kept.of(data)
            kept.packed()
        except (KeptTooLarge, RecursionError, ValueError):
            return await self._ended(activity.origin, notices.refused(notices.form_is_gone())), None
        origin, interaction = whence(activity, kept), self._verbs.find(kept.verb)
        if interaction is None or interaction.asking is None:
            return await self._ended(origin, notices.refused(notices.form_is_gone())), None
        if act_of(data) == modals.DISCARD:
            return None, None
        try:
            actor = await self._references.who(origin)
            return await self._followed(interaction, data, origin, actor)
        except Refusal as refusal:
            return await self._ended(origin, notices.refused(refusal.sentence)), None
        except Unfit as unfit:
            return await self._ended(origin, self._doing.unfit(interaction, unfit, is_pressed=True)), None

    async def again(self, activity: Activity, data: Mapping[str, Any], sentence: str) -> Json | None:
        """The form again with every word in it, and a sentence about it; None when it is no form of ours."""
        try:
            kept = Kept.of(data)
            kept.packed()
        except (KeptTooLarge, RecursionError, ValueError):
            return None
        interaction = self._verbs.find(kept.verb)
        if interaction is None or interaction.asking is None:
            return None
        actor = await self._references.who(whence(activity, kept))
        look = Look(complaints={"": sentence_in(actor.language, sentence)})
        return await self._drawing.redraw(interaction, data, actor=actor, look=look)

    async def _followed(
        self, interaction: AnyInteraction, data: Mapping[str, Any], origin: Origin, actor: Actor
    ) -> Outcome:
        act, redraw = act_of(data), partial(self._drawing.redraw, interaction, data, actor=actor)
        match act:
            case drafts.SAVE:
                return await redraw(look=await self._saved(interaction, data, actor)), None
            case drafts.AFRESH:
                return await self._afresh(interaction, Kept.of(data), actor), None
            case modals.REDRAW:
                await self._keep(interaction, data, actor)
                return await redraw(), None
            case modals.EDIT:
                return await redraw(), None
        if has_moved_on(data):
            return await redraw(look=Look(CHANGED)), None
        return await self._done(interaction, data, origin, actor)

    async def _done(
        self, interaction: AnyInteraction, data: Mapping[str, Any], origin: Origin, actor: Actor
    ) -> Outcome:
        once = f"form/{Kept.of(data).id}"
        outcome = await self._doing.submitted(interaction, so_far(data), shown(data), actor=actor, once=once)
        if outcome is None:
            return None, None
        if isinstance(outcome, Cautioned):
            return caution_over(outcome, data, partial(sentence_in, actor.language)), None
        if isinstance(outcome, Wrong):
            await self._keep(interaction, data, actor)
            look = Look(complaints=outcome.sentences)
            return await self._drawing.redraw(interaction, data, actor=actor, look=look), None
        await self._drafts.drop(interaction, Kept.of(data).given, actor=actor)
        page = interaction.closing(outcome.value) if interaction.closing else None
        said = message_in(actor.language, page) if page else None
        answer = self._rendering.last_page(said, origin.tenant, origin.school) if said else None
        return answer, Done(interaction, outcome.value, origin)

    async def _saved(self, interaction: AnyInteraction, data: Mapping[str, Any], actor: Actor) -> Look:
        """Keep what is filled in, and say so in the form."""
        kept = await self._keep(interaction, data, actor)
        said = wording.saved(kept.draft, kept.zone) if kept and kept.draft else wording.NOT_KEPT
        return Look(said, afresh=kept is not None)

    async def _afresh(self, interaction: AnyInteraction, kept: Kept, actor: Actor) -> Json:
        """Let go of the draft, and show the form as it was before anybody wrote in it."""
        await self._drafts.drop(interaction, kept.given, actor=actor)
        form = await self._drawing.form(interaction, kept.given, actor=actor)
        return self._drawing.again(interaction, form, kept, kept.given, actor=actor)

    async def _keep(self, interaction: AnyInteraction, data: Mapping[str, Any], actor: Actor) -> Found | None:
        return await self._drafts.keep(interaction, Kept.of(data).given, typed(data), actor=actor)

    async def _ended(self, origin: Origin, said: Message) -> Json:
        return ended(await self._replies.spoken(origin, said))


def whence(activity: Activity, kept: Kept) -> Origin:
    """Where a dialog was opened: who sends it is known from Teams, never from what the dialog brings back."""
    origin, opened = activity.origin, kept.origin
    here = opened is not None and opened.conversation == origin.conversation
    seen = opened if opened and here else origin
    from_there = {name: getattr(seen, name) for name in ("message", "home", "is_whole")}
    return origin.model_copy(update={**from_there, "school": kept.school})
