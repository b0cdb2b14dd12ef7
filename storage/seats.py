"""Questions about the ILT's seats, suggestions for it, and the days on which teams meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.seats import IltSeat, IltSuggestion, SeatState, TeamMeeting
from storage import tables
from storage.recalled import recalled

seats, suggestions = tables.seats.seats.c, tables.seats.suggestions.c
team_meetings = tables.seats.team_meetings.c


@dataclass(frozen=True, slots=True)
class Seats:
    session: AsyncSession
    school: str

    def add(self, entity: IltSeat | IltSuggestion | TeamMeeting) -> None:
        self.session.add(entity)

    @recalled
    async def open_ones(self) -> Sequence[IltSeat]:
        """Every seat that is taken or offered, oldest first."""
        found = await self.session.scalars(
            select(IltSeat)
            .where(seats.school == self.school, seats.state.in_([SeatState.ACTIVE, SeatState.INVITED]))
            .order_by(seats.id)
        )
        return found.all()

    async def find(self, seat: str) -> IltSeat | None:
        return await self.session.scalar(select(IltSeat).where(seats.school == self.school, seats.id == seat))

    async def left_early(self, today: date) -> Sequence[IltSeat]:
        """The seats of people who have left, whose end nobody has written down yet."""
        found = await self.session.scalars(
            select(IltSeat).where(
                seats.school == self.school,
                seats.state == SeatState.VACATED,
                or_(seats.ends.is_(None), seats.ends > today),
            )
        )
        return found.all()

    async def accepted_since(self, first: date) -> Sequence[IltSeat]:
        """The active seats that somebody accepted and that started on a day or later."""
        found = await self.session.scalars(
            select(IltSeat).where(
                seats.school == self.school,
                seats.state == SeatState.ACTIVE,
                seats.accepted_at.is_not(None),
                seats.starts >= first,
            )
        )
        return found.all()

    async def suggestion(self, suggestion: str) -> IltSuggestion | None:
        return await self.session.scalar(
            select(IltSuggestion).where(suggestions.school == self.school, suggestions.id == suggestion)
        )

    @recalled
    async def suggestions(self) -> Sequence[IltSuggestion]:
        """Every suggestion, the unanswered ones included, in no order that means anything."""
        found = await self.session.scalars(
            select(IltSuggestion)
            .where(suggestions.school == self.school)
            .order_by(suggestions.person, suggestions.strength)
        )
        return found.all()

    async def forget(self, suggestion: IltSuggestion) -> None:
        await self.session.delete(suggestion)

    async def team_meetings(self, first: date) -> Sequence[TeamMeeting]:
        """The days from `first` on when teams met or plan to, soonest first."""
        found = await self.session.scalars(
            select(TeamMeeting)
            .where(team_meetings.school == self.school, team_meetings.day >= first)
            .order_by(team_meetings.day)
        )
        return found.all()
