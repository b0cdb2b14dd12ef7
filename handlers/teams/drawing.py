"""Drawing forms as dialogs: the question asked first, then the form made from its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.messages.forms import Form
from bot.messages.languages import sentence_in
from bot.model.people import Actor
from bot.perform import Performer
from handlers.platform.asking import Asking
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.platform.words import Json
from handlers.teams.drafts import offered
from handlers.teams.modals import dialog, kept_of, so_far, task
from handlers.teams.origins import Kept
from handlers.teams.spelling import spelled


@dataclass(frozen=True, slots=True)
class Look:
    """What a dialog shows beside the form: a line above it, a way to drop its draft, what is wrong where."""

    said: str = ""
    afresh: bool = False
    complaints: Mapping[str, str] = field(default_factory=dict)


PLAIN = Look()


class Drawing:
    """Turns an interaction that asks into a dialog, first and again."""

    def __init__(self, perform: Performer, verbs: Verbs) -> None:
        self._asking = Asking(perform)
        self._verbs = verbs

    async def form(self, interaction: AnyInteraction, given: Mapping[str, Any], *, actor: Actor) -> Form:
        """The form as this person is to see it; raises Unfit, or the Refusal of its question."""
        return spelled(await self._asking.form(interaction, given, actor=actor), self._verbs.typable)

    async def redraw(
        self, interaction: AnyInteraction, data: Mapping[str, Any], *, actor: Actor, look: Look = PLAIN
    ) -> Json:
        """The answer that draws the form again with what is filled in by now."""
        given = so_far(data)
        form = await self.form(interaction, given, actor=actor)
        return self.again(interaction, form, kept_of(data), given, actor=actor, look=look)

    def again(
        self,
        interaction: AnyInteraction,
        form: Form,
        kept: Kept,
        given: Mapping[str, Any],
        *,
        actor: Actor,
        look: Look = PLAIN,
    ) -> Json:
        """The answer that shows this form, filled with the values given so far."""
        say = partial(sentence_in, actor.language)
        wrong = {name: spelled(said, self._verbs.typable) for name, said in look.complaints.items()}
        acts = offered(interaction, afresh=look.afresh)
        shown = dialog(
            form, kept=kept, given=given, complaints=wrong, said=say(look.said), acts=acts, say=say
        )
        return task(shown, form.title)
