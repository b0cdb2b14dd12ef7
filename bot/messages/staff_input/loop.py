"""You said, we did: what the triager reads while putting it together, and what all staff read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, days, number_of
from bot.messages.forms import CheckField, Form, Piece, TextField
from bot.messages.staff_input.batches import OWN_WORDS
from bot.messages.staff_input.shown import REASONS, TOPICS, Shown, status
from bot.messages.staff_input.triage import said_in
from bot.messages.vocabulary import (
    Button,
    Heading,
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
from bot.model.staff_input import LONGEST_LINE, InputState, Topic

TITLE = "You said, we did"
ON_PAGE = 6
OPEN_IN_POST = 10
TAKE_BACK = "Take this post back? It goes from every channel, and its lines wait here again."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a post. `name` is the sender's, where they may be named; `team` is theirs, then."""

    input: str
    label: str
    said: str
    did: str
    name: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """One input that has no answer yet: its topic, its age in school days, and the next date."""

    topic: Topic
    age: int
    next_date: date | None


@dataclass(frozen=True, slots=True)
class Page:
    """What the triager works on. `left` waits for words, `ready` has them, `unanswered` is still open."""

    since: date
    left: tuple[Shown, ...]
    ready: tuple[Line, ...]
    unanswered: tuple[Open, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What the form for one line is drawn from; `before` is what was written of it so far."""

    input: Shown
    before: Line | None
    name: str


@dataclass(frozen=True, slots=True)
class Posted:
    post: str
    count: int
    still_open: int


def offer(page: Page) -> Message:
    """Every two weeks, to the triager: what there is to tell."""
    line = f"{TITLE}: {counted(page)}"
    show = Button("Put it together", "said", emphasis="primary")
    ends = "Nothing is posted until you say so."
    return Message(line, (paragraph(bold(f"{TITLE}. "), counted(page)), buttons(show), context(ends)), True)


def counted(page: Page) -> str:
    settled = len(page.left) + len(page.ready)
    return f"{number_of(settled, 'input')} settled, {len(page.unanswered)} still open."


def nothing(unanswered: int) -> Message:
    """Said once; while nothing comes, nothing more is said."""
    open_still = f"{number_of(unanswered, 'input')} still open" if unanswered else "none is open"
    said = (
        f"No staff input was settled since the last post, {open_still}: there is no post this time. "
        "You hear from me again when there is something to tell."
    )
    return Message(f"{TITLE}: nothing this time", (paragraph(said),), True)


def page(one: Page) -> Message:
    """All of it on one page: what needs words first, then the post as it would be, and the button."""
    parts: list[Part] = [Heading(f"{TITLE} since {day(one.since)}"), paragraph(counted(one))]
    for shown in one.left[:ON_PAGE]:
        parts += [*said_in(shown), context(f"{status(shown)}."), buttons(_word("Put into words", shown.id))]
    if len(one.left) > ON_PAGE:
        parts.append(context(f"And {len(one.left) - ON_PAGE} more. They move up as you go."))
    for line in one.ready[:ON_PAGE]:
        parts += [paragraph(*said_and_done(line)), buttons(_word("Change the words", line.input))]
    if len(one.ready) > ON_PAGE:
        parts.append(context(f"{len(one.ready) - ON_PAGE} more are ready."))
    return Message(TITLE, (*parts, *_last(one)), private=True)


def _word(label: str, input_id: str) -> Button:
    return Button(label, "word-said", {"input": input_id})


def _last(one: Page) -> tuple[Part, ...]:
    if not one.ready:
        said = "Put one into words, then you can post." if one.left else "There is nothing to post yet."
        return (context(said),)
    asked = f"Post {number_of(len(one.ready), 'line')} for all staff?"
    post = Button("Post for all staff", "post-said", emphasis="primary", confirm=asked)
    return (buttons(post), context(_not_in(len(one.left))) if one.left else context("All of it is ready."))


def _not_in(left: int) -> str:
    return f"{number_of(left, 'input')} without words will not be in this post."


def form(one: Wording, values: Mapping[str, object]) -> Form:
    before, shown = one.before, one.input
    consent = f"{one.name} agreed to be named for this"
    naming: tuple[Piece, ...] = ()
    if one.name:
        naming = (CheckField("credit", "Name", consent, initial=bool(before and before.name)),)
    return Form(
        title=f"{shown.label} for all staff",
        submit="Keep it",
        pieces=(
            *said_in(shown),
            TextField(
                "said",
                "You said",
                multiline=True,
                max_length=LONGEST_LINE,
                initial=before.said if before else "",
                hint=OWN_WORDS,
            ),
            TextField(
                "did",
                "We did, or why not",
                multiline=True,
                max_length=LONGEST_LINE,
                initial=before.did if before else became(shown)[:LONGEST_LINE],
            ),
            *naming,
            context("Nobody reads this until you post it."),
        ),
    )


def became(one: Shown) -> str:
    """A first proposal for what was done. The answer itself was private: it is not proposed."""
    match one.state:
        case InputState.ON_AGENDA if one.meeting_on:
            return f"It is on the ILT agenda for {day(one.meeting_on)}."
        case InputState.DECLINED:
            again = f" We look again on {day(one.look_again)}." if one.look_again else ""
            return f"{REASONS[one.reason] if one.reason else 'Not now'}.{again}"
        case InputState.CONSIDERED:
            return f"It helped shape decision {one.decision}."
    return ""


def kept(label: str) -> Message:
    said = f"{label} is ready. Type /ilt said to go on."
    more = Button("Go on", "said", emphasis="primary")
    return Message(said, (paragraph(said), buttons(more)), private=True)


def post(lines: Sequence[Line], unanswered: Sequence[Open]) -> Message:
    """What all staff read: each with what was done or why not, then what is still open, with dates."""
    parts: list[Part] = [Heading(TITLE), *(paragraph(*said_and_done(line)) for line in lines)]
    if unanswered:
        parts.append(paragraph(bold(f"Still open: {len(unanswered)}")))
        parts.append(bullets(*(still_open(one) for one in unanswered[:OPEN_IN_POST])))
    if len(unanswered) > OPEN_IN_POST:
        parts.append(context(f"And {len(unanswered) - OPEN_IN_POST} more."))
    parts.append(context("Every line was put into words by a person. What you gave: /ilt status"))
    return Message(f"{TITLE}: {number_of(len(lines), 'answer')}, {len(unanswered)} still open", tuple(parts))


def for_team(lines: Sequence[Line]) -> Message:
    """What a team's own channel reads: only what its senders may be named for."""
    said = f"{TITLE}: {number_of(len(lines), 'answer')} to this team"
    return Message(said, (Heading(TITLE), *(paragraph(*said_and_done(line)) for line in lines)))


def said_and_done(line: Line) -> Text:
    name = f" ({line.name})" if line.name else ""
    return text(bold(f"You said{name}: "), f"{line.said}\n", bold("We did: "), line.did)


def still_open(one: Open) -> str:
    age = "came in today" if one.age == 0 else f"open for {days(one.age)}"
    following = f", next word by {day(one.next_date)}" if one.next_date else ""
    return f"{TOPICS[one.topic]}: {age}{following}"


def posted(done: Posted) -> Message:
    told = f"{number_of(done.count, 'answer')}, {done.still_open} still open"
    said = f"Posted: {told}. It goes out when school is open."
    back = Button("Take it back", "take-back-said", {"post": done.post}, confirm=TAKE_BACK)
    return Message(f"{TITLE} is posted", (paragraph(said), buttons(back)), private=True)


def taken_back(count: int) -> Message:
    said = f"The post is taken back. Its {number_of(count, 'line')} wait for you again: type /ilt said."
    return Message(said, (paragraph(said),), private=True)
