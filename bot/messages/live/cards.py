"""What stands in the thread while a meeting runs, and what its facilitator alone reads."""

from bot.messages import dates
from bot.messages.live import openings, rounds, words
from bot.messages.meetings import agenda as wording
from bot.messages.vocabulary import (
    Button,
    Buttons,
    Message,
    Part,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
)
from bot.model.agenda_items import PREPARED, Outcome, Provenance
from bot.model.live import MOST_EXTENSIONS, RunLine
from bot.model.live_room import Room
from bot.model.meetings import Meeting
from bot.model.parking import Parked

GUIDE = (
    "Open: say what we will have by the end. Ask who speaks first.",
    "For each item: read it out, let people think for a minute, then go round. Press Next when it is done.",
    "Two ways to a quiet voice: “Who sees it differently?” and “Write it down first, then share.”",
    "When it runs over: decide, park it with an owner, or ask for five minutes more.",
    "Close: read each decision back. Press End.",
)


def item(room: Room, line: RunLine) -> Message:
    """The card of one line: what it is and until when, with its buttons; or what became of it."""
    return _done(room, line) if line.result else _at_hand(room, line)


def _at_hand(room: Room, line: RunLine) -> Message:
    full_at = room.run.full_at()
    until = f", until {words.clock(full_at, room)}" if full_at else ""
    title = words.numbered(line, room)
    return Message(
        title,
        (
            paragraph(bold(title), f" · {words.minutes(line.minutes)}{until}"),
            *_from(room, line),
            *_opening(room, line),
            *_wanted(room),
            _controls(room, line),
        ),
    )


def _from(room: Room, line: RunLine) -> tuple[Part, ...]:
    """Who brought it, and what it is there for."""
    found = room.items.get(line.item or "")
    by = {
        Provenance.MEMBER: room.name(found.by) if found and found.by else "",
        Provenance.TEAM: f"for {found.label}" if found else "",
        Provenance.INPUT: f"staff input {found.label}".strip() if found else "",
        Provenance.TREND: "walkthrough trend",
        Provenance.STRATEGY: "standing strategy",
    }
    source = by.get(line.provenance, "") if line.provenance else ""
    aim = "" if line.is_frame else wording.OUTCOME_WORDS[line.aim]
    said = [one for one in (source, aim, "added now" if line.was_added else "") if one]
    return (context(" · ".join(said)),) if said else ()


def _opening(room: Room, line: RunLine) -> tuple[Part, ...]:
    """What the first line opens with, when it is the opening (R-085)."""
    is_first = line.is_frame and line.number == room.run.lines[0].number
    return openings.parts(room.meetings_before) if is_first else ()


def _wanted(room: Room) -> tuple[Part, ...]:
    if not room.run.wanted_by():
        return ()
    return (context("Five minutes more? One more person presses Extend 5, and the facilitator agrees."),)


def _controls(room: Room, line: RunLine) -> Buttons:
    run = room.run
    shown = [words.next_button(run, line)] if run.ahead else [words.end_button(run)]
    shown += [] if line.is_frame else [words.park_button(run, line)]
    shown += [] if line.extensions >= MOST_EXTENSIONS else [words.extend_button(run, line)]
    talked = line.aim in PREPARED and not line.is_frame
    shown += [words.decide_button(room, line)] if talked else []
    shown += [rounds.open_button(run, line)] if talked else []
    shown += [words.check_button(room, line)] if talked and line.aim is Outcome.DECIDE else []
    shown += [words.promise_button(run)] if talked else []
    return buttons(*shown, words.add_button(run))


def _done(room: Room, line: RunLine) -> Message:
    title = words.numbered(line, room)
    took = f"{round(line.seconds / 60)} of {words.minutes(line.minutes)}"
    result = f"{words.RESULTS[line.result]} · {took}" if line.result else took
    return Message(title, (paragraph(bold(title), f" · {result}"),))


def through(room: Room) -> Message:
    """When the last line is done."""
    run = room.run
    return Message(
        "The agenda is through.",
        (
            paragraph(bold("The agenda is through. "), "Read each decision back: who, what, by when."),
            buttons(words.end_button(run), words.RECORD, words.add_button(run)),
        ),
    )


def five_minutes(room: Room) -> Message:
    return Message(
        "5 minutes: decisions, owners, relay.",
        (
            paragraph(bold("5 minutes: "), "decisions, owners, relay."),
            buttons(words.RECORD, words.promise_button(room.run), words.end_button(room.run)),
        ),
    )


def time(room: Room) -> Message:
    """At the end."""
    run = room.run
    extend = Button("Extend 5", "extend-meeting", words.values(run))
    asked = run.wanted_by(whole=True)
    return Message(
        "Time. Close, or five minutes more?",
        (
            paragraph(bold("Time. "), "Close now, or take five minutes more: that needs two people."),
            *((context("One of two has pressed Extend 5."),) if asked else ()),
            buttons(
                Button("End the meeting", "end-meeting", words.values(run), emphasis="primary"),
                *((extend,) if run.may_go_on else ()),
                words.RECORD,
            ),
        ),
    )


