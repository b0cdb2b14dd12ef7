"""The words that all messages about a running meeting share."""

from datetime import datetime, timedelta

from bot.messages import dates
from bot.messages.vocabulary import Button
from bot.model.live import MeetingRun, Met, Result, RunLine
from bot.model.live_room import Room

RESULTS = {
    Result.DECIDED: "Decided",
    Result.LEARNED: "Learned",
    Result.INFORMED: "Shared",
    Result.NEXT_STEP: "Has a next step",
    Result.PARKED: "Parked",
    Result.GROUP: "With a small group",
    Result.CARRIED: "Comes back",
}
MET = {Met.MET: "Met", Met.PARTLY: "Partly", Met.NOT: "Not met"}
ONLY_YOU = "Only you see this, while the meeting runs."
RECORD = Button("Record a decision", "decide")


def clock(moment: datetime, room: Room) -> str:
    return dates.clock_time(room.local(moment).time())


def minutes(count: int) -> str:
    return dates.number_of(count, "minute")


def off(by: timedelta) -> str:
    """How far from the plan, in whole minutes: "+3", "-1" or "0"."""
    whole = round(by.total_seconds() / 60)
    return f"{whole:+d}" if whole else "0"


def numbered(line: RunLine, room: Room) -> str:
    return f"{line.number}. {room.title(line)}"


def values(run: MeetingRun, line: RunLine | None = None) -> dict[str, str]:
    """What a button about a run, or about one line of it, carries."""
    of_line = {"line": str(line.number)} if line else {}
    return {"day": run.day.isoformat(), **of_line}


def decide_button(room: Room, line: RunLine) -> Button:
    """To record what was decided; what students will do differently is in the form already (R-073)."""
    item = room.items.get(line.item or "")
    return Button("Decide", "decide", {"students": item.students} if item and item.students else {})


def check_button(room: Room, line: RunLine) -> Button:
    """To check for consensus on what the line is about; its words begin the proposal."""
    return Button("Check for consensus", "check", {"proposal": room.title(line)})


def next_button(run: MeetingRun, line: RunLine) -> Button:
    return Button("Next", "next-item", values(run, line), emphasis="primary")


def park_button(run: MeetingRun, line: RunLine) -> Button:
    return Button("Park", "park-item", values(run, line))


def extend_button(run: MeetingRun, line: RunLine) -> Button:
    return Button("Extend 5", "extend-item", values(run, line))


def group_button(run: MeetingRun, line: RunLine) -> Button:
    return Button("Give to a small group", "give-to-group", values(run, line))


def add_button(run: MeetingRun) -> Button:
    return Button("Add now", "add-now", values(run))


def promise_button(run: MeetingRun) -> Button:
    """To write down what somebody will do, as soon as it is said."""
    return Button("Who will do what", "promise", {"day": run.day.isoformat()})


def end_button(run: MeetingRun) -> Button:
    return Button("End the meeting", "end-meeting", values(run))


def start_button(day: str) -> Button:
    return Button("Start", "start-meeting", {"day": day}, emphasis="primary")
