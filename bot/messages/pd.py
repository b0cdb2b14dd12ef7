"""Sessions in which the adults learn, what they could rest on, and how the work hangs together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.messages.dates import day, number_of
from bot.messages.forms import ChoiceField, DateField, Form, ManyField, Option, TextField
from bot.messages.vocabulary import (
    Button,
    Message,
    Paragraph,
    Part,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.meetings import Meeting
from bot.model.pd import PdSession
from bot.model.strategies import Strategy

TITLE, LINE, SHOWN = 150, 300, 8
NO_EVIDENCE = "No evidence link yet"
PLAN = Button("Plan a PD session", "plan-pd")
MAP = Button("How it hangs together", "map")


@dataclass(frozen=True)
class Shelf:
    """What a session can rest on, by "kind:id", and the strategies it can be work on."""

    evidence: Mapping[str, str]
    strategies: Mapping[str, str]


@dataclass(frozen=True)
class Sessions:
    """The sessions to come and those that were, what they can rest on, and what was said of the last one."""

    ahead: Sequence[PdSession]
    past: Sequence[PdSession]
    shelf: Shelf
    done: str = ""

    @property
    def linked(self) -> int:
        return sum(bool(one.evidence) for one in (*self.ahead, *self.past))


@dataclass(frozen=True)
class Branch:
    """A strategy with what belongs to it, each kind by its name."""

    strategy: Strategy
    kinds: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True)
class Coherence:
    """The strategies with what hangs on them, and what hangs on none."""

    branches: Sequence[Branch]
    loose: Sequence[PdSession] = ()
    others: Sequence[str] = field(default=())
    done: str = ""

    @property
    def orphans(self) -> int:
        return len(self.loose) + len(self.others)


def sessions(found: Sessions) -> Message:
    total = len(found.ahead) + len(found.past)
    summary = found.done or f"{number_of(len(found.ahead), 'PD session')} ahead"
    parts: list[Part] = [paragraph(bold(summary)), *design(found)]
    for one in found.ahead:
        parts.append(paragraph(bold(f"{day(one.on)}  "), one.title))
        parts.append(context(rests_on(one, found.shelf.evidence)))
    if found.past:
        last = found.past[-1]
        said = (Button("What was said of it", "pd-feedback", {"session": last.id}),)
        parts += [paragraph(bold("The last one: "), f"{last.title}, {day(last.on)}"), buttons(*said)]
    if total:
        parts.append(context(f"{found.linked} of {number_of(total, 'session')} rest on evidence."))
    return Message(summary, (*parts, buttons(PLAN, Button("Put on agenda", "discuss-pd"), MAP)))


def design(found: Sessions) -> list[Part]:
    """What the next session could rest on: needs, walkthroughs, problems; then the last feedback (R-065)."""
    parts: list[Part] = []
    if found.shelf.evidence:
        parts += [paragraph("What it could rest on:"), bullets(*[*found.shelf.evidence.values()][:SHOWN])]
    feedback = next((one.feedback for one in reversed(found.past) if one.feedback), "")
    return [*parts, context(f"Said of the last PD: {feedback}")] if feedback else parts


def rests_on(one: PdSession, evidence: Mapping[str, str]) -> str:
    if not one.evidence:
        return NO_EVIDENCE
    known = [evidence[key] for key in one.evidence if key in evidence]
    return f"Rests on: {'; '.join(known) or 'evidence that is no longer shown'}"


def plan(shelf: Shelf, values: Mapping[str, object]) -> Form:
    evidence = _options(shelf.evidence)
    strategies = _options(shelf.strategies)
    resting = (ManyField("evidence", "What does it rest on?", evidence, optional=True),) if evidence else ()
    work = (ChoiceField("strategy", "For which strategy?", strategies, optional=True),) if strategies else ()
    return Form(
        "Plan a PD session",
        "Save",
        (
            TextField("title", "What will we learn?", max_length=TITLE),
            DateField("on", "On"),
            *work,
            *resting,
            context(f"Without evidence it is marked “{NO_EVIDENCE}” on the calendar."),
        ),
    )


def feedback(one: PdSession, values: Mapping[str, object]) -> Form:
    said = TextField("feedback", "What did people say?", True, LINE, hint="In one line, without names.")
    return Form("PD feedback", "Save", (_named(one), said), carries={"session": one.id})


def link(asked: tuple[PdSession, Shelf], values: Mapping[str, object]) -> Form:
    one, shelf = asked
    field = ChoiceField("strategy", "For which strategy?", _options(shelf.strategies))
    return Form("Link it", "Link", (paragraph(bold(one.title)), field), carries={"session": one.id})


def _named(one: PdSession) -> Paragraph:
    return paragraph(bold(one.title), f", {day(one.on)}")


def _options(named: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(key, name[:75]) for key, name in named.items())


def on_the_agenda(meeting: Meeting) -> Message:
    said = f"PD design is on the ILT agenda for {day(meeting.day)}."
    return Message(said, (paragraph(said), buttons(Button("See the agenda", "agenda"))))


def coherence(found: Coherence) -> Message:
    """A text tree: each strategy, and below it what is done for it (R-072)."""
    summary = found.done or "How the work hangs together"
    parts: list[Part] = [paragraph(bold(summary))]
    for branch in found.branches:
        parts.append(paragraph(bold(branch.strategy.name)))
        lines = (text(bold(f"{kind}: "), "; ".join(names) or "none yet") for kind, names in branch.kinds)
        parts.append(bullets(*lines))
    return Message(summary, (*parts, *orphans(found), buttons(Button("PD sessions", "pd"))))


def orphans(found: Coherence) -> tuple[Part, ...]:
    if not found.orphans:
        return (context("Everything belongs to a strategy."),)
    parts: list[Part] = [paragraph(bold("Linked to no strategy"))]
    for one in found.loose:
        values = {"session": one.id}
        link, go = Button("Link", "link-pd", values), Button("Let go", "let-go-pd", values)
        parts += [paragraph(f"PD session: {one.title}, {day(one.on)}"), buttons(link, go)]
    if found.others:
        parts.append(bullets(*found.others))
    return tuple(parts)


def monthly(found: Sessions, tree: Coherence, month: date) -> Message:
    """Once a month, to the ILT: what the next PD could rest on, and what hangs on nothing."""
    title = f"PD design for {month:%B}"
    parts = [paragraph(bold(f"{title}. "), "What should the adults learn next?"), *design(found)]
    loose = orphans(tree) if tree.orphans else ()
    return Message(title, (*parts, buttons(PLAN, Button("Put on agenda", "discuss-pd"), MAP), *loose))
