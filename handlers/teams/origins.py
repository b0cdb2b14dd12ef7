"""Where a request came from, and what a dialog keeps of it until it is sent."""

import secrets
from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from handlers.platform.words import Json
from handlers.teams.shapes import size

FORM = "_form"
"""Where a dialog's data hold what is kept; no field of a form is called that."""
MOST = 4000


class KeptTooLarge(Exception):
    """A dialog is to keep more than may travel with every one of its buttons."""


class Origin(BaseModel):
    """Who asked, and how an answer gets back to them.

    `conversation` is where they asked, with its root where it is a reply chain; `is_personal` says that only
    they read it. `message` is the one whose button was pressed, when it speaks of nothing else; `home` says
    that it is such a page of Home, which shows everything where it `is_whole`. `school` is the one that is
    meant, where several share the tenant.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    tenant: str
    user: str
    conversation: str = ""
    is_personal: bool = False
    message: str | None = None
    home: int | None = None
    is_whole: bool = False
    school: str | None = None


class Kept(BaseModel):
    """What travels with every button of a dialog.

    `id` is the form's own, from its first drawing to its sending: the same form sent twice is done once.
    `given` are the values that the form does not show. `kinds` says of each field how its value is read;
    `drawn` what the fields that other parts follow from held when the dialog was drawn; `sought` what was
    typed to find an option by.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    verb: str
    id: str
    given: dict[str, Any] = {}
    school: str | None = None
    kinds: dict[str, str] = {}
    drawn: dict[str, str] = {}
    sought: dict[str, str] = {}
    origin: Origin | None = None

    @classmethod
    def anew(cls, verb: str, given: Mapping[str, Any], origin: Origin | None = None) -> Self:
        """For a form that is drawn for the first time."""
        school = origin.school if origin else None
        return cls(verb=verb, id=secrets.token_urlsafe(12), given=dict(given), school=school, origin=origin)

    def packed(self) -> Json:
        """As a part of a button's data; raises KeptTooLarge when that would be too much for a dialog."""
        packed = self.model_dump(mode="json", exclude_defaults=True)
        if size(packed) > MOST:
            raise KeptTooLarge(f"{size(packed)} bytes, {MOST} at most")
        return packed

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """What a dialog's data have kept; raises pydantic's ValidationError when they are nobody's form."""
        return cls.model_validate(data.get(FORM))
