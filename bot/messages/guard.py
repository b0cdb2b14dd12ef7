"""What somebody reads whose words may name a child, rate a teacher, or name a colleague without a name."""

TITLE = "Please look again"
NOTHING_KEPT = "Nothing has been saved or sent. Edit takes you back to your words; Discard deletes them."
SAFETY = "If someone may be in danger, use the school's safety procedure now. I do not report emergencies."
WHOM = "To speak about one child, talk with {contact} in person or by phone."
SOMEBODY = "your counselor or an administrator"


def names_a_student(words: str, contact: str) -> tuple[str, ...]:
    """The warning, what to do when it is serious, whom to speak to, and what happened to the words."""
    return (
        f"This looks like it names a student: “{words}”. This is for patterns, not for one child.",
        SAFETY,
        WHOM.format(contact=contact or SOMEBODY),
        NOTHING_KEPT,
    )


def rates_a_teacher(words: str) -> tuple[str, ...]:
    """That ratings have another place, and what can be written here."""
    return (
        f"This looks like a rating of a teacher: “{words}”.",
        "Ratings and scores stay in the district's evaluation system. What did you see or hear?",
        NOTHING_KEPT,
    )


def names_a_colleague(name: str) -> tuple[str, ...]:
    return (
        f"This names {name}. What is said without a name must not name a colleague.",
        "Say “a teammate”, or describe the practice.",
        NOTHING_KEPT,
    )
