"""Whether teams meet: for the team's lead alone, in one message a month at most (R-019)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day
from bot.messages.forms import DateField, Form
from bot.messages.seats.words import SEE_WHO
from bot.messages.vocabulary import Button, Message, buttons, context, paragraph

ONLY_YOU = "Only you get this. No team is compared with another, and nobody sees who met how often."


@dataclass(frozen=True, slots=True)
class OneTeam:
    key: str
    name: str
    by: str = ""
    day: date | None = None

    @property
    def values(self) -> dict[str, str]:
        return {"team": self.key}


def quiet(team: OneTeam) -> Message:
    """To the lead of a team of which no meeting is noted in thirty school days."""
    sure = f"Retire {team.name}? It leaves every list. The school leader is told and can bring it back."
    return Message(
        f"Does {team.name} still meet?",
        (
            paragraph(f"No meeting of {team.name} is noted in the last 30 school days. What fits?"),
            buttons(
                Button("We met", "log-team-meeting", team.values, emphasis="primary"),
                Button("Plan a meeting", "plan-team-meeting", team.values),
                Button("Retire the team", "retire-team", team.values, confirm=sure),
            ),
            context(ONLY_YOU),
        ),
    )


def did_you_meet(team: OneTeam) -> Message:
    """To the lead, the school day after a planned meeting."""
    when = day(team.day) if team.day else "the day you planned"
    said = f"Did {team.name} meet on {when}?"
    values = team.values | ({"day": team.day.isoformat()} if team.day else {})
    again = Button("Plan another day", "plan-team-meeting", team.values)
    return Message(
        said,
        (paragraph(said), buttons(Button("We met", "log-team-meeting", values), again), context(ONLY_YOU)),
    )


def logged(team: OneTeam) -> Message:
    said = f"Noted: {team.name} met. Nothing is kept of who was there."
    return Message(said, (paragraph(said),))


def plan_form(team: OneTeam, given: Mapping[str, object]) -> Form:
    return Form(
        "Plan a team meeting",
        "Plan",
        (
            DateField("day", f"When does {team.name} meet next?", initial=team.day),
            context("The day after, you are asked whether it took place. Nobody else is told."),
        ),
    )


def planned(team: OneTeam) -> Message:
    said = f"Planned: {team.name} meets on {day(team.day)}." if team.day else f"Planned: {team.name} meets."
    return Message(said, (paragraph(said), context("Please tell your team yourself.")))


def retired(team: OneTeam) -> Message:
    said = f"{team.name} is retired. The school leader is told and can bring it back."
    return Message(said, (paragraph(said), buttons(SEE_WHO)))


def was_retired(team: OneTeam) -> Message:
    """To the school leader."""
    said = f"{team.by} retired the team {team.name}: it does not meet any more. Past decisions keep its name."
    back = Button("Bring it back", "restore-team", team.values)
    return Message(f"{team.name} was retired", (paragraph(said), buttons(back, SEE_WHO)))


def restored(team: OneTeam) -> Message:
    said = f"{team.name} is back in every list."
    return Message(said, (paragraph(said), buttons(SEE_WHO)))
