"""A modal that is sent: read, done, and only then acknowledged, so that a "no" finds it still open."""

from functools import partial

from bot.errors import Cautioned
from bot.messages.languages import message_in, sentence_in
from bot.messages.vocabulary import Message
from bot.model.languages import Language
from bot.model.people import Actor
from handlers.platform import notices
from handlers.platform.doing import Doing, Done, Wrong
from handlers.platform.drafts import Drafts
from handlers.platform.identity import Acting
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.platform.words import Json
from handlers.slack.cautions import DISCARD, caution_over
from handlers.slack.drawing import so_far
from handlers.slack.failures import modal_answer, modal_says
from handlers.slack.modals import last_page, shown, typed
from handlers.slack.origins import Kept, Origin
from handlers.slack.payloads import Interaction as Payload


class Submissions:
    """Does what a form asks for."""

    def __init__(self, *, verbs: Verbs, doing: Doing, acting: Acting, drafts: Drafts) -> None:
        self._verbs = verbs
        self._doing = doing
        self._acting = acting
        self._drafts = drafts

    async def receive(self, payload: Payload) -> tuple[Json, Done[Origin] | None]:
        """Return what Slack is answered (nothing closes the modal), and what was done, if anything.

        A form sent twice is done once: its id is kept in the same transaction.
        """
        view = payload.modal
        if view.get("callback_id") == DISCARD:
            return {"response_action": "clear"}, None
        interaction = self._verbs.find(str(view.get("callback_id")))
        if interaction is None:
            return modal_says(view, notices.form_is_gone()), None
        send = partial(self._sent, payload, interaction)
        return await self._acting(payload.team_id, payload.user.id, payload.origin.school, send)

    async def _sent(
        self, payload: Payload, interaction: AnyInteraction, actor: Actor, as_of: str | None
    ) -> tuple[Json, Done[Origin] | None]:
        view = payload.modal
        once, before = f"view/{view['id']}", Kept.of(view)
        outcome = await self._doing.submitted(
            interaction, so_far(view), shown(view), actor=actor, once=once, as_of=as_of
        )
        if outcome is None:
            return {}, None
        if isinstance(outcome, Cautioned):
            return caution_over(outcome, actor.language), None
        if isinstance(outcome, Wrong):
            await self._drafts.keep(interaction, before.given, typed(view), actor=actor)
            return modal_answer(view, outcome.sentences), None
        await self._drafts.drop(interaction, before.given, actor=actor)
        page = interaction.closing(outcome.value) if interaction.closing else None
        return closed_with(page, actor.language), Done(
            interaction, outcome.value, before.origin or payload.origin
        )


def closed_with(page: Message | None, language: Language) -> Json:
    """What Slack is told of a form that was done: it closes, or its last page is shown."""
    if page is None:
        return {}
    shown = last_page(message_in(language, page), sentence_in(language, "Close"))
    return {"response_action": "update", "view": shown}
