"""What only a school leader reads: their week against their own plan, and what the week holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, number_of
from bot.messages.forms import ChoiceField, Form, NumberField, Option
from bot.messages.home import Rank, Section
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.leader_weeks import LeaderWeek

MOST = 30
ONLY_YOU = "Only you see this."
MY_WEEK = Button("My week", "my-week")
VISITED = Button("I visited a team", "visited-team")
SUMMARY = "Your week"


@dataclass(frozen=True)
class Week:
    """One week of a school leader: what the bot knows of, beside what they planned for themself."""

    monday: date
    plan: LeaderWeek | None
    ilt_minutes: int
    walkthroughs: int
    checkins: int
    teams: Sequence[str]
    done: str = ""


@dataclass(frozen=True)
class Ahead:
    """What a week holds; `suggestion` is a team whose meeting could be visited when it holds nothing."""

    lines: Sequence[str]
    suggestion: str = ""


@dataclass(frozen=True)
class WeekAhead:
    """The plan of a week as it stands, and the week it is for."""

    monday: date
    plan: LeaderWeek | None


def week(found: Week) -> Message:
    """Three lines: the ILT, what was seen and talked about, and the teams (R-032)."""
    plan = found.plan
    walks = _beside("Walkthroughs", found.walkthroughs, plan.walkthroughs if plan else None)
    talks = _beside("1:1s", found.checkins, plan.checkins if plan else None)
    teams = _beside("Team meetings", len(found.teams), plan.visits if plan else None)
    named = f" {', '.join(found.teams)}." if found.teams else ""
    ilt = number_of(found.ilt_minutes, "minute")
    lines = (f"ILT meetings: {ilt}.", f"{walks} {talks}", f"{teams}{named}")
    done = (paragraph(found.done),) if found.done else ()
    return Message(
        SUMMARY,
        (
            *done,
            paragraph(bold(f"Your week from {day(found.monday)}")),
            bullets(*lines),
            buttons(Button("Plan next week", "plan-week"), VISITED),
            context(ONLY_YOU),
        ),
        private=True,
    )


def _beside(what: str, count: int, planned: int | None) -> str:
    return f"{what}: {count}." if planned is None else f"{what}: {count} of {planned} planned."


def ahead(found: Ahead) -> Message:
    """On Monday: where teaching needs the school leader this week, or one idea (R-033)."""
    title = paragraph(bold("This week"))
    if found.suggestion:
        said = f"Nothing is set for you this week. One idea: visit the meeting of {found.suggestion}."
        shown: tuple[Part, ...] = (title, paragraph(said))
    else:
        shown = (title, bullets(*found.lines))
    quiet = Button("Not this term", "quiet-mondays")
    return Message(SUMMARY, (*shown, buttons(MY_WEEK, VISITED, quiet), context(ONLY_YOU)), private=True)


def plan(now: WeekAhead, values: Mapping[str, object]) -> Form:
    known = now.plan
    fields = (
        ("walkthroughs", "Walkthrough visits", known.walkthroughs if known else None),
        ("checkins", "1:1s", known.checkins if known else None),
        ("visits", "Team meetings to visit", known.visits if known else None),
    )
    return Form(
        "Plan my week",
        "Save",
        (
            paragraph(f"The week from {day(now.monday)}. Leave out what you do not plan."),
            *(NumberField(name, label, 0, MOST, initial, optional=True) for name, label, initial in fields),
            context(ONLY_YOU),
        ),
        carries={"monday": now.monday.isoformat()},
    )


def visited(teams: Mapping[str, str], values: Mapping[str, object]) -> Form:
    options = tuple(Option(key, name) for key, name in teams.items())
    return Form("A team I visited", "Save", (ChoiceField("team", "Which team?", options), context(ONLY_YOU)))


def planned(week_ahead: WeekAhead) -> Message:
    said = f"Saved. On Friday I show you your week from {day(week_ahead.monday)} beside it."
    return Message(SUMMARY, (paragraph(said), context(ONLY_YOU)), private=True)


def quieted(until: date) -> Message:
    said = f"No list on Mondays until {day(until)}. Your week stays under: My week"
    return Message(SUMMARY, (paragraph(said), buttons(MY_WEEK)), private=True)


def section() -> Section:
    return Section(Rank.MYSELF, "My week", (buttons(MY_WEEK, Button("Plan next week", "plan-week")),))
