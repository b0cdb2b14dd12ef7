"""Doing what somebody asked: a form offered or opened, or the thing done and said."""

from dataclasses import dataclass, replace
from typing import Any

from bot.errors import AlreadyDone, Refusal
from bot.messages import drafts
from bot.messages import schools as wording
from bot.messages.start import WHOLE
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.routines.schools import WhichSchool
from handlers.platform import notices
from handlers.platform.asking import Unfit, hidden
from handlers.platform.doing import Doing, Done
from handlers.platform.drafts import Drafts, over
from handlers.platform.verbs import INPUT, AnyInteraction
from handlers.platform.words import Json
from handlers.teams.drawing import Drawing, Look
from handlers.teams.failures import ended
from handlers.teams.home import Home
from handlers.teams.origins import Kept, Origin
from handlers.teams.references import References
from handlers.teams.replies import Replies
from handlers.teams.workspaces import Tenants


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing somebody asked for: by typing it, or (`is_pressed`) with a button that knew its values.

    `once` is the key under which it is done once.
    """

    interaction: AnyInteraction
    given: dict[str, Any]
    origin: Origin
    once: str = ""
    is_pressed: bool = False


class Answering:
    """Carries out what was asked, and says privately how it went."""

    def __init__(
        self,
        *,
        doing: Doing,
        references: References,
        drawing: Drawing,
        drafts: Drafts,
        replies: Replies,
        tenants: Tenants,
        home: Home,
    ) -> None:
        self._doing = doing
        self._references = references
        self._drawing = drawing
        self._drafts = drafts
        self._replies = replies
        self._tenants = tenants
        self._home = home

    async def answer(self, asked: Asked) -> Done[Origin] | Message | None:
        """Do it, or offer its form: what was done, or is to be said instead; None when it was done before."""
        try:
            actor = await self._references.who(asked.origin)
            if asked.interaction.asking is not None:
                return await self._offer(asked, actor)
            result = await self._doing.at_once(
                asked.interaction, asked.given, actor=actor, once=asked.once or None
            )
            return Done(asked.interaction, result, asked.origin)
        except AlreadyDone:
            return None
        except (Refusal, Unfit) as no:
            return self._declined(asked, no)

    async def open(self, asked: Asked) -> Json:
        """The dialog of a verb with a form, or the sentence that says why there is none."""
        try:
            actor = await self._references.who(asked.origin)
            return await self._drawn(asked, actor)
        except (Refusal, Unfit) as no:
            said = self._declined(asked, no)
            if isinstance(no, WhichSchool):
                await self._replies.tell(asked.origin, said)
            return ended(await self._replies.spoken(asked.origin, said))

    async def say(self, origin: Origin, message: Message) -> None:
        """Say it to whoever asked, and to nobody else."""
        await self._replies.tell_or_point(origin, message)

    async def tell(self, came: Done[Origin] | Message | None, origin: Origin) -> None:
        """Say what came of something that was asked."""
        if isinstance(came, Done):
            await self.finish(came)
        elif came is not None:
            await self.say(origin, came)

    async def finish(self, done: Done[Origin]) -> None:
        """Say what came of it, and bring what the person was looking at up to date."""
        reply = done.interaction.reply(done.result)
        if reply is not None:
            await self.say(done.origin, reply)
        await self.repaint(done)

    async def repaint(self, done: Done[Origin]) -> None:
        """Bring the message whose button was pressed up to date, for everybody who reads it."""
        await self._home.refresh(done.origin, unfolds=done.interaction.verb == WHOLE)
        becomes = done.interaction.repaint
        message = becomes(done.result) if becomes and done.origin.home is None else None
        if message is not None and done.origin.message:
            await self._replies.repaint(done.origin, message)

    def outdated(self) -> Message:
        """What to say about a button that is no longer known."""
        return self._doing.outdated()

    async def _offer(self, asked: Asked, actor: Actor) -> Message:
        """A button that opens the form; permission is asked now, so that nobody opens it in vain."""
        interaction = asked.interaction
        form = await self._drawing.form(interaction, asked.given, actor=actor)
        words = str(asked.given.get(interaction.text_fills or "", ""))
        offer = notices.open_form(interaction.verb, form.title, interaction.text_fills or "", words)
        if interaction.verb != INPUT or not words:
            return offer
        stays = notices.stays(in_our_chat=asked.origin.is_personal)
        return replace(offer, parts=(*offer.parts, stays))

    async def _drawn(self, asked: Asked, actor: Actor) -> Json:
        """The form, filled with this person's draft when there is one."""
        interaction, origin = asked.interaction, self._meaning(asked.origin, actor)
        form = await self._drawing.form(interaction, asked.given, actor=actor)
        kept = Kept.anew(interaction.verb, hidden(interaction, form, asked.given), origin)
        found = await self._drafts.found(interaction, kept.given, actor=actor)
        if found is None or found.draft is None:
            return self._drawing.again(interaction, form, kept, asked.given, actor=actor)
        given = over(found, asked.given)
        form = await self._drawing.form(interaction, given, actor=actor)
        look = Look(drafts.restored(found.draft, found.zone), afresh=True)
        return self._drawing.again(interaction, form, kept, given, actor=actor, look=look)

    def _meaning(self, origin: Origin, actor: Actor) -> Origin:
        """Where several schools share the tenant, a form stays with the one it was opened for."""
        shared = self._tenants.is_shared(origin.tenant)
        return origin.model_copy(update={"school": actor.school}) if shared else origin

    def _declined(self, asked: Asked, no: Refusal | Unfit) -> Message:
        if isinstance(no, WhichSchool):
            return wording.which(no.sentence, no.schools)
        if isinstance(no, Unfit):
            return self._doing.unfit(asked.interaction, no, is_pressed=asked.is_pressed)
        return notices.refused(no.sentence)
