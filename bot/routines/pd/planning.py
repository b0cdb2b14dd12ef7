"""Planning sessions, saying what they rest on, and what was said of them (R-065)."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, Refusal
from bot.messages.pd import LINE, TITLE, Sessions, Shelf
from bot.messages.staff_input.shown import NEEDS
from bot.model.agenda_items import Focus, Outcome, Provenance, Suggestion
from bot.model.meetings import Meeting
from bot.model.pd import PdSession
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.suggestions import put_on_agenda
from bot.routines.nameless import name_nobody
from bot.routines.requests import Command, Nothing, Question
from bot.routines.staff_input.bridge import needed
from bot.routines.viewer import Viewer, viewer
from bot.routines.walkthroughs.sheets import trend_of
from storage.unit_of_work import UnitOfWork

A_DAY, AGENDA_MINUTES, HALF = timedelta(days=1), 15, 60
NO_SUCH = "I do not find this session. /ilt pd lists them all."
PAST = "This day has passed. Choose one to come."
NO_SCHOOL = "There is no school on that day. Choose another one."
GONE = "This is no longer there to be chosen. Please choose again."


class PlanPd(Command):
    title: Annotated[str, Field(min_length=5, max_length=TITLE)]
    on: date
    strategy: str | None = None
    evidence: tuple[str, ...] = ()


class AboutSession(Question):
    session: str


class PdFeedback(Command):
    session: str
    feedback: Annotated[str, Field(min_length=3, max_length=LINE)]


class DiscussPd(Command):
    """Put the design of the next session on the agenda."""


async def see(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sessions:
    permit(actor, "pd")
    return await sessions_of(await viewer(actor, work=work, clock=clock), work)


async def prepare(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shelf:
    permit(actor, "plan-pd")
    return await shelf_of(await viewer(actor, work=work, clock=clock), work)


async def plan(command: PlanPd, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sessions:
    """Keep a draft; without evidence it says so wherever it stands."""
    permit(actor, "plan-pd")
    sees = await viewer(actor, work=work, clock=clock)
    shelf = await shelf_of(sees, work)
    if command.on < sees.today:
        raise Refusal(PAST, field="on")
    if not sees.calendar.is_school_day(command.on):
        raise Refusal(NO_SCHOOL, field="on")
    if command.strategy and command.strategy not in shelf.strategies:
        raise Refusal(GONE, field="strategy")
    if not set(command.evidence) <= set(shelf.evidence):
        raise Refusal(GONE, field="evidence")
    name_nobody({"title": command.title}, sees.roster)
    number = await work.numbers.next("pd session")
    session = PdSession(school=work.school, number=number, by=actor.person_id, **command.model_dump())
    work.pd.add(session)
    await work.flush()
    return await sessions_of(sees, work, f"{session.label} is saved.")


async def prepare_feedback(
    question: AboutSession, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> PdSession:
    permit(actor, "pd-feedback")
    return await found(question.session, work)


async def keep_feedback(command: PdFeedback, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sessions:
    permit(actor, "pd-feedback")
    sees = await viewer(actor, work=work, clock=clock)
    name_nobody({"feedback": command.feedback}, sees.roster)
    (await found(command.session, work)).feedback = command.feedback
    return await sessions_of(sees, work, "Saved. You see it again when the next session is planned.")


async def discuss(command: DiscussPd, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Meeting:
    """Put PD design on the next agenda that is open; once a month, however often it is asked."""
    permit(actor, "discuss-pd")
    sees = await viewer(actor, work=work, clock=clock)
    evidence = (await shelf_of(sees, work)).evidence
    suggestion = Suggestion(
        title="PD design",
        provenance=Provenance.MEMBER,
        source=f"pd/{sees.today:%Y-%m}",
        minutes=AGENDA_MINUTES,
        detail="; ".join([*evidence.values()][:3]),
        by=actor.person_id,
        outcome=Outcome.DISCUSS,
        focus=Focus.ADULT,
    )
    return await put_on_agenda(suggestion, work=work, now=sees.now)


async def found(session_id: str, work: UnitOfWork) -> PdSession:
    session = await work.pd.find(session_id)
    if session is None:
        raise NotFound(NO_SUCH)
    return session


async def sessions_of(sees: Viewer, work: UnitOfWork, done: str = "") -> Sessions:
    kept = await work.pd.all()
    ahead = [one for one in kept if one.on >= sees.today]
    return Sessions(ahead, [one for one in kept if one.on < sees.today], await shelf_of(sees, work), done)


async def shelf_of(sees: Viewer, work: UnitOfWork) -> Shelf:
    """What a session can rest on now: only figures that may be shown."""
    evidence = {**await _needs(sees, work), **await _trends(sees, work)}
    for problem in await work.problems.open_ones():
        if problem.state.value != "draft":
            evidence[f"problem:{problem.id}"] = f"{problem.label} {problem.statement}"
    return Shelf(evidence, {one.key: one.name for one in await work.strategies.active()})


async def _needs(sees: Viewer, work: UnitOfWork) -> dict[str, str]:
    """The needs of the quarter before, as the bridge shows them."""
    begins = sees.today.replace(month=(sees.today.month - 1) // 3 * 3 + 1, day=1)
    month = (begins - A_DAY).replace(day=1)
    shown = await needed(month, sees, work, (await work.settings.now()).k)
    people = shown.people if shown else {}
    return {
        f"need:{month:%Y-%m}:{need.value}": f"{count} people need: {NEEDS[need]}"
        for need, count in people.items()
    }


async def _trends(sees: Viewer, work: UnitOfWork) -> dict[str, str]:
    """Of each trend of the last half year, the look-for that was seen least."""
    since, gaps = sees.today - timedelta(days=180), {}
    for window in await work.walkthroughs.windows():
        trend = await trend_of(window, work=work) if window.closes >= since else None
        lines = (
            [(line.whole.percent, name) for name, line, _ in trend.lines() if line.whole.n] if trend else []
        )
        if lines and trend and min(lines)[0] < HALF:
            percent, name = min(lines)
            gaps[f"trend:{window.id}"] = f"Walkthroughs: {name} in {percent}% of visits"
    return gaps
