"""What many visits show together: shares, how sure they are, and what changed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from bot.model.publishing import FEWEST, VisitCell, given_away, publishable
from bot.model.walkthroughs.visits import Mark, Visit, rooms_seen

Z_95 = 1.959963984540054
CHANGE_POINTS = 15
CHANGE_VISITS = 10


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a look-for was marked; "not applicable" and blanks are left out."""

    seen: int
    partly: int
    not_seen: int

    @property
    def n(self) -> int:
        return self.seen + self.partly + self.not_seen

    @property
    def percent(self) -> int:
        """Visits that saw it, in percent of `n`. Needs at least one visit."""
        return round(100 * self.seen / self.n)

    @property
    def percent_partly(self) -> int:
        return round(100 * self.partly / self.n)

    @property
    def likely(self) -> tuple[int, int]:
        """The Wilson 95% interval of `percent`, both ends in percent."""
        low, high = wilson(self.seen, self.n)
        return round(100 * low), round(100 * high)


@dataclass(frozen=True, slots=True)
class Line:
    """What may be shown of one look-for: all visits together, and the bands that are not withheld.

    `given_away` remembers what each publication of the window told, so that the next adds no small step.
    """

    look_for: str
    whole: Counts
    bands: dict[str, Counts]
    withheld: tuple[str, ...]
    given_away: tuple[dict[str, int], ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A trend as it was published on `day`. Only what may be shown is in it."""

    day: date
    visits: int
    rooms: int
    lines: tuple[Line, ...]

    def line(self, look_for: str) -> Line | None:
        return next((line for line in self.lines if line.look_for == look_for), None)


@dataclass(frozen=True, slots=True)
class Change:
    """The difference to the window before, in points of percent; `is_clear` when it is more than noise."""

    points: int
    is_clear: bool


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95% interval of a share of `n` > 0, after Wilson (1927); both ends between 0 and 1."""
    share, z2 = hits / n, Z_95**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def change(now: Counts, before: Counts) -> Change:
    """Compare two windows: clear from 15 points on, and only with 10 visits in each."""
    points = now.percent - before.percent
    enough = min(now.n, before.n) >= CHANGE_VISITS
    return Change(points, enough and abs(points) >= CHANGE_POINTS)


def publish(
    visits: Sequence[Visit],
    *,
    look_fors: Sequence[str],
    bands: Sequence[str],
    day: date,
    before: Snapshot | None,
    fewest: int = FEWEST,
) -> Snapshot | None:
    """Return what may be shown of a window's visits; None when there is nothing, or nothing new.

    A look-for that has too few new visits since `before` stays as it was then, because the
    difference would show single visits. `fewest` is the school's own smallest number of visits.
    """
    everything = VisitCell("visits", len(visits), rooms_seen(visits))
    earlier = [{"visits": before.visits}] if before else []
    if not publishable([everything], total_shown=False, published=earlier, fewest=fewest):
        return None
    if before is not None and before.visits == len(visits):
        return None
    fresh = {code: _line(code, visits, bands, before, fewest) for code in look_fors}
    lines = [fresh[code] or (before.line(code) if before else None) for code in look_fors]
    if not any(fresh.values()):
        return None
    return Snapshot(day, everything.n, everything.rooms, tuple(line for line in lines if line))


def _line(
    code: str, visits: Sequence[Visit], bands: Sequence[str], before: Snapshot | None, fewest: int
) -> Line | None:
    known = before.line(code) if before else None
    marked = [visit for visit in visits if code in visit.marks]
    whole = _cell("whole", code, marked)
    told = [{"whole": known.whole.n}] if known else []
    if not publishable([whole], total_shown=False, published=told, fewest=fewest):
        return None
    by_band = {band: [visit for visit in marked if visit.band == band] for band in bands}
    cells = [_cell(band, code, found) for band, found in by_band.items()]
    given = known.given_away if known else ()
    shown = publishable(cells, total_shown=True, published=given, fewest=fewest)
    return Line(
        look_for=code,
        whole=counts(code, marked),
        bands={band: counts(code, found) for band, found in by_band.items() if band in shown},
        withheld=tuple(band for band in bands if band not in shown),
        given_away=(*given, dict(given_away(cells, shown))),
    )


def _cell(name: str, code: str, visits: Iterable[Visit]) -> VisitCell:
    counted = [visit for visit in visits if visit.marks[code] is not Mark.NOT_APPLICABLE]
    return VisitCell(name, len(counted), rooms_seen(counted))


def counts(code: str, visits: Iterable[Visit]) -> Counts:
    """How often the look-for got each mark in visits that marked it."""
    found = Counter(visit.marks[code] for visit in visits if code in visit.marks)
    return Counts(found[Mark.SEEN], found[Mark.PARTLY], found[Mark.NOT_SEEN])
