"""Questions about what follows a relay. Who answered and what was answered lie in two tables, in no order."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.audiences import Audience
from bot.model.going import Going, GoingAnswer, GoingParticipant, GoingRound
from bot.model.outbox import LetterAct, LetterState
from bot.model.relaying import FamilySummary, HelpRequest, OfficeSlot, TeamDigest, TeamTalk
from storage import tables
from storage.mixing import mix_in, shuffled
from storage.recalled import recalled

rounds = tables.relay.rounds.c
answers, participants = tables.relay.answers, tables.relay.participants
helps, slots, talks = tables.relay.helps, tables.relay.slots.c, tables.relay.talks.c
families, digests = tables.relay.families.c, tables.relay.digests.c
outbox = tables.outbox.outbox.c
tellers = tables.decisions.decision_tellers.c


@dataclass(frozen=True, slots=True)
class Relays:
    session: AsyncSession
    school: str

    def add(self, entity: GoingRound | OfficeSlot | TeamTalk | FamilySummary | TeamDigest) -> None:
        self.session.add(entity)

    async def round(self, round_id: str) -> GoingRound | None:
        mine = (rounds.school == self.school, rounds.id == round_id)
        return await self.session.scalar(select(GoingRound).where(*mine))

    async def round_of(self, decision_id: str, opens_on: date) -> GoingRound | None:
        mine = (rounds.school == self.school, rounds.decision == decision_id, rounds.opens_on == opens_on)
        return await self.session.scalar(select(GoingRound).where(*mine))

    @recalled
    async def open_rounds(self) -> Sequence[GoingRound]:
        mine = (rounds.school == self.school, rounds.result.is_(None))
        asked = select(GoingRound).where(*mine).order_by(rounds.opens_on, rounds.id)
        return (await self.session.scalars(asked)).all()

    async def rounds_about(self, decision_id: str) -> Sequence[GoingRound]:
        """The closed rounds about a decision, oldest first."""
        mine = (rounds.school == self.school, rounds.decision == decision_id, rounds.result.is_not(None))
        asked = select(GoingRound).where(*mine).order_by(rounds.opens_on)
        return (await self.session.scalars(asked)).all()

    async def has_answered(self, round_id: str, person: str) -> bool:
        mine = (participants.c.school == self.school, participants.c.round == round_id)
        found = select(func.count()).where(*mine, participants.c.person == person)
        return bool(await self.session.scalar(found))

    async def keep(self, answer: GoingAnswer, participant: GoingParticipant) -> bool:
        """Keep an answer, and apart from it that this person answered; False when they had already."""
        if await self.has_answered(participant.round, participant.person):
            return False
        for table, row in ((answers, answer), (participants, participant)):
            among = (table.c.school == self.school, table.c.round == answer.round)
            await mix_in(self.session, table, asdict(row), *among)
        return True

    async def answers_to(self, round_id: str) -> list[tuple[str, Going]]:
        """Team and mark of each answer, in an order made by chance."""
        mine = (answers.c.school == self.school, answers.c.round == round_id)
        found = await self.session.execute(select(answers.c.team, answers.c.mark).where(*mine))
        return shuffled([(team, mark) for team, mark in found])

    async def forget_answers(self, round_id: str) -> None:
        """Delete who answered, and every single answer."""
        for table in (answers, participants):
            mine = (table.c.school == self.school, table.c.round == round_id)
            await self.session.execute(delete(table).where(*mine))

    async def ask_for_help(self, asked: HelpRequest) -> None:
        """Keep it among the others, in an order made by chance."""
        await mix_in(self.session, helps, asdict(asked), helps.c.school == self.school)

    async def help_for(self, lead: str | None) -> list[HelpRequest]:
        """What was asked of this lead, or of the coaches."""
        mine = (helps.c.school == self.school, helps.c.to.is_(None) if lead is None else helps.c.to == lead)
        found = await self.session.execute(select(*helps.c).where(*mine))
        return shuffled([HelpRequest(**row._mapping) for row in found])

    async def help(self, help_id: str) -> HelpRequest | None:
        mine = (helps.c.school == self.school, helps.c.id == help_id)
        row = (await self.session.execute(select(*helps.c).where(*mine))).first()
        return HelpRequest(**row._mapping) if row else None

    async def settle_help(self, help_id: str) -> None:
        mine = (helps.c.school == self.school, helps.c.id == help_id)
        await self.session.execute(delete(helps).where(*mine))

    async def slot(self, slot_id: str) -> OfficeSlot | None:
        mine = (slots.school == self.school, slots.id == slot_id)
        return await self.session.scalar(select(OfficeSlot).where(*mine))

    async def slots_after(self, now: datetime, decision_id: str | None = None) -> Sequence[OfficeSlot]:
        """The times to come, soonest first; with a decision, those about it."""
        mine = [slots.school == self.school, slots.starts_at > now]
        mine += [slots.decision == decision_id] if decision_id else []
        return (await self.session.scalars(select(OfficeSlot).where(*mine).order_by(slots.starts_at))).all()

    async def drop_slot(self, slot: OfficeSlot) -> None:
        await self.session.delete(slot)

    async def talk(self, day: date, team: str) -> TeamTalk | None:
        mine = (talks.school == self.school, talks.day == day, talks.team == team)
        return await self.session.scalar(select(TeamTalk).where(*mine))

    async def talks_on(self, days: Collection[date]) -> Sequence[TeamTalk]:
        """What teams talked about of what went out on these days."""
        mine = (talks.school == self.school, talks.day.in_(days))
        return (await self.session.scalars(select(TeamTalk).where(*mine).order_by(talks.id))).all()

    async def family(self, decision_id: str) -> FamilySummary | None:
        mine = (families.school == self.school, families.decision == decision_id)
        return await self.session.scalar(select(FamilySummary).where(*mine))

    @recalled
    async def families(self) -> Sequence[FamilySummary]:
        mine = families.school == self.school
        return (await self.session.scalars(select(FamilySummary).where(mine).order_by(families.id))).all()

    @recalled
    async def told_beyond(self, whom: str) -> frozenset[str]:
        """The decisions, by id, that somebody tells people of whom no channel reaches."""
        mine = (tellers.school == self.school, tellers.to == whom)
        return frozenset((await self.session.scalars(select(tellers.decision).where(*mine))).all())

    async def digest(self, month: date) -> TeamDigest | None:
        mine = (digests.school == self.school, digests.month == month)
        return await self.session.scalar(select(TeamDigest).where(*mine))

    async def last_digest(self, before: date) -> TeamDigest | None:
        mine = (digests.school == self.school, digests.month < before)
        return await self.session.scalar(
            select(TeamDigest).where(*mine).order_by(digests.month.desc()).limit(1)
        )

    async def told(self, team: str, most: int) -> list[tuple[str, datetime]]:
        """The last letters to a team's channel, or to all staff, newest first: key and moment."""
        places = (Audience.team(team).key, Audience.all_staff().key)
        here = (outbox.audience.in_(places), outbox.act == LetterAct.POST, outbox.thread.is_(None))
        out = outbox.state.not_in((LetterState.DROPPED, LetterState.EXPIRED))
        asked = select(outbox.key, outbox.due_at).where(outbox.school == self.school, *here, out)
        found = await self.session.execute(asked.order_by(outbox.due_at.desc()).limit(most))
        return [(key, at) for key, at in found if not key.endswith("/relay/all_staff")]
