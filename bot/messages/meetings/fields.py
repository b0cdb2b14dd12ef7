"""The fields of an agenda item: the few that everybody fills in, and those behind "Say more about it"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.messages.agenda_items.shares import KINDS
from bot.messages.forms import CheckField, ChoiceField, ManyField, NumberField, Option, Piece, TextField
from bot.messages.meetings import agenda as wording
from bot.model.agenda_items import PREPARED, AgendaItem, Focus, Outcome

TITLE, DETAIL, EXAMPLE, STUDENTS = 150, 600, 300, 200
SHORTEST, LONGEST = 2, 30
PROBLEM, STRATEGY = "problem:", "strategy:"
"""With these begins the value of a link."""
BEFORE = "What should people know before?"
Values = Mapping[str, Any]
FOCUSES = {
    Focus.STUDENT: "Students' learning",
    Focus.ADULT: "Adults' learning",
    Focus.BOTH: "Both",
}


@dataclass(frozen=True)
class Offers:
    """What an item can be tied to: links and teams by their values, and the standards of the school."""

    links: Mapping[str, str] = field(default_factory=dict)
    standards: Sequence[str] = ()
    teams: Mapping[str, str] = field(default_factory=dict)


def item_fields(given: Values, offers: Offers) -> tuple[Piece, ...]:
    """Title, what to do with it and minutes; what is to be talked about brings its context (R-084)."""
    minutes = str(given.get("minutes", ""))
    outcome = str(given.get("outcome") or Outcome.INFORM.value)
    outcomes = tuple(Option(one.value, wording.OUTCOME_NAMES[one]) for one in Outcome)
    title = str(given.get("title", ""))[:TITLE]
    asked = "What should we do with it?"
    talked = outcome in PREPARED
    return (
        TextField("title", "What is it about?", max_length=TITLE, initial=title),
        ChoiceField("outcome", asked, outcomes, initial=outcome, style="buttons", refresh=True),
        NumberField(
            "minutes",
            "How many minutes?",
            SHORTEST,
            LONGEST,
            initial=int(minutes) if minutes.isdecimal() else 5,
        ),
        *(
            _talked_about(given, offers)
            if talked
            else (_context(given, "What should people know before?", True),)
        ),
    )


def _context(given: Values, label: str, optional: bool) -> TextField:
    hint = "The ILT sees this. No student names, please."
    said = str(given.get("detail", ""))
    return TextField(
        "detail", label, multiline=True, max_length=DETAIL, initial=said, optional=optional, hint=hint
    )


def _talked_about(given: Values, offers: Offers) -> Iterator[Piece]:
    yield _context(given, "Context in two lines", False)
    yield TextField(
        "example",
        "One concrete example",
        multiline=True,
        max_length=EXAMPLE,
        initial=str(given.get("example", "")),
        hint="What you saw or heard. No student or teacher names.",
    )
    yield TextField(
        "students",
        "What will students do differently?",
        max_length=STUDENTS,
        initial=str(given.get("students", "")),
        optional=True,
        hint='Finish the sentence "Students will ...".',
    )
    yield from _link(given, offers)


def _link(given: Values, offers: Offers) -> Iterator[Piece]:
    chosen = str(given.get("link") or "")
    links = dict(offers.links)
    if links:
        yield ChoiceField(
            "link",
            "What does it belong to?",
            tuple(Option(value, label[:75]) for value, label in links.items()),
            initial=chosen if chosen in links else None,
            optional=True,
            hint="A strategy or a problem of practice.",
        )


def more_fields(given: Values, offers: Offers, *, is_new: bool) -> Iterator[Piece]:
    """The box that opens the rest of the form and, once it is ticked, the rest."""
    ticked = bool(given.get("more"))
    yield ManyField(
        "more",
        "Anything else?",
        (Option("yes", "Say more about it"),),
        initial=("yes",) if ticked else (),
        optional=True,
        style="boxes",
        refresh=True,
    )
    if ticked:
        if is_new:
            yield from _scope(given, offers)
        yield from _rest(given, offers)


def _scope(given: Values, offers: Offers) -> Iterator[Piece]:
    """Is this schoolwide? What is about one team goes to that team (R-067)."""
    chosen = str(given.get("only_team") or "")
    yield ChoiceField(
        "only_team",
        "Is it only about one team?",
        tuple(Option(key, name) for key, name in offers.teams.items()),
        initial=chosen if chosen in offers.teams else None,
        optional=True,
        hint="Then it goes to that team's lead, not on the agenda. Leave it empty when it is schoolwide.",
    )


def _rest(given: Values, offers: Offers) -> Iterator[Piece]:
    if given.get("outcome") not in PREPARED:
        yield from _link(given, offers)
    yield _one_of("kind", "What kind of item is it?", KINDS, given, "Leave it empty and I suggest one.")
    places = {"meeting": "Time in the meeting", "memo": "In the memo, no meeting time"}
    hint = "Operations that are only shared go in the memo."
    yield _one_of("place", "Where does it belong?", places, given, hint)
    by_kind = "Leave it empty and I go by its kind."
    yield _one_of("focus", "Whose learning is it about?", FOCUSES, given, by_kind)
    says = "A hard issue we have been stepping around"
    yield CheckField("hard", "Is it hard to talk about?", says, initial=_is_ticked(given.get("hard")))
    carried = _listed(given.get("standards"))
    codes = [*offers.standards, *(code for code in carried if code not in offers.standards)]
    if codes:
        options = tuple(Option(code, code) for code in codes[:100])
        yield ManyField("standards", "Which standards?", options, initial=carried, optional=True)


def _one_of(name: str, label: str, known: Mapping[Any, str], given: Values, hint: str) -> ChoiceField:
    chosen = str(given.get(name) or "")
    options = tuple(Option(str(value), words) for value, words in known.items())
    initial = chosen if chosen in {option.value for option in options} else None
    return ChoiceField(name, label, options, initial=initial, optional=True, hint=hint)


def said_before(item: AgendaItem) -> dict[str, Any]:
    """What an item says, as the values of its form."""
    link = (
        f"{PROBLEM}{item.problem}" if item.problem else f"{STRATEGY}{item.strategy}" if item.strategy else ""
    )
    return {
        "title": item.title,
        "outcome": item.outcome.value,
        "minutes": item.minutes,
        "detail": item.detail,
        "example": item.example,
        "students": item.students,
        "link": f"{PROBLEM}{item.problem}" if item.problem else link,
        "kind": item.kind.value,
        "place": "memo" if item.memo else "meeting",
        "focus": item.focus.value if item.focus else "",
        "hard": item.hard,
        "standards": item.standards,
    }


def _is_ticked(value: object) -> bool:
    return str(value).lower() in ("yes", "true")


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list | tuple | set | frozenset) else ()
