"""The languages that the bot speaks."""

from enum import StrEnum


class Language(StrEnum):
    """By its ISO 639-1 code. What the bot says is written in English first."""

    ENGLISH = "en"
    SPANISH = "es"

    @property
    def own_name(self) -> str:
        """As those who speak it write it."""
        return {Language.ENGLISH: "English", Language.SPANISH: "Español"}[self]
