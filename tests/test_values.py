"""Dataclasses that write their methods late are what the library's own are."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from bot import values


def classes(maker: Any) -> tuple[type[Any], ...]:
    """The same declarations, made by the library or by us."""

    @maker(frozen=True, slots=True)
    class Point:
        """Somewhere."""

        x: int
        y: int = 2
        seen: list[int] = field(default_factory=list, compare=False)
        hidden: str = field(default="no", repr=False, kw_only=True)

    @maker(frozen=True)
    class Solid:
        base: Any
        height: int = field(default=3, init=False)

        def __post_init__(self) -> None:
            if self.base is None:
                raise ValueError("no base")

    @maker(frozen=True)
    class Tower(Solid):
        name: str

        def __repr__(self) -> str:
            return f"the {self.name}"

    @maker(slots=True)
    class Count:
        of: str
        so_far: int = field(default=0, init=False)
        parts: dict[str, int] = field(default_factory=dict, init=False)

    @maker(eq=False, kw_only=True)
    class Entity:
        id: str
        words: str = ""

    return Point, Solid, Tower, Count, Entity


def told(maker: Any) -> list[Any]:
    """What can be seen of them from outside."""
    Point, Solid, Tower, Count, Entity = classes(maker)
    point, count, entity = Point(1, hidden="so"), Count("a"), Entity(id="7")
    count.so_far += 1
    count.parts["b"] = 2

    def refused(act: Any) -> tuple[type, str]:
        with pytest.raises((TypeError, ValueError, AttributeError)) as error:
            act()
        return error.type, "" if error.type is TypeError else str(error.value)

    return [
        *(repr(one).rpartition(".")[2] for one in (point, Solid(point), Tower(point, "keep"), count)),
        repr(entity).rpartition(".")[2],
        Point.__doc__,
        Point.__match_args__,
        [
            (one.name, one.init, one.kw_only)
            for kind in (Point, Tower, Entity)
            for one in dataclasses.fields(kind)
        ],
        Point(1) == Point(1, seen=[5]),
        Point(1) == Point(2),
        Point(1) != Tower(1, "x"),
        Count("a") == Count("a"),
        hash(Point(1)) == hash(Point(1, 2, [3])) == hash((1, 2, "no")),
        Count.__hash__,
        Entity(id="7") == entity,
        hash(entity) == object.__hash__(entity),
        {Solid(1): 2}[Solid(1)],
        repr(replace(point, y=9)).rpartition(".")[2],
        dataclasses.astuple(point),
        dataclasses.asdict(entity),
        Point(1).seen is not Point(1).seen,
        hasattr(point, "__dict__"),
        hasattr(entity, "__dict__"),
        refused(lambda: Point()),
        refused(lambda: Point(1, z=3)),
        refused(lambda: Solid(None)),
        refused(lambda: setattr(point, "x", 2)),
        refused(lambda: delattr(point, "x")),
        refused(lambda: setattr(Solid(1), "w", 2)),
        refused(lambda: Entity("7")),
        copy.deepcopy(point) == point,
        TypeAdapter(Point).validate_python({"x": "4"}).x,
        TypeAdapter(Point).dump_python(point),
    ]


def test_nobody_can_tell_them_from_the_library_s_own() -> None:
    assert told(values.dataclass) == told(dataclass)


@values.dataclass(frozen=True, slots=True)
class Kept:
    words: str


def test_one_that_cannot_be_changed_goes_through_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(Kept("so"))) == Kept("so")


def test_a_method_taken_before_its_first_use_works_after_it() -> None:
    init = Kept.__init__
    one, other = Kept.__new__(Kept), Kept("second")
    init(one, "first")
    init(other, words="again")
    assert (one.words, other.words) == ("first", "again")


def test_nothing_is_compiled_before_it_is_used() -> None:
    late = classes(values.dataclass)[0]
    assert late.__init__.__name__ == "stand_in"
    late(1)
    assert (late.__init__.__name__, late.__eq__.__name__) == ("__init__", "stand_in")


def test_what_was_changed_is_refused_by_name() -> None:
    with pytest.raises(FrozenInstanceError, match="words"):
        Kept("so").words = "other"  # type: ignore[misc]
