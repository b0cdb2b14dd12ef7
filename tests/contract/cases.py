"""One case for each interaction of the catalogue, found in what the bot itself offers.

A case is somebody, a verb, and the values that a button of it brings. They are read off the buttons in
everything people of the sample school are told, so that a new interaction is tried without a line here.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import Any

from bot.errors import Refusal
from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    Form,
    ManyField,
    NumberField,
    TextField,
    TimeField,
)
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.routines.requests import Question
from bot.routines.start import OpenHome
from handlers.catalogue import catalogue
from handlers.interactions import Interaction
from handlers.platform import notices
from handlers.platform.asking import Asking, Unfit, hidden
from handlers.platform.doing import Doing, Result
from handlers.platform.verbs import Verbs
from handlers.start import home_message
from tests.contract.school import School
from tests.letters import buttons_of, letters
from tests.permissions.conftest import Things
from tests.permissions.filling import filled

AnyInteraction = Interaction[Any, Any]
PEOPLE = (
    "mina-linden",
    "ada-acorn",
    "noel-mint",
    "oli-nettle",
    "dale-clover",
    "uma-thistle",
    "jay-ivy",
    "bea-birch",
)
"""The principal, the facilitator, who answers input, a lead, a coach, a teacher who said something, a rep,
and a colleague."""

LOOKING = ("mina-linden", "ada-acorn", "oli-nettle", "uma-thistle")
"""Those of them who ask for everything that can be looked at."""

WORDS = "Three minutes of writing come before we talk."
SAID: Mapping[str, Mapping[str, str]] = {
    "hold": {"object": "D-001"},
    "import-calendar": {"text": "date,end,kind,note\n2026-11-20,,no_school,Snow"},
    "move-checkin": {"to": "2026-11-19"},
    "plan-days": {"last": "2026-11-19"},
}
"""What only such words will do for."""

SOON = date(2026, 11, 19)
MOST_TRIED = 5
MOST_LOOKED = 2
"""How many buttons of one verb are followed to what they show."""


@dataclass(frozen=True)
class Case:
    """Somebody (`who`) asks for an interaction with these values; `words` fill its form, if it has one."""

    verb: str
    who: str
    given: Mapping[str, str] = field(default_factory=dict)
    filled: Mapping[str, Any] = field(default_factory=dict)
    is_done: bool = False


@dataclass
class Finding:
    """Looks for a case of each verb that really does something; `said` is everything said on the way."""

    school: School
    things: Things
    said: list[Message] = field(default_factory=list)
    _letters: int = 0

    async def cases(self) -> list[Case]:
        """One for each verb, in the order of the catalogue."""
        known = catalogue(self.school.core.start)
        offers: dict[str, list[Case]] = {one.verb: [] for one in known}
        looking = {one.verb: one for one in known if is_look(one)}
        shown = [case async for case in self._offered(known)]
        for case in shown:
            if case in offers[case.verb]:
                continue
            offers[case.verb].append(case)
            if case.verb in looking and len(offers[case.verb]) <= MOST_LOOKED:
                shown += [one async for one in self._behind(looking[case.verb], case)]
        return [await self._best(one, [*offers[one.verb], *self._guessed(one)]) for one in known]

    async def _best(self, interaction: AnyInteraction, offers: Sequence[Case]) -> Case:
        """The first that is done, else one whose form opens at least, else any."""
        tried = []
        for case in offers[:MOST_TRIED]:
            tried.append(await self._tried(interaction, case))
            if tried[-1].is_done:
                return tried[-1]
        return next((case for case in tried if case.filled), tried[0])

    async def _offered(self, known: Iterable[AnyInteraction]) -> AsyncIterator[Case]:
        for who in PEOPLE:
            home = await self.school.core.perform(
                self.school.core.start.home, OpenHome(), actor=self.actor(who)
            )
            answers = [one async for one in self._answers(known, who)] if who in LOOKING else []
            shown = [home_message(home, whole=True), *answers]
            self.said += shown
            for message in shown:
                for case in pressed(message, who):
                    yield case
        there = await letters(self.school.core.units)
        self._letters = len(there)
        self.said += [letter.message for letter in there]
        for letter in reversed(there):
            audience = letter.audience.removeprefix("person:")
            readers = [key for key in PEOPLE if self.actor(key).person_id == audience] or PEOPLE
            for case in chain.from_iterable(pressed(letter.message, who) for who in readers):
                yield case

    async def _behind(self, look: AnyInteraction, case: Case) -> AsyncIterator[Case]:
        """What a button that only shows something offers."""
        try:
            result = await self._doing.at_once(look, case.given, actor=self.actor(case.who), once=None)
        except (Refusal, Unfit):
            return
        said = look.reply(result)
        for one in pressed(said, case.who) if said else []:
            yield one

    async def _answers(self, known: Iterable[AnyInteraction], who: str) -> AsyncIterator[Message]:
        """What somebody is told who asks for everything that can be looked at."""
        for one in known:
            if is_look(one):
                try:
                    result = await self._doing.at_once(one, {}, actor=self.actor(who), once=None)
                except (Refusal, Unfit):
                    continue
                said = one.reply(result)
                if said is not None:
                    yield said

    def _guessed(self, one: AnyInteraction) -> list[Case]:
        kind = one.asking.question if one.asking else one.command
        request, _ = filled(kind, self.things.ids)
        given = {name: worded(getattr(request, name)) for name in request.model_fields_set}
        return [Case(one.verb, who, {name: one for name, one in given.items() if one}) for who in PEOPLE]

    async def _tried(self, interaction: AnyInteraction, case: Case) -> Case:
        """The case with its form filled in, and whether it did what it says."""
        actor = self.actor(case.who)
        try:
            if interaction.asking is None:
                result = await self._doing.at_once(interaction, case.given, actor=actor, once=None)
                await self._hear(interaction, result)
                return replace(case, is_done=True)
            form = await Asking(self.school.core.perform).form(interaction, case.given, actor=actor)
            values, kept = filling(case.verb, form), hidden(interaction, form, case.given)
            names = [one.name for one in form.fields]
            done = await self._doing.submitted(interaction, kept | values, names, actor=actor, once="case")
            if isinstance(done, Result):
                await self._hear(interaction, done.value)
            return replace(case, filled=values, is_done=isinstance(done, Result))
        except (Refusal, Unfit) as no:
            self.said += [notices.refused(no.sentence)] if isinstance(no, Refusal) else []
            return case

    async def _hear(self, interaction: AnyInteraction, result: Any) -> None:
        """Remember what was said of it, to whoever asked and to others, and go back to before."""
        for saying in (interaction.reply, interaction.repaint, interaction.closing):
            message = saying(result) if saying else None
            self.said += [message] if message else []
        if not issubclass(interaction.command, Question):
            new = await letters(self.school.core.units, skipping=self._letters)
            self.said += [one.message for one in new]
            self.school.back()

    @cached_property
    def _doing(self) -> Doing:
        return Doing(verbs=Verbs(catalogue(self.school.core.start)), perform=self.school.core.perform)

    def actor(self, key: str) -> Actor:
        return self.school.who(key)


def is_look(one: AnyInteraction) -> bool:
    """Whether it shows something at once, and changes nothing."""
    return one.asking is None and issubclass(one.command, Question)


def pressed(message: Message, who: str) -> list[Case]:
    return [Case(button.verb, who, button.values) for button in buttons_of(message)]


def filling(verb: str, form: Form) -> dict[str, Any]:
    """Something in every field of a form."""
    said = SAID.get(verb, {})
    values = {one.name: said.get(one.name, value(one)) for one in form.fields}
    return {name: one for name, one in values.items() if one is not None}


def value(field: Field) -> Any:
    """What stands in a field already, else the least that can be filled in."""
    match field:
        case TextField(initial=initial, max_length=most):
            return initial or WORDS[:most]
        case ChoiceField(initial=initial, options=options):
            return initial or (options[0].value if options else None)
        case ManyField(initial=initial, options=options):
            return list(initial) or [one.value for one in options[:1]] or None
        case CheckField():
            return True
        case DateField(initial=initial):
            return (initial or SOON).isoformat()
        case TimeField(initial=initial):
            return (initial or time(10)).isoformat("minutes")
        case NumberField(initial=initial, minimum=least):
            return str(initial if initial is not None else (least or 1))


def worded(given: object) -> str:
    """A value as a button carries it."""
    if isinstance(given, Enum):
        return str(given.value)
    return given.isoformat() if isinstance(given, date | time) else str(given or "")
