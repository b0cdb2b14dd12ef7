"""The databases that a short run is measured on."""

from tests.postgres import postgres

__all__ = ["postgres"]
