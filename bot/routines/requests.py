"""The base of everything a person, or the clock, can ask of the bot."""

import re
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control signs and halves of signs: nobody writes them, and no database keeps them all."""


class Request(BaseModel):
    """Something asked, already checked for form. Immutable; unknown fields are errors.

    Where nobody may learn who asked, `is_logged_by_name` is False, and the log leaves the person out.
    What `is_anonymous` leaves nothing behind at all that a person could be known by: no line in the log,
    no figure, no key that says it came before. The student guard looks at every text of a command but
    those in the fields that `name_staff`.
    """

    name_staff: ClassVar[frozenset[str]] = frozenset()

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_signs_nobody_writes(cls, values: Any) -> Any:
        return readable(values)

    @property
    def is_anonymous(self) -> bool:
        return False

    @property
    def is_logged_by_name(self) -> bool:
        return not self.is_anonymous


def readable(value: Any) -> Any:
    """The same value, its texts without signs that nobody writes; every line ends in one way."""
    if isinstance(value, str):
        return UNREADABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, dict):
        return {key: readable(one) for key, one in value.items()}
    return type(value)(map(readable, value)) if type(value) in (list, tuple) else value


class Command(Request):
    """A request that may change something."""


class Question(Request):
    """A request that only looks. The database itself refuses it a change."""


class Nothing(Question):
    """Nothing needs to be known before."""
