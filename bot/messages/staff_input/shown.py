"""One staff input as one person may see it, and the words its fields are said in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day
from bot.model.staff_input import BoardStatus, DeclineReason, InputState, Mode, Need, Scope, Topic


@dataclass(frozen=True, slots=True)
class Shown:
    """What one person may see of one input; dates are the school's.

    `sender` is empty for whoever may not know it; `team` names the team it was passed on for, when that
    team is large enough. `for_team`: somebody spoke for the team, of which `agreed` ("4 of 5") did.
    `owner` owes the next word. `board` is its place on the triage board, since `board_days` school days.
    `asked` is what whoever answers wants to know first. `may` lists the verbs open to this person now.
    """

    id: str
    label: str
    state: InputState
    mode: Mode
    topic: Topic
    scope: Scope
    see: str
    suggest: str
    sender: str
    team: str
    owner: str
    passed_on: bool
    promised_by: date
    received_on: date
    next_date: date | None = None
    outcome: str = ""
    outcome_by: str = ""
    outcome_on: date | None = None
    reason: DeclineReason | None = None
    look_again: date | None = None
    meeting_on: date | None = None
    decision: str | None = None
    for_team: bool = False
    agreed: str = ""
    may: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    board: BoardStatus = BoardStatus.NEW
    board_days: int = 0
    asked: str = ""
    replied: str = ""


TOPICS: Mapping[Topic, str] = {
    Topic.INSTRUCTION: "Teaching and learning",
    Topic.MATERIALS: "Curriculum and materials",
    Topic.ASSESSMENT: "Assessment",
    Topic.STUDENT_SUPPORT: "Support for students",
    Topic.TIME: "Schedule and time",
    Topic.LEARNING: "Professional learning",
    Topic.COMMUNICATION: "Communication",
    Topic.CLIMATE: "How it feels to work here",
    Topic.IDEA: "An idea",
    Topic.THANKS: "Thanks",
    Topic.OTHER: "Something else",
}

NEEDS: Mapping[Need, str] = {
    Need.TIME: "Time",
    Need.MATERIALS: "Materials",
    Need.TRAINING: "Training",
    Need.CLARITY: "Clarity",
    Need.STUDENT_SUPPORT: "Support for students",
    Need.CLIMATE: "Climate",
}

SCOPES: Mapping[Scope, str] = {
    Scope.MY_TEAM: "My team",
    Scope.SEVERAL_TEAMS: "Several teams",
    Scope.WHOLE_SCHOOL: "The whole school",
}

SEEN_SCOPES: Mapping[Scope, str] = {
    Scope.MY_TEAM: "one team",
    Scope.SEVERAL_TEAMS: "several teams",
    Scope.WHOLE_SCHOOL: "the whole school",
}

REASONS: Mapping[DeclineReason, str] = {
    DeclineReason.NOT_OURS: "This is not ours to decide",
    DeclineReason.ALREADY_DECIDED: "This is already decided",
    DeclineReason.NOT_NOW: "Not now",
    DeclineReason.EVIDENCE: "What we have seen so far does not support it",
}


def status(one: Shown) -> str:
    """Where it stands, in one line without any of its words."""
    if one.board is BoardStatus.NEEDS_INFO:
        return f"{one.owner} asks the sender something first"
    match one.state:
        case InputState.RECEIVED if one.board is BoardStatus.TRIAGED:
            return f"Read by {one.owner}"
        case InputState.RECEIVED:
            return f"With {one.owner}"
        case InputState.PASSED_ON:
            return f"Passed on without your name, now with {one.owner}"
        case InputState.ANSWERED:
            return f"Answered by {one.outcome_by}{on(one)}"
        case InputState.ON_AGENDA:
            return f"On the ILT agenda for {day(one.meeting_on)}" if one.meeting_on else "On the ILT agenda"
        case InputState.DECLINED:
            return f"Not now{on(one)}: {REASONS[one.reason or DeclineReason.NOT_NOW].lower()}"
        case InputState.CONSIDERED:
            return f"It helped shape decision {one.decision}"
        case InputState.WITHDRAWN:
            return f"Withdrawn by you{on(one)}"


def on(one: Shown) -> str:
    return f" on {day(one.outcome_on)}" if one.outcome_on else ""


def whose(one: Shown) -> str:
    """Who it comes from, as far as the reader may know."""
    if one.for_team:
        agreed = f", {one.agreed} agreed" if one.agreed else ""
        return f"From {one.team or 'a small team'}{agreed}"
    if one.sender:
        return f"From {one.sender}, through you" if one.mode is Mode.THROUGH_REP else f"From {one.sender}"
    return f"Passed on for {one.team or 'a team'}, without a name"


def already(one: Shown) -> str:
    """What happened before somebody came too late, in one sentence."""
    match one.state:
        case InputState.ANSWERED:
            return f"{one.outcome_by} already answered {one.label}{on(one)}."
        case InputState.ON_AGENDA:
            return (
                f"{one.outcome_by} already put {one.label} on the agenda for {day_or_next(one.meeting_on)}."
            )
        case InputState.DECLINED:
            return f"{one.outcome_by} already said not now to {one.label}{on(one)}."
        case InputState.CONSIDERED:
            return f"{one.label} has already shaped decision {one.decision}."
        case InputState.PASSED_ON:
            return f"{one.label} has already been passed on. {one.owner} answers it."
        case InputState.WITHDRAWN:
            return f"{one.label} was withdrawn by the person who gave it. There is nothing left to do."
        case InputState.RECEIVED:
            return f"{one.label} is waiting for an answer."


def day_or_next(value: date | None) -> str:
    return day(value) if value else "the next meeting"
