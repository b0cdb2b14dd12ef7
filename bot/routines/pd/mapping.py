"""How the work hangs together: each strategy with what is done for it, and what belongs to none (R-072)."""

from bot.errors import OutOfDate, Refusal
from bot.messages.pd import Branch, Coherence, Shelf
from bot.model.pd import PdSession
from bot.model.people import Actor
from bot.model.problems import ProblemState
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.pd.planning import AboutSession, found
from bot.routines.requests import Command, Nothing
from bot.routines.viewer import viewer
from bot.routines.walkthroughs.sheets import looked_for_in_all, shipped
from storage.unit_of_work import UnitOfWork

LINKED = "This session is linked to a strategy already."
GONE = "This strategy is no longer there. Please choose again."
NONE = "No strategy is at work, so there is nothing to link to. See: /ilt strategies"


class LinkPd(Command):
    session: str
    strategy: str


class LetGoPd(Command):
    session: str


async def see(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Coherence:
    permit(actor, "map")
    return await coherence_of(work)


async def prepare_link(
    question: AboutSession, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[PdSession, Shelf]:
    permit(actor, "link-pd")
    active = await work.strategies.active()
    if not active:
        raise Refusal(NONE)
    return await _loose(question.session, work), Shelf({}, {one.key: one.name for one in active})


async def link(command: LinkPd, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Coherence:
    permit(actor, "link-pd")
    session = await _loose(command.session, work)
    if command.strategy not in {one.key for one in await work.strategies.active()}:
        raise Refusal(GONE, field="strategy")
    session.strategy, session.let_go = command.strategy, False
    await work.flush()
    return await coherence_of(work, f"{session.label} is linked.")


async def let_go(command: LetGoPd, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Coherence:
    """It belongs to no strategy, and that is fine: it is not asked about again."""
    permit(actor, "let-go-pd")
    session = await _loose(command.session, work)
    session.let_go = True
    await work.flush()
    sees = await viewer(actor, work=work, clock=clock)
    kept = "It stays on the calendar." if session.on >= sees.today else "It stays in the list."
    return await coherence_of(work, f"{session.label} may stand alone. {kept}")


async def _loose(session_id: str, work: UnitOfWork) -> PdSession:
    session = await found(session_id, work)
    if session.strategy in {one.key for one in await work.strategies.active()}:
        raise OutOfDate(LINKED)
    return session


async def coherence_of(work: UnitOfWork, done: str = "") -> Coherence:
    """The tree, and its orphans: what is linked to no strategy, or to one that is not at work."""
    active = await work.strategies.active()
    keys = {one.key for one in active}
    problems = [one for one in await work.problems.open_ones() if one.state is not ProblemState.DRAFT]
    windows = await work.walkthroughs.windows()
    sessions = await work.pd.all()
    initiatives = [one for one in await work.initiatives.all() if one.ended_on is None]
    branches = []
    for strategy in active:
        own = [one for one in problems if one.strategy == strategy.key]
        seen = [one for one in windows if one.strategy == strategy.key]
        look_fors = [each.name for one in seen for each in (await looked_for_in_all(one, work)).look_fors]
        kinds = (
            ("Problems of practice", [f"{one.label} {one.statement}" for one in own]),
            ("Look-fors", list(dict.fromkeys(look_fors))),
            ("PD", [one.title for one in sessions if one.strategy == strategy.key]),
            ("Initiatives", [one.name for one in initiatives if one.strategy == strategy.key]),
            ("Measures", [one.canvas.measure for one in own if one.canvas.measure]),
        )
        branches.append(Branch(strategy, kinds))
    others = [
        f"Problem of practice: {one.label} {one.statement}" for one in problems if one.strategy not in keys
    ]
    others += [f"Initiative: {one.name}" for one in initiatives if one.strategy not in keys]
    others += [
        f"Walkthroughs: {shipped(one).name}"
        for one in windows
        if not one.is_closed and one.strategy not in keys
    ]
    loose = [one for one in sessions if one.strategy not in keys and not one.let_go]
    return Coherence(branches, loose, others, done)
