"""How long a platform is left alone that asks for it, whatever it says."""

LONGEST_PAUSE = 900.0
"""Seconds after which it is asked again, however long it wanted: one call more costs nothing."""


def seconds_to_wait(retry_after: str) -> float:
    """The seconds in a `Retry-After`, at most `LONGEST_PAUSE`; one when there is no such number in it."""
    try:
        seconds = float(retry_after)
    except ValueError:
        return 1.0
    return min(seconds, LONGEST_PAUSE) if seconds >= 0 else 1.0
