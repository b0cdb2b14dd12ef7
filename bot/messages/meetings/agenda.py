"""How an agenda reads, for the ILT and for all staff."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import assert_never

from bot.messages import dates
from bot.messages.agenda_items import shares
from bot.messages.vocabulary import (
    Bullets,
    Context,
    Facts,
    Part,
    Text,
    Words,
    bold,
    bullets,
    context,
    italic,
    paragraph,
    text,
)
from bot.model.agenda import Agenda, Line, Sheet
from bot.model.agenda_items import Outcome, Provenance
from bot.model.people import in_words
from bot.model.rotation import MeetingRole

ROLE_NAMES = {
    MeetingRole.FACILITATOR: "Facilitator",
    MeetingRole.TIMEKEEPER: "Timekeeper",
    MeetingRole.RECORDER: "Recorder",
    MeetingRole.VOICE_TENDER: "Voice-tender",
    MeetingRole.RELAY_LEAD: "Relay lead",
}
ROLE_CARDS = {
    MeetingRole.FACILITATOR: "Hold the purpose and the people: open, invite, sum up, close.",
    MeetingRole.TIMEKEEPER: "Protect everyone's minutes: call half-time and the last two minutes.",
    MeetingRole.RECORDER: "Write each decision in one sentence: who, what, by when. Read it back.",
    MeetingRole.VOICE_TENDER: "Look after who has been heard, in the room and outside it.",
    MeetingRole.RELAY_LEAD: "Turn each decision into what changes for every team, and bring questions back.",
}
OUTCOME_NAMES = {
    Outcome.INFORM: "Share something",
    Outcome.DISCUSS: "Discuss it",
    Outcome.DECIDE: "Decide it",
    Outcome.LEARN: "Learn something",
}
OUTCOME_WORDS = {
    Outcome.INFORM: "to share",
    Outcome.DISCUSS: "to discuss",
    Outcome.DECIDE: "to decide",
    Outcome.LEARN: "to learn",
}


def title_of(sheet: Sheet) -> str:
    return f"the {sheet.meeting.title} on {when(sheet)}"


def when(sheet: Sheet) -> str:
    return dates.moment(sheet.meeting.starts_at, sheet.zone)


def day_of(sheet: Sheet) -> str:
    return dates.day(sheet.meeting.on)


def charter_line(sheet: Sheet) -> tuple[Part, ...]:
    """What the ILT is for, under the title; nothing without a charter (R-024)."""
    return (Context(text(sheet.purpose)),) if sheet.purpose else ()


def pledge_line(sheet: Sheet) -> tuple[Part, ...]:
    """What the ILT said after its last meeting that it would change, for the ILT (R-051)."""
    return (paragraph("We said we would change: ", bold(sheet.pledge)),) if sheet.pledge else ()


def lines(sheet: Sheet, *, for_ilt: bool, details: bool = False) -> tuple[Part, ...]:
    """The purpose, then every line with its time, its minutes and where it comes from; for the ILT the fit.

    A strategy's status is always said; what people wrote about an item only with `details`.
    """
    shown = partial(_line, sheet=sheet, for_ilt=for_ilt, details=details and for_ilt)
    listed = Bullets(tuple(shown(begins, line) for begins, line in sheet.agenda.timed()))
    inside = (*four_words(sheet), *trimmed(sheet), *fit(sheet.agenda)) if for_ilt else ()
    read = shares.memo(sheet.agenda, for_ilt=for_ilt, details=details)
    return (*purpose(sheet), listed, *read, *inside)


def purpose(sheet: Sheet) -> tuple[Part, ...]:
    """What the meeting is for: its objectives (R-053); without any, what is on it in one sentence."""
    stem = "By the end we will have "
    if sheet.meeting.objectives:
        return (paragraph(bold(f"{stem.strip()}:")), bullets(*sheet.meeting.objectives, ordered=True))
    return (paragraph(bold(stem), in_words(aims(sheet.agenda)), "."),)


def aims(agenda: Agenda) -> list[str]:
    """What the agenda itself lets people expect, each as an outcome."""
    found = [f"looked closely at {agenda.deep_dive.title}"] if agenda.deep_dive else []
    kinds = [line.provenance for line in agenda.items]
    decide = sum(line.outcome is Outcome.DECIDE for line in agenda.items)
    heard = kinds.count(Provenance.INPUT)
    found += ["read the walkthrough trend"] if Provenance.TREND in kinds else []
    found += [f"taken up {dates.number_of(heard, 'staff input')}"] if heard else []
    found += [f"decided {dates.number_of(decide, 'item')}"] if decide else []
    return found or ["heard where each strategy stands"]


def four_words(sheet: Sheet) -> tuple[Part, ...]:
    """Focus, structure, scope and direction, each in a few words (R-057)."""
    dive, meeting = sheet.agenda.deep_dive, sheet.meeting
    pairs = (
        ("Focus", dive.title if dive else "no strategy yet"),
        ("Structure", sheet.agenda.structure),
        ("Scope", f"{sheet.scope} only" if sheet.scope else "the whole school"),
        ("Direction", meeting.direction or "no next step set yet"),
    )
    return (Facts(pairs),)


def trimmed(sheet: Sheet) -> tuple[Part, ...]:
    """What was taken from items so that the agenda fits its time, while that is so."""
    before = sheet.meeting.trimmed
    cut = [line for line in sheet.agenda.items if line.minutes < before.get(line.item or "", 0)]
    if not cut:
        return ()
    listed = in_words(f"{line.title} {before[line.item or '']} → {line.minutes}" for line in cut)
    return (context(f"Fitted to the time, in minutes: {listed}."),)


def fit(agenda: Agenda) -> tuple[Part, ...]:
    return (Context(text(fit_words(agenda))), *nothing_new(agenda))


def fit_words(agenda: Agenda) -> str:
    """The minutes against the length, honestly (R-052)."""
    sums = f"{agenda.minutes} of {agenda.length} minutes"
    return f"{sums}: take something off or shorten it." if agenda.over else f"{sums}."


def nothing_new(agenda: Agenda) -> tuple[Part, ...]:
    if agenda.items:
        return ()
    return (
        context("Nothing beyond the standing items yet. You may end early, or add what your team needs."),
    )


def _line(begins: datetime, line: Line, *, sheet: Sheet, for_ilt: bool, details: bool) -> Text:
    at = dates.clock_time(begins.astimezone(sheet.zone).time())
    facts = [dates.number_of(line.minutes, "minute"), provenance(line, sheet, for_ilt=for_ilt)]
    said = [*facts, OUTCOME_WORDS[line.outcome] if line.item else ""]
    said += ["waits for a choice: shorten, route or drop"] if line.waits and for_ilt else []
    ending = f" · {' · '.join(filter(None, said))}"
    return text(
        f"{at} ", bold(shown_title(line, for_ilt)), ending, *_detail(line, details), *_prompts(line, details)
    )


def shown_title(line: Line, for_ilt: bool) -> str:
    """Staff input is somebody's own words; beyond the ILT only its number is shown."""
    if line.provenance is Provenance.INPUT and not for_ilt:
        return f"Staff input {line.label}".strip()
    return line.title


