"""What a person who gives input reads: the form, the receipt, and where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day
from bot.messages.forms import CheckField, ChoiceField, Form, ManyField, Option, Piece, TextField
from bot.messages.staff_input import anonymous
from bot.messages.staff_input.anonymous import Sealed, ShownAnonymous, about_anonymity, label_of_choice
from bot.messages.staff_input.shown import NEEDS, SCOPES, TOPICS, Shown, status
from bot.messages.threads import opening as thread
from bot.messages.vocabulary import (
    Button,
    Buttons,
    Facts,
    Heading,
    Message,
    Part,
    bold,
    buttons,
    context,
    paragraph,
)
from bot.model.people import in_words
from bot.model.staff_input import LONGEST_SEE, LONGEST_SUGGEST, Counted, InputState, Mode, Scope, Topic

PIECE = 2900
IN_LIST = 10
TAKE_BACK = "Withdraw this input? Its words are deleted for good."


@dataclass(frozen=True, slots=True)
class Desk:
    """What the form is drawn from: who would see it, and by when an answer comes.

    `seen_by` see the name of a named input. `carrier` is empty when nobody could carry it; `is_rep`
    says whether the carrier sits in the sender's own team. `counted` is with whom an anonymous input is
    counted, in groups of at least `fewest`; `code` is the one that such an input would get.
    """

    seen_by: tuple[str, ...]
    carrier: str
    is_rep: bool
    first_by: date
    outcome_by: date
    counted: Counted | None
    fewest: int
    code: str


def form(desk: Desk, values: Mapping[str, object]) -> Form:
    typed = str(values.get("see", ""))
    seen = in_words(desk.seen_by) or "The ILT"
    return Form(
        title="Say something",
        submit="Send",
        pieces=(
            TextField(
                "see",
                "What are you seeing?",
                multiline=True,
                max_length=LONGEST_SEE,
                initial=typed[:LONGEST_SEE],
                hint="Patterns, not people: please leave out the names of students and colleagues.",
            ),
            *left_over(typed),
            ChoiceField(
                "mode",
                "How should it be seen?",
                ways(desk),
                style="buttons",
                hint=f"Named: {seen} can see your name, and the ILT once it is on an agenda.",
            ),
            *about_anonymity(desk.counted, desk.fewest),
            TextField(
                "suggest", "What would help?", multiline=True, max_length=LONGEST_SUGGEST, optional=True
            ),
            CheckField(
                "credit",
                "Credit",
                "You may name me if it shapes a decision",
                hint="Counts only when you give it with your name.",
            ),
            ChoiceField("scope", "How wide is it?", options(SCOPES), initial=Scope.MY_TEAM, style="buttons"),
            ChoiceField("topic", "What is it about?", options(TOPICS), optional=True),
            needed(),
            context(
                f"You get a receipt at once, a first answer by {day(desk.first_by)}, "
                f"and what became of it by {day(desk.outcome_by)}."
            ),
        ),
        carries={"receipt": desk.code},
    )


def needed() -> ManyField:
    """What is missing most, in single words; nobody has to say."""
    found = tuple(Option(str(need), label) for need, label in NEEDS.items())
    return ManyField("needs", "What is missing most?", found, optional=True)


def options(words: Mapping[Topic, str] | Mapping[Scope, str]) -> tuple[Option, ...]:
    return tuple(Option(str(value), label) for value, label in words.items())


def ways(desk: Desk) -> tuple[Option, ...]:
    named = Option(Mode.NAMED, "Named", "Your name goes with it")
    label = "Through my rep" if desk.is_rep else f"Through {desk.carrier}"
    carried = Option(Mode.THROUGH_REP, label, f"Only {desk.carrier} sees your name and carries it on")
    nameless = (
        (Option(Mode.ANONYMOUS, label_of_choice(desk.counted), "You get a code, once"),)
        if desk.counted
        else ()
    )
    return (named, *((carried,) if desk.carrier else ()), *nameless)


def left_over(typed: str) -> tuple[Piece, ...]:
    """What does not fit into the field, so that nobody has to type it again."""
    rest = typed[LONGEST_SEE:]
    if not rest:
        return ()
    said = f"The field holds {LONGEST_SEE} characters. This did not fit; copy what you need:"
    return (context(said), *(paragraph(rest[start : start + PIECE]) for start in range(0, len(rest), PIECE)))


def receipt(one: Shown, first_by: date) -> Message:
    """Private and at once: the number, who sees it, and what happens next."""
    return Message(
        f"Your receipt {one.label}",
        (
            paragraph("Got it. This is ", bold(one.label), "."),
            paragraph(who_sees(one)),
            paragraph(
                f"You get a first answer by {day(first_by)}, and I tell you here what became of it "
                f"by {day(one.promised_by)}."
            ),
            own_buttons(one),
        ),
        private=True,
    )


def who_sees(one: Shown) -> str:
    if one.mode is Mode.THROUGH_REP:
        return f"Only {one.owner} sees your name. {one.owner} answers it, or carries it on without your name."
    return (
        f"It goes to {one.owner} with your name. Whoever speaks for your team and the principal can see "
        "it too, and the ILT once it is on an agenda."
    )


def own_buttons(one: Shown) -> Buttons:
    shown = Button("Show status", "status", {"number": one.label})
    return buttons(shown, *taking_back(one))


def taking_back(one: Shown) -> tuple[Button, ...]:
    """The button that withdraws it, while that can be done."""
    if "withdraw-input" not in one.may:
        return ()
    return (Button("Withdraw", "withdraw-input", {"input": one.id}, confirm=TAKE_BACK),)


def last_page(result: Shown | Sealed) -> Message | None:
    """The page that the form ends with: only what was given without a name has one."""
    return anonymous.sealed(result) if isinstance(result, Sealed) else None


def given(one: Shown | Sealed) -> Message | None:
    """What the person reads where they asked; it says nothing of what they wrote."""
    if isinstance(one, Sealed):
        return None
    said = f"Thank you. Your input is in as {one.label}. The receipt is in your messages with me."
    return Message(said, (paragraph(said),), private=True)


def found(result: Sequence[Shown] | tuple[ShownAnonymous, str]) -> Message:
    """What became of the asker's own input, or of the one whose code was typed."""
    if isinstance(result, tuple):
        return anonymous.mine(*result)
    return mine(result)


