"""Guests of one meeting: somebody who is not on the ILT, invited for one item (R-021)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.ids import new_id


class GuestKind(StrEnum):
    """Whose view a guest brings."""

    FAMILY = "family"
    STUDENT = "student"
    DISTRICT = "district"
    UNION = "union"
    SPECIAL_EDUCATION = "special_education"
    MULTILINGUAL = "multilingual"
    OTHER = "other"


class GuestState(StrEnum):
    """What became of an invitation; one without a `person` has nobody to answer it, and stays `invited`."""

    INVITED = "invited"
    COMING = "coming"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


EXPECTED = frozenset({GuestState.INVITED, GuestState.COMING})


@dataclass(eq=False, kw_only=True)
class GuestSeat:
    """A seat at the meeting on `day`, for one `item` of its agenda. `person` is None for a guest whom the
    bot cannot write to: whoever invited them tells them."""

    school: str
    day: date
    kind: GuestKind
    invited_by: str
    item: str
    person: str | None = None
    state: GuestState = GuestState.INVITED
    id: str = field(default_factory=new_id)

    def answer(self, *, comes: bool) -> bool:
        """Take the guest's own answer, which they may change; False when they are no longer invited."""
        if self.state is GuestState.WITHDRAWN:
            return False
        self.state = GuestState.COMING if comes else GuestState.DECLINED
        return True
