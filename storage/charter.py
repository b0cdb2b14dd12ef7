"""Questions about the charter, its signatures, and the quarterly question about trust."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.charter import AHEAD, Charter, CharterState, Signature
from bot.model.trust import RATINGS, RoundState, TrustRound
from storage import tables
from storage.mixing import UNTRACEABLE
from storage.recalled import recalled

charters, signatures = tables.charter.charters.c, tables.charter.signatures.c
rounds, participants, answers = (
    tables.charter.rounds.c,
    tables.charter.participants.c,
    tables.charter.answers.c,
)


@dataclass(frozen=True, slots=True)
class Charters:
    session: AsyncSession
    school: str

    def add(self, kept: Charter | Signature) -> None:
        self.session.add(kept)

    async def drop(self, draft: Charter) -> None:
        """Forget a version that nobody adopted."""
        await self.session.delete(draft)

    async def find(self, charter_id: str) -> Charter | None:
        return await self.session.scalar(self._asked().where(charters.id == charter_id))

    async def numbered(self, number: int) -> Charter | None:
        return await self.session.scalar(self._asked().where(charters.number == number))

    @recalled
    async def adopted(self) -> Charter | None:
        """The version that holds; None while the school has none."""
        return await self.session.scalar(self._asked().where(charters.state == CharterState.ADOPTED))

    @recalled
    async def ahead(self) -> Charter | None:
        """The version that is being drafted or was proposed; there is one at most."""
        return await self.session.scalar(self._asked().where(charters.state.in_(AHEAD)))

    async def latest_number(self) -> int:
        asked = select(func.max(charters.number)).where(charters.school == self.school)
        return await self.session.scalar(asked) or 0

    async def signers(self, charter: Charter) -> Sequence[str]:
        """Who signed this version, by their ids."""
        asked = select(signatures.person).where(
            signatures.school == self.school, signatures.charter == charter.id
        )
        return (await self.session.scalars(asked.order_by(signatures.signed_on, signatures.person))).all()

    def _asked(self) -> Select[Charter]:
        return select(Charter).where(charters.school == self.school)


@dataclass(frozen=True, slots=True)
class TrustRounds:
    session: AsyncSession
    school: str

    async def begin(self, opened: TrustRound) -> None:
        """Ask anew. Every answer has its row from the beginning, so that none tells when it came."""
        self.session.add(opened)
        await self.session.flush()
        if opened.state is RoundState.OPEN:
            rows = [{"school": self.school, "round": opened.id, "rating": one, "many": 0} for one in RATINGS]
            await self.session.execute(insert(tables.charter.answers), rows)

    async def find(self, round_id: str) -> TrustRound | None:
        asked = select(TrustRound).where(rounds.school == self.school, rounds.id == round_id)
        return await self.session.scalar(asked)

    @recalled
    async def open_one(self) -> TrustRound | None:
        asked = select(TrustRound).where(rounds.school == self.school, rounds.state == RoundState.OPEN)
        return await self.session.scalar(asked.order_by(rounds.opened_on.desc()).limit(1))

    async def has_answered(self, asked: TrustRound, person: str) -> bool:
        found = select(participants.person).where(
            participants.school == self.school,
            participants.round == asked.id,
            participants.person == person,
        )
        return await self.session.scalar(found) is not None

    async def answer(self, asked: TrustRound, person: str, rating: int) -> None:
        """Count the answer, and apart from it that this person has given one; nothing joins the two."""
        self.session.info[UNTRACEABLE] = True
        row = {"school": self.school, "round": asked.id, "person": person}
        await self.session.execute(insert(tables.charter.participants).values(row))
        which = (answers.school == self.school, answers.round == asked.id, answers.rating == rating)
        counted = update(tables.charter.answers).where(*which).values(many=answers.many + 1)
        await self.session.execute(counted)

    async def counts(self, asked: TrustRound) -> dict[int, int]:
        """How many gave each answer."""
        found = select(answers.rating, answers.many).where(
            answers.school == self.school, answers.round == asked.id
        )
        return {row.rating: row.many for row in await self.session.execute(found)}

    async def forget(self, asked: TrustRound) -> None:
        """Delete who answered, and what was answered; the round itself keeps what may be shown."""
        gone = delete(tables.charter.answers)
        await self.session.execute(gone.where(answers.school == self.school, answers.round == asked.id))
        gone = delete(tables.charter.participants)
        mine = (participants.school == self.school, participants.round == asked.id)
        await self.session.execute(gone.where(*mine))
