"""A decision as a team reads it in its channel: at most 120 words, and everything in the thread."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from bot.messages.consensus import basis
from bot.messages.dates import day
from bot.messages.decisions import asking_first, costing, supporting, weighing
from bot.messages.decisions.words import AUTHORITIES, NEWS, Telling, because_of, count, shortened
from bot.messages.plain import plain
from bot.messages.vocabulary import (
    Button,
    Buttons,
    Facts,
    Message,
    Part,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.decisions import LASTING, Decision
from bot.model.people import in_words

MOST_WORDS = 120
LONGEST_WHY = 600
READ_MORE = "Read more in the thread."
FLOORS: Mapping[str, int] = {"why": 7, "stops": 5, "students": 8, "change": 13, "statement": 13}
"""What is shortened first, and down to how many words, when a post would be too long."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What people wrote, as far as one team needs it."""

    statement: str
    students: str
    why: str
    change: str
    stops: str

    def words(self) -> int:
        return sum(count(getattr(self, one.name)) for one in fields(self))


def post(telling: Telling, team: str | None) -> Message:
    """The post for one team's channel; for `None`, the one for all staff (R-283)."""
    texts = texts_for(telling.decision, team)
    whole = composed(telling, team, texts, more=False)
    if count(plain(whole)) <= MOST_WORDS and len(texts.why) <= LONGEST_WHY:
        return whole
    room = MOST_WORDS - (count(plain(whole)) - texts.words()) - count(READ_MORE)
    return composed(telling, team, fitted(texts, room), more=True)


def is_cut(telling: Telling, team: str | None) -> bool:
    """Whether the post leaves words out, so that the thread must hold them."""
    return context(READ_MORE) in post(telling, team).parts


def texts_for(decision: Decision, team: str | None) -> Texts:
    change = decision.change if team is None else decision.change_for(team)
    stops = costing.stops_in_words(decision, team)
    return Texts(decision.statement, decision.students, decision.why, change, stops)


def fitted(texts: Texts, room: int) -> Texts:
    """Shorten the texts to `room` words together, what matters least first."""
    texts = replace(texts, why=shortened(texts.why, MOST_WORDS, LONGEST_WHY))
    for name, floor in FLOORS.items():
        excess = texts.words() - room
        if excess <= 0:
            break
        written = getattr(texts, name)
        texts = replace(texts, **{name: shortened(written, max(floor, count(written) - excess))})
    return texts


def composed(telling: Telling, team: str | None, texts: Texts, *, more: bool) -> Message:
    decision = telling.decision
    headline = f"ILT decision {decision.label}"
    parts: list[Part] = [
        *how_it_stands(decision),
        *said("Students will ", texts.students),
        paragraph(bold(headline), f" ({AUTHORITIES[decision.authority]})"),
        paragraph(bold(texts.statement)),
    ]
    parts += said("Why: ", texts.why)
    because = because_of(replace(telling, credits=()) if more else telling)
    parts += said("Because of you: ", f"{because}." if because else "")
    parts += said(f"{for_whom(telling, team)}, from {day(decision.starts_on)}: ", texts.change)
    parts += said("Time: ", costing.minutes_in_words(decision, team))
    parts += said("Stops or shrinks: ", texts.stops)
    parts.append(whom_to_ask(telling))
    parts += said("Support: ", supporting.in_words_of(decision, in_short=more))
    parts += [context(line) for line in small_print(telling, team)]
    parts += said("A question to you: ", asking_first.QUESTION if team in decision.asks else "")
    parts += [context(READ_MORE)] if more else []
    parts.append(answers(decision))
    return Message(f"{headline}: {decision.statement}", tuple(parts))


def how_it_stands(decision: Decision) -> list[Part]:
    """The first line of a post whose decision was reviewed since: "Reversed Fri, Dec 4: see the thread." """
    if decision.news is None or decision.news_on is None:
        return []
    return [paragraph(bold(f"{NEWS[decision.news]} {day(decision.news_on)}: see the thread."))]


def said(name: str, words: str) -> list[Part]:
    return [paragraph(bold(name), words)] if words else []


def for_whom(telling: Telling, team: str | None) -> str:
    return f"For {telling.team(team)}" if team is not None else "For everyone"


def whom_to_ask(telling: Telling) -> Part:
    review = telling.decision.review_on
    later = (bold(" Review: "), f"{day(review)}.") if review else ()
    return paragraph(bold("Help: "), f"ask {telling.helper}.", *later)


def small_print(telling: Telling, team: str | None) -> list[str]:
    decision = telling.decision
    lines = [f"Replaces {telling.replaces}."] if telling.replaces else []
    if team is None and decision.changes:
        lines.append("Your team's channel says what changes for your team.")
    lines += basis.small_print(decision)
    if decision.corrected_on:
        lines.append(f"Edited {day(decision.corrected_on)}: the words were corrected.")
    return lines


def late(message: Message, due_on: date) -> Message:
    """The same post with a first line that says it is late."""
    line = context(f"This comes late: it was meant for {day(due_on)}.")
    return replace(message, parts=(line, *message.parts))


def answers(decision: Decision) -> Buttons:
    """Ask and Concern come first; Got it is nobody's duty."""
    values = {"decision": decision.id}
    got_it = (
        (Button("Got it", "got-it", values),) if decision.state in LASTING or not decision.is_public else ()
    )
    return buttons(Button("Ask", "ask", values), Button("Concern", "concern", values), *got_it)


def in_full(telling: Telling) -> Message:
    """Everything the decision says, in the order of the post, for the thread below it."""
    summary = f"{telling.decision.label} in full"
    return Message(summary, (paragraph(bold(summary)), *everything(telling)))


def everything(telling: Telling) -> tuple[Part, ...]:
    """The whole record: every word of it, with dates and names."""
    decision = telling.decision
    parts: list[Part] = [paragraph(bold(decision.statement))]
    parts += said("Students will ", decision.students)
    parts += said("Why: ", decision.why)
    parts += [
        paragraph(bold("What changes")),
        bullets(*(text(bold(who), what) for who, what in changes(telling))),
    ]
    parts += said("Time: ", costing.minutes_in_words(decision, None))
    parts += said("Stops or shrinks: ", decision.stops)
    costs = costing.record(telling)
    parts += [bullets(*(text(bold(who), what) for who, what in costs))] if costs else []
    parts += [*supporting.record(telling), *weighing.record(decision), *basis.whole(decision)]
    parts.append(Facts(tuple(facts(telling))))
    because = because_of(telling)
    return (*parts, context(f"Because of you: {because}.")) if because else tuple(parts)


def changes(telling: Telling) -> list[tuple[str, str]]:
    """Each team's own line, then the one for the others."""
    decision = telling.decision
    own = [
        (f"{telling.team(key)}: ", decision.changes[key])
        for key in decision.teams
        if decision.changes.get(key)
    ]
    others = [telling.team(key) for key in decision.teams if not decision.changes.get(key)]
    if not others:
        return own
    whom = "All teams" if telling.all_teams and not own else in_words(others)
    return [*own, (f"{whom}: ", decision.change)]


def facts(telling: Telling) -> list[tuple[str, str]]:
    decision = telling.decision
    lines = [
        ("Starts", day(decision.starts_on)),
        ("Who decides", AUTHORITIES[decision.authority]),
        ("Whom to ask", telling.helper),
    ]
    lines += [("Review", day(decision.review_on))] if decision.review_on else []
    lines += [("Replaces", telling.replaces)] if telling.replaces else []
    return lines
