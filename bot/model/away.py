"""Being away: from a day to a day, for a reason that nobody is asked."""

from dataclasses import dataclass, field
from datetime import date

from bot.model.ids import new_id


@dataclass(eq=False, kw_only=True)
class Away:
    """Somebody is not there from `first` to `last`, both inclusive. It is forgotten on their return.

    `begun` says that the first day has come: from then on what they would do falls to others.
    """

    school: str
    person: str
    first: date
    last: date
    begun: bool = False
    id: str = field(default_factory=new_id)
