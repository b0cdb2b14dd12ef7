"""Questions about campaigns and their answers. Answers without a name are kept so that no order is told."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.campaigns import Campaign, CampaignAnswer, CampaignState, CampaignWords
from storage import tables
from storage.mixing import mix_in, shuffled
from storage.recalled import recalled

campaigns, answers = tables.campaigns.campaigns.c, tables.campaigns.answers.c
nameless = tables.campaigns.nameless


@dataclass(frozen=True, slots=True)
class Campaigns:
    session: AsyncSession
    school: str

    def add(self, entity: Campaign | CampaignAnswer) -> None:
        self.session.add(entity)

    async def find(self, campaign_id: str) -> Campaign | None:
        mine = (campaigns.school == self.school, campaigns.id == campaign_id)
        return await self.session.scalar(select(Campaign).where(*mine))

    @recalled
    async def in_state(self, states: Collection[CampaignState]) -> Sequence[Campaign]:
        """Those in any of these states, newest first."""
        mine = (campaigns.school == self.school, campaigns.state.in_(states))
        return (
            await self.session.scalars(select(Campaign).where(*mine).order_by(campaigns.number.desc()))
        ).all()

    async def opened_since(self, day: date) -> Sequence[Campaign]:
        """Those that were asked on that day or later, oldest first."""
        mine = (campaigns.school == self.school, campaigns.opened_on >= day)
        return (await self.session.scalars(select(Campaign).where(*mine).order_by(campaigns.number))).all()

    async def answers(self, campaign_id: str) -> Sequence[CampaignAnswer]:
        """The answers that have an author, by nothing that tells when they came."""
        mine = (answers.school == self.school, answers.campaign == campaign_id)
        return (
            await self.session.scalars(select(CampaignAnswer).where(*mine).order_by(answers.author))
        ).all()

    async def answers_since(self, day: date) -> Sequence[CampaignAnswer]:
        """The answers with an author, to any campaign, from that day on."""
        mine = (answers.school == self.school, answers.answered_on >= day)
        return (await self.session.scalars(select(CampaignAnswer).where(*mine))).all()

    async def answer_of(self, campaign_id: str, person: str) -> CampaignAnswer | None:
        mine = (answers.school == self.school, answers.campaign == campaign_id, answers.author == person)
        return await self.session.scalar(select(CampaignAnswer).where(*mine))

    async def answered_by(self, person: str, campaign_ids: Collection[str]) -> frozenset[str]:
        """Those of these campaigns that this person has answered with a name, by their ids."""
        mine = (
            answers.school == self.school,
            answers.campaign.in_(campaign_ids),
            answers.author == person,
        )
        return frozenset((await self.session.scalars(select(answers.campaign).where(*mine))).all())

    async def keep_nameless(self, words: CampaignWords) -> None:
        """Keep an answer without a name, once, and so that nothing tells when it came."""
        mine = (nameless.c.school == self.school, nameless.c.campaign == words.campaign)
        known = await self.session.scalar(select(func.count()).where(*mine, nameless.c.id == words.id))
        if not known:
            await mix_in(self.session, nameless, asdict(words), *mine)

    async def nameless(self, campaign_id: str) -> list[str]:
        """What was answered without a name, in an order made by chance."""
        mine = (nameless.c.school == self.school, nameless.c.campaign == campaign_id)
        return shuffled((await self.session.scalars(select(nameless.c.words).where(*mine))).all())

    async def count(self, campaign_id: str) -> int:
        """How many answers there are, with and without a name."""
        named = select(func.count()).where(answers.school == self.school, answers.campaign == campaign_id)
        others = select(func.count()).where(
            nameless.c.school == self.school, nameless.c.campaign == campaign_id
        )
        return int(await self.session.scalar(named) or 0) + int(await self.session.scalar(others) or 0)

    async def forget_answers(self, campaign_id: str) -> None:
        """Delete every answer to a campaign."""
        for table in (tables.campaigns.answers, nameless):
            mine = (table.c.school == self.school, table.c.campaign == campaign_id)
            await self.session.execute(delete(table).where(*mine))
