"""What staff are asked to do now, what ended, and the initiatives in their stages (R-048, R-077)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, days, number_of
from bot.messages.forms import ChoiceField, Form, ManyField, Option, Piece, TextField
from bot.messages.home import Rank, Section
from bot.messages.vocabulary import (
    Button,
    Message,
    Part,
    Progress,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.initiatives import Ask, Initiative, Stage

NAME, ASK, LINE, SHOWN = 120, 300, 300, 10
STAGES: Mapping[Stage, str] = {
    Stage.ANALYSIS: "Analysis",
    Stage.DESIGN: "Design",
    Stage.PD: "PD",
    Stage.SUPPORT: "Support",
    Stage.MENTORING: "Mentoring",
    Stage.REVIEW: "Review",
}
LOAD = Button("What we are asked", "load")


@dataclass(frozen=True)
class Standing:
    """One initiative, the name of its strategy, and the school days it has been in its stage."""

    initiative: Initiative
    strategy: str
    waits: int


@dataclass(frozen=True)
class Load:
    """What is asked of staff now, team by team, and what ended; `may_add` shows what the ILT can do."""

    asks: Sequence[Ask]
    teams: Sequence[tuple[str, int, int]]
    ended: Sequence[tuple[str, str, date]]
    board: Sequence[Standing]
    may_add: bool = False
    done: str = ""


@dataclass(frozen=True)
class Desk:
    """What a new initiative can be linked to, and whom it asks."""

    strategies: Mapping[str, str]
    teams: Mapping[str, str]


def load(found: Load) -> Message:
    summary = found.done or f"Staff are asked {number_of(len(found.asks), 'thing')} now."
    parts: list[Part] = [paragraph(bold(summary))]
    if found.asks:
        newest = [*found.asks][::-1][:SHOWN]
        parts.append(bullets(*(_ask(one) for one in newest)))
    if found.teams:
        parts.append(paragraph(bold("By team")))
        lines = (f"{name}: {now} now, {new} new this month" for name, now, new in found.teams)
        parts.append(bullets(*lines))
    if found.ended:
        parts.append(paragraph(bold("Ended in the last two months")))
        parts.append(bullets(*(f"{label} {what} ({day(on)})" for label, what, on in found.ended[:SHOWN])))
    for one in found.board:
        parts += _standing(one, may_move=found.may_add)
    new = (buttons(Button("New initiative", "new-initiative")),) if found.may_add else ()
    return Message(summary, (*parts, *new))


def _ask(ask: Ask) -> Text:
    return text(bold(f"{ask.label} "), f"{ask.what} Since {day(ask.starts_on)}.")


def _standing(one: Standing, *, may_move: bool) -> list[Part]:
    initiative, stage = one.initiative, one.initiative.stage
    place = list(Stage).index(stage) + 1
    parts: list[Part] = [
        paragraph(bold(f"{initiative.label} {initiative.name}"), f": for {one.strategy}"),
        Progress(STAGES[stage], place, len(Stage)),
        context(f"In this stage for {days(one.waits)}."),
    ]
    if may_move:
        values = {"initiative": initiative.id}
        move, end = Button("Move on", "move-initiative", values), Button("End", "end-initiative", values)
        parts.append(buttons(move, end))
    return parts


def section(board: Sequence[Standing]) -> Section:
    """On the Home of the ILT: the board of what is being tried."""
    parts = [part for one in board for part in _standing(one, may_move=True)]
    return Section(Rank.GOALS, "Initiatives", (*parts, buttons(LOAD)))


def new(desk: Desk, values: Mapping[str, object]) -> Form:
    return Form(
        "New initiative",
        "Save",
        (
            TextField("name", "What do we try?", max_length=NAME),
            ChoiceField("strategy", "For which strategy?", _options(desk.strategies)),
            TextField("ask", "What are staff asked to do?", True, ASK),
            ManyField("teams", "Which teams?", _options(desk.teams)),
            context("It begins with analysis. Staff see it under /ilt load."),
        ),
    )


def move(initiative: Initiative, values: Mapping[str, object]) -> Form:
    pieces: list[Piece] = [
        paragraph(bold(f"{initiative.label} {initiative.name}"), f": {STAGES[initiative.stage]} now"),
        ChoiceField(
            "stage",
            "Where does it go?",
            tuple(Option(one.value, words) for one, words in STAGES.items() if one is not initiative.stage),
            style="buttons",
        ),
    ]
    if initiative.lacks_support(Stage.REVIEW):
        hint = "Asked once, when it goes past support: time, materials, a coach, a model lesson."
        pieces.append(TextField("support", "What support was given?", True, LINE, optional=True, hint=hint))
    return Form("Move on", "Move", tuple(pieces), carries={"initiative": initiative.id})


def end(initiative: Initiative, values: Mapping[str, object]) -> Form:
    return Form(
        "End an initiative",
        "End",
        (
            paragraph(bold(f"{initiative.label} {initiative.name}")),
            TextField("learned", "What did we learn?", True, LINE),
            context("Staff see under /ilt load that it ended."),
        ),
        carries={"initiative": initiative.id},
    )


def _options(named: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(key, name[:75]) for key, name in named.items())


def too_many(team: str, count: int, month: date, today: date) -> str:
    """What the recorder reads while a decision is written (R-048)."""
    when = "this month" if (month.year, month.month) == (today.year, today.month) else f"in {month:%B}"
    return f"{team} already has {number_of(count, 'new ask')} {when}."
