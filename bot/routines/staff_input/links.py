"""What agendas and decisions ask of staff input."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.messages.staff_input import outcomes
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import the_clock
from bot.model.staff_input import UNTOUCHED, AnonymousState, InputState, team_in_words
from bot.routines.staff_input.showing import seen_with, show
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def waiting_count(work: UnitOfWork) -> int:
    """How many inputs nobody has answered or placed yet."""
    return await work.inputs.count(UNTOUCHED)


@dataclass(frozen=True, slots=True)
class Linkable:
    """An input on an agenda: its label, and its words as the ILT knows them."""

    id: str
    label: str
    words: str


async def linkable(work: UnitOfWork) -> Sequence[Linkable]:
    """The inputs that a decision may have used: those on an agenda, with a name the oldest first."""
    named = [Linkable(one.id, one.label, one.passed_see or one.see) for one in await work.inputs.on_agendas()]
    nameless = [Linkable(one.id, one.label, one.see) for one in await work.anonymous.on_agendas()]
    return [*named, *nameless]


async def shaped(
    input_ids: Collection[str],
    *,
    number: str,
    statement: str,
    decision_id: str,
    due_at: datetime,
    work: UnitOfWork,
    now: datetime,
) -> None:
    """Mark the inputs as considered in a decision, and tell each sender at `due_at`.

    Only inputs that are on an agenda are marked; a withdrawn one stays withdrawn. What is told is looked
    up again before it goes out, so `unshaped` before then takes it back.
    """
    for nameless in await work.anonymous.by_ids(input_ids):
        if nameless.state is AnonymousState.ON_AGENDA:
            nameless.consider(number, decision_id)
    sees = Viewer(the_clock(work.school), await work.people.roster(), await work.calendar.whole(), now)
    for given in await work.inputs.by_ids(input_ids):
        if given.state is not InputState.ON_AGENDA:
            continue
        given.consider(number, decision_id, now)
        author = sees.roster.person(given.author)
        if author is None or not author.active:
            continue
        await work.outbox.post(
            Audience.person(author.id),
            outcomes.shaped(show(given, seen_with(author.id, sees)), number, statement),
            key=f"input/{given.id}/shaped/{decision_id}",
            due_at=due_at,
            reason=f"input-shaped:{given.id}",
            if_unknown="again",
        )


async def credited(input_ids: Collection[str], *, work: UnitOfWork, roster: Roster) -> Sequence[str]:
    """Who may be named beside a decision that these inputs shaped: those who ticked that they may be, by
    name, and teams that agreed to it. Whoever wrote without a name is never among them (R-106)."""
    named: list[str] = []
    for given in await work.inputs.by_ids(input_ids):
        author = roster.person(given.author)
        if not given.credit or given.state not in (InputState.ON_AGENDA, InputState.CONSIDERED):
            continue
        if given.on_behalf:
            named.append(team_in_words(given, roster))
        elif author is not None and author.active:
            named.append(author.name)
    return list(dict.fromkeys(name for name in named if name))


async def unshaped(decision_id: str, *, work: UnitOfWork) -> None:
    """The decision no longer stands: what had shaped it is on the agenda again."""
    for given in await work.inputs.shaping(decision_id):
        if given.state is InputState.CONSIDERED:
            given.reopen()
    for nameless in await work.anonymous.shaping(decision_id):
        if nameless.state is AnonymousState.CONSIDERED:
            nameless.reopen()