def mine(shown: Sequence[Shown]) -> Message:
    """Everything the person has given, newest first; or the one they asked for, in full."""
    if not shown:
        said = "You have not given any input yet."
        say = Button("Say something", "input", emphasis="primary")
        return Message(said, (paragraph(said), buttons(say)), private=True)
    if len(shown) == 1:
        return Message(f"About your input {shown[0].label}", in_full(shown[0]), private=True)
    lines = [
        part for one in shown for part in (paragraph(bold(one.label), f"  {line(one)}"), own_buttons(one))
    ]
    return Message("What you said", (Heading("What you said"), *lines), private=True)


def line(one: Shown) -> str:
    return f"{TOPICS[one.topic]}. {status(one)}.{upcoming(one)}"


def upcoming(one: Shown) -> str:
    """The next date as a sentence, with a space before it; empty when nothing is left to wait for."""
    match one.state:
        case InputState.RECEIVED | InputState.PASSED_ON if one.next_date:
            return f" Next word by {day(one.next_date)}."
        case InputState.RECEIVED | InputState.PASSED_ON:
            return " Next word when school starts again."
        case InputState.DECLINED if one.look_again:
            return f" We look again on {day(one.look_again)}."
        case InputState.ON_AGENDA if one.next_date and one.next_date != one.meeting_on:
            return f" Next word by {day(one.next_date)}."
    return ""


def in_full(one: Shown) -> tuple[Part, ...]:
    said: list[Part] = [Heading(f"{one.label}: {TOPICS[one.topic]}")]
    if one.see:
        said.append(paragraph(one.see))
    if one.suggest:
        said.append(paragraph("What would help: ", one.suggest))
    said.append(paragraph(bold("Where it stands: "), f"{status(one)}.{upcoming(one)}"))
    if one.outcome:
        said.append(paragraph(f"{one.outcome_by}: ", one.outcome))
    said.append(Facts((("Given", day(one.received_on)), ("How wide", SCOPES[one.scope]))))
    said.append(context("Only you see this page."))
    if one.asked:
        said.append(paragraph(bold(f"{one.owner} asked: "), one.asked))
    if one.replied:
        said.append(paragraph(bold("You replied: "), one.replied))
    whole = (thread.button(one.label),) if one.state is InputState.CONSIDERED else ()
    if pressable := (*replying(one), *taking_back(one), *whole):
        said.append(buttons(*pressable))
    return tuple(said)


def replying(one: Shown) -> tuple[Button, ...]:
    """The button that replies to a question, while there is one."""
    if "reply-input" not in one.may:
        return ()
    return (Button("Reply", "reply-input", {"input": one.id}, emphasis="primary"),)


def withdrawn(result: tuple[Shown, bool]) -> Message:
    """The words are gone; when its agenda is already out, say what that means."""
    one, still_out = result
    said = f"{one.label} is withdrawn. Its words are deleted here, and nobody will bring it up."
    if still_out:
        said = (
            f"{one.label} is withdrawn and its words are deleted here. The agenda for "
            f"{day(one.meeting_on) if one.meeting_on else 'the meeting'} is out: its line there stays."
        )
    return Message(said, (paragraph(said),), private=True)


def taken_back(label: str) -> Message:
    """What remains of letters about an input that was withdrawn."""
    said = f"{label} was withdrawn."
    return Message(said, (paragraph(said),), private=True)


def repainted(result: tuple[Shown, bool]) -> Message:
    """What becomes of the message whose Withdraw was pressed."""
    return taken_back(result[0].label)
