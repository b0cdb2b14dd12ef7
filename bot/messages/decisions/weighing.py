"""The two things that are asked once about a decision: what else was weighed, and whose need is behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.decisions.words import Telling
from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph
from bot.model.decisions import Decision
from bot.model.decisions_record import Gap, gaps

ALTERNATIVES, NEED = 600, 300
"""How long each text may be, in characters."""

ASKED: Mapping[Gap, str] = {
    Gap.ALTERNATIVES: "Which other options did you weigh?",
    Gap.STUDENT_NEED: "Which need of students is behind it?",
    Gap.TEACHER_NEED: "Which need of teachers is behind it?",
}
NONE: Mapping[Gap, str] = {
    Gap.ALTERNATIVES: "None considered",
    Gap.STUDENT_NEED: "No student need identified",
    Gap.TEACHER_NEED: "No teacher need identified",
}
"""What somebody says with one press where there is nothing to write."""
PRINTED: Mapping[Gap, tuple[str, str]] = {
    Gap.STUDENT_NEED: ("Student need: ", "none identified"),
    Gap.TEACHER_NEED: ("Teacher need: ", "none identified"),
    Gap.ALTERNATIVES: ("Other options we weighed: ", "none considered"),
}
EVIDENCE = "Say how you know it."


@dataclass(frozen=True, slots=True)
class Noted:
    """A record that says more now than before; `about` is what somebody said there is none of."""

    decision: Decision
    about: str = ""


def form(told: Telling, values: Mapping[str, object]) -> Form:
    decision = told.decision
    return Form(
        title=f"{decision.label}: what we weighed",
        submit="Keep",
        pieces=(
            TextField(
                "alternatives",
                ASKED[Gap.ALTERNATIVES],
                True,
                ALTERNATIVES,
                decision.alternatives,
                optional=True,
                hint="One line for each, with why it was not chosen.",
            ),
            TextField(
                "student_need",
                ASKED[Gap.STUDENT_NEED],
                True,
                NEED,
                decision.student_need,
                optional=True,
                hint=EVIDENCE,
            ),
            TextField(
                "teacher_need",
                ASKED[Gap.TEACHER_NEED],
                True,
                NEED,
                decision.teacher_need,
                optional=True,
                hint=EVIDENCE,
            ),
            context(
                "All of it can be empty. It stands in the decision register, where all staff can read it."
            ),
        ),
    )


def button(decision: Decision, label: str = "Options and needs") -> Button:
    return Button(label, "weigh-decision", {"decision": decision.id})


def noted(kept: Noted) -> Message:
    """What is kept now, and what is still asked: once, with a press for "none"."""
    decision = kept.decision
    summary = f"{decision.label} is noted in the register."
    return Message(summary, (paragraph(bold(summary)), *questions(decision)))


def questions(decision: Decision) -> list[Part]:
    """What nobody has answered yet; nothing when all of it is."""
    missing = gaps(decision)
    if not missing:
        return []
    none = [
        Button(NONE[gap], "nothing-there", {"decision": decision.id, "about": gap.value}) for gap in missing
    ]
    return [
        paragraph(" ".join(ASKED[gap] for gap in missing)),
        buttons(button(decision, "Write it"), *none),
    ]


def record(decision: Decision) -> list[Part]:
    """What was weighed, as the register shows it: in the words that were written, or that there was none."""
    parts: list[Part] = []
    for gap, (name, none) in PRINTED.items():
        if words := getattr(decision, gap) or (none if gap in decision.none else ""):
            parts.append(paragraph(bold(name), words))
    return parts
