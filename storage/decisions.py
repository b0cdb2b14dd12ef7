"""Questions about decisions, about what staff ask of them, and about who has read them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.decisions import LASTING, PUBLIC, Decision, DecisionState
from bot.model.decisions_life import DecisionChange
from bot.model.decisions_questions import DecisionQuestion, QuestionState
from bot.model.decisions_record import ENDED, DecisionTeller, FirstStep
from bot.model.ids import new_id
from storage import tables
from storage.columns import insert
from storage.recalled import recalled
from storage.standings import Standing, standings

decisions = tables.decisions.decisions.c
questions = tables.decisions.decision_questions.c
outbox = tables.outbox.outbox.c
receipts = tables.decisions.decision_receipts
changes = tables.decisions.decision_changes.c
steps = tables.decisions.first_steps.c
tellers = tables.decisions.decision_tellers.c


@dataclass(frozen=True, slots=True)
class Decisions:
    session: AsyncSession
    school: str

    def add(self, entity: Decision | DecisionQuestion | DecisionChange | FirstStep) -> None:
        self.session.add(entity)

    async def find(self, decision_id: str) -> Decision | None:
        return await self.session.scalar(
            select(Decision).where(decisions.school == self.school, decisions.id == decision_id)
        )

    async def named(self, ids: Collection[str]) -> dict[str, Decision]:
        """These decisions, by id."""
        found = await self.session.scalars(
            select(Decision).where(decisions.school == self.school, decisions.id.in_(ids))
        )
        return {decision.id: decision for decision in found}

    async def register(self) -> Sequence[Decision]:
        """Every decision of the school, newest first."""
        found = await self.session.scalars(
            select(Decision).where(decisions.school == self.school).order_by(decisions.number.desc())
        )
        return found.all()

    async def standing(self) -> Sequence[Decision]:
        """The decisions that staff have been told and that nothing has replaced, newest first."""
        found = await self.session.scalars(
            select(Decision)
            .where(decisions.school == self.school, decisions.state == DecisionState.RELAYED)
            .order_by(decisions.number.desc())
        )
        return found.all()

    @recalled
    async def lasting(self) -> Sequence[Decision]:
        """The decisions that staff have been told and that still stand, or only pause; oldest first."""
        found = await self.session.scalars(
            select(Decision)
            .where(decisions.school == self.school, decisions.state.in_(LASTING))
            .order_by(decisions.number)
        )
        return found.all()

    async def history(self, decision_id: str) -> Sequence[DecisionChange]:
        """What has become of a decision since it was recorded, oldest first."""
        found = await self.session.scalars(
            select(DecisionChange)
            .where(changes.school == self.school, changes.decision == decision_id)
            .order_by(changes.at, changes.id)
        )
        return found.all()

    async def to_come(self) -> Sequence[Decision]:
        """The decisions that have not gone out yet, oldest first."""
        found = await self.session.scalars(
            select(Decision)
            .where(decisions.school == self.school, decisions.state == DecisionState.RECORDED)
            .order_by(decisions.number)
        )
        return found.all()

    @recalled
    async def to_relay(self, after: datetime) -> Sequence[Decision]:
        """The decisions that have not gone out yet, or were due to after a moment; oldest first."""
        lately = and_(decisions.state.in_(PUBLIC), decisions.relayed_at > after)
        found = await self.session.scalars(
            select(Decision)
            .where(decisions.school == self.school, or_(decisions.state == DecisionState.RECORDED, lately))
            .order_by(decisions.number)
        )
        return found.all()

    async def note_read(self, decision_id: str, person_id: str) -> None:
        """Remember that this person has read it; a second time changes nothing."""
        row = {"id": new_id(), "school": self.school, "decision": decision_id, "person": person_id}
        await self.session.execute(insert(self.session, receipts).values(row).on_conflict_do_nothing())

    async def forget_readings(self, decision_id: str) -> None:
        """Let everybody say anew that they have read it."""
        mine = (receipts.c.school == self.school, receipts.c.decision == decision_id)
        await self.session.execute(delete(receipts).where(*mine))

    async def deliveries(self, ids: Collection[str]) -> list[Standing]:
        """What has become of the posts about these decisions, in the order of their keys."""
        prefixes = [f"decision/{decision_id}/relay/" for decision_id in ids]
        posts = or_(false(), *(outbox.key.startswith(prefix, autoescape=True) for prefix in prefixes))
        return list(await standings(self.session, self.school, posts))

    async def question(self, question_id: str) -> DecisionQuestion | None:
        return await self.session.scalar(
            select(DecisionQuestion).where(questions.school == self.school, questions.id == question_id)
        )

    async def questions_about(self, decision_id: str) -> Sequence[DecisionQuestion]:
        """What has been asked about a decision, oldest first."""
        found = await self.session.scalars(
            select(DecisionQuestion)
            .where(questions.school == self.school, questions.decision == decision_id)
            .order_by(questions.asked_at, questions.id)
        )
        return found.all()

    @recalled
    async def open_questions(self) -> Sequence[DecisionQuestion]:
        """What nobody has answered yet, oldest first."""
        found = await self.session.scalars(
            select(DecisionQuestion)
            .where(questions.school == self.school, questions.state == QuestionState.OPEN)
            .order_by(questions.asked_at, questions.id)
        )
        return found.all()

    async def asked_by(self, person_id: str, limit: int) -> Sequence[DecisionQuestion]:
        """What this person asked last, newest first."""
        found = await self.session.scalars(
            select(DecisionQuestion)
            .where(questions.school == self.school, questions.asked_by == person_id)
            .order_by(questions.asked_at.desc(), questions.id.desc())
            .limit(limit)
        )
        return found.all()

    async def open(self) -> Sequence[Decision]:
        """The decisions that have neither ended nor been withdrawn, whether staff know of them or not; oldest
        first."""
        found = await self.session.scalars(
            select(Decision)
            .where(decisions.school == self.school, decisions.state.not_in(ENDED))
            .order_by(decisions.number)
        )
        return found.all()

    async def first_steps(self, ids: Collection[str]) -> Sequence[FirstStep]:
        """The first steps that members of the ILT wrote about these decisions, oldest first."""
        found = await self.session.scalars(
            select(FirstStep)
            .where(steps.school == self.school, steps.decision.in_(ids))
            .order_by(steps.at, steps.id)
        )
        return found.all()

    async def tellers(self, decision_id: str) -> dict[str, str]:
        """Who passes a decision on, where somebody said so: the person's id by whom they tell."""
        return (await self.tellers_of([decision_id])).get(decision_id, {})

    async def tellers_of(self, decision_ids: Collection[str]) -> dict[str, dict[str, str]]:
        """The same of several decisions, by their ids; those of which nobody said it are left out."""
        mine = (tellers.school == self.school, tellers.decision.in_(decision_ids))
        found: dict[str, dict[str, str]] = {}
        for one in await self.session.scalars(select(DecisionTeller).where(*mine)):
            found.setdefault(one.decision, {})[one.to] = one.person
        return found

    async def let_tell(self, decision_id: str, named: Mapping[str, str]) -> None:
        """Let these people pass it on, and nobody else."""
        mine = (tellers.school == self.school, tellers.decision == decision_id)
        await self.session.execute(delete(tables.decisions.decision_tellers).where(*mine))
        rows = (
            DecisionTeller(school=self.school, decision=decision_id, to=to, person=person)
            for to, person in named.items()
        )
        self.session.add_all(rows)
