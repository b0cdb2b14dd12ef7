"""What a person reads who gives input without a name: before, once, and whenever they look."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day
from bot.messages.forms import Form, TextField
from bot.messages.staff_input.shown import NEEDS, REASONS, SEEN_SCOPES, TOPICS
from bot.messages.vocabulary import (
    Button,
    Context,
    Facts,
    Heading,
    Message,
    Paragraph,
    Part,
    bold,
    buttons,
    code,
    context,
    paragraph,
)
from bot.model.staff_input import LONGEST_MORE, AnonymousState, Counted, DeclineReason, Need, Scope, Topic

HONEST = (
    "Anonymous means: this app does not store who wrote it. Slack or Teams and your district may keep "
    "their own logs."
)
"""The one sentence about it, used everywhere."""

STYLE = "Your words may still sound like you: keep details general."
TAKE_BACK = "Withdraw this input? Its words are deleted for good."
KEEP_THE_CODE = "Keep this code"


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is said once, to the sender alone, when an anonymous input has been kept."""

    code: str
    outcome_by: date


@dataclass(frozen=True, slots=True)
class ShownAnonymous:
    """One anonymous input as whoever has its code, or whoever answers it, may see it.

    `group` says with whom it is counted. `may` lists the verbs open to this person now.
    """

    id: str
    label: str
    state: AnonymousState
    topic: Topic
    scope: Scope
    group: str
    week: date
    see: str
    suggest: str
    more: str
    asked: str
    outcome: str
    reason: DeclineReason | None
    look_again: date | None
    meeting_on: date | None
    decision: str | None
    may: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()


def label_of_choice(counted: Counted) -> str:
    """The third way in the form: it says with whom it is counted."""
    return f"Anonymous, counted with {counted.name or 'all staff'} (n={counted.n})"


def about_anonymity(counted: Counted | None, fewest: int) -> tuple[Context, ...]:
    """What the form says of it, in plain words."""
    if counted is None:
        return (
            context("Anonymous is not offered here: so few work at this school that people could guess."),
        )
    said = [HONEST, STYLE]
    if counted.key is None and counted.own < fewest:
        said.insert(
            0,
            f"Your team has {counted.own} people. If I showed your team, people could guess. "
            "So anonymous input is counted with all staff.",
        )
    return (context(" ".join(said)),)


def sealed(given: Sealed) -> Message:
    """The last page of the form: the code, this once."""
    return Message(
        KEEP_THE_CODE,
        (
            paragraph("Thank you. It is in, without your name. Your code is:"),
            paragraph(bold(given.code)),
            paragraph(
                "I show it only here and only now, so write it down. To see what became of it, to add "
                "something once or to take it back, type:"
            ),
            paragraph(code(f"/ilt status {given.code}")),
            paragraph(
                f"Nobody is notified, you neither. You can read what became of it by {day(given.outcome_by)}."
            ),
            context(HONEST),
        ),
        private=True,
    )


def mine(one: ShownAnonymous, secret: str) -> Message:
    """What somebody with the code reads."""
    parts: list[Part] = [Heading(f"Said without a name: {TOPICS[one.topic]}"), *words(one)]
    if one.asked:
        parts.append(paragraph(bold("The ILT asks: "), one.asked))
    parts.append(paragraph(bold("Where it stands: "), status(one)))
    if one.outcome:
        parts.append(paragraph(one.outcome))
    parts.append(Facts((("Week of", day(one.week)), ("Counted with", one.group))))
    press = {
        "add-to-anonymous": Button("Add something", "add-to-anonymous", {"code": secret}),
        "withdraw-anonymous": Button("Withdraw", "withdraw-anonymous", {"code": secret}, confirm=TAKE_BACK),
    }
    if offered := [press[verb] for verb in one.may if verb in press]:
        parts.append(buttons(*offered))
    return Message("About an input", (*parts, context(HONEST)), private=True)


def words(one: ShownAnonymous) -> tuple[Paragraph, ...]:
    """What it says."""
    parts = [paragraph(one.see)] if one.see else []
    if one.suggest:
        parts.append(paragraph("What would help: ", one.suggest))
    if one.needs:
        parts.append(paragraph("What is needed: ", ", ".join(NEEDS[need] for need in one.needs)))
    if one.more:
        parts.append(paragraph("Added later: ", one.more))
    return tuple(parts)


def status(one: ShownAnonymous) -> str:
    """Where it stands, in a sentence without any of its words."""
    match one.state:
        case AnonymousState.WAITING:
            return "It waits for the next batch. Batches are mixed, so that nobody can tell which came when."
        case AnonymousState.RECEIVED if one.asked:
            return "There is a question for you. You can answer it once, with Add something."
        case AnonymousState.RECEIVED:
            return "It has been read and waits for an answer."
        case AnonymousState.ANSWERED:
            return "It is answered. The answer was posted for all staff:"
        case AnonymousState.ON_AGENDA:
            when = day(one.meeting_on) if one.meeting_on else "the next meeting"
            return f"It is on the ILT agenda for {when}."
        case AnonymousState.DECLINED:
            again = f" We look at it again on {day(one.look_again)}." if one.look_again else ""
            return f"Not now. {REASONS[one.reason or DeclineReason.NOT_NOW]}.{again}"
        case AnonymousState.CONSIDERED:
            return f"It helped shape decision {one.decision}."
        case AnonymousState.WITHDRAWN:
            return "It was withdrawn. Its words are deleted."


def add_form(one: ShownAnonymous, values: Mapping[str, object]) -> Form:
    """Adding to it, once."""
    asked = (paragraph(bold("The ILT asks: "), one.asked),) if one.asked else ()
    return Form(
        title="Add something",
        submit="Add it",
        pieces=(
            *asked,
            TextField("more", "What do you want to add?", multiline=True, max_length=LONGEST_MORE),
            context("You can do this once. ", HONEST),
        ),
    )


def added(one: ShownAnonymous) -> Message:
    return plain("It is added. Whoever answers reads it with the rest.")


def withdrawn(one: ShownAnonymous) -> Message:
    return plain("It is withdrawn. Its words are deleted here, and nobody will bring it up.")


def plain(said: str) -> Message:
    return Message(said, (paragraph(said),), private=True)


def scope_and_group(one: ShownAnonymous) -> str:
    return f"{SEEN_SCOPES[one.scope]}, counted with {one.group}"