def went_on(room: Room) -> Message:
    """What becomes of the card that said it is time, when five minutes were added."""
    until = f"We go on until {words.clock(room.run.end, room)}."
    return Message(until, (paragraph(until),))


def facilitates(room: Room) -> Message:
    said = f"Facilitator today: {room.name(room.facilitator)}."
    return Message(said, (paragraph(said),))


def questions(room: Room, line: RunLine, asked: tuple[str, ...]) -> Message:
    """To the facilitator: three questions that fit what the item is there for."""
    title = words.numbered(line, room)
    more = Button("Other questions", "other-questions", words.values(room.run, line))
    return Message(
        "Questions for the item at hand",
        (
            paragraph("You could ask about ", bold(title), ":"),
            bullets(*asked),
            buttons(more, words.next_button(room.run, line), Button("Change the questions", "set-questions")),
            context(words.ONLY_YOU),
        ),
    )


def questions_over(room: Room, line: RunLine) -> Message:
    """What becomes of these questions when the meeting goes on."""
    said = f"{words.numbered(line, room)} is done."
    return Message("Questions for the item at hand", (context(said),))


def full(room: Room, line: RunLine) -> Message:
    """To the facilitator, when the minutes of an item are used up."""
    said = f"{words.numbered(line, room)} is at {line.minutes} of {words.minutes(line.minutes)}."
    return Message(
        "An item is at its time.",
        (
            paragraph(bold(said), " Wrap up, park it, or five more with one colleague's tap."),
            buttons(*_ways_on(room, line)),
            context(words.ONLY_YOU),
        ),
    )


def choice(room: Room, line: RunLine, *, again: bool = False) -> Message:
    """When an item has taken a quarter more than its minutes: what now? (R-088)"""
    run, title = room.run, words.numbered(line, room)
    decide = [words.decide_button(room, line)] if line.aim is not Outcome.INFORM else []
    seen = "The facilitator chooses." if again else words.ONLY_YOU
    return Message(
        "An item runs over: what now?",
        (
            paragraph(bold(title), f" had {words.minutes(line.minutes)} and is over its time. What now?"),
            buttons(*decide, *_ways_on(room, line), words.group_button(run, line)),
            context(seen),
        ),
    )


def _ways_on(room: Room, line: RunLine) -> list[Button]:
    run = room.run
    ways = [words.next_button(run, line), words.park_button(run, line)]
    return ways if line.extensions >= MOST_EXTENSIONS else [*ways, words.extend_button(run, line)]


def takes_over(meeting: Meeting) -> Message:
    """To whoever takes over as the facilitator on the day of the meeting."""
    return Message(
        "You're facilitating today.",
        (
            paragraph(
                bold("You're facilitating today: "), "the facilitator can't. Here is a three-minute guide."
            ),
            bullets(*GUIDE, ordered=True),
            buttons(
                Button("See the agenda", "agenda"),
                words.start_button(meeting.day.isoformat()),
                Button(
                    "I can't facilitate", "hand-over", {"day": meeting.day.isoformat(), "role": "facilitator"}
                ),
            ),
            context("If you cannot, press the button and the next in turn is asked. No reason is needed."),
        ),
    )


def stand_in(meeting: Meeting) -> Message:
    """To whoever may start a meeting that nobody has started."""
    return Message(
        "You're facilitating today.",
        (
            paragraph(
                bold("You're facilitating today: "), "nobody has started the meeting yet. Press Start."
            ),
            bullets(*GUIDE, ordered=True),
            buttons(words.start_button(meeting.day.isoformat())),
            context("This guide takes three minutes. If somebody else starts, that is fine, too."),
        ),
    )


def parked_due(entry: Parked, title: str, due: str) -> Message:
    """To whoever looks after something parked, the school day before it is due."""
    values = {"parked": entry.id}
    return Message(
        "Something you look after is due.",
        (
            paragraph("You look after ", bold(title), f": it is due on {due}. Is it settled?"),
            buttons(
                Button("Resolved", "settle-parked", values, emphasis="primary"),
                Button("Drop it", "drop-parked", values),
            ),
            context("If not, do nothing: it is on the agenda of the first meeting from then on."),
        ),
    )


def yours(room: Room, title: str, due: str, group: str) -> Message:
    """To whoever looks after something that was parked."""
    with_whom = f" with {group}" if group else ""
    return Message(
        "Something was parked with you.",
        (
            paragraph("You look after ", bold(title), f"{with_whom}. It is on the agenda of {due}."),
            buttons(Button("Parking lot", "parking-lot")),
            context(f"Parked at the {room.meeting.title} on {dates.day(room.meeting.on)}."),
        ),
    )
