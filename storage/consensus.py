"""Questions about consensus checks, the votes of the round that is open, and the faculty's votes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.consensus import OPEN, ConsensusCheck, Vote
from bot.model.ratification import Ratification, RatificationState
from bot.model.staff_input.anonymous import random_id
from storage import tables
from storage.columns import insert
from storage.mixing import UNTRACEABLE, shuffled
from storage.recalled import recalled

CHECKS, VOTES, TAPS, VOICES = (
    tables.consensus.checks,
    tables.consensus.votes,
    tables.consensus.taps,
    tables.consensus.voices,
)
POLLS, RATIFIERS = tables.consensus.ratifications, tables.consensus.ratifiers


@dataclass(frozen=True, slots=True)
class Consensus:
    session: AsyncSession
    school: str

    def add(self, entity: ConsensusCheck | Vote) -> None:
        self.session.add(entity)

    async def find(self, check_id: str) -> ConsensusCheck | None:
        mine = (CHECKS.c.school == self.school, CHECKS.c.id == check_id)
        return await self.session.scalar(select(ConsensusCheck).where(*mine))

    @recalled
    async def open_ones(self) -> Sequence[ConsensusCheck]:
        """The checks that have not come to an end, oldest first."""
        mine = (CHECKS.c.school == self.school, CHECKS.c.state.in_(OPEN))
        asked = select(ConsensusCheck).where(*mine).order_by(CHECKS.c.number)
        return (await self.session.scalars(asked)).all()

    async def latest(self, most: int) -> Sequence[ConsensusCheck]:
        """The newest checks, newest first."""
        asked = select(ConsensusCheck).where(CHECKS.c.school == self.school)
        return (await self.session.scalars(asked.order_by(CHECKS.c.number.desc()).limit(most))).all()

    async def votes(self, check_id: str) -> Sequence[Vote]:
        """The votes of the round that is open, in an order made by chance."""
        mine = (VOTES.c.school == self.school, VOTES.c.check == check_id)
        return shuffled((await self.session.scalars(select(Vote).where(*mine))).all())

    async def voted(self, check_ids: Collection[str], person: str) -> frozenset[str]:
        """Those of these checks in whose open round this person has voted, by their ids."""
        mine = (VOTES.c.school == self.school, VOTES.c.check.in_(check_ids), VOTES.c.person == person)
        return frozenset((await self.session.scalars(select(VOTES.c.check).where(*mine))).all())

    async def forget_votes(self, check_id: str) -> None:
        """From here on nobody can tell who voted how."""
        await self.session.flush()
        mine = (VOTES.c.school == self.school, VOTES.c.check == check_id)
        await self.session.execute(delete(VOTES).where(*mine))
        self._leave_no_trace()

    async def tapped(self, check_id: str, person: str) -> bool:
        """Note that this person has named a risk, and not which; False when they had."""
        row = {"id": random_id(), "school": self.school, "check": check_id, "person": person}
        adding = insert(self.session, TAPS).values(row).on_conflict_do_nothing()
        self._leave_no_trace()
        return await self.session.scalar(adding.returning(TAPS.c.id)) is not None

    async def taps(self, check_id: str) -> int:
        mine = (TAPS.c.school == self.school, TAPS.c.check == check_id)
        return await self.session.scalar(select(func.count()).select_from(TAPS).where(*mine)) or 0

    async def forget_taps(self, check_id: str) -> None:
        mine = (TAPS.c.school == self.school, TAPS.c.check == check_id)
        await self.session.execute(delete(TAPS).where(*mine))

    async def say(self, check_id: str, team: str, words: str) -> None:
        """Keep what somebody of a team said, and nothing of who."""
        row = {"id": random_id(), "school": self.school, "check": check_id, "team": team, "words": words}
        await self.session.execute(VOICES.insert().values(row))
        self._leave_no_trace()

    async def said(self, check_id: str) -> Sequence[tuple[str, str]]:
        """Team and words of each answer, in an order made by chance."""
        mine = (VOICES.c.school == self.school, VOICES.c.check == check_id)
        found = await self.session.execute(
            select(VOICES.c.team, VOICES.c.words).where(*mine).order_by(VOICES.c.id)
        )
        return [(team, words) for team, words in found]

    def add_poll(self, poll: Ratification) -> None:
        self.session.add(poll)

    async def poll(self, decision_id: str) -> Ratification | None:
        mine = (POLLS.c.school == self.school, POLLS.c.decision == decision_id)
        return await self.session.scalar(select(Ratification).where(*mine))

    @recalled
    async def open_polls(self) -> Sequence[Ratification]:
        """What is before the faculty, or will be, soonest closed first."""
        mine = (POLLS.c.school == self.school, POLLS.c.state == RatificationState.OPEN)
        asked = select(Ratification).where(*mine).order_by(POLLS.c.closes_at)
        return (await self.session.scalars(asked)).all()

    async def ratified_by(self, poll_id: str, person: str) -> bool:
        """Note that this person has voted, and not how; False when they had."""
        row = {"id": random_id(), "school": self.school, "ratification": poll_id, "person": person}
        adding = insert(self.session, RATIFIERS).values(row).on_conflict_do_nothing()
        self._leave_no_trace()
        return await self.session.scalar(adding.returning(RATIFIERS.c.id)) is not None

    async def has_ratified(self, poll_id: str, person: str) -> bool:
        mine = (
            RATIFIERS.c.school == self.school,
            RATIFIERS.c.ratification == poll_id,
            RATIFIERS.c.person == person,
        )
        return await self.session.scalar(select(RATIFIERS.c.id).where(*mine)) is not None

    async def forget_ratifiers(self, poll_id: str) -> None:
        mine = (RATIFIERS.c.school == self.school, RATIFIERS.c.ratification == poll_id)
        await self.session.execute(delete(RATIFIERS).where(*mine))

    def _leave_no_trace(self) -> None:
        self.session.info[UNTRACEABLE] = True
