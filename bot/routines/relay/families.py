"""What families may read: drafted when staff are told, approved, corrected when it changes (R-103)."""

from datetime import datetime
from functools import partial
from typing import Annotated, ClassVar

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.decisions.passing_on import beyond
from bot.messages.home import Waiting
from bot.messages.relay import families as wording
from bot.messages.relay.families import WORDS, Approved, FamilyDesk
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.decisions import LASTING, Decision
from bot.model.decisions_record import Beyond
from bot.model.everybody import Roster
from bot.model.people import Actor, Person, Relation, Role
from bot.model.relaying import DocumentState, FamilySummary, version_of
from bot.model.settings import Settings
from bot.model.staff_input import names_in
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.shown import NO_SUCH, opening
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork


class AboutFamilies(Question):
    decision: str


class ApproveForFamilies(Command):
    """`of` is the state of the decision that was on the screen."""

    name_staff: ClassVar[frozenset[str]] = frozenset({"of"})

    decision: str
    of: str
    words: Annotated[str, Field(min_length=1, max_length=WORDS)]


def approver(settings: Settings, roster: Roster) -> Person | None:
    """Who approves it: whom the school named, else the school leader."""
    named = roster.person(settings.relay.approver)
    return named if named is not None and named.active else roster.first_of(Role.SCHOOL_LEADER)


def waits(decision: Decision, kept: FamilySummary | None) -> bool:
    """Whether somebody has to look at it: there is no approved text, or the decision has changed since."""
    if kept is None or kept.state is DocumentState.DRAFT:
        return decision.state in LASTING
    return kept.of != version_of(decision)


async def open_ones(work: UnitOfWork) -> list[tuple[Decision, FamilySummary | None]]:
    """The decisions that touch families, were told to staff, and wait for an approval."""
    found = []
    kept = {one.decision: one for one in await work.relay.families()}
    about = await work.decisions.named(await work.relay.told_beyond(beyond(Beyond.FAMILIES)))
    for decision in sorted(about.values(), key=lambda one: one.number):
        if decision.relayed_at is not None and waits(decision, kept.get(decision.id)):
            found.append((decision, kept.get(decision.id)))
    return found


async def due(work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
    """A task for whoever approves, once for each state of the decision."""
    found = await open_ones(work)
    if not found:
        return []
    person = approver(await work.settings.now(), await work.people.roster())
    calendar = await work.calendar.whole()
    if person is None:
        return []
    return [
        Due(
            key=f"relay/family/{decision.id}/{version_of(decision)}",
            at=since(decision, calendar) or until,
            what=f"What families read about decision {decision.label}",
            why="staff have been told" if kept is None else "the decision has changed",
            audience=Audience.person(person.id),
            act=partial(_task, decision, work),
            reason=f"family:{decision.id}",
        )
        for decision, kept in found
    ]


def since(decision: Decision, calendar: SchoolCalendar) -> datetime | None:
    """Since when it waits: staff were told, or the decision has changed after that."""
    changed = [day for day in (decision.corrected_on, decision.news_on) if day is not None]
    return calendar.morning_of(max(changed)) if changed else decision.relayed_at


async def _task(decision: Decision, work: UnitOfWork) -> Message:
    roster, kept = await work.people.roster(), await work.relay.family(decision.id)
    desk = _desk(decision, kept, roster)
    if kept is None:
        work.relay.add(FamilySummary(school=work.school, decision=decision.id, words=desk.words, of=desk.of))
    return wording.card(desk)


def _desk(decision: Decision, kept: FamilySummary | None, roster: Roster) -> FamilyDesk:
    """The text to look at: what was approved while it still holds, else a draft."""
    again = kept is not None and kept.state is DocumentState.APPROVED
    holds = kept is not None and kept.of == version_of(decision)
    words = kept.words if kept is not None and holds else wording.draft(decision, again=again)
    changed = again and not holds
    return FamilyDesk(decision, words, version_of(decision), changed, tuple(names_in(roster, words)))


async def prepare(question: AboutFamilies, *, actor: Actor, work: UnitOfWork, clock: Clock) -> FamilyDesk:
    decision, kept = await _open(question.decision, actor, work)
    return _desk(decision, kept, await work.people.roster())


async def _open(decision_id: str, actor: Actor, work: UnitOfWork) -> tuple[Decision, FamilySummary | None]:
    person = approver(await work.settings.now(), await work.people.roster())
    is_mine = person is not None and person.id == actor.person_id
    permit(actor, "approve-family", *([Relation.CARRIER] if is_mine else []))
    decision, kept = await work.decisions.find(decision_id), await work.relay.family(decision_id)
    if decision is None:
        raise NotFound(NO_SUCH)
    is_theirs = decision.id in await work.relay.told_beyond(beyond(Beyond.FAMILIES))
    if decision.relayed_at is None or not (kept or is_theirs):
        raise OutOfDate(wording.NOTHING_TO_APPROVE)
    return decision, kept


async def approve(command: ApproveForFamilies, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Approved:
    """Keep the words and give them out to be copied. The bot itself never writes to families."""
    decision, kept = await _open(command.decision, actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    if command.of != version_of(decision):
        raise OutOfDate(wording.MEANWHILE)
    if names := tuple(names_in(sees.roster, command.words)):
        raise Refusal(f"Please take out: {', '.join(names)}.", field="words")
    is_same = kept is not None and kept.state is DocumentState.APPROVED and kept.words == command.words
    if kept is None:
        kept = FamilySummary(school=work.school, decision=decision.id, words="", of="")
        work.relay.add(kept)
    kept.approve(command.words, of=command.of, by=actor.person_id, on=sees.today)
    teller = await _teller(decision, sees, work)
    if teller is not None and not is_same:
        await work.outbox.post(
            Audience.person(teller.id),
            wording.to_the_teller(decision, command.words),
            key=f"relay/family/{decision.id}/text/{sees.now:%Y%m%d%H%M%S}",
            due_at=opening(sees.calendar, sees.now),
        )
    return Approved(decision, command.words, teller.name if teller else "")


async def _teller(decision: Decision, sees: Viewer, work: UnitOfWork) -> Person | None:
    """Who tells families, when that is somebody else than the one who approves."""
    named = (await work.decisions.tellers(decision.id)).get(beyond(Beyond.FAMILIES), "")
    person = sees.roster.person(named)
    is_other = person is not None and person.active and person.id != sees.actor.person_id
    return person if is_other else None


async def still_waits(decision_id: str, work: UnitOfWork, clock: Clock) -> bool:
    decision = await work.decisions.find(decision_id)
    return decision is not None and waits(decision, await work.relay.family(decision_id))


async def waiting(sees: Viewer, work: UnitOfWork) -> list[Waiting]:
    person = approver(await work.settings.now(), sees.roster)
    if person is None or person.id != sees.actor.person_id:
        return []
    return [wording.waiting(decision) for decision, _ in (await open_ones(work))[:3]]
