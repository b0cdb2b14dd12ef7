"""A modal that is sent: read, done, and only then acknowledged, so that a "no" finds it still open."""

from collections.abc import Mapping

from pydantic import ValidationError

from bot.errors import AlreadyDone, Cautioned, Refusal
from bot.messages.languages import message_in, sentence_in
from bot.model.people import Actor
from bot.perform import Performer
from handlers.interactions import complaints
from handlers.slack import notices
from handlers.slack.answering import Done
from handlers.slack.cautions import DISCARD, caution_over
from handlers.slack.drafts import Drafts
from handlers.slack.drawing import so_far
from handlers.slack.failures import modal_answer
from handlers.slack.home import Identify
from handlers.slack.modals import last_page, nested, shown
from handlers.slack.origins import Kept
from handlers.slack.payloads import Interaction as Payload
from handlers.slack.shapes import Json
from handlers.slack.verbs import Verbs


class Submissions:
    """Does what a form asks for."""

    def __init__(self, *, verbs: Verbs, perform: Performer, identify: Identify) -> None:
        self._verbs = verbs
        self._perform = perform
        self._identify = identify
        self._drafts = Drafts(perform)

    async def receive(self, payload: Payload) -> tuple[Json, Done | None]:
        """Return what Slack is answered (nothing closes the modal), and what was done, if anything.

        A form sent twice is done once: its id is kept in the same transaction.
        """
        view = payload.modal
        if view.get("callback_id") == DISCARD:
            return {"response_action": "clear"}, None
        interaction = self._verbs.find(str(view.get("callback_id")))
        if interaction is None:
            return modal_answer(view, {"": notices.form_is_gone()}), None
        actor = await self._identify(payload.team_id, payload.user.id, payload.origin.school)
        try:
            command = interaction.command.model_validate(nested(so_far(view), shown(view)))
        except ValidationError as error:
            await self._drafts.keep(interaction, view, actor=actor)
            return modal_answer(view, said(complaints(error), actor)), None
        try:
            result = await self._perform(interaction.routine, command, actor=actor, once=f"view/{view['id']}")
        except Cautioned as caution:
            return caution_over(caution, actor.language), None
        except Refusal as refusal:
            await self._drafts.keep(interaction, view, actor=actor)
            return modal_answer(view, said({refusal.field or "": refusal.sentence}, actor)), None
        except AlreadyDone:
            return {}, None
        await self._drafts.drop(interaction, view, actor=actor)
        page = interaction.closing(result) if interaction.closing else None
        answer = (
            {"response_action": "update", "view": last_page(message_in(actor.language, page))} if page else {}
        )
        return answer, Done(interaction, result, Kept.of(view).origin or payload.origin)


def said(sentences: Mapping[str, str], actor: Actor) -> dict[str, str]:
    """What is wrong, in the words of whoever is to mend it."""
    return {field: sentence_in(actor.language, sentence) for field, sentence in sentences.items()}
