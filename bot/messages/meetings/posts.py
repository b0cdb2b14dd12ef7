"""What the clock says about a meeting, and what is said when a role changes hands."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.messages import dates
from bot.messages.agenda_items import shares
from bot.messages.meetings import agenda as wording
from bot.messages.meetings import buttons as press
from bot.messages.minutes import pre_read
from bot.messages.vocabulary import Button, Heading, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.agenda import Sheet
from bot.model.agenda_items import Provenance
from bot.model.people import in_words
from bot.model.rotation import MeetingRole

ADD = Button("Add an item", "add-item")
SEE_AGENDA = Button("See the agenda", "agenda")
SEE_DRAFT = Button("See the draft", "agenda", emphasis="primary")


def cannot(sheet: Sheet, role: MeetingRole) -> Button:
    """The way out of a role, without a reason."""
    name = wording.ROLE_NAMES[role].lower()
    label = "I can't facilitate" if role is MeetingRole.FACILITATOR else f"I can't be the {name}"
    return Button(label, "hand-over", {"day": sheet.meeting.day.isoformat(), "role": role.value})


def call_for_items(sheet: Sheet, first: Iterable[Part] = (), roles: Iterable[Part] = ()) -> Message:
    """The call; `first` is asked before anything else, and `roles` says who does what (R-078)."""
    summary = f"Call for items: {wording.title_of(sheet)}"
    until = dates.moment(sheet.moments.publish, sheet.zone)
    return Message(
        summary,
        (
            Heading(f"Call for items: {sheet.meeting.title}, {wording.day_of(sheet)}"),
            *first,
            paragraph(
                f"We meet on {wording.when(sheet)}. Already in: ", bold(in_words(already_in(sheet))), "."
            ),
            *wording.pledge_line(sheet),
            paragraph("What should your team's voice add?"),
            buttons(
                Button("Add an item", "add-item", emphasis="primary"),
                Button("Add for my team", "add-item", {"for_team": "yes"}),
                Button("Nothing this time", "nothing-to-add"),
                Button("Roles", "roles"),
            ),
            *roles,
            context(f"You can add until the agenda is published on {until}."),
        ),
    )


def already_in(sheet: Sheet) -> list[str]:
    """What is on the agenda before anybody adds to it, in counts."""
    lines = sheet.agenda.lines
    kinds = [line.provenance for line in lines if line.carried_from is None]
    strategies, inputs = kinds.count(Provenance.STRATEGY), kinds.count(Provenance.INPUT)
    added = kinds.count(Provenance.MEMBER) + kinds.count(Provenance.TEAM)
    carried = sum(line.carried_from is not None for line in lines)
    counted = (
        (strategies, dates.number_of(strategies, "standing strategy", "standing strategies")),
        (Provenance.TREND in kinds, "the walkthrough trend"),
        (inputs, dates.number_of(inputs, "staff input")),
        (added, dates.number_of(added, "item from members", "items from members")),
        (carried, f"{dates.number_of(carried, 'item')} carried over"),
    )
    return [words for count, words in counted if count] or ["nothing yet"]


def published(sheet: Sheet, *, is_late: bool) -> Message:
    late = (context("This comes later than planned: I was away at its time."),) if is_late else ()
    return Message(
        f"Agenda: {wording.title_of(sheet)}",
        (
            Heading(f"Agenda: {sheet.meeting.title}, {wording.day_of(sheet)}"),
            *wording.charter_line(sheet),
            paragraph(f"{wording.when(sheet)}, {sheet.meeting.minutes} minutes."),
            *wording.pledge_line(sheet),
            *wording.lines(sheet, for_ilt=True),
            *wording.roles(sheet),
            *shares.minutes(sheet),
            *unfinished(sheet),
            buttons(ADD, SEE_AGENDA, pre_read.button(sheet)),
            context("The agenda is published: what you add now goes to the meeting after."),
            *late,
        ),
    )


def unfinished(sheet: Sheet) -> tuple[Part, ...]:
    """What an agenda lacks that went out at its time all the same."""
    if sheet.meeting.objectives:
        return ()
    return (context("No objectives are set yet. Whoever facilitates can still set them."),)


def went_out(sheet: Sheet) -> Message:
    """To whoever facilitates, when the agenda went out at its time without something it needs."""
    agenda = sheet.agenda
    none = "" if sheet.meeting.objectives else "It has no objectives yet. "
    over = f"It is {dates.number_of(agenda.over, 'minute')} too long. " if agenda.over else ""
    said = f"The agenda for {wording.day_of(sheet)} went out at its time, so that everybody has it. "
    fit = (press.fit(sheet),) if agenda.over else ()
    return Message(
        f"The agenda for {wording.title_of(sheet)} is out, and lacks something.",
        (
            paragraph(said, bold(f"{none}{over}".strip())),
            buttons(press.finish(sheet), *fit, SEE_AGENDA),
            context(
                "You can still do this until the meeting begins. The agenda in the channel changes with it."
            ),
        ),
    )


def roles_ping(sheet: Sheet) -> Message:
    """Ten minutes before: who has which role, and what it asks of them."""
    cards = (
        f"{wording.ROLE_NAMES[role]}: {sheet.name(person)}. {wording.ROLE_CARDS[role]}"
        for role, person in sheet.holders.items()
    )
    start = dates.clock_time(sheet.meeting.starts_at.astimezone(sheet.zone).time())
    return Message(
        f"The {sheet.meeting.title} starts at {start}: who has which role.",
        (
            paragraph(bold("Ten minutes. "), f"We start at {start}.", *_first(sheet)),
            bullets(*cards),
            *_start(sheet),
        ),
    )


def _first(sheet: Sheet) -> tuple[str, ...]:
    """What comes first, of an agenda that is out."""
    line = next(iter(sheet.agenda.lines), None)
    if line is None or not sheet.meeting.is_published:
        return ()
    return (f" First: {line.title}, {dates.number_of(line.minutes, 'minute')}.",)


def _start(sheet: Sheet) -> tuple[Part, ...]:
    """The button that lets the meeting run, and what to expect; without it the end is asked about alone."""
    if not sheet.meeting.is_published:
        return (context("At the end I ask what you decided."),)
    start = Button("Start", "start-meeting", {"day": sheet.meeting.day.isoformat()}, emphasis="primary")
    return (
        buttons(start),
        context("Facilitator, press Start when you begin: each item gets its card and its time here."),
    )


def time_is_up(sheet: Sheet) -> Message:
    tick = (Button("Tick off items", "finish-items"),) if sheet.agenda.items else ()
    back = "What is not ticked off comes back on the next agenda. " if tick else ""
    return Message(
        "That is time. What did you decide?",
        (
            paragraph(bold("That is time. "), "What did you decide?"),
            buttons(Button("Record a decision", "decide", emphasis="primary"), *tick),
            context(f"{back}Each decision reaches its teams on the next school morning."),
        ),
    )


def displaced(sheet: Sheet, following: datetime | None) -> Message:
    day, count = wording.day_of(sheet), len(sheet.agenda.items)
    moved = dates.number_of(count, "item")
    if following is None:
        rest = "No further meeting is planned this school year."
    else:
        then = dates.moment(following, sheet.zone)
        rest = f"We meet again on {then}" + (f", with {moved} from {day}." if count else ".")
    summary = f"No {sheet.meeting.title} on {day}: there is no school."
    return Message(summary, (paragraph(bold(summary), f" {rest}"), buttons(ADD)))


def yours_now(sheet: Sheet, role: MeetingRole) -> Message:
    """To whoever takes a role over."""
    name = wording.ROLE_NAMES[role].lower()
    look = SEE_AGENDA if sheet.meeting.is_published else SEE_DRAFT
    return Message(
        f"You are the {name} for {wording.title_of(sheet)}.",
        (
            paragraph(
                bold(f"You are the {name} "), f"for {wording.title_of(sheet)}. {wording.ROLE_CARDS[role]}"
            ),
            buttons(look, cannot(sheet, role)),
            context("If you cannot, press the button and the next in turn is asked. No reason is needed."),
        ),
    )


def who_has_it(sheet: Sheet, role: MeetingRole, today: date | None = None) -> Message:
    when = "today" if sheet.meeting.on == today else f"on {wording.day_of(sheet)}"
    words = f"{wording.ROLE_NAMES[role]} {when}: {sheet.name(sheet.holders.get(role))}."
    return Message(words, (paragraph(words),))


def changed_afterwards(day: date, changes: Iterable[str]) -> Message:
    """In the thread of a published agenda: what is different now."""
    words = f"The agenda for {dates.day(day)} changed: {in_words(changes)}."
    return Message(words, (paragraph(words),))
