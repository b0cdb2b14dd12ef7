"""The base of everything a person, or the clock, can ask of the bot."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Request(BaseModel):
    """Something asked, already checked for form. Immutable; unknown fields are errors.

    Where nobody may learn who asked, `is_logged_by_name` is False, and the log leaves the person out.
    What `is_anonymous` leaves nothing behind at all that a person could be known by: no line in the log,
    no figure, no key that says it came before. The student guard looks at every text of a command but
    those in the fields that `name_staff`.
    """

    name_staff: ClassVar[frozenset[str]] = frozenset()

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    @property
    def is_anonymous(self) -> bool:
        return False

    @property
    def is_logged_by_name(self) -> bool:
        return not self.is_anonymous


class Command(Request):
    """A request that may change something."""


class Question(Request):
    """A request that only looks. The database itself refuses it a change."""


class Nothing(Question):
    """Nothing needs to be known before."""
