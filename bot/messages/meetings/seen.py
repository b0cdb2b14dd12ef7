"""What somebody who asks for the agenda reads, and what Home says of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import dates
from bot.messages.agenda_items.data import tables
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.meetings import agenda as wording
from bot.messages.meetings import buttons as press
from bot.messages.meetings.drafting import Notes, hints
from bot.messages.meetings.posts import ADD, SEE_AGENDA, SEE_DRAFT, cannot
from bot.messages.vocabulary import (
    Button,
    Buttons,
    Heading,
    Message,
    Part,
    bold,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.agenda import Sheet
from bot.model.agenda_items import AgendaItem
from bot.model.meetings import MeetingState
from bot.model.people import in_words
from bot.model.rotation import MeetingRole

INPUT = Button("Give staff input", "input")
BRING_DATA = Button("Bring data", "bring-data")
NAMES_A_STUDENT = Button("Names a student", "flag-item")
STATES = {
    MeetingState.PLANNED: "No call for items yet; you can add one now.",
    MeetingState.CALLED: "The call for items is open.",
    MeetingState.DRAFTED: "The draft is ready.",
    MeetingState.PUBLISHED: "The agenda is published.",
    MeetingState.CLOSED: "The meeting is over.",
}


@dataclass(frozen=True)
class Seen:
    """The next meeting as one person may see it; `changeable` are the items they may change or take off.

    `notes` are there for whoever may finish the agenda. `also` is what the ILT reads besides: the item
    at hand while it meets, how meetings start and end, what is parked; a guest, the item they come for.
    """

    sheet: Sheet
    for_ilt: bool
    may_add: bool
    roles: tuple[MeetingRole, ...] = ()
    changeable: Sequence[AgendaItem] = ()
    notes: Notes | None = None
    also: tuple[Part, ...] = ()

    @property
    def is_visible(self) -> bool:
        return self.for_ilt or self.sheet.meeting.is_published


def agenda(seen: Seen | None) -> Message:
    """The reply to `/ilt agenda`."""
    if seen is None:
        nothing = "No ILT meeting is planned."
        return Message(nothing, (paragraph(nothing, " What you see still counts."), buttons(INPUT)))
    return _whole(seen) if seen.is_visible else _not_yet(seen.sheet)


def _not_yet(sheet: Sheet) -> Message:
    published = dates.moment(sheet.moments.publish, sheet.zone)
    words = f"The ILT meets next on {wording.when(sheet)}. Its agenda is published on {published}."
    ask = "Is something missing in the room? Give it as staff input, and you hear what became of it."
    return Message(words, (paragraph(words), buttons(INPUT), context(ask)))


def _whole(seen: Seen) -> Message:
    sheet, meeting = seen.sheet, seen.sheet.meeting
    kind = "Agenda" if meeting.is_published else "Draft agenda" if meeting.is_drafted else "In so far"
    parts: tuple[Part, ...] = (
        Heading(f"{kind}: {meeting.title}, {wording.day_of(sheet)}"),
        *wording.charter_line(sheet),
        paragraph(f"{wording.when(sheet)}, {meeting.minutes} minutes. {STATES[meeting.state]}"),
        *(wording.pledge_line(sheet) if seen.for_ilt else ()),
        *wording.lines(sheet, for_ilt=seen.for_ilt, details=True),
    )
    if not seen.for_ilt:
        return Message(f"{kind}: {wording.title_of(sheet)}", (*parts, *seen.also, buttons(INPUT)))
    return Message(
        f"{kind}: {wording.title_of(sheet)}",
        (
            *parts,
            *wording.roles(sheet),
            *tables(sheet.agenda.lines),
            *_making(seen),
            *seen.also,
            *_controls(seen),
            _next(sheet),
        ),
    )


def _making(seen: Seen) -> tuple[Part, ...]:
    """For whoever may finish the agenda: what it needs, and the buttons for it."""
    if seen.notes is None:
        return ()
    sheet = seen.sheet
    out = () if sheet.meeting.is_published else (press.publish(sheet),)
    guest = (press.invite_guest(sheet),) if sheet.agenda.items else ()
    return (*hints(sheet, seen.notes), buttons(press.finish(sheet), *out, press.move(sheet), *guest))


def _controls(seen: Seen) -> tuple[Buttons, ...]:
    first = [ADD, BRING_DATA] if seen.may_add else []
    first += [Button("Take an item off", "drop-item")] if seen.changeable else []
    first += [cannot(seen.sheet, role) for role in seen.roles]
    first += [NAMES_A_STUDENT] if seen.sheet.agenda.items else []
    changes = [
        Button(f"Change “{_short(item.title)}”", "change-item", {"item": item.id}) for item in seen.changeable
    ]
    rows = (first, *(changes[start : start + 5] for start in range(0, len(changes), 5)))
    return tuple(buttons(*row) for row in rows if row)


def _short(title: str) -> str:
    return title if len(title) <= 40 else f"{title[:39].rstrip()}…"


def _next(sheet: Sheet) -> Part:
    if sheet.meeting.is_published:
        return context("What you add now goes to the meeting after.")
    return context(f"It is published to the ILT on {dates.moment(sheet.moments.publish, sheet.zone)}.")


def home(seen: Seen | None) -> HomeShare:
    """The next meeting on somebody's Home: to the ILT always, to others once its agenda is published."""
    if seen is None or not seen.is_visible:
        return HomeShare()
    sheet = seen.sheet
    roles = in_words(wording.ROLE_NAMES[role].lower() for role in seen.roles)
    yours = (bold(f" You are the {roles}."),) if roles else ()
    line = paragraph(f"{wording.when(sheet)}. {STATES[sheet.meeting.state]}", *yours)
    pressable = (SEE_AGENDA, *((ADD,) if seen.may_add else ()))
    section = Section(Rank.DATES, f"Next {sheet.meeting.title} meeting", (line, buttons(*pressable)))
    return HomeShare(_waiting(seen), (section,))


def _waiting(seen: Seen) -> tuple[Waiting, ...]:
    sheet = seen.sheet
    if MeetingRole.FACILITATOR not in seen.roles or sheet.meeting.state is not MeetingState.DRAFTED:
        return ()
    words = f"You are facilitating on {wording.day_of(sheet)}. The draft has "
    line = text(words, wording.fit_words(sheet.agenda))
    return (Waiting(line, (SEE_DRAFT, cannot(sheet, MeetingRole.FACILITATOR))),)
