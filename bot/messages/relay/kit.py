"""The relay kit: what a rep tells the team, that it was done, and what the team asked (R-105)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, days
from bot.messages.decisions.costing import stops_in_words
from bot.messages.decisions.questions import QUESTION
from bot.messages.decisions.words import Telling, because_of, shortened
from bot.messages.forms import ChoiceField, DateField, Form, Option, TextField
from bot.messages.vocabulary import (
    Button,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.decisions import Decision
from bot.model.relaying import DAYS_TO_TALK

POINTS = 3
TEAMS = 3
ON_TIME = "If it has not fit in by then, you get one short reminder and nobody else hears of it."


@dataclass(frozen=True)
class Kit:
    """What went out on a day, for whoever speaks for `teams` (names by key)."""

    on: date
    until: date | None
    teams: Mapping[str, str]
    tellings: Sequence[Telling]


def kit(found: Kit) -> Message:
    summary = "What to tell your team"
    parts: list[Part] = []
    for key, name in list(found.teams.items())[:TEAMS]:
        mine = [told for told in found.tellings if key in told.decision.teams]
        parts += [paragraph(bold(f"For {name}: three points")), bullets(*points(key, mine), ordered=True)]
        parts.append(buttons(*pressable(found.on, key, name)))
    if found.until:
        parts.append(context(f"Try to talk about it by {day(found.until)}. {ON_TIME}"))
    return Message(summary, tuple(parts))


def points(team: str, tellings: Sequence[Telling]) -> list[Text]:
    """Of one decision what changes, why, and what stops or who shaped it; of several, one point each."""
    if len(tellings) == 1:
        return of_one(team, tellings[0])
    shown = [in_short(team, told) for told in tellings[:POINTS]]
    left = tellings[POINTS:]
    if left:
        more = ", ".join(told.decision.label for told in left)
        shown[-1] = (*shown[-1], *text(f" There is more: {more}."))
    return shown


def of_one(team: str, told: Telling) -> list[Text]:
    decision = told.decision
    label, start = decision.label, day(decision.starts_on)
    found = [
        text(bold(f"{label}, from {start}: "), decision.statement, " ", decision.change_for(team)),
        text(bold("Why: "), shortened(decision.why, 40, 300)),
    ]
    if because := because_of(told):
        found.append(text(bold("Because of: "), f"{because}."))
    elif stops := stops_in_words(decision, team):
        found.append(text(bold("Stops or shrinks: "), stops))
    else:
        found.append(
            text(bold("Help: "), f"ask {told.helper}. Questions go to the ILT with the button below.")
        )
    return found


def in_short(team: str, told: Telling) -> Text:
    decision = told.decision
    changes = shortened(decision.change_for(team), 25, 200)
    why = shortened(decision.why, 20, 160)
    return text(bold(f"{decision.label}: "), shortened(decision.statement, 20, 160), f" {changes} Why: {why}")


def pressable(on: date, team: str, name: str) -> tuple[Button, Button]:
    values = {"day": on.isoformat(), "team": team}
    return Button(f"Discussed with {name}", "discussed", values), Button("They asked …", "they-asked", values)


@dataclass(frozen=True, slots=True)
class TalkDesk:
    """A team, what went out to it that day (by id), and today."""

    day: date
    team: str
    name: str
    decisions: Mapping[str, str]
    today: date

    @property
    def carried(self) -> dict[str, str]:
        return {"day": self.day.isoformat(), "team": self.team}


def form(desk: TalkDesk, values: Mapping[str, object]) -> Form:
    return Form(
        title="Discussed",
        submit="Save",
        pieces=(
            paragraph(f"{desk.name}: what went out {day(desk.day)}."),
            DateField("discussed_on", "On which day did you talk about it?", desk.today),
            context("The ILT sees in how many teams it was talked about, and not in which."),
        ),
        carries=desk.carried,
    )


def asking(desk: TalkDesk, values: Mapping[str, object]) -> Form:
    options = tuple(Option(key, words) for key, words in desk.decisions.items())
    first = options[0].value if len(options) == 1 else None
    return Form(
        title="They asked",
        submit="Send",
        pieces=(
            ChoiceField("decision", "About which decision?", options, initial=first),
            TextField(
                "text",
                "What did your team ask?",
                True,
                QUESTION,
                hint="Please leave out the names of students and colleagues.",
            ),
            context("The ILT gets it without a name. The answer comes to you, so that you can pass it on."),
        ),
        carries=desk.carried,
    )


def discussed(name: str) -> Message:
    return Message(f"Thank you. It is noted for {name}.")


def reminder(on: date, teams: Mapping[str, str]) -> Message:
    """One line, once."""
    summary = f"Have you talked with your team about what went out {day(on)}?"
    marks = [pressable(on, key, name)[0] for key, name in list(teams.items())[:TEAMS]]
    return Message(summary, (paragraph(summary), buttons(*marks)))


def talked(teams: int, of: int) -> str:
    """For the ILT: in how many teams, never which."""
    return f"Talked about within {days(DAYS_TO_TALK)}: {teams} of {of} teams."


def option(decision: Decision) -> str:
    return f"{decision.label} {shortened(decision.statement, 12, 60)}"
