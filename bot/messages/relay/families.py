"""What families may read of a decision: drafted, approved by a person, copied out by hand (R-103)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.dates import long_day
from bot.messages.decisions.words import shortened
from bot.messages.forms import Form, TextField
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph, text
from bot.model.decisions import LASTING, Decision, DecisionState
from bot.model.readability import FAMILY_GRADE, grade

WORDS = 1500
MEANWHILE = "The decision has changed since you opened this. Please open it again."
NOTHING_TO_APPROVE = "Nothing about this decision waits for families."
CALL = "Questions? Please call the school office."


def draft(decision: Decision, *, again: bool) -> str:
    """A first wording in plain words; `again` when families may have read an earlier one."""
    if decision.state not in LASTING:
        return f"We told you about this: {decision.statement} This no longer applies. {CALL}"
    if decision.state is DecisionState.PAUSED:
        return f"We told you about this: {decision.statement} This is on hold for now. {CALL}"
    first = "This takes the place of our last note.\n" if again else ""
    lines = [f"{first}From {long_day(decision.starts_on)}: {decision.statement}"]
    lines += [f"Students will {decision.students}."] if decision.students else []
    lines += [f"Why: {shortened(decision.why, 50, 350)}", CALL]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class FamilyDesk:
    """A text that waits: of which state of the decision it tells, and which names stand in it."""

    decision: Decision
    words: str
    of: str
    again: bool
    names: tuple[str, ...] = ()


def card(desk: FamilyDesk) -> Message:
    label = desk.decision.label
    summary = f"Please correct what families read about {label}" if desk.again else f"Families and {label}"
    why = (
        "The decision has changed since families were told."
        if desk.again
        else "This decision touches families."
    )
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            paragraph(f"{why} Here is a draft. Nothing leaves before you approve it."),
            paragraph(desk.words),
            context(reads_like(desk.words), *remove(desk.names)),
            buttons(button(desk.decision)),
        ),
    )


def button(decision: Decision) -> Button:
    return Button("Read and approve", "approve-family", {"decision": decision.id}, emphasis="primary")


def reads_like(words: str) -> str:
    found = grade(words)
    if found <= FAMILY_GRADE:
        return f"It reads like grade {found}."
    return f"It reads like grade {found}. Shorter sentences and words help."


def remove(names: tuple[str, ...]) -> list[str]:
    return [f" Please take out: {', '.join(names)}."] if names else []


def form(desk: FamilyDesk, values: Mapping[str, object]) -> Form:
    return Form(
        title="For families",
        submit="Approve",
        pieces=(
            paragraph(bold(desk.decision.label), f"  {desk.decision.statement}"),
            TextField("words", "What families read", True, WORDS, desk.words),
            context(reads_like(desk.words), " No names of students or staff.", *remove(desk.names)),
            context("I never write to families. You get the text to copy into your family tool."),
        ),
        carries={"decision": desk.decision.id, "of": desk.of},
    )


@dataclass(frozen=True, slots=True)
class Approved:
    decision: Decision
    words: str
    teller: str


def approved(done: Approved) -> Message:
    """To whoever approved it: the text to copy."""
    summary = f"The text for families about {done.decision.label} is approved."
    told = [context(f"{done.teller} gets it, too, to pass it on.")] if done.teller else []
    return Message(
        summary,
        (paragraph(bold(summary)), context("Copy it into your family tool:"), paragraph(done.words), *told),
    )


def card_done(done: Approved) -> Message:
    summary = f"The text for families about {done.decision.label} is approved."
    return Message(summary, (paragraph(bold(summary)), buttons(button(done.decision))))


def to_the_teller(decision: Decision, words: str) -> Message:
    summary = f"Please tell families about {decision.label}"
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            context("The text is approved. Copy it into your family tool:"),
            paragraph(words),
        ),
    )


def waiting(decision: Decision) -> Waiting:
    return Waiting(
        text(bold(f"For families: {decision.label} "), "waits for your approval"), (button(decision),)
    )
