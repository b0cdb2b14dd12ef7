"""Answers without a name to a question of the ILT, and the staff pulse: what is kept, and what is not."""

from datetime import date, time

import pytest
from structlog.testing import capture_logs

from bot.errors import Cautioned
from bot.model.people import the_clock
from bot.model.receipts import new_code
from bot.model.staff_input import Mode
from bot.perform import Performer
from bot.routines import campaigns
from bot.routines.campaigns import pulse
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.privacy.dump import changed, dump, file_of, log_of, places

SENDER, WORDS = "uma-thistle", "Waiting for the copier."


@pytest.fixture
async def campaign(perform, who, sample):
    draft = campaigns.AskQuestion(what="What takes time?")
    one = (await perform(campaigns.draft, draft, actor=who("oli-nettle"))).campaign
    await perform(campaigns.ask, campaigns.OpenCampaign(campaign=one.id), actor=who("oli-nettle"))
    return one


@pytest.fixture
def answer(campaign, who):
    async def answering(perform, words: str = WORDS):
        command = campaigns.AnswerCampaign(
            campaign=campaign.id, answer=words, mode=Mode.ANONYMOUS, receipt=new_code()
        )
        return await perform(campaigns.answer, command, actor=who(SENDER), once="view/V1")

    return answering


@pytest.mark.requirement("R-285")
async def test_an_answer_without_a_name_changes_one_table_and_holds_no_person_and_no_moment(
    answer, perform, database, sample
):
    before = dump(file_of(database))
    await answer(perform)
    after = dump(file_of(database))
    assert changed(before, after) == {"campaign_words"}
    held = repr(after["campaign_words"])
    uma = sample.keyed(SENDER)
    assert [one for one in (uma.id, uma.key, uma.name, "grade-4", "2026-10-19", WORDS) if one in held] == []
    assert log_of(file_of(database)) == b""


async def test_neither_log_nor_figures_know_of_an_answer_without_a_name_or_of_a_mark(
    answer, campaign, units, clock, who
):
    clock.on(date(2026, 10, 20), time(9))
    counted = []
    perform = Performer(units, clock, lambda *what: counted.append(what))
    with capture_logs() as lines:
        await answer(perform)
    assert (lines, counted) == ([], [])


async def test_answers_lie_in_no_order_of_time(answer, perform, database, units, campaign):
    for number in range(8):
        await answer(perform, f"Number {number} takes time.")
    rows = [row[0] for row in dump(file_of(database))["campaign_words"]]
    assert rows == sorted(rows), "by an id made of chance"
    lie = places(file_of(database), [one.encode() for one in rows])
    assert lie not in (sorted(lie), sorted(lie, reverse=True))
    async with units.reading(SCHOOL) as work:
        assert len(await work.campaigns.nameless(campaign.id)) == 8


async def test_it_must_not_name_a_colleague(answer, perform, database):
    before = dump(file_of(database))
    with pytest.raises(Cautioned, match="must not name a colleague"):
        await answer(perform, "Uma Thistle talks too long")
    assert changed(before, dump(file_of(database))) == set()


async def test_of_the_pulse_who_answered_and_what_lie_apart_without_a_time(
    units, clock, who, sample, database
):
    clock.on(date(2027, 1, 20), time(7, 45))
    counted = []
    perform = Performer(units, clock, lambda *what: counted.append(what))
    await perform(Timetable([campaigns.due]).run_due, RunDue(), actor=the_clock(SCHOOL))
    async with units.reading(SCHOOL) as work:
        (one,) = await work.pulses.open_ones()
    before = dump(file_of(database))
    counted.clear()
    with capture_logs() as lines:
        for person in sample.people[:6]:
            command = pulse.AnswerPulse(pulse=one.id, mark=4)
            await perform(pulse.answer, command, actor=sample.actor(person.id), once=f"view/{person.id}")
    after = dump(file_of(database))
    assert (lines, counted) == ([], [])
    assert changed(before, after) == {"pulse_answers", "pulse_participants"}
    assert not {row[0] for row in after["pulse_answers"]} & {row[0] for row in after["pulse_participants"]}
    assert not any(person.id in repr(after["pulse_answers"]) for person in sample.people)
    assert "2027" not in repr(after["pulse_participants"])
    assert log_of(file_of(database)) == b""
