"""What is said when a meeting gives time back: it ends sooner, or is settled in a thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages.home import HomeShare, Rank, Section
from bot.messages.meetings import agenda as wording
from bot.messages.meetings import buttons as press
from bot.messages.meetings.posts import ADD, SEE_AGENDA
from bot.messages.vocabulary import (
    Heading,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    italic,
    paragraph,
    text,
)
from bot.model.agenda import Line, Sheet
from bot.model.agenda_items import AgendaItem, Provenance
from bot.model.agenda_templates import AgendaTemplate
from bot.model.meetings import Meeting
from bot.model.people import in_words


@dataclass(frozen=True)
class Shorter:
    """A meeting that ends sooner, by so many minutes."""

    sheet: Sheet
    minutes: int


@dataclass(frozen=True)
class InThread:
    """A meeting that is settled in a thread: from when to when."""

    sheet: Sheet
    closes: datetime
    opens: datetime


@dataclass(frozen=True)
class Closed:
    """A thread that is closed: what waits for the next meeting, and the minutes given back this year."""

    meeting: Meeting
    open_items: Sequence[AgendaItem]
    then: date | None
    this_year: int


def ends_at(sheet: Sheet) -> str:
    return f"we end at {dates.clock_time(sheet.meeting.ends_at.astimezone(sheet.zone).time())}"


def shorter(done: Shorter) -> Message:
    sheet = done.sheet
    words = f"On {wording.day_of(sheet)} {ends_at(sheet)}: {done.minutes} minutes back for everybody."
    out = () if sheet.meeting.is_published else (press.publish(sheet),)
    return Message(
        words, (paragraph(words), buttons(*out, SEE_AGENDA), context("The calendar and the agenda say so."))
    )


def learning(sheet: Sheet) -> Message:
    words = f"A block for learning together is on the agenda for {wording.day_of(sheet)}."
    return Message(words, (paragraph(words), buttons(SEE_AGENDA), context("You can still reword it.")))


def opened(now: InThread, template: AgendaTemplate) -> Message:
    """To the ILT: no meeting, a thread instead."""
    sheet = now.sheet
    meeting = sheet.meeting
    listed = [*sheet.agenda.items, *sheet.agenda.memo]
    strategies = [line for line in sheet.agenda.lines if line.provenance is Provenance.STRATEGY]
    return Message(
        f"No meeting on {wording.day_of(sheet)}: we do this in a thread.",
        (
            Heading(f"{meeting.title}, {wording.day_of(sheet)}: in this thread"),
            paragraph(
                bold(f"Nobody meets on {wording.day_of(sheet)}: you get {meeting.minutes} minutes back. "),
                f"Answer in this thread until {dates.moment(now.closes, sheet.zone)}.",
            ),
            *_listed(listed, strategies, sheet),
            bullets(*(_day(section.title, section.prompts) for section in template.timed)),
            buttons(ADD),
            context("Then the thread closes. What needs people in one room goes to the next meeting."),
        ),
    )


def _listed(items: Sequence[Line], strategies: Sequence[Line], sheet: Sheet) -> tuple[Part, ...]:
    lines = [_item(line, sheet) for line in items]
    lines += [text(bold(line.title), f" · {line.detail}" if line.detail else "") for line in strategies]
    return (bullets(*lines),) if lines else ()


def _item(line: Line, sheet: Sheet) -> Text:
    source = wording.provenance(line, sheet, for_ilt=True)
    return text(bold(line.title), f" · {source}", *(("\n", line.detail) if line.detail else ()))


def _day(title: str, prompts: Sequence[str]) -> Text:
    return text(title, *(words for prompt in prompts for words in (" ", italic(prompt))))


def instead(now: InThread) -> Message:
    """Under an agenda that was published for a meeting."""
    words = f"Nobody meets on {wording.day_of(now.sheet)} after all: it is settled in a thread of its own."
    return Message(words, (paragraph(words),))


def after_all(sheet: Sheet) -> Message:
    words = f"We meet after all, on {wording.when(sheet)}."
    return Message(words, (paragraph(bold(words)),))


def in_thread(now: InThread) -> Message:
    """To whoever chose it."""
    words = f"Nobody meets on {wording.day_of(now.sheet)}. The ILT is told {_when(now)}."
    until = dates.moment(now.closes, now.sheet.zone)
    return Message(
        words,
        (
            paragraph(words, f" The thread closes on {until}."),
            context("The meeting is off the calendar. Until it would begin you can take this back."),
            buttons(press.meet(now.sheet)),
        ),
    )


def _when(now: InThread) -> str:
    return f"on {dates.moment(now.opens, now.sheet.zone)}"


def meets_again(sheet: Sheet) -> Message:
    words = f"The ILT meets on {wording.when(sheet)}. The thread says so."
    return Message(words, (paragraph(words), buttons(SEE_AGENDA)))


def closed(done: Closed) -> Message:
    """In the thread, when it closes."""
    count = len(done.open_items)
    said = f"This thread is closed. Everybody on the ILT got {done.meeting.minutes} minutes back."
    named = in_words(f"“{item.title}”" for item in done.open_items)
    to = f" on {dates.day(done.then)}" if done.then else ""
    rest = (paragraph(f"For the next meeting{to}: ", bold(named), "."),) if count else ()
    year = f"Given back this school year: {done.this_year} minutes for each."
    return Message(said, (paragraph(bold(said)), *rest, context(year)))


def home(threads: Sequence[tuple[Meeting, datetime]], zone: ZoneInfo) -> HomeShare:
    """On the Home of the ILT: what is settled in a thread now."""
    said = (
        f"{dates.day(meeting.on)}: nobody meets. Answer in the thread until {dates.moment(at, zone)}."
        for meeting, at in threads
    )
    title = f"{threads[0][0].title} in a thread"
    return HomeShare((), (Section(Rank.DATES, title, tuple(paragraph(one) for one in said)),))
