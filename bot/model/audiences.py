"""Whom the bot speaks to, named the school's way and no platform's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Audience:
    """A place to speak, named the school's way: `ilt`, `all-staff`, `team:<key>`, `person:<id>`."""

    key: str

    @classmethod
    def ilt(cls) -> "Audience":
        return cls("ilt")

    @classmethod
    def all_staff(cls) -> "Audience":
        return cls("all-staff")

    @classmethod
    def team(cls, key: str) -> "Audience":
        return cls(f"team:{key}")

    @classmethod
    def person(cls, person_id: str) -> "Audience":
        return cls(f"person:{person_id}")

    @property
    def person_id(self) -> str | None:
        """The person's id when this is one person, else None."""
        return self.key.removeprefix("person:") if self.key.startswith("person:") else None