def _detail(line: Line, details: bool) -> tuple[Words, ...]:
    shown = line.detail and (details or line.provenance is Provenance.STRATEGY)
    more = shares.said_more(line) if details else ()
    return (*(("\n", italic(line.detail)) if shown else ()), *more)


def _prompts(line: Line, details: bool) -> Iterator[Words]:
    for prompt in line.prompts if details else ():
        yield "\n"
        yield italic(prompt)


def provenance(line: Line, sheet: Sheet, *, for_ilt: bool) -> str:
    """Where a line comes from, in words: "staff input I-003, carried over from Tue, Oct 13"."""
    return ", ".join(filter(None, (_source(line, sheet, for_ilt), _carried(line))))


def _source(line: Line, sheet: Sheet, for_ilt: bool) -> str:
    match line.provenance:
        case None:
            return ""
        case Provenance.MEMBER:
            return sheet.name(line.by) if for_ilt else "from the ILT"
        case Provenance.TEAM:
            return f"for {line.label}"
        case Provenance.STRATEGY:
            return "standing strategy, deep dive" if line.is_deep_dive else "standing strategy"
        case Provenance.TREND:
            return f"walkthrough trend, {line.label}" if line.label else "walkthrough trend"
        case Provenance.INPUT:
            return f"staff input {line.label}".strip()
        case Provenance.CARRIED:
            return ""
    assert_never(line.provenance)


def _carried(line: Line) -> str:
    if line.carried_from is None:
        return "carried over" if line.provenance is Provenance.CARRIED else ""
    since = dates.day(line.carried_from)
    if line.carries == 0:
        return f"moved from {since}"
    return (
        f"carried over from {since}"
        if line.carries == 1
        else f"carried over {line.carries} times since {since}"
    )


def roles(sheet: Sheet) -> tuple[Part, ...]:
    """Who has which role; nothing while nobody has one."""
    pairs = tuple((ROLE_NAMES[role], sheet.name(person)) for role, person in sheet.holders.items())
    return (Facts(pairs),) if pairs else ()
