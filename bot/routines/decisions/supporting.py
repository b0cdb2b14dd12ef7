"""The support behind a decision: planned, confirmed by its sponsor, and looked at three times (R-037)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.decisions import supporting as wording
from bot.messages.decisions.supporting import PROMISE, SupportDesk, Supported
from bot.messages.home import Waiting
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.decisions import Decision, DecisionState
from bot.model.decisions_life import review_day
from bot.model.decisions_record import is_open
from bot.model.decisions_support import Support, SupportCheck, check_days
from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Actor, Role
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.decisions.shown import found, open_record, opening, rewrite, telling
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

SHOWN = 3
Line = Annotated[str, Field(max_length=PROMISE)]


class DecisionToSupport(Question):
    decision: str


class SupportDecision(Command):
    decision: str
    sponsor: str | None = None
    time: Line = ""
    materials: Line = ""
    coaching: Line = ""


class AnswerForSupport(Command):
    """What the sponsor says about it, at one of the three checks or in between."""

    decision: str
    check: SupportCheck | None = None


def sponsors(roster: Roster) -> Mapping[str, str]:
    """The administrators, who alone can stand for time and money."""
    held = roster.holders(Role.SCHOOL_LEADER, Role.DEPUTY)
    return {person.id: person.name for person in held}


async def prepare_support(
    question: DecisionToSupport, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> SupportDesk:
    decision = await open_record(question.decision, "support-decision", actor=actor, work=work)
    roster = await work.people.roster()
    return SupportDesk(await telling(decision, roster, work), sponsors(roster))


async def support(command: SupportDecision, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Supported:
    """Keep the plan and tell its sponsor; what is newly promised is not there until the sponsor says so."""
    decision = await open_record(command.decision, "support-decision", actor=actor, work=work)
    sees = await viewer(actor, work=work, clock=clock)
    plan = Support(command.time, command.materials, command.coaching)
    if command.sponsor not in sponsors(sees.roster) and (plan.is_promised or command.sponsor):
        raise Refusal(wording.NO_SPONSOR, field="sponsor")
    is_new = plan.is_promised and (plan, command.sponsor) != (decision.support, decision.sponsor)
    if plan != decision.support:
        decision.supported_on, decision.support_checks = None, {}
    decision.support, decision.sponsor = plan, command.sponsor or decision.sponsor
    if is_new and decision.sponsor and decision.sponsor != actor.person_id:
        await tell_the_sponsor(decision, sees, work)
    copies = await rewrite(decision, sees, work) if decision.is_public else 0
    return Supported(await telling(decision, sees.roster, work), bool(copies))


async def tell_the_sponsor(decision: Decision, sees: Viewer, work: UnitOfWork) -> None:
    if decision.sponsor is None:
        return
    await work.outbox.post(
        Audience.person(decision.sponsor),
        wording.named(await telling(decision, sees.roster, work)),
        key=f"decision/{decision.id}/sponsor/{new_id()}",
        due_at=opening(sees.calendar, sees.now),
        reason=f"decision-sponsor:{decision.id}/{decision.sponsor}",
    )


async def confirm_support(
    command: AnswerForSupport, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Supported:
    """The support is there. Posts that said it was being arranged say what there is."""
    decision = await promised(command.decision, "confirm-support", actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    keep_answer(decision, command.check, is_there=True)
    if decision.supported_on is not None:
        return Supported(await telling(decision, sees.roster, work), is_there=True)
    decision.supported_on = sees.today
    copies = await rewrite(decision, sees, work) if decision.is_public else 0
    return Supported(await telling(decision, sees.roster, work), bool(copies), is_there=True)


async def miss_support(
    command: AnswerForSupport, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Supported:
    """The support is not there, or not any more: posts say that it is being arranged."""
    decision = await promised(command.decision, "miss-support", actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    keep_answer(decision, command.check, is_there=False)
    if decision.supported_on is None:
        return Supported(await telling(decision, sees.roster, work), is_there=False)
    decision.supported_on = None
    copies = await rewrite(decision, sees, work) if decision.is_public else 0
    return Supported(await telling(decision, sees.roster, work), bool(copies), is_there=False)


async def promised(decision_id: str, verb: str, actor: Actor, work: UnitOfWork) -> Decision:
    """The decision, while support is promised for it; raises `NotFound`, `NotPermitted` or `OutOfDate`."""
    permit(actor, verb)
    decision = await found(decision_id, actor=actor, work=work)
    if not decision.support.is_promised or not is_open(decision):
        raise OutOfDate(wording.NOT_PROMISED)
    return decision


def keep_answer(decision: Decision, check: SupportCheck | None, *, is_there: bool) -> None:
    if check is not None:
        decision.support_checks = {**decision.support_checks, check.value: is_there}


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """At the start while it is not there, half way and at the review: a question to the sponsor alone."""
    asked = [one for one in await work.decisions.lasting() if one.sponsor and one.support.is_promised]
    if not asked:
        return ()
    calendar = await work.calendar.whole()
    return [letter for decision in asked for letter in _checks(decision, calendar, work)]


def _checks(decision: Decision, calendar: SchoolCalendar, work: UnitOfWork) -> list[Due]:
    if decision.sponsor is None:
        return []
    days = check_days(decision.starts_on, review_day(decision, calendar), calendar)
    return [
        Due(
            key=f"decision/{decision.id}/support/{check}/{decision.reviews}/{day.isoformat()}",
            at=calendar.at(day, calendar.morning),
            what=f"Support of decision {decision.label}",
            why="the sponsor is asked at the start, half way and at the review",
            audience=Audience.person(decision.sponsor),
            act=_asked(decision, check, work),
            group=f"decision-support/{decision.id}",
            reason=f"decision-support:{decision.id}/{check}",
        )
        for check, day in days.items()
    ]


def _asked(
    decision: Decision, check: SupportCheck, work: UnitOfWork
) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> Message | None:
        if not is_worth_asking(decision, check):
            return None
        return wording.check(await telling(decision, await work.people.roster(), work), check)

    return act


def is_worth_asking(decision: Decision, check: SupportCheck) -> bool:
    """Whether the sponsor has not answered this one; at the start nobody is asked once it is there."""
    if decision.state is not DecisionState.RELAYED or check.value in decision.support_checks:
        return False
    return check is not SupportCheck.LAUNCH or decision.supported_on is None


async def still_to_ask(what: str, work: UnitOfWork, clock: Clock) -> bool:
    decision_id, _, check = what.partition("/")
    decision = await work.decisions.find(decision_id)
    return decision is not None and is_worth_asking(decision, SupportCheck(check))


async def still_the_sponsor(what: str, work: UnitOfWork, clock: Clock) -> bool:
    decision_id, _, sponsor = what.partition("/")
    decision = await work.decisions.find(decision_id)
    return decision is not None and is_open(decision) and decision.sponsor == sponsor


async def waiting(sees: Viewer, work: UnitOfWork) -> tuple[Waiting, ...]:
    """What this person promised as a sponsor and has not said is there."""
    if not may(sees.actor, "confirm-support"):
        return ()
    mine = [
        one
        for one in await work.decisions.open()
        if one.sponsor == sees.actor.person_id and one.support.is_promised and one.supported_on is None
    ]
    return tuple([wording.waiting(await telling(one, sees.roster, work)) for one in mine[:SHOWN]])
