"""What whoever records a decision reads: the form, what happens next, and how to take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.messages.consensus.prefill import Passed, prefilled
from bot.messages.consensus.proposing import proposed
from bot.messages.dates import moment
from bot.messages.decisions import asking_first, costing, passing_on, supporting, weighing
from bot.messages.decisions.words import AUTHORITIES, Telling
from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Form,
    ManyField,
    NumberField,
    Option,
    Piece,
    TextField,
)
from bot.messages.initiatives import too_many
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.decisions import Authority, Decision, DecisionState
from bot.model.initiatives import MANY_ASKS, Ask, new_in
from bot.model.people import in_words
from bot.model.ratification import Ratification

STATEMENT, STUDENTS, WHY, CHANGE, STOPS = 300, 200, 1500, 400, 200
"""How long each text of a decision may be, in characters."""
GENERAL = "Leave this empty to say what changes in general, below."


@dataclass(frozen=True, slots=True)
class Desk:
    """What the form offers: teams by key, helpers by id, and what the decision may rest on or replace."""

    teams: Mapping[str, str]
    helpers: Mapping[str, str]
    inputs: Mapping[str, str]
    replaceable: Mapping[str, str]
    has_trend: bool
    starts_on: date
    review_on: date | None
    relay_at: datetime
    zone: ZoneInfo
    passed: Passed | None = None
    asks: Sequence[Ask] = ()
    today: date | None = None


def form(desk: Desk, values: Mapping[str, object]) -> Form:
    """The form; each team that has been chosen gets a line of its own. Of a check, it begins with that."""
    begun = {**desk.passed.values, **values} if desk.passed else values
    return prefilled(blank(desk, begun), desk.passed)


def blank(desk: Desk, values: Mapping[str, object]) -> Form:
    chosen = [key for key in desk.teams if key in listed(values.get("teams"))]
    return Form(
        title="Record a decision",
        submit="Record",
        pieces=(
            TextField("statement", "What did we decide?", True, STATEMENT),
            TextField(
                "students",
                "What will students do differently?",
                max_length=STUDENTS,
                optional=True,
                hint='Finish the sentence "Students will ...".',
            ),
            TextField("why", "Why?", True, WHY),
            ManyField(
                "teams",
                "Which teams does it touch?",
                options(desk.teams),
                initial=tuple(chosen),
                hint="Each team gets a post of its own. All staff get one when it touches every team.",
                refresh=True,
            ),
            context("What you ask of people, by when, and who helps: nothing goes out without these three."),
            *_already_asked(desk, chosen, values.get("starts_on")),
            *(own_line(desk.teams[key], key) for key in chosen),
            TextField(
                "change",
                "What changes in general?",
                True,
                CHANGE,
                optional=True,
                hint="Goes to every team without a line of its own.",
            ),
            NumberField(
                "minutes",
                costing.A_WEEK,
                -costing.MINUTES,
                costing.MINUTES,
                optional=True,
                hint=costing.FREES,
            ),
            TextField(
                "stops",
                "What stops or shrinks?",
                max_length=STOPS,
                optional=True,
            ),
            *dates_and_people(desk),
            *foundations(desk),
            context(f"Staff read it {moment(desk.relay_at, desk.zone)}. Until then it can be withdrawn."),
        ),
    )


def _already_asked(desk: Desk, chosen: Sequence[str], starts: object) -> list[Piece]:
    """For each team that was chosen and has enough new asks in the month it starts, a line (R-048)."""
    try:
        month = starts if isinstance(starts, date) else date.fromisoformat(str(starts))
    except ValueError:
        month = desk.starts_on
    counted = ((desk.teams[key], new_in(desk.asks, key, month)) for key in chosen)
    today = desk.today or month
    return [context(too_many(name, many, month, today)) for name, many in counted if many >= MANY_ASKS]


def own_line(team: str, key: str) -> TextField:
    return TextField(f"changes.{key}", f"What changes for {team}?", True, CHANGE, optional=True, hint=GENERAL)


def dates_and_people(desk: Desk) -> tuple[Piece, ...]:
    authorities = tuple(Option(one.value, words) for one, words in AUTHORITIES.items())
    return (
        DateField("starts_on", "Starts on", initial=desk.starts_on, hint="By when people do it."),
        ChoiceField("helper", "Who can people ask for help?", options(desk.helpers)),
        ChoiceField("authority", "Who decides?", authorities, initial=Authority.ILT.value),
        DateField("review_on", "Review on", initial=desk.review_on, optional=True),
    )


def foundations(desk: Desk) -> tuple[Piece, ...]:
    """What it rests on and what it replaces, each only where there is something to choose."""
    pieces: list[Piece] = []
    if desk.inputs:
        hint = "Whoever gave it hears what became of it."
        pieces.append(
            ManyField(
                "inputs", "Which staff input shaped it?", options(desk.inputs), optional=True, hint=hint
            )
        )
    if desk.has_trend:
        pieces.append(CheckField("from_trend", "Walkthroughs", "The walkthrough trend shaped it"))
    if desk.replaceable:
        hint = "The old one no longer stands once this one goes out."
        pieces.append(
            ChoiceField(
                "replaces",
                "Does it replace an earlier decision?",
                options(desk.replaceable),
                optional=True,
                hint=hint,
            )
        )
    return tuple(pieces)


def options(named: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(value, label) for value, label in named.items())


def listed(value: object) -> list[str]:
    """What has been chosen so far, however many."""
    if isinstance(value, str):
        return [value]
    return [str(one) for one in value] if isinstance(value, list | tuple | set | frozenset) else []


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision just recorded, and where it will be said when."""

    telling: Telling
    relay_at: datetime
    zone: ZoneInfo
    all_staff: bool
    through: Mapping[str, str]
    poll: Ratification | None = None
    tallies: tuple[asking_first.Tally, ...] = ()


