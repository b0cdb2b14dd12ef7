"""What every routine about seats needs: the seats as they stand, and telling people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import NotFound
from bot.messages.seats import words
from bot.messages.seats.inviting import Offer
from bot.messages.seats.who import Who
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.coverage import Coverage, coverage
from bot.model.everybody import Roster
from bot.model.people import Actor, Duty, Relation, Role, Seat
from bot.model.seats import IltSeat, SeatState, proposed_end
from bot.model.settings import Settings
from bot.permissions import may
from bot.ports import Clock
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

PERSON = frozenset({"person"})
"""The fields in which somebody who works here is chosen."""

ON_ILT = (Relation.ILT_MEMBER, Relation.SCHOOL_LEADER)


@dataclass(frozen=True)
class Chairs:
    """The seats of one school at one moment, as somebody looks at them."""

    sees: Viewer
    settings: Settings
    seats: Sequence[IltSeat]
    found: Coverage

    @property
    def roster(self) -> Roster:
        return self.sees.roster

    def of(self, person_id: str, state: SeatState = SeatState.ACTIVE) -> IltSeat | None:
        """A person's seat in this state."""
        return next((one for one in self.seats if one.person == person_id and one.state is state), None)

    def for_whom(self, keys: Sequence[str]) -> str:
        return words.team_names(keys, self.roster, self.settings.multilingual)

    @property
    def proposed_end(self) -> date:
        return proposed_end(self.roster.school.last_day, self.sees.today)

    def offer(self, seat: IltSeat) -> Offer:
        """A seat as it is offered."""
        return Offer(
            seat.id,
            self.roster.name(seat.person),
            self.roster.name(seat.invited_by),
            self.for_whom(seat.teams),
            seat.why,
            seat.ends,
            len(self.found.seats),
        )

    def page(self) -> Who:
        """Who speaks for whom, for the one who looks."""
        actor, person = self.sees.actor, self.sees.person
        keeps = may(actor, "seats")
        team = self.roster.team_of(actor.person_id)
        invited = [one for one in self.seats if one.state is SeatState.INVITED] if keeps else []
        return Who(
            found=self.found,
            roster=self.roster,
            multilingual=self.settings.multilingual,
            person=person,
            speaker=self.roster.speaker_for(team.key) if team else None,
            keeps=keeps,
            on_ilt=actor.is_any(*ON_ILT),
            ends=self.proposed_end,
            invited=invited,
        )


async def chairs(actor: Actor, *, work: UnitOfWork, clock: Clock) -> Chairs:
    return await chairs_for(await viewer(actor, work=work, clock=clock), work)


async def chairs_for(sees: Viewer, work: UnitOfWork) -> Chairs:
    settings, seats = await work.settings.now(), await work.seats.open_ones()
    return Chairs(sees, settings, seats, coverage(sees.roster, seats, settings.grades))


async def own_seat(seat_id: str, person_id: str, sentence: str, work: UnitOfWork) -> IltSeat:
    """The seat, if it is this person's; raises `NotFound` with the sentence otherwise."""
    seat = await work.seats.find(seat_id)
    if seat is None or seat.person != person_id:
        raise NotFound(sentence)
    return seat


async def tell(
    person: str | None,
    message: Message,
    key: str,
    *,
    sees: Viewer,
    work: UnitOfWork,
    reason: str | None = None,
) -> None:
    """Post to one person, once for this key, in contract hours; not to the one who is doing it."""
    if person is None or person == sees.actor.person_id:
        return
    await work.outbox.post(
        Audience.person(person),
        message,
        key=f"seat/{key}",
        due_at=sees.calendar.opening(sees.now) or sees.now,
        reason=reason,
    )


async def take_seat(seat: IltSeat, work: UnitOfWork) -> None:
    """Give the person the duty of an ILT member, and make them rep of the teams they speak for."""
    roster = await work.people.to_change()
    held = [duty for duty in roster.duties if duty.person == seat.person and duty.role is Role.ILT_MEMBER]
    if not held:
        work.people.add(Duty(school=work.school, person=seat.person, role=Role.ILT_MEMBER))
    sits = [one for one in roster.memberships if one.person == seat.person and one.team in seat.teams]
    became = [one for one in sits if one.seat is Seat.MEMBER]
    for membership in became:
        membership.seat = Seat.REP
    seat.reps = tuple(one.team for one in became)
    await work.flush()


async def leave_seat(person: str, seat: IltSeat | None, state: SeatState, work: UnitOfWork) -> bool:
    """Take the duty and the rep's place that came with the seat; False when there was nothing to end."""
    roster = await work.people.to_change()
    held = [duty for duty in roster.duties if duty.person == person and duty.role is Role.ILT_MEMBER]
    was_active = seat.finish(state) if seat else bool(held)
    await work.people.forget(held)
    for one in roster.memberships:
        if seat and one.person == person and one.team in seat.reps and one.seat is Seat.REP:
            one.seat = Seat.MEMBER
    await work.flush()
    return was_active


def moment(now: datetime) -> str:
    """A part of a key that is new each time."""
    return now.isoformat()
