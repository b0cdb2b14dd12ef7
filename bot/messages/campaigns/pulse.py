"""The staff pulse: the question, and what all staff read of the answers."""

from collections.abc import Mapping
from datetime import date

from bot.messages.dates import day, days
from bot.messages.forms import ChoiceField, Form, Option
from bot.messages.staff_input.anonymous import HONEST
from bot.messages.vocabulary import Button, Chart, Message, Part, Series, bold, buttons, context, paragraph
from bot.model.pulses import STATEMENT, Pulse, PulseResult
from bot.model.staff_input import LoopRate

MARKS: Mapping[int, str] = {
    1: "Not at all",
    2: "Rather not",
    3: "Partly",
    4: "Mostly",
    5: "Fully",
}
TITLE = "Twice a year: how do we do?"


def question(pulse: Pulse) -> Message:
    return Message(
        f"{TITLE} “{STATEMENT}”",
        (
            paragraph(bold(f"{TITLE} "), f"How far do you agree: “{STATEMENT}”"),
            buttons(button(pulse, primary=True)),
            context(
                f"Ten seconds, without a name, open until {day(pulse.closes_on)}. The result is posted here."
            ),
        ),
    )


def button(pulse: Pulse, *, primary: bool = False) -> Button:
    return Button("Answer", "answer-pulse", {"pulse": pulse.id}, emphasis="primary" if primary else "normal")


def form(pulse: Pulse, values: Mapping[str, object]) -> Form:
    return Form(
        title="How do we do?",
        submit="Send",
        pieces=(
            paragraph(f"How far do you agree: “{STATEMENT}”"),
            ChoiceField(
                "mark",
                "You say",
                tuple(Option(str(mark), f"{mark}  {words}") for mark, words in MARKS.items()),
                style="buttons",
            ),
            context(
                "That you answered is kept until it closes, apart from what you answered and without a time. "
                f"{HONEST}"
            ),
        ),
    )


def thanks(pulse: Pulse) -> Message:
    said = f"Thank you. The result is posted for all staff after {day(pulse.closes_on)}."
    return Message("Thank you", (paragraph(said),), private=True)


def result(found: PulseResult, loops: LoopRate | None, next_on: date | None) -> Message:
    """What all staff read: the mean, each answer, how many answered, and beside it what became of input."""
    title = f"“{STATEMENT}”"
    last: list[Part] = [paragraph(closed_loops(loops))] if loops else []
    following = f" We ask again from {day(next_on)} on." if next_on else ""
    last.append(context(f"No team is shown, and single answers are deleted.{following}"))
    if not found.counts:
        said = "Too few answered, or all the same, so that a result would say something about single people."
        return Message(f"{title}: no result", (paragraph(bold(f"{title} "), said), *last))
    mean = f"{found.mean:.1f} of 5"
    shares = tuple(float(round(100 * count / found.n)) for count in found.counts)
    chart = Chart(
        "How far staff agree, in % of answers", tuple(MARKS.values()), (Series("Staff", shares),), unit="%"
    )
    line = f"{mean} on average. {found.n} of {found.eligible} answered."
    return Message(f"{title}: {mean}", (paragraph(bold(f"{title} "), line), chart, *last))


def closed_loops(loops: LoopRate) -> str:
    """The closed-loop rate beside it, in a sentence."""
    took = f", half of them within {days(round(loops.median_days))}" if loops.median_days is not None else ""
    return f"Of {loops.received} inputs in the last 30 school days, {loops.settled} have an outcome{took}."


def nothing(pulse: Pulse) -> Message | None:
    """Nothing is said but the form's last page."""
    return None
