"""A school leader's own plan for a week, which nobody else sees (R-032, R-033)."""

from dataclasses import dataclass, field
from datetime import date

from bot.model.ids import new_id


@dataclass(eq=False, kw_only=True)
class LeaderWeek:
    """What somebody means to do in the week of a Monday, and the team meetings they went to. `quiet_until` is
    the last day on which they want no list on Mondays."""

    school: str
    person: str
    monday: date
    walkthroughs: int | None = None
    checkins: int | None = None
    visits: int | None = None
    visited: tuple[str, ...] = ()
    quiet_until: date | None = None
    id: str = field(default_factory=new_id)
