"""Office hours: offered by coaches below the posts of a decision, booked by one tap, known to two (R-114)."""

from datetime import date, time, timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.home import Rank, Section
from bot.messages.relay import hours as wording
from bot.messages.relay.helping import when
from bot.messages.relay.hours import MOST, PLACE, BookDesk, Booked, HoursDesk, Offered
from bot.messages.vocabulary import Bullets, Message
from bot.model.audiences import Audience
from bot.model.decisions import LASTING, Decision
from bot.model.ids import new_id
from bot.model.people import Actor, Relation
from bot.model.relaying import OfficeSlot
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.questions import public
from bot.routines.decisions.shown import key, opening
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.outbox import STANDS
from storage.unit_of_work import UnitOfWork

NO_LONGER = "This decision no longer stands, so there is nothing to talk about. See: /ilt decisions"
TAKEN = "Somebody was faster. Please choose another time."
GONE = "This time is not there any more."


class HoursAbout(Question):
    decision: str


class OfferHours(Command):
    decision: str
    day: date
    begins: time
    minutes: Annotated[int, Field(ge=5, le=60)]
    many: Annotated[int, Field(ge=1, le=MOST)]
    place: Annotated[str, Field(max_length=PLACE)] = ""


class BookHours(Command):
    decision: str
    slot: str

    @property
    def is_logged_by_name(self) -> bool:
        return False


class CancelSlot(Command):
    slot: str

    @property
    def is_logged_by_name(self) -> bool:
        return False


async def standing(decision_id: str, verb: str, actor: Actor, work: UnitOfWork) -> Decision:
    permit(actor, verb)
    decision = await public(decision_id, actor, work)
    if decision.state not in LASTING:
        raise OutOfDate(NO_LONGER)
    return decision


async def prepare_offer(question: HoursAbout, *, actor: Actor, work: UnitOfWork, clock: Clock) -> HoursDesk:
    decision = await standing(question.decision, "offer-hours", actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    return HoursDesk(decision, sees.calendar.today(opening(sees.calendar, sees.now + timedelta(days=1))))


async def offer(command: OfferHours, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Offered:
    """Keep the times and show them below each post of the decision."""
    decision = await standing(command.decision, "offer-hours", actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    slots = _times(command, sees, work.school)
    taken = {one.starts_at for one in await work.relay.slots_after(sees.now) if one.coach == actor.person_id}
    if taken & {one.starts_at for one in slots}:
        raise Refusal("You offer one of these times already. Please choose another one.", field="begins")
    for slot in slots:
        work.relay.add(slot)
    message = wording.post(decision, sees.roster.name(actor.person_id), slots, sees.calendar.zone)
    places = 0
    for copy in await work.decisions.deliveries([decision.id]):
        if copy.state in STANDS and copy.key in {key(decision, team) for team in decision.teams}:
            places += await work.outbox.post_if_new(
                copy.audience,
                message,
                key=f"relay/hours/{slots[0].id}/{copy.audience.key}",
                due_at=opening(sees.calendar, sees.now),
                thread=copy.told_in or copy.key,
                reason=f"decision:{decision.id}",
            )
    return Offered(decision, slots, places)


def _times(command: OfferHours, sees: Viewer, school: str) -> list[OfficeSlot]:
    first = sees.calendar.at(command.day, command.begins)
    if first <= sees.now or not sees.calendar.is_school_day(command.day):
        raise Refusal("Choose a school day and a time to come.", field="day")
    return [
        OfficeSlot(
            school=school,
            decision=command.decision,
            coach=sees.actor.person_id,
            starts_at=first + n * timedelta(minutes=command.minutes),
            minutes=command.minutes,
            place=command.place,
        )
        for n in range(command.many)
    ]


async def prepare_booking(question: HoursAbout, *, actor: Actor, work: UnitOfWork, clock: Clock) -> BookDesk:
    decision = await standing(question.decision, "book-hours", actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    free = [one for one in await work.relay.slots_after(sees.now, decision.id) if one.booked_by is None]
    if not free:
        raise OutOfDate(wording.NO_TIMES)
    return BookDesk(decision, {one.id: when(one, sees.calendar.zone) for one in free[:10]})


async def book(command: BookHours, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Booked:
    """Take a time; who is first has it. The coach hears who comes, and nobody else."""
    decision = await standing(command.decision, "book-hours", actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    slot = await work.relay.slot(command.slot)
    if slot is None or slot.starts_at <= sees.now:
        raise OutOfDate(GONE)
    if slot.booked_by == actor.person_id:
        return _booked(slot, decision, sees)
    if not slot.book(actor.person_id):
        raise OutOfDate(TAKEN)
    done = _booked(slot, decision, sees)
    who = sees.roster.name(actor.person_id)
    await _tell(slot.coach, wording.to_the_coach(done, who), slot, sees, work)
    return done


def _booked(slot: OfficeSlot, decision: Decision | None, sees: Viewer) -> Booked:
    label = decision.label if decision else "a decision"
    return Booked(slot, label, sees.roster.name(slot.coach), sees.calendar.zone)


async def _tell(person: str, message: Message, slot: OfficeSlot, sees: Viewer, work: UnitOfWork) -> None:
    await work.outbox.post(
        Audience.person(person),
        message,
        key=f"relay/hours/{slot.id}/booked/{new_id()}",
        due_at=opening(sees.calendar, sees.now),
        stale_at=slot.starts_at,
    )


async def cancel(command: CancelSlot, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Booked:
    """Whoever booked frees the time; the coach takes it back. The other of the two hears of it."""
    slot = await work.relay.slot(command.slot)
    sees = await viewer(actor, work=work, clock=clock)
    if slot is None or slot.starts_at <= sees.now:
        raise NotFound(GONE)
    me = actor.person_id
    permit(actor, "cancel-slot", *([Relation.PAIR] if me in (slot.coach, slot.booked_by) else []))
    done, other = _booked(slot, await work.decisions.find(slot.decision), sees), slot.booked_by
    if me == slot.coach:
        await work.relay.drop_slot(slot)
    else:
        slot.booked_by, other = None, slot.coach
    if other:
        await _tell(other, wording.called_off(done, sees.roster.name(me)), slot, sees, work)
    return done


async def ahead(sees: Viewer, work: UnitOfWork) -> list[Section]:
    """The office hours of this person that somebody booked, or that they booked themself."""
    me, lines = sees.actor.person_id, []
    for slot in await work.relay.slots_after(sees.now):
        if slot.booked_by is None or me not in (slot.coach, slot.booked_by):
            continue
        decision = await work.decisions.find(slot.decision)
        other = sees.roster.name(slot.booked_by if me == slot.coach else slot.coach)
        lines.append(wording.line(_booked(slot, decision, sees), other))
    return [Section(Rank.DATES, "Office hours", (Bullets(tuple(lines)),))] if lines else []
