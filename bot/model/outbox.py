"""What can become of a message on its way."""

from enum import StrEnum


class LetterAct(StrEnum):
    """What a letter does: it is posted, or it changes or takes back the one it names as its thread."""

    POST = "post"
    EDIT = "edit"
    REMOVE = "remove"


class LetterState(StrEnum):
    """`pending` -> `sending` -> `sent`, or one of the other ends.

    `failed`: the platform said no. `rerouted`: it said no, and somebody else got it. `expired`: its
    moment went by. `dropped`: its reason had gone. `checking`: its outcome is being looked up. `unsure`:
    nobody can tell whether it arrived, and twice would have been worse than never.
    """

    PENDING = "pending"
    SENDING = "sending"
    CHECKING = "checking"
    SENT = "sent"
    FAILED = "failed"
    REROUTED = "rerouted"
    EXPIRED = "expired"
    DROPPED = "dropped"
    UNSURE = "unsure"
