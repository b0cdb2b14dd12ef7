"""What people type commands for: help lists them by that, whoever somebody is."""

from collections.abc import Collection

PURPOSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Say something, and see what became of it", ("input", "status", "connect", "team-input", "nominate")),
    (
        "Follow what the ILT does",
        (
            "agenda",
            "decisions",
            "thread",
            "who",
            "strategies",
            "charter",
            "load",
            "student-voice",
            "coverage",
        ),
    ),
    (
        "Bring something to the ILT",
        ("add-item", "problem", "problems", "bring-data", "campaign", "ask-district"),
    ),
    ("Meet and decide", ("roles", "check", "decide", "minutes", "commitments", "templates")),
    ("Visits, 1:1s and learning", ("walk", "trends", "find", "checkin", "cycle", "pd", "map")),
    ("Answer staff", ("inputs", "anonymous", "said", "flags")),
    (
        "Your days, messages and data",
        ("calendar", "my-week", "away", "pause", "resume", "preferences", "language", "privacy"),
    ),
)
"""Each purpose and the verbs that serve it, what is typed most first."""

THE_REST = "Look after the school's ILT Bot"
"""Whatever serves none of the purposes above: a new verb is listed, too."""

LEFT_OUT = frozenset({"menu", "help", "pop"})
"""The page one is on, the line below it that names `/ilt`, and a second name for `problem`."""


def sorted_by_purpose(verbs: Collection[str]) -> list[tuple[str, list[str]]]:
    """Return the verbs somebody may type, by purpose; the rest comes last, as it was given."""
    served = {verb for _, serving in PURPOSES for verb in serving}
    groups = [(title, [verb for verb in serving if verb in verbs]) for title, serving in PURPOSES]
    rest = [verb for verb in verbs if verb not in served | LEFT_OUT]
    return [(title, found) for title, found in (*groups, (THE_REST, rest)) if found]
