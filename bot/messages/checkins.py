"""What the two of a 1:1 check-in read. Nobody else reads any of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.messages.dates import clock_time, day
from bot.messages.forms import CheckField, DateField, Form, TextField, TimeField
from bot.messages.home import HomeShare, Rank, Section
from bot.messages.vocabulary import (
    Button,
    Buttons,
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

LONGEST_TOPIC = 300
MOST_TOPICS = 10
IN_FULL = 8
ONLY_YOU_TWO = "Only the two of you can see this."
NONE_PLANNED = (
    "You have no 1:1 check-ins planned. Whoever looks after ILT Bot here can add yours to the school file."
)
TALK_ONLY = "Something to talk about, not written here"
SKIP = "Skip this 1:1? The other of you is told, and the topics wait for the next one."


@dataclass(frozen=True, slots=True)
class Topic:
    """`text` is empty where something is to be talked about and not written down."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in as one of the two sees it: `other` is with whom; `day` is its day in the rhythm."""

    series: str
    day: date
    other: str
    starts_at: datetime
    minutes: int
    zone: ZoneInfo
    topics: tuple[Topic, ...] = ()
    following: date | None = None
    lost: tuple[date, ...] = ()

    @property
    def on(self) -> date:
        return self.starts_at.astimezone(self.zone).date()

    @property
    def at(self) -> time:
        return self.starts_at.astimezone(self.zone).time()

    @property
    def when(self) -> str:
        return f"{day(self.on)}, {clock_time(self.at)}"

    @property
    def values(self) -> dict[str, str]:
        return values(self.series, self.day)


@dataclass(frozen=True, slots=True)
class Lost:
    """A pair that has no check-in ahead, and the days that fell away."""

    series: str
    other: str
    days: tuple[date, ...]


def values(series: str, its_day: date) -> dict[str, str]:
    return {"series": series, "day": its_day.isoformat()}


def mine(found: Sequence[CheckIn | Lost]) -> Message:
    """`/ilt checkin`: the next check-in with each person, soonest first."""
    if not found:
        return Message(NONE_PLANNED, (paragraph(NONE_PLANNED),), private=True)
    parts: list[Part] = [Heading("Your 1:1 check-ins")]
    for one in found[:IN_FULL]:
        parts += in_full(one) if isinstance(one, CheckIn) else without_next(one)
    if len(found) > IN_FULL:
        parts += [paragraph(bold("And also")), bullets(*(briefly(one) for one in found[IN_FULL:]))]
    return Message("Your 1:1 check-ins", (*parts, context(ONLY_YOU_TWO)), private=True)


def briefly(one: CheckIn | Lost) -> Text:
    return text(bold(one.other), f", {one.when}" if isinstance(one, CheckIn) else ", no 1:1 ahead")


def in_full(one: CheckIn) -> list[Part]:
    after = f" After that: {day(one.following)}." if one.following else ""
    parts = [paragraph(bold(one.other), f": {one.when}, {one.minutes} minutes.{after}"), topics(one)]
    return [*parts, *fallen_away(one.series, one.lost), actions(one)]


def without_next(one: Lost) -> list[Part]:
    return [paragraph(bold(one.other), ": no 1:1 ahead."), *fallen_away(one.series, one.days)]


def fallen_away(series: str, days: Sequence[date]) -> list[Part]:
    """What falls on days without school, and a way to have it all the same."""
    if not days:
        return []
    find = Button("Find another time", "move-checkin", values(series, days[0]))
    return [context(f"No school on {day(days[0])}: that one falls away, the rhythm stays."), buttons(find)]


def topics(one: CheckIn) -> Part:
    if not one.topics:
        return context("No topics yet. One each is plenty.")
    return bullets(*(topic_line(topic) for topic in one.topics))


def topic_line(topic: Topic) -> Text:
    return text(f"{topic.text or TALK_ONLY} ({topic.by})")


def actions(one: CheckIn) -> Buttons:
    return buttons(
        Button("Add a topic", "add-topic", one.values, emphasis="primary"),
        Button("Move", "move-checkin", one.values),
        Button("Skip this one", "skip-checkin", one.values, confirm=SKIP),
    )


