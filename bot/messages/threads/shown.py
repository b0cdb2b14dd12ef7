"""An evidence thread as a dated list: from what was seen or said to what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.dates import day, days, number_of
from bot.messages.decisions.register import STEPS
from bot.messages.decisions.words import shortened
from bot.messages.vocabulary import (
    Button,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.decisions_life import DecisionChange
from bot.model.problems import ProblemState
from bot.model.threads import Kind, Stage

MOST = 25
NAMES: Mapping[Kind, str] = {
    Kind.INPUT: "Staff input",
    Kind.TREND: "Walkthrough trend",
    Kind.PROBLEM: "Problem of practice",
    Kind.ITEM: "Agenda item",
    Kind.CHECK: "Consensus check",
    Kind.DECISION: "Decided",
    Kind.RELAY: "Told to staff",
    Kind.SUPPORT: "Support is there",
    Kind.QUESTION: "Asked",
    Kind.ANSWER: "Answered",
    Kind.PULSE: "How it goes",
    Kind.REVIEW: "Reviewed",
}
MANY: Mapping[Kind, tuple[str, str]] = {
    Kind.INPUT: ("staff input", "staff inputs"),
    Kind.PROBLEM: ("step of a problem of practice", "steps of a problem of practice"),
    Kind.ITEM: ("agenda item", "agenda items"),
    Kind.CHECK: ("consensus check", "consensus checks"),
    Kind.SUPPORT: ("sign of support", "signs of support"),
    Kind.QUESTION: ("question or concern", "questions and concerns"),
    Kind.ANSWER: ("answer", "answers"),
    Kind.PULSE: ("round of answers", "rounds of answers"),
}
STATES: Mapping[ProblemState, str] = {
    ProblemState.DRAFT: "is a draft",
    ProblemState.FRAMED: "is framed",
    ProblemState.READY: "has its plan",
    ProblemState.IN_ACTION: "is being tried",
    ProblemState.RESOLVED: "is resolved",
    ProblemState.REFRAMED: "is framed anew",
    ProblemState.STOPPED: "is stopped",
}
NAMELESS = "without a name, in this week"
NOTHING_YET = "Nothing has come of it yet. What does stands here from then on."


@dataclass(frozen=True, slots=True)
class Loops:
    """Of the decisions that went out six weeks ago or more, how many have a follow-up."""

    closed: int
    of: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thread for one reader. `counted` is what they read no words of; `left` is for how many school days
    nothing has followed, empty when something has; `decision` is the number of the decision in it."""

    title: str
    stages: tuple[Stage, ...]
    counted: Mapping[Kind, int]
    left: str = ""
    loops: Loops | None = None
    decision: str = ""
    is_own: bool = False


def thread(sheet: Sheet) -> Message:
    title = "The newest walkthrough trend" if sheet.title == "trend" else f"The whole thread of {sheet.title}"
    parts: list[Part] = [paragraph(bold(title)), bullets(*(line(one) for one in sheet.stages[-MOST:]))]
    if len(sheet.stages) > MOST:
        parts.append(context(f"The last {MOST} steps are shown."))
    if len(sheet.stages) == 1:
        parts.append(paragraph(NOTHING_YET))
    if sheet.counted:
        counted = ", ".join(number_of(many, *MANY[kind]) for kind, many in sheet.counted.items())
        parts.append(context(f"Also part of it, for the ILT to read: {counted}."))
    if sheet.left:
        parts.append(context(f"Open: nothing has followed for {days(int(sheet.left))}."))
    if sheet.loops:
        parts.append(
            context(
                f"Of {number_of(sheet.loops.of, 'decision')} that went out six weeks ago or more, "
                f"{sheet.loops.closed} {'has' if sheet.loops.closed == 1 else 'have'} a follow-up."
            )
        )
    if sheet.decision:
        parts.append(buttons(Button("Details", "decisions", {"number": sheet.decision})))
    return Message(title, tuple(parts), private=sheet.is_own)


def line(stage: Stage) -> Text:
    node = stage.node
    said = f"{day(node.on)}: {NAMES[node.kind]}"
    words = f": {node.words}." if node.words and node.words[-1] not in ".?!" else f": {node.words}"
    after = f" ({days(stage.after)} later)" if stage.after else ""
    return text(said, words if node.words else ".", after)


def review(change: DecisionChange) -> str:
    """What a review came to, and why: "paused. Lab time is short." """
    return (
        f"{STEPS[change.step]}. {shortened(change.reason, 25, 160)}" if change.reason else STEPS[change.step]
    )
