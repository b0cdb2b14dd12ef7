"""What a meeting can open with: one prompt each time, round and round; answers are kept nowhere (R-085)."""

from bot.messages.vocabulary import Part, bold, context, paragraph

PROFESSIONAL = (
    "What did a student say or do this week that made you think?",
    "What worked in a lesson lately that you would do again?",
    "What did you learn from a colleague since we last met?",
    "Which question about teaching is on your mind right now?",
    "When did you see students do the talking this week?",
    "What did you try that did not work, and what did it teach you?",
    "What would you like another team to see in your rooms?",
    "Where did you see a student surprise somebody?",
    "Which small change made a lesson better lately?",
)
PERSONAL = (
    "What gave you energy this week?",
    "What are you looking forward to?",
    "Which song, book or meal would you pass on?",
    "What made you laugh lately?",
    "Who helped you this week?",
    "What did you learn outside school?",
    "What is a small thing that made a day better?",
)


def prompts(meeting: int) -> tuple[str, str]:
    """The professional and the personal prompt of the meeting after so many others."""
    return PROFESSIONAL[meeting % len(PROFESSIONAL)], PERSONAL[meeting % len(PERSONAL)]


def parts(meeting: int) -> tuple[Part, ...]:
    professional, personal = prompts(meeting)
    return (
        paragraph(bold("To begin, 3 minutes: "), professional),
        context(f"Or, if you like: {personal}"),
        context("Passing is fine. Nothing of it is written down."),
    )
