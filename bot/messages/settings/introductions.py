"""What each routine is called, and how it is introduced to the people it concerns."""

from bot.messages.vocabulary import Message, bold, context, paragraph
from bot.model.settings import RoutineName

R = RoutineName
NAMES = {
    R.INPUT: "Staff input",
    R.MEETINGS: "ILT meetings",
    R.DECISIONS: "Decisions",
    R.WALKTHROUGHS: "Walkthroughs",
    R.CHECKINS: "1:1 check-ins",
    R.CYCLES: "Learning cycles",
}
DOES = {
    R.INPUT: "Anyone can tell the ILT what they see, and can see what became of it within ten school days.",
    R.MEETINGS: "The agenda grows by itself, and goes out the school day before.",
    R.DECISIONS: "Each decision reaches the teams it touches, with the reason and whom to ask.",
    R.WALKTHROUGHS: "Short visits that look at patterns, never at people.",
    R.CHECKINS: "A reminder and a shared list of topics for two people who meet regularly.",
    R.CYCLES: "A goal that two people agree on, with a few dated phases.",
}
HOW = {
    R.INPUT: "Type /ilt-input and what you see. You choose how you want to be seen.",
    R.MEETINGS: "Five school days before a meeting I ask what belongs on its agenda. /ilt agenda shows it.",
    R.DECISIONS: "Under each one are buttons to ask, or to raise a concern. /ilt decisions shows them all.",
    R.WALKTHROUGHS: "Type /ilt-walk after a visit. No teacher and no room is named, and nobody is rated.",
    R.CHECKINS: "Type /ilt checkin. Only the two of you can read what you write there.",
    R.CYCLES: "Type /ilt cycle. Only the two of you can read it, and both must agree before it begins.",
}


def introduction(name: RoutineName) -> Message:
    """One message, once, when a routine begins."""
    return Message(
        f"{NAMES[name]} begins here",
        (
            paragraph(bold(f"New here: {NAMES[name]}")),
            paragraph(DOES[name]),
            paragraph(HOW[name]),
            context("This is the only message about it. /ilt help lists what you can do."),
        ),
    )


def switched_on(name: RoutineName) -> str:
    return f"{NAMES[name]}: switched on."


def switched_off(name: RoutineName) -> str:
    return f"{NAMES[name]}: switched off."
