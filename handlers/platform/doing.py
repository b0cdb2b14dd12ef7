"""Doing what somebody asked, and what there is to say when it cannot be done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from bot.errors import AlreadyDone, Cautioned, ChangedSince, Refusal
from bot.messages.languages import sentence_in
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.perform import Performer
from bot.routines.requests import Question
from handlers.interactions import complaints
from handlers.platform import notices
from handlers.platform.asking import Unfit
from handlers.platform.filling import nested
from handlers.platform.verbs import MENU, AnyInteraction, Verbs

O = TypeVar("O")  # noqa: E741  # a platform's own origin of a request


@dataclass(frozen=True, slots=True)
class Done(Generic[O]):
    """What was done, and is still to be said to whoever asked, where they asked."""

    interaction: AnyInteraction
    result: object
    origin: O

    @property
    def changed_something(self) -> bool:
        return not issubclass(self.interaction.command, Question)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A form that was not done: sentences by field, "" for the form as a whole, as their reader speaks."""

    sentences: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Result:
    """A form that was done."""

    value: object


class Doing:
    """Fills an interaction's command, and has its routine carried out."""

    def __init__(self, *, verbs: Verbs, perform: Performer) -> None:
        self._verbs = verbs
        self._perform = perform

    async def at_once(
        self, interaction: AnyInteraction, given: Mapping[str, Any], *, actor: Actor, once: str | None
    ) -> object:
        """Do what needs no form. Raises Unfit, AlreadyDone, or the routine's Refusal."""
        try:
            command = interaction.command.model_validate(nested(given))
        except ValidationError as error:
            raise Unfit(error) from error
        looks_only = issubclass(interaction.command, Question)
        return await self._perform(
            interaction.routine, command, actor=actor, once=None if looks_only else once
        )

    async def submitted(
        self,
        interaction: AnyInteraction,
        values: Mapping[str, Any],
        fields: Iterable[str],
        *,
        actor: Actor,
        once: str,
        as_of: str | None = None,
    ) -> Result | Wrong | Cautioned | None:
        """Do what a form asks for, which has these fields; None when it was done before.

        Raises `ChangedSince` when the actor was found out `as_of` an earlier moment (`bot.perform`), and when
        the fields make no command: what is said of them, and kept of them, is for who it is by now.
        """
        try:
            command = interaction.command.model_validate(nested(values, fields))
        except ValidationError as error:
            if as_of is not None:
                raise ChangedSince from error  # nothing was asked yet, so nobody knows whether it has
            return Wrong(said(complaints(error), actor))
        try:
            done = await self._perform(interaction.routine, command, actor=actor, once=once, as_of=as_of)
            return Result(done)
        except Cautioned as caution:
            return caution
        except Refusal as refusal:
            return Wrong(said({refusal.field or "": refusal.sentence}, actor))
        except AlreadyDone:
            return None

    def unfit(self, interaction: AnyInteraction, unfit: Unfit, *, is_pressed: bool) -> Message:
        """What to say about values that make no request."""
        if is_pressed or interaction.usage is None:
            return self.outdated()
        return notices.not_understood(interaction.usage, complaints(unfit.error).values())

    def outdated(self) -> Message:
        """What to say about a button that is no longer known."""
        return notices.outdated(MENU if self._verbs.find(MENU) else None)


def said(sentences: Mapping[str, str], actor: Actor) -> dict[str, str]:
    """What is wrong, in the words of whoever is to mend it."""
    return {field: sentence_in(actor.language, sentence) for field, sentence in sentences.items()}
