"""Documents that can be read for a day at an address that nobody can guess."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.model.ids import new_id
from bot.model.languages import Language

OPEN_FOR = timedelta(hours=24)


@dataclass(eq=False, kw_only=True)
class OpenDocument:
    """A document that whoever knows the secret `token` can read until it `expires_at`.

    `what` names it ("minutes/2026-10-13/2").
    """

    school: str
    token: str
    what: str
    language: Language
    expires_at: datetime
    id: str = field(default_factory=new_id)
