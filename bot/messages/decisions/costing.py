"""What a decision takes from each team and what stops for it, and what all of them come to (R-097)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.dates import number_of
from bot.messages.decisions.words import Telling
from bot.messages.forms import ChoiceField, Form, NumberField, Option, Piece, TextField
from bot.messages.vocabulary import Button, Message, Part, Table, bold, buttons, context, paragraph
from bot.model.decisions import Decision
from bot.model.decisions_record import minutes_of, owe_a_stop, stop_of, stops_of

MINUTES, STOP = 600, 200
"""The most minutes a week, and the most characters of what stops."""
SHOWN = 3
A_WEEK = "Minutes a week for each person"
FREES = "Write -10 when it frees ten minutes."


def form(told: Telling, values: Mapping[str, object]) -> Form:
    """One team at a time: the one that was chosen, else the first that somebody should speak for."""
    decision = told.decision
    first = next(iter(owe_a_stop(decision)), decision.teams[0])
    given = values.get("team")
    team = given if isinstance(given, str) and given in decision.teams else first
    return Form(
        title=f"{decision.label}: what it takes",
        submit="Keep",
        pieces=(
            ChoiceField(
                "team",
                "Which team?",
                tuple(Option(key, told.team(key)) for key in decision.teams),
                initial=team,
                refresh=True,
            ),
            *_of_team(told, team),
            context("The team reads this in its post. It also counts in Give and drop."),
        ),
    )


def _of_team(told: Telling, team: str) -> tuple[Piece, ...]:
    decision, name = told.decision, told.team(team)
    return (
        NumberField(
            f"minutes.{team}",
            f"{A_WEEK} in {name}",
            -MINUTES,
            MINUTES,
            minutes_of(decision, team),
            optional=True,
            hint=FREES,
        ),
        TextField(
            f"stops.{team}",
            f"What can {name} stop or drop?",
            max_length=STOP,
            initial=decision.stops_for.get(team, ""),
            optional=True,
            hint="A meeting, a form, a report: something that makes room.",
        ),
    )


def button(decision: Decision, team: str, label: str) -> Button:
    return Button(label, "cost-decision", {"decision": decision.id, "team": team})


def costed(told: Telling) -> Message:
    """What is kept, and for each team that gives time and drops nothing the question, once."""
    summary = f"{told.decision.label} is noted in the register."
    return Message(summary, (paragraph(bold(summary)), *questions(told)))


def questions(told: Telling) -> list[Part]:
    """ "What can Grade 4 stop or drop?" for each team that gives time and has nothing that stops."""
    decision, parts = told.decision, list[Part]()
    for team in owe_a_stop(decision)[:SHOWN]:
        name = told.team(team)
        parts += [
            paragraph(
                f"{name} gives {number_of(minutes_of(decision, team) or 0, 'minute')} more a week. ",
                bold(f"What can {name} stop or drop?"),
            ),
            buttons(
                button(decision, team, "Say what stops"),
                Button("Nothing stops", "nothing-there", {"decision": decision.id, "about": stop_of(team)}),
            ),
        ]
    return parts


def minutes_in_words(decision: Decision, team: str | None) -> str:
    """ "About 20 minutes more a week." For all staff together only what holds for every team."""
    many = minutes_of(decision, team) if team is not None else decision.minutes
    if team is None and decision.minutes_for:
        return ""
    if not many:
        return ""
    more = "more" if many > 0 else "less"
    return f"About {number_of(abs(many), 'minute')} {more} a week."


def stops_in_words(decision: Decision, team: str | None) -> str:
    """What stops there; that nothing does, where somebody said so."""
    if team is None:
        return decision.stops
    return stops_of(decision, team) or ("nothing" if stop_of(team) in decision.none else "")


def record(told: Telling) -> list[tuple[str, str]]:
    """For each team that has words of its own, what it takes and what stops: "Grade 4: ", "About 20 ..."."""
    decision = told.decision
    lines = []
    for team in decision.teams:
        stops = decision.stops_for.get(team, "") or ("nothing" if stop_of(team) in decision.none else "")
        said = [minutes_in_words(decision, team)] if team in decision.minutes_for else []
        said += [f"Stops or shrinks: {stops}"] if stops else []
        if any(said):
            lines.append((f"{told.team(team)}: ", " ".join(word for word in said if word)))
    return lines


@dataclass(frozen=True, slots=True)
class Ledger:
    """Minutes that decisions give and free, for each person of a team, in each month: one figure a month."""

    months: tuple[str, ...]
    teams: tuple[tuple[str, tuple[int, ...]], ...]
    untold: int


def ledger(found: Ledger) -> Message:
    title = "Give and drop"
    intro = (
        "Minutes a month that ILT decisions take from one person in each team. Less than 0: they free time."
    )
    parts: list[Part] = [paragraph(bold(title)), paragraph(intro)]
    if found.teams:
        rows = tuple((name, *(signed(minutes) for minutes in row)) for name, row in found.teams)
        parts.append(Table("Minutes a month", ("Team", *found.months), rows))
    else:
        parts.append(paragraph("No decision says yet how many minutes it takes."))
    if found.untold:
        untold = number_of(found.untold, "decision in force", "decisions in force")
        parts.append(context(f"Of {untold} nobody has said how many minutes it takes."))
    back = buttons(Button("Read decisions", "decisions"))
    return Message(
        title, (*parts, context("One month is counted in weeks of school, without days off."), back)
    )


def signed(minutes: int) -> str:
    return f"+{minutes}" if minutes > 0 else str(minutes)


def open_ledger() -> Button:
    return Button("Give and drop", "give-and-drop")
