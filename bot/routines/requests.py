"""The base of everything a person, or the clock, can ask of the bot."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Request(BaseModel):
    """Something asked, already checked for form. Immutable; unknown fields are errors.

    Where nobody may learn who asked, `is_logged_by_name` is False, and the log leaves the person out.
    """

    is_logged_by_name: ClassVar[bool] = True
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class Command(Request):
    """A request that may change something."""


class Question(Request):
    """A request that only looks. The database itself refuses it a change."""


class Nothing(Question):
    """Nothing needs to be known before."""
