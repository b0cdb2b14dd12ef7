"""The sample school, and short ways to ask it a question and to answer."""

from collections.abc import Awaitable, Callable

import pytest

from bot.model.people import the_clock
from bot.model.receipts import new_code
from bot.model.staff_input import Mode
from bot.routines import campaigns
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL

ASKER, TRIAGER, PRINCIPAL = "oli-nettle", "noel-mint", "mina-linden"
TEAM = ("bea-birch", "cal-cedar", "dot-dogwood", "eli-elm", "fay-fern", "gus-gorse")
QUESTION = "What takes time that could go to reading?"

Do = Callable[..., Awaitable[object]]


@pytest.fixture
def draft(perform, who):
    async def drafting(*teams: str, by: str = ASKER, question: str = QUESTION, days: int = 5):
        command = campaigns.AskQuestion(what=question, teams=teams, days=days)
        return (await perform(campaigns.draft, command, actor=who(by))).campaign

    return drafting


@pytest.fixture
def ask(perform, who, draft):
    """Ask a question, of all staff when no team is named."""

    async def asking(*teams: str, by: str = ASKER):
        campaign = await draft(*teams, by=by)
        command = campaigns.OpenCampaign(campaign=campaign.id)
        return (await perform(campaigns.ask, command, actor=who(by))).campaign

    return asking


@pytest.fixture
def answer(perform, who):
    async def answering(
        campaign, key: str, words: str = "Copying takes time.", mode: Mode = Mode.NAMED, **more
    ):
        asked = {"receipt": new_code(), **more}
        command = campaigns.AnswerCampaign(campaign=campaign.id, answer=words, mode=mode, **asked)
        return await perform(campaigns.answer, command, actor=who(key), once=None)

    return answering


@pytest.fixture
def tick(perform):
    timetable = Timetable([campaigns.due])

    async def ticking():
        return await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))

    return ticking


@pytest.fixture
def read(perform, who):
    async def reading(campaign, key: str = ASKER):
        question = campaigns.AboutCampaign(campaign=campaign.id)
        return await perform(campaigns.read, question, actor=who(key))

    return reading


@pytest.fixture
def sum_up(perform, who):
    async def summing(
        campaign, *themes: tuple[str, int], by: str = ASKER, next_step: str = "We try a shared copier."
    ):
        command = campaigns.SumUp(
            campaign=campaign.id,
            themes={str(place): words for place, (words, _) in enumerate(themes, 1)},
            counts={str(place): count for place, (_, count) in enumerate(themes, 1)},
            next_step=next_step,
        )
        return await perform(campaigns.sum_up, command, actor=who(by))

    return summing
