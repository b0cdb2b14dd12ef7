"""Everybody can see what is stored about them, have it, and have their own words erased."""

from datetime import UTC, date, datetime

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages import privacy as wording
from bot.messages.plain import plain
from bot.model.checkins import CheckInTopic
from bot.model.staff_input import Mode, Scope
from bot.routines import checkins, decisions, privacy, retention, staff_input
from bot.routines.requests import Nothing
from tests.conftest import OPERATOR, SCHOOL, sample_file
from tests.routines.decisions.told import relayed

PRINCIPAL, LEAD, TEACHER = "mina-linden", "oli-nettle", "max-laurel"
MINE, THEIRS = "my own quiet heron", "the other one's heron"


@pytest.fixture
async def pair(units, who, sample):
    """Two topics in the 1:1s of the principal and a lead, one of each."""
    async with units.writing(SCHOOL) as work:
        await checkins.establish(sample_file().check_ins, work=work, roster=sample)
        lead = who(LEAD).person_id
        series = next(one for one in await work.checkins.all_series() if one.lead == lead)
        for author, text in ((series.lead, MINE), (series.leader, THEIRS)):
            topic = CheckInTopic(
                school=SCHOOL,
                series=series.id,
                day=date(2026, 10, 20),
                author=author,
                text=text,
                talk_only=False,
                added_at=datetime(2026, 10, 19, tzinfo=UTC),
            )
            work.checkins.add(topic)
    return series


async def words_of(perform, actor) -> str:
    return plain(wording.words(await perform(privacy.my_words, privacy.MyWords(), actor=actor)))


async def test_the_page_counts_what_is_stored_and_says_who_sees_it(perform, who, pair):
    shown = plain(wording.page(await perform(privacy.see, Nothing(), actor=who(LEAD))))

    assert "What: what the two want to talk about; How many: 1 row; Who sees it: the two of the pair" in shown
    assert "heron" not in shown


async def test_one_reads_ones_own_words_and_not_those_of_the_other(perform, who, pair):
    shown = await words_of(perform, who(LEAD))

    assert MINE in shown
    assert THEIRS not in shown
    assert MINE not in await words_of(perform, who(TEACHER))


async def test_erasing_takes_ones_own_words_and_leaves_those_of_the_other(perform, units, who, pair):
    with pytest.raises(Refusal):
        await perform(privacy.erase_mine, privacy.EraseMine(), actor=who(LEAD))

    receipt = await perform(privacy.erase_mine, privacy.EraseMine(sure=True), actor=who(LEAD))

    assert receipt.deleted == {"P2": 1}
    assert MINE not in await words_of(perform, who(LEAD))
    assert THEIRS in await words_of(perform, who(PRINCIPAL))


async def test_open_input_is_withdrawn_and_not_erased(perform, who):
    give = staff_input.GiveInput(see=MINE, mode=Mode.NAMED, scope=Scope.MY_TEAM)
    await perform(staff_input.give, give, actor=who(TEACHER))

    receipt = await perform(privacy.erase_mine, privacy.EraseMine(sure=True), actor=who(TEACHER))

    assert (receipt.deleted, receipt.held) == ({}, {"P2": 1})


@pytest.mark.requirement("R-297")
async def test_a_hold_wins_over_erasing(perform, clock, who, sample):
    decision = await relayed(perform, clock, who)
    put = decisions.PutQuestion(decision=decision.id, text=MINE)
    await perform(decisions.ASK.put, put, actor=who(TEACHER))
    hold = retention.PlaceHold(object="D-001", reason="A records request")
    await perform(retention.place, hold, actor=who(PRINCIPAL))

    receipt = await perform(privacy.erase_mine, privacy.EraseMine(sure=True), actor=who(TEACHER))

    assert receipt.held["P2"] == 1
    assert MINE in await words_of(perform, who(TEACHER))


async def test_who_has_left_is_erased_with_the_name_and_who_works_here_is_not(perform, units, who, pair):
    lead = who(LEAD).person_id
    with pytest.raises(Refusal):
        await perform(privacy.erase_someone, privacy.EraseSomeone(person=LEAD), actor=OPERATOR)
    async with units.writing(SCHOOL) as work:
        (await work.people.to_change()).person(lead).active = False

    await perform(privacy.erase_someone, privacy.EraseSomeone(person=LEAD), actor=OPERATOR)

    async with units.reading(SCHOOL) as work:
        gone = (await work.people.roster()).person(lead)
        (receipt,) = await work.retention.erasures()
    assert (gone.name, gone.email) == ("someone who has left", None)
    assert "oli" not in gone.key
    assert receipt.person == lead


async def test_both_of_a_pair_say_that_they_keep_what_they_wrote(perform, who, pair):
    keep = privacy.KeepPair(other=pair.leader, keep="yes")
    stored = await perform(privacy.keep_pair, keep, actor=who(LEAD))
    (mine,) = [one for one in stored.pairs if one.id == pair.leader]
    assert mine.until is not None
    assert not mine.both

    back = privacy.KeepPair(other=pair.lead, keep="yes")
    stored = await perform(privacy.keep_pair, back, actor=who(PRINCIPAL))
    assert next(one for one in stored.pairs if one.id == pair.lead).both
    with pytest.raises(NotPermitted):
        await perform(privacy.keep_pair, keep, actor=who(TEACHER))
