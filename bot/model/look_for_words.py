"""New words for a look-for: from a day on, and never mixed with what was seen under the old ones (R-041)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.model.calendar import A_DAY
from bot.model.ids import new_id
from bot.model.walkthroughs.content import LookFor, LookForSet


@dataclass(eq=False, kw_only=True)
class LookForWords:
    """A look-for in new words from a day on. `look_for` is the code it ships with, `number` counts from 2."""

    school: str
    look_for: str
    number: int
    name: str
    students: str
    teacher: str
    not_this: str
    reason: str
    on: date
    id: str = field(default_factory=new_id)

    @property
    def code(self) -> str:
        """The code that marks are kept under while these words hold."""
        return f"{self.look_for}-v{self.number}"

    def of(self, shipped: LookFor) -> LookFor:
        return replace(
            shipped,
            code=self.code,
            name=self.name,
            students=self.students,
            teacher=self.teacher,
            not_this=self.not_this,
            since=self.on,
            reason=self.reason,
        )


def worded(shipped: LookForSet, words: Sequence[LookForWords], on: date) -> LookForSet:
    """A set in the words that hold on a day."""
    return replace(
        shipped, look_fors=tuple(_during(one, words, on + A_DAY, on)[-1] for one in shipped.look_fors)
    )


def worded_during(shipped: LookForSet, words: Sequence[LookForWords], first: date, last: date) -> LookForSet:
    """A set with every wording that held between two days, one after the other."""
    found = (found for one in shipped.look_fors for found in _during(one, words, first, last))
    return replace(shipped, look_fors=tuple(found))


def _during(shipped: LookFor, words: Sequence[LookForWords], first: date, last: date) -> list[LookFor]:
    own = sorted((one for one in words if one.look_for == shipped.code), key=lambda one: one.number)
    before = [one.of(shipped) for one in own if one.on < first]
    begins = replace(before[-1], since=None) if before else shipped
    return [begins, *(one.of(shipped) for one in own if first <= one.on <= last)]
