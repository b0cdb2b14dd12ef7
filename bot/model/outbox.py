"""What can become of a message on its way."""

from enum import IntEnum, StrEnum

from bot.model.settings import RoutineName

SHAPE = 1
"""Which letters this program reads: those of its own shape and of earlier ones.

Whoever gives a `Message` a part or a field that older programs do not know, or a letter a new act, counts one
up: older programs on the same database then leave such letters to newer ones.
"""

DIGEST = "digest/"
"""How the key of a letter begins that tells several others."""

REROUTED, ELSEWHERE = "/rerouted", "/elsewhere"
"""How the key of a letter ends that somebody else got instead, or that went to another platform instead."""
COPIES = ("", REROUTED, ELSEWHERE, REROUTED + ELSEWHERE)


class LetterAct(StrEnum):
    """What a letter does: it is posted, or it changes or takes back the one it names as its thread."""

    POST = "post"
    EDIT = "edit"
    REMOVE = "remove"


class LetterState(StrEnum):
    """`pending` -> `sending` -> `sent`, or one of the other ends.

    `failed`: the platform said no. `rerouted`: it said no, and it went to somebody else. `expired`: its
    moment went by. `dropped`: its reason had gone. `checking`: its outcome is being looked up. `unsure`:
    nobody can tell whether it arrived, and twice would have been worse than never. `merged`: it is told
    in another letter, together with others.
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
    MERGED = "merged"


class Priority(IntEnum):
    """What goes first when not everything can go at once."""

    ANSWER = 0
    """Answers somebody who waits for it now."""
    TEAM = 1
    """A decision, or the answer of a team."""
    DEADLINE = 2
    """Something has its day or its hour: a deadline, a meeting."""
    REMINDER = 3
    NEWS = 4


ROUTINES = {
    "input": RoutineName.INPUT,
    "said": RoutineName.INPUT,
    "campaign": RoutineName.INPUT,
    "pulse": RoutineName.INPUT,
    "student-voice": RoutineName.INPUT,
    "connect": RoutineName.INPUT,
    "bridge": RoutineName.INPUT,
    "meeting": RoutineName.MEETINGS,
    "decision": RoutineName.DECISIONS,
    "relay": RoutineName.DECISIONS,
    "consensus": RoutineName.DECISIONS,
    "ratification": RoutineName.DECISIONS,
    "question": RoutineName.DECISIONS,
    "questions": RoutineName.DECISIONS,
    "problem": RoutineName.MEETINGS,
    "leader-week": RoutineName.MEETINGS,
    "pd": RoutineName.MEETINGS,
    "walkthroughs": RoutineName.WALKTHROUGHS,
    "checkin": RoutineName.CHECKINS,
    "cycles": RoutineName.CYCLES,
}
"""The routine a key belongs to, by its first word."""

ANSWERS = ("receipt", "answer")
"""How the key ends of what answers somebody's own action."""


def routine_of(key: str) -> RoutineName | None:
    """The routine that a letter, or something due, belongs to by its key; None for the school's own."""
    first, _, rest = key.partition("/")
    if first == "introduction":
        return RoutineName(rest.partition("/")[0])
    return ROUTINES.get(first)


def is_answer(key: str) -> bool:
    """Whether a letter answers what its reader did themself; such a one goes out in quiet times too."""
    return key.removesuffix(ELSEWHERE).rpartition("/")[2] in ANSWERS


def is_copy(key: str, of: str) -> bool:
    """Whether a key is that of a letter itself, or of what went out in its place."""
    return key.startswith(of) and key[len(of) :] in COPIES
