"""The forms in which an agenda is finished, published, and an item carried too often is settled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.messages import dates
from bot.messages.forms import ChoiceField, Form, NumberField, Option, Piece, TextField
from bot.messages.meetings import agenda as wording
from bot.messages.meetings.buttons import short
from bot.messages.vocabulary import bold, context, paragraph
from bot.model.agenda import Line, Sheet
from bot.model.agenda_fit import SHORTEST, fitted, left_over
from bot.model.agenda_items import Provenance
from bot.model.agenda_templates import AgendaTemplate
from bot.model.objectives import MOST
from bot.model.people import Team, in_words

OBJECTIVE, DIRECTION, WHY, LABEL, LONGEST = 150, 200, 300, 75, 30
SCHOOLWIDE = "all"
NAMES = ("first", "second", "third")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Finishing:
    """An agenda to finish, the structures it could have, and the teams it could be about."""

    sheet: Sheet
    shapes: Sequence[AgendaTemplate]
    teams: Sequence[Team]


@dataclass(frozen=True)
class Publishing:
    """An agenda to publish; `then` is the meeting to which an item could be moved."""

    sheet: Sheet
    then: date | None


@dataclass(frozen=True)
class Settling:
    """An item that was carried too often, and the teams it could go to."""

    sheet: Sheet
    line: Line
    teams: Sequence[Team]


def finish(finishing: Finishing, given: Values) -> Form:
    sheet = finishing.sheet
    meeting = sheet.meeting
    named = tuple(Option(one.key, one.name) for one in finishing.shapes)
    now = next((one.key for one in finishing.shapes if one.name == sheet.agenda.structure), None)
    teams = tuple(Option(team.key, f"{team.name} only") for team in finishing.teams)
    scopes = (Option(SCHOOLWIDE, "The whole school"), *teams)
    return Form(
        "Finish the agenda",
        "Save",
        (
            *objectives(sheet, given),
            ChoiceField("template", "Structure", named, initial=given.get("template") or now),
            ChoiceField("scope", "Is it schoolwide?", scopes, initial=meeting.scope or SCHOOLWIDE),
            TextField(
                "direction",
                "Next step after it",
                max_length=DIRECTION,
                initial=str(given.get("direction", meeting.direction)),
                optional=True,
                placeholder="Every team tries one routine until the next meeting.",
            ),
        ),
        carries={"day": meeting.day.isoformat()},
    )


def objectives(sheet: Sheet, given: Values) -> Iterator[Piece]:
    """One to three outcomes; before anybody wrote one, what the agenda itself suggests."""
    yield paragraph(bold("By the end we will have …"))
    so_far = sheet.meeting.objectives or wording.aims(sheet.agenda)[:MOST]
    for number, name in enumerate(NAMES):
        known = so_far[number] if number < len(so_far) else ""
        yield TextField(
            name,
            f"Objective {number + 1}",
            max_length=OBJECTIVE,
            initial=str(given.get(name, known))[:OBJECTIVE],
            optional=number > 0,
            placeholder="chosen one talk routine for math" if number == 0 else "",
        )


def publish(publishing: Publishing, given: Values) -> Form:
    sheet = publishing.sheet
    return Form(
        "Publish the agenda",
        "Publish",
        (
            paragraph(f"The ILT gets the agenda for {wording.day_of(sheet)} now."),
            *objectives(sheet, given),
            *_fix(publishing),
            *_unlinked(sheet, given),
            context(f"It has {wording.fit_words(sheet.agenda)}"),
        ),
        carries={"day": sheet.meeting.day.isoformat()},
    )


def _fix(publishing: Publishing) -> tuple[Piece, ...]:
    """When it is too long: by how much, and three ways to fix it (R-052)."""
    sheet = publishing.sheet
    if not sheet.agenda.over:
        return ()
    over = dates.number_of(sheet.agenda.over, "minute")
    ways = (*_fit_way(sheet), *_move_ways(publishing), *_off_ways(sheet))
    return (
        paragraph(bold(f"It is {over} too long. "), "Fit it to the time, move an item, or take one off."),
        ChoiceField("fix", "What gives?", ways[:100]),
    )


def _fit_way(sheet: Sheet) -> tuple[Option, ...]:
    after = fitted(sheet.agenda)
    if not after or left_over(sheet.agenda):
        return ()
    cut = in_words(f"{short(one.title)} {one.minutes} → {after[one.item or '']}" for one in _cut(sheet))
    return (Option("fit", "Fit to time: everybody gives a little", cut[:LABEL]),)


def _cut(sheet: Sheet) -> list[Line]:
    after = fitted(sheet.agenda)
    return [line for line in sheet.agenda.items if line.item in after]


def _move_ways(publishing: Publishing) -> Iterator[Option]:
    if publishing.then is None:
        return
    for line in publishing.sheet.agenda.items:
        frees = dates.number_of(line.minutes, "minute")
        yield Option(f"move:{line.item}", f"Move “{short(line.title)}” to the next meeting", frees)


def _off_ways(sheet: Sheet) -> Iterator[Option]:
    for line in sheet.agenda.items:
        if line.provenance is not Provenance.INPUT:
            frees = dates.number_of(line.minutes, "minute")
            yield Option(f"off:{line.item}", f"Take “{short(line.title)}” off", frees)


def _unlinked(sheet: Sheet, given: Values) -> tuple[Piece, ...]:
    """Items that belong to no strategy and no problem of practice go out with a reason (R-068)."""
    loose = sheet.agenda.unlinked
    if not loose:
        return ()
    named = in_words(f"“{short(line.title)}”" for line in loose)
    return (
        paragraph(f"No strategy or problem of practice stands behind {named}."),
        TextField(
            "unlinked_why",
            "Why is it worth the time?",
            max_length=WHY,
            initial=str(given.get("unlinked_why", sheet.meeting.unlinked_why)),
        ),
    )


def settle(settling: Settling, given: Values) -> Form:
    """Shorten it, route it to a team, or drop it; what follows depends on the choice."""
    line = settling.line
    is_input = line.provenance is Provenance.INPUT
    ways = [Option("shorten", "Shorten it", "It stays on, with fewer minutes")]
    ways += [] if is_input else [Option("route", "Route it to a team", "Their lead takes it up")]
    ways += [] if is_input else [Option("drop", "Drop it", "Whoever brought it is told why")]
    chosen = str(given.get("choice") or "shorten")
    answered = (context("This is staff input: it comes off with an answer, in /ilt inputs."),)
    return Form(
        "What becomes of it?",
        "Save",
        (
            paragraph(bold(line.title), f" · {wording.provenance(line, settling.sheet, for_ilt=True)}"),
            ChoiceField("choice", "What becomes of it?", tuple(ways), chosen, style="buttons", refresh=True),
            *_settled_by(chosen, settling, given),
            *(answered if is_input else ()),
        ),
        carries={"day": settling.sheet.meeting.day.isoformat(), "item": line.item or ""},
    )


def _settled_by(chosen: str, settling: Settling, given: Values) -> tuple[Piece, ...]:
    line = settling.line
    if chosen == "shorten":
        most = max(line.minutes - 1, SHORTEST)
        half = max(line.minutes // 2, SHORTEST)
        return (NumberField("minutes", "How many minutes?", SHORTEST, most, initial=half),)
    why = TextField("why", "Why?", multiline=True, max_length=WHY, initial=str(given.get("why", "")))
    if chosen == "drop":
        return (why,)
    teams = tuple(Option(team.key, team.name) for team in settling.teams)
    first = settling.sheet.meeting.scope or None
    return (ChoiceField("team", "Which team?", teams, initial=first), why)
