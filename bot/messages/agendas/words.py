"""What somebody reads who has changed an agenda."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import dates
from bot.messages.meetings import agenda as wording
from bot.messages.meetings import buttons as press
from bot.messages.meetings.drafting import Notes, hints
from bot.messages.meetings.posts import SEE_AGENDA
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph
from bot.model.agenda import Sheet
from bot.model.people import in_words


@dataclass(frozen=True)
class Finished:
    sheet: Sheet
    notes: Notes


@dataclass(frozen=True)
class Published:
    """A published agenda; `at` is when it goes out, None for now."""

    sheet: Sheet
    at: datetime | None


@dataclass(frozen=True)
class Fitted:
    """What was trimmed, or given back, in sentences without their stop."""

    sheet: Sheet
    said: tuple[str, ...]
    is_undone: bool = False


@dataclass(frozen=True)
class Settled:
    """An item that was chosen about; `told` is who learns of it, `team` where it went."""

    sheet: Sheet
    title: str
    minutes: int = 0
    team: str = ""
    told: str = ""


def finished(done: Finished) -> Message:
    sheet = done.sheet
    then = () if sheet.meeting.is_published else (press.publish(sheet),)
    return Message(
        f"Saved: the agenda for {wording.day_of(sheet)}.",
        (
            paragraph(
                f"Saved. The agenda for {wording.day_of(sheet)} has ", bold(wording.fit_words(sheet.agenda))
            ),
            *wording.purpose(sheet),
            *wording.four_words(sheet),
            *hints(sheet, done.notes),
            buttons(*then, SEE_AGENDA),
            _next(sheet),
        ),
    )


def _next(sheet: Sheet) -> Part:
    if sheet.meeting.is_published:
        return context("The agenda in the channel says so now.")
    return context(
        f"It is published on {dates.moment(sheet.moments.publish, sheet.zone)}, or when you press Publish."
    )


def published(done: Published) -> Message:
    when = f"on {dates.moment(done.at, done.sheet.zone)}" if done.at else "now"
    words = f"Published. The ILT gets the agenda for {wording.day_of(done.sheet)} {when}."
    rest = "What is added from now on goes to the meeting after."
    return Message(words, (paragraph(words), buttons(SEE_AGENDA), context(rest)))


def fitted(done: Fitted) -> Message:
    sheet = done.sheet
    first = "Taken back: " if done.is_undone else "Fitted to the time: "
    undo = (
        (press.undo_fit(sheet),) if not done.is_undone else (press.fit(sheet),) if sheet.agenda.over else ()
    )
    still = (paragraph("It is still too long. Move an item to the next meeting, or take one off."),)
    return Message(
        f"The agenda for {wording.day_of(sheet)} has {wording.fit_words(sheet.agenda)}",
        (
            paragraph(first, in_words(done.said), "."),
            paragraph("The agenda has ", bold(wording.fit_words(sheet.agenda))),
            *(still if sheet.agenda.over and not done.is_undone else ()),
            buttons(*undo, SEE_AGENDA),
            context("Standing strategies keep their minutes. The agenda shows what was trimmed."),
        ),
    )


def settled(done: Settled) -> Message:
    if done.team:
        words = f"“{done.title}” goes to {done.team}. {done.told} gets a message."
    elif done.minutes:
        words = f"“{done.title}” stays on, with {dates.number_of(done.minutes, 'minute')}."
    else:
        words = f"“{done.title}” is off the agenda."
        words += f" {done.told} is told why." if done.told else ""
    rest = f"The agenda has {wording.fit_words(done.sheet.agenda)}"
    sheet = done.sheet
    more = () if sheet.meeting.is_published else (press.publish(sheet),)
    return Message(words, (paragraph(words), context(rest), buttons(*more, SEE_AGENDA)))


def routed_to_you(title: str, team: str, why: str, detail: str) -> Message:
    """To whoever speaks for the team that an item goes to."""
    told = (paragraph(bold("What was said with it: "), detail),) if detail else ()
    return Message(
        f"The ILT passes something on to {team}.",
        (
            paragraph("The ILT passes this on to ", bold(team), ": ", bold(title)),
            paragraph(bold("Why: "), why),
            *told,
            context(
                "Your team decides how to take it up. Is it about the whole school after all? Bring it back."
            ),
            buttons(Button("Add an item", "add-item")),
        ),
    )


def became_of_yours(title: str, why: str, team: str) -> Message:
    """To whoever brought an item that is not on the agenda any more."""
    what = f"“{title}” goes to {team} now." if team else f"“{title}” is off the ILT's agenda."
    return Message(
        "Your agenda item: what became of it.",
        (
            paragraph(bold(what)),
            paragraph(bold("Why: "), why),
            context("It was carried over before. You can bring it again in other words."),
            buttons(Button("Add an item", "add-item")),
        ),
    )