def recorded(kept: Recorded) -> Message:
    """What goes where and when, and how to stop it. `through` names who tells the teams without a channel."""
    decision = kept.telling.decision
    if kept.poll is not None and decision.state is DecisionState.AWAITING:
        return proposed(decision, kept.poll, kept.zone, withdraw(decision))
    when = moment(kept.relay_at, kept.zone)
    summary = f"{decision.label} is recorded. It goes out {when}."
    in_channels = [key for key in decision.teams if key not in kept.through]
    lines = (
        [f"{in_words(kept.telling.team(key) for key in in_channels)}: in their channels"]
        if in_channels
        else []
    )
    lines += [f"{kept.telling.team(key)}: through {name}" for key, name in kept.through.items()]
    lines += ["All staff: in the channel for everyone"] if kept.all_staff else []
    parts: list[Part] = [paragraph(bold(summary)), paragraph(decision.statement), bullets(*lines)]
    if decision.inputs:
        parts.append(context("Whoever gave the staff input behind it hears of it at the same time."))
    if kept.telling.replaces:
        parts.append(context(f"{kept.telling.replaces} stands until then."))
    more = (supporting.button(decision), passing_on.button(decision))
    parts += [*costing.questions(kept.telling), *weighing.questions(decision)]
    parts += [part for tally in kept.tallies for part in asking_first.hint(decision, tally)]
    return Message(summary, (*parts, buttons(*more, withdraw(decision))))


def withdraw(decision: Decision) -> Button:
    confirm = f"Withdraw {decision.label}? It will not go out to staff."
    return Button("Withdraw", "withdraw-decision", {"decision": decision.id}, confirm=confirm)


TOO_LATE_TO_RESTORE = "That can be undone for ten minutes, and not after that. To record it anew: /ilt decide"


def withdrawn(decision: Decision) -> Message:
    summary = f"{decision.label} is withdrawn. Nothing goes out to staff."
    undo = Button("Undo", "restore-decision", {"decision": decision.id})
    return Message(
        summary, (paragraph(summary), context("You can undo this for ten minutes."), buttons(undo))
    )


def withdrawn_by_another(decision: Decision, by: str) -> Message:
    """To whoever recorded it."""
    summary = f"{decision.label} was withdrawn before it went out"
    line = f"{by} withdrew {decision.label} before it went out. Staff have not seen it."
    again = context(f"Talk with {by}, or record it anew: /ilt decide")
    return Message(summary, (paragraph(line), paragraph(decision.statement), again))
