"""What goes into the audit: every change somebody makes, and every look at what is named."""

import re

from bot.model.people import Actor, Relation
from bot.routines.requests import Question, Request

THINGS = (
    "input",
    "decision",
    "check",
    "question",
    "item",
    "series",
    "cycle",
    "phase",
    "window",
    "meeting",
    "problem",
    "person",
    "team",
    "channel",
    "other",
    "object",
    "number",
    "kind",
    "campaign",
    "voice",
)
"""The fields of requests that name a thing. No other field is ever looked at."""

A_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._-]{0,63}")


NOT_BY_NAME = frozenset(
    {
        "AnswerCampaign",
        "ExtendItem",
        "ExtendMeeting",
        "GiveInput",
        "GiveForTeam",
        "ReplyToInput",
        "WithdrawInput",
        "NoteReading",
        "RecordVisit",
    }
)
"""Requests that join a person to what few may know: who gave which input, who has read what, who was where,
who agreed to more time. Beside them stands all that `is_logged_by_name` keeps out of the log."""

VIEWS = frozenset(
    {
        "audit.see",
        "campaigns.summing.read",
        "decisions.questions.prepare_answer",
        "privacy.exporting.export",
        "quarantine.waiting",
        "seats.who.see_seats",
        "staff_input.loop.page",
        "staff_input.loop.before_wording",
        "staff_input.triage.board",
        "staff_input.triage.before_answering",
        "staff_input.triage.before_declining",
        "staff_input.triage.before_passing_on",
        "staff_input.triage_board.before_asking",
    }
)
"""The questions whose answers show what named people wrote, by routine: looking is audited."""


def is_audited(routine: object, request: Request, actor: Actor) -> bool:
    """Whether this leaves a row. What the clock does, and finding out who somebody is, leave none."""
    is_nobody = actor.is_any(Relation.CLOCK, Relation.STRANGER)
    if is_nobody or not request.is_logged_by_name or type(request).__name__ in NOT_BY_NAME:
        return False
    return not isinstance(request, Question) or name_of(routine) in VIEWS


def name_of(routine: object) -> str:
    """Where a routine stands: "staff_input.triage.board"."""
    module = str(getattr(routine, "__module__", "")).removeprefix("bot.routines.")
    return f"{module}.{getattr(routine, '__name__', '')}"


def action_of(routine: object, request: Request) -> str:
    """What was done, in the program's own words: "record-decision"; for a look, the routine's name."""
    if isinstance(request, Question):
        return f"see {name_of(routine)}"[:64]
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(request).__name__).lower()[:64]


def object_of(request: Request) -> str:
    """The thing a request names, "decision D-014"; empty when it names none."""
    for field in THINGS:
        value = getattr(request, field, None)
        if isinstance(value, str | int) and A_NAME.fullmatch(str(value)):
            return f"{field} {value}"
    return ""
