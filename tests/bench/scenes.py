"""What is measured, by name, and on which databases."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from importlib import import_module

from tests.bench.places import Place
from tests.bench.rows import Row
from tests.bench.scale import Scale

BOTH, SQLITE, POSTGRES, NEITHER = ("SQLite", "PostgreSQL"), ("SQLite",), ("PostgreSQL",), ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A module of this package that yields rows; one on `NEITHER` database is measured once."""

    name: str
    module: str
    on: Sequence[str]

    def among(self, places: Sequence[Place]) -> list[Place]:
        """The databases it is to be measured on, of those there are."""
        return [place for place in places if place.name in self.on] if self.on else [*places[:1]]

    def rows(self, scale: Scale, place: Place) -> AsyncIterator[Row]:
        found: AsyncIterator[Row] = import_module(f"tests.bench.{self.module}").rows(scale, place)
        return found


SCENES = {
    name: Scene(name, module, on)
    for name, module, on in (
        ("dispatch", "dispatching", NEITHER),
        ("http", "answering", NEITHER),
        ("submission", "submitting", BOTH),
        ("tick", "ticking", BOTH),
        ("claim", "claiming", BOTH),
        ("delivery", "delivering", BOTH),
        ("writers", "writing", SQLITE),
        ("pace", "pacing", NEITHER),
        ("start", "starting", NEITHER),
        ("district", "moving_in", NEITHER),
    )
}
