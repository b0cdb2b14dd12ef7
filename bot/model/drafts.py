"""A form that somebody has begun and not sent: theirs alone, for a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Draft:
    """What had been filled in, by field name, and when it was kept."""

    given: Mapping[str, Any]
    saved_at: datetime
