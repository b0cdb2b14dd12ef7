"""The shapes an agenda can have: those that come with the program, and a school's own copies of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.model.agenda_items import Outcome
from bot.model.ids import new_id

NEAREST = {45: "short_45", 60: "standard_60", 90: "long_90"}
"""The template a meeting has by its length when nobody has chosen one."""


class Part(StrEnum):
    """What a section of an agenda holds. Every template has one opening, one dive and one closing.

    `status` is the time of each standing strategy but the one looked at closely, which has the `dive`;
    `items` is where what people brought is placed, and a `block` is a step of the template's own.
    """

    OPENING = "opening"
    STATUS = "status"
    DIVE = "dive"
    ITEMS = "items"
    BLOCK = "block"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `title` is empty where a strategy or an item brings its own; items have no minutes."""

    id: str
    part: Part
    title: str = ""
    minutes: int = 0
    outcome: Outcome = Outcome.INFORM
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """One template. `length` is that of the meeting it is made for, zero when nobody meets; `days` are the
    school days a thread takes instead. A higher `version` is a newer default."""

    key: str
    name: str
    length: int
    version: int
    sections: tuple[Section, ...]
    days: int = 0

    @property
    def meets(self) -> bool:
        return self.length > 0

    @property
    def timed(self) -> tuple[Section, ...]:
        """The sections that have minutes of their own."""
        return tuple(one for one in self.sections if one.part is not Part.ITEMS)

    def section(self, part: Part) -> Section | None:
        return next((one for one in self.sections if one.part is part), None)

    def minutes_of(self, part: Part) -> int:
        found = self.section(part)
        return found.minutes if found else 0


@dataclass(eq=False, kw_only=True)
class AgendaCopy:
    """A school's own copy of a template: its minutes and prompts by section, and the version it was made
    from. What the program brings later changes nothing in it."""

    school: str
    key: str
    name: str
    minutes: Mapping[str, int]
    prompts: Mapping[str, tuple[str, ...]]
    version: int
    id: str = field(default_factory=new_id)

    def over(self, shipped: AgendaTemplate) -> AgendaTemplate:
        """The template as the school has it; a section the copy does not know stays as it came."""
        sections = tuple(
            replace(
                one,
                minutes=self.minutes.get(one.id, one.minutes),
                prompts=self.prompts.get(one.id, one.prompts),
            )
            for one in shipped.sections
        )
        return replace(shipped, name=self.name, version=self.version, sections=sections)


@dataclass(frozen=True)
class Templates:
    """Every template as it came, and the school's copies of some of them."""

    shipped: tuple[AgendaTemplate, ...]
    copies: Mapping[str, AgendaCopy] = field(default_factory=dict)

    @property
    def all(self) -> tuple[AgendaTemplate, ...]:
        """Every template as the school has it."""
        return tuple(self.own(one.key) for one in self.shipped)

    def find(self, key: str | None) -> AgendaTemplate | None:
        return next((one for one in self.all if one.key == key), None)

    def as_it_came(self, key: str) -> AgendaTemplate:
        """The default; raises `KeyError` for a key that no template has."""
        return {one.key: one for one in self.shipped}[key]

    def has_newer(self, key: str) -> bool:
        """Whether a newer default has come since the school made its copy."""
        copy = self.copies.get(key)
        return copy is not None and self.as_it_came(key).version > copy.version

    def shaping(self, key: str | None, length: int) -> AgendaTemplate:
        """The template of a meeting: the one chosen, else the one whose length is nearest."""
        chosen = self.find(key)
        if chosen is not None and chosen.meets:
            return chosen
        nearest = min(NEAREST, key=lambda known: (abs(known - length), known))
        return self.own(NEAREST[nearest])

    def own(self, key: str) -> AgendaTemplate:
        """A template as the school has it; raises `KeyError` for a key that none has."""
        copy, shipped = self.copies.get(key), self.as_it_came(key)
        return copy.over(shipped) if copy else shipped


def by_key(copies: Iterable[AgendaCopy]) -> dict[str, AgendaCopy]:
    return {one.key: one for one in copies}
