"""`/ilt thread D-014`: one thread as one person may see it."""

import re
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, Refusal
from bot.messages.threads.shown import Loops, Sheet
from bot.model.calendar import NoSchoolAhead
from bot.model.decisions import LASTING, PUBLIC, Decision
from bot.model.people import Actor
from bot.model.staff_input import sight
from bot.model.threads import WITHOUT_EVIDENCE, Node, has_followed, stages, stripped
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.shown import sees_all
from bot.routines.problems.shown import is_seen
from bot.routines.requests import Question
from bot.routines.threads import gathering
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NUMBER = re.compile(r"([dip])?-?0*(\d{1,6})", re.IGNORECASE)
TREND = "trend"
WHICH = (
    "Say which one: /ilt thread D-014 for a decision, I-003 for your input, P-002 for a problem, or trend."
)
NO_SUCH = "I do not find a thread with this number. /ilt decisions lists all decisions."


class ShowThread(Question):
    """A number with its letter ("D-014", "I-003", "P-002"), a decision's number alone, or "trend"."""

    about: Annotated[str, Field(max_length=80)] = ""


async def show(question: ShowThread, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """The dated list, as far as this person may read it."""
    permit(actor, "thread")
    sees = await viewer(actor, work=work, clock=clock)
    about = question.about.strip()
    if about.casefold() == TREND:
        return await _trend(sees, work)
    named = NUMBER.fullmatch(about)
    if named is None:
        raise Refusal(WHICH)
    letter, number = (named[1] or "d").casefold(), int(named[2])
    way = {"d": _decision, "i": _input, "p": _problem}[letter]
    return await way(number, sees, work)


async def _decision(number: int, sees: Viewer, work: UnitOfWork) -> Sheet:
    register = await work.decisions.register()
    found = next((one for one in register if one.number == number and may_read(one, sees)), None)
    if found is None:
        raise NotFound(NO_SUCH)
    nodes = await gathering.of_decision(found, sees.calendar, work)
    loops = await closed(sees, work) if sees_all(sees.actor) else None
    return sheet(found.label, nodes, sees, await what_is_open(found, sees, work), loops, found)


async def _input(number: int, sees: Viewer, work: UnitOfWork) -> Sheet:
    """The thread of an input begins with it; what its sender said is theirs, so it is not counted away."""
    given = await work.threads.input(number)
    if given is None or sight(given, sees.actor.person_id, sees.roster) is None:
        raise NotFound(NO_SUCH)
    is_own = given.author == sees.actor.person_id
    decision = await work.decisions.find(given.decision_id) if given.decision_id else None
    mine = gathering.of_input(given, sees.calendar, is_own=is_own)
    if decision is None or not may_read(decision, sees):
        items = await work.threads.items([given.id], None)
        return sheet(given.label, [mine, *gathering.of_items(items, sees.calendar)], sees, is_own=is_own)
    nodes = await gathering.of_decision(decision, sees.calendar, work)
    rest = [node for node in nodes if node.words != given.label]
    left = await what_is_open(decision, sees, work)
    return sheet(given.label, [mine, *rest], sees, left, decision=decision, is_own=is_own)


async def _problem(number: int, sees: Viewer, work: UnitOfWork) -> Sheet:
    permit(sees.actor, "problems")
    found = next((one for one in await work.problems.register() if one.number == number), None)
    if found is None or not is_seen(found, sees.actor, sees.roster):
        raise NotFound(NO_SUCH)
    checks = {one.id for one in await work.threads.checks(found.id)}
    nodes = gathering.of_problem(found)
    nodes += gathering.of_items(await work.threads.items([], found.id), sees.calendar)
    for decision in await work.decisions.register():
        if decision.basis and decision.basis.check in checks:
            nodes += gathering.itself(decision, sees.calendar)
            nodes += await gathering.what_followed(decision, sees.calendar, work)
    return sheet(found.label, nodes, sees)


async def _trend(sees: Viewer, work: UnitOfWork) -> Sheet:
    """The newest trend that was shown to the ILT, and what came of it."""
    windows = [(one.published.day, one) for one in await work.walkthroughs.windows() if one.published]
    if not windows:
        raise NotFound("There is no walkthrough trend yet.")
    _, newest = max(windows, key=lambda dated: dated[0])
    nodes = gathering.of_window(newest)
    nodes += gathering.of_items(await work.threads.items([newest.id], None), sees.calendar)
    for decision in await work.threads.shaped_by(newest.id):
        if may_read(decision, sees):
            nodes += gathering.itself(decision, sees.calendar)
            nodes += await gathering.what_followed(decision, sees.calendar, work)
    return sheet(TREND, nodes, sees)


def sheet(
    title: str,
    nodes: list[Node],
    sees: Viewer,
    left: str = "",
    loops: Loops | None = None,
    decision: Decision | None = None,
    *,
    is_own: bool = False,
) -> Sheet:
    """For the ILT everything; for others what all staff may read, and counts of the rest."""
    shown, counted = (tuple(nodes), {}) if sees_all(sees.actor) else stripped(nodes)
    public = decision.label if decision is not None else ""
    return Sheet(title, stages(shown, sees.calendar), counted, left, loops, public, is_own)


def may_read(decision: Decision, sees: Viewer) -> bool:
    return decision.is_public or sees_all(sees.actor)


async def what_is_open(decision: Decision, sees: Viewer, work: UnitOfWork) -> str:
    """In which way it waits: for the relay, for evidence, or not at all."""
    if decision.relayed_at is None or decision.state not in LASTING:
        return ""
    history, rounds = await work.decisions.history(decision.id), await work.relay.rounds_about(decision.id)
    if has_followed(history, rounds):
        return ""
    try:
        since = len(list(sees.calendar.school_days(sees.calendar.today(decision.relayed_at), sees.today))) - 1
    except NoSchoolAhead:
        return ""
    return str(max(0, since))


async def closed(sees: Viewer, work: UnitOfWork) -> Loops | None:
    """Of the decisions that went out six weeks ago or more, how many have a follow-up."""
    old = [
        one
        for one in await work.decisions.register()
        if one.state in PUBLIC and one.relayed_at and sees.now - one.relayed_at >= WITHOUT_EVIDENCE
    ]
    if not old:
        return None
    changes, rounds = await work.threads.changes(), await work.threads.results()
    done = [
        one
        for one in old
        if has_followed(
            [change for change in changes if change.decision == one.id],
            [asked for asked in rounds if asked.decision == one.id],
        )
    ]
    return Loops(len(done), len(old))