def reminder(found: Sequence[CheckIn]) -> Message:
    """One message for all of a day's check-ins, the same words for lead and leader (R-282)."""
    when = f"on {day(found[0].on)}"
    parts: list[Part] = []
    for one in found:
        said = f"Your 1:1 with {one.other} is {when} at {clock_time(one.at)}, {one.minutes} minutes."
        parts += [paragraph(said), topics(one), actions(one)]
    thing = "1:1" if len(found) == 1 else "1:1s"
    return Message(f"About your {thing} {when}", (*parts, context(ONLY_YOU_TWO)), private=True)


def topic_form(one: CheckIn, given: Mapping[str, object]) -> Form:
    return Form(
        title="Add a topic",
        submit="Add",
        pieces=(
            context(f"For your 1:1 with {one.other} on {one.when}. {ONLY_YOU_TWO}"),
            TextField("text", "What do you want to talk about?", multiline=True, max_length=LONGEST_TOPIC),
            CheckField(
                "talk_only",
                "Keep it spoken",
                "Talk about it, do not write it down",
                hint="Then these words are deleted the day after, and no message repeats them.",
            ),
        ),
    )


def topic_added(one: CheckIn) -> Message:
    said = (
        f"Added. {one.other} sees it with /ilt checkin and in the reminder, the school day before {one.when}."
    )
    return Message(said, (paragraph(said), topics(one)), private=True)


def move_form(one: CheckIn, given: Mapping[str, object]) -> Form:
    return Form(
        title="Move this 1:1",
        submit="Move",
        pieces=(
            context(
                f"Your 1:1 with {one.other}, {one.when}, {one.minutes} minutes. The rhythm after it stays."
            ),
            DateField("to", "Which day?", initial=one.on),
            TimeField("at", "At what time?", initial=one.at),
            context(f"{one.other} is told at once, or when the next school day opens."),
        ),
    )


def moved(one: CheckIn) -> Message:
    said = f"Moved: your 1:1 with {one.other} is on {one.when}. {one.other} is told."
    return Message(said, (paragraph(said), buttons(Button("My 1:1s", "checkin"))), private=True)


def was_moved(one: CheckIn, before: str) -> Message:
    """What the other of the two gets."""
    said = f"{one.other} moved your 1:1 from {before} to {one.when}."
    parts = (
        paragraph(said),
        paragraph("If that does not suit you, move it again."),
        topics(one),
        actions(one),
    )
    return Message("About your 1:1", (*parts, context(ONLY_YOU_TWO)), private=True)


def skipped(one: CheckIn) -> Message:
    again = f"The next one is on {day(one.following)}." if one.following else "There is no other one ahead."
    said = f"Skipped: your 1:1 with {one.other} on {one.when}. {one.other} is told. {again}"
    find = Button("Find another time", "move-checkin", one.values)
    return Message(said, (paragraph(said), buttons(find)), private=True)


def was_skipped(one: CheckIn) -> Message:
    """What the other of the two gets."""
    again = f"The next one is on {day(one.following)}; topics wait for it." if one.following else ""
    said = f"{one.other} would like to skip your 1:1 on {one.when}. {again}".strip()
    find = Button("Find another time", "move-checkin", one.values)
    return Message("About your 1:1", (paragraph(said), buttons(find), context(ONLY_YOU_TWO)), private=True)


def partner_left(name: str) -> Message:
    """What the remaining one of the two gets."""
    said = f"{name} has left, so your 1:1s with them have ended."
    closed = "What the two of you wrote down stays closed: nobody else can read it."
    return Message("About your 1:1", (paragraph(said), context(closed)), private=True)


def share(found: Sequence[CheckIn]) -> HomeShare:
    """The next check-ins on Home: with whom and when, without topics."""
    if not found:
        return HomeShare()
    lines = bullets(*(text(bold(one.other), f", {one.when}") for one in found))
    see = buttons(Button("My 1:1s", "checkin"))
    return HomeShare(sections=(Section(Rank.DATES, "My 1:1s", (lines, see)),))
