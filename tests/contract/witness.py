"""What a platform was to draw, and what came of it: seen at the two places every request passes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.errors import AlreadyDone, Refusal
from bot.messages.forms import Form
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.perform import Performer
from bot.ports import Clock
from bot.routines.requests import Command, Request
from handlers.interactions import Asking, Interaction
from storage.units_of_work import UnitsOfWork


@dataclass(frozen=True)
class Asked:
    """One request that came through the door, and how it went."""

    request: str
    values: str
    person: str
    came: str
    result: Any = None


@dataclass
class Witness:
    """Passes everything on, and keeps what was asked, drawn and said since it was last cleared."""

    asked: list[Asked] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    said: list[Message] = field(default_factory=list)
    repainted: list[Message] = field(default_factory=list)

    def clear(self) -> None:
        self.asked.clear()
        self.forms.clear()
        self.said.clear()
        self.repainted.clear()

    def of(self, interaction: Interaction[Any, Any]) -> list[Asked]:
        """What was asked of one interaction's own routine, in order."""
        return [one for one in self.asked if one.request == interaction.command.__name__]

    def watching(self, catalogue: Iterable[Interaction[Any, Any]]) -> list[Interaction[Any, Any]]:
        """The same interactions, with what they draw and say seen."""
        return [self._watched(one) for one in catalogue]

    def _watched(self, one: Interaction[Any, Any]) -> Interaction[Any, Any]:
        asking = replace(one.asking, form=self._drawing(one.asking)) if one.asking else None
        return replace(
            one,
            asking=asking,
            reply=_saying(one.reply, self.said),
            repaint=_saying(one.repaint, self.repainted) if one.repaint else None,
            closing=_saying(one.closing, self.said) if one.closing else None,
        )

    def _drawing(self, asking: Asking[Any]) -> Callable[..., Form]:
        def form(answer: Any, given: Any) -> Form:
            self.forms.append(asking.form(answer, given))
            return self.forms[-1]

        return form


def _saying(reply: Callable[[Any], Message | None], into: list[Message]) -> Callable[[Any], Message | None]:
    def said(result: Any) -> Message | None:
        message = reply(result)
        if message is not None:
            into.append(message)
        return message

    return said


class Watched(Performer):
    """The door, with a witness beside it."""

    def __init__(self, units: UnitsOfWork, clock: Clock, witness: Witness) -> None:
        super().__init__(units, clock)
        self._witness = witness

    async def __call__(self, routine: Any, request: Any, *, actor: Actor, **how: Any) -> Any:
        try:
            result = await super().__call__(routine, request, actor=actor, **how)
        except Refusal as refusal:
            self._saw(request, actor, f"{refusal.field or ''}: {refusal.sentence}")
            raise
        except AlreadyDone:
            self._saw(request, actor, "repeated")
            raise
        self._saw(request, actor, "done", result)
        return result

    def _saw(self, request: Request, actor: Actor, came: str, result: Any = None) -> None:
        kind = type(request).__name__
        told = request.model_dump_json() if isinstance(request, Command) else ""
        self._witness.asked.append(Asked(kind, told, actor.person_id, came, result))
