"""What has been kept long enough is deleted; what is held stays, and the receipt says so."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.errors import NotPermitted, Refusal
from bot.messages.plain import plain
from bot.messages.retention import page
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.checkins import CheckInTopic
from bot.model.outbox import LetterState
from bot.model.people import the_clock
from bot.model.retention import RULES, DataClass, Keep, cutoff, wanted, year_end
from bot.routines import checkins, retention
from bot.routines.requests import Nothing
from storage.tables import metadata
from storage.tables.outbox import outbox
from tests.conftest import SCHOOL, sample_file
from tests.routines.decisions.told import relayed

PRINCIPAL, LEAD, TEACHER = "mina-linden", "oli-nettle", "max-laurel"
LATER = datetime(2033, 12, 1, 9, tzinfo=UTC)


@pytest.fixture
def purge(perform):
    async def run():
        return await perform(retention.purge, retention.Purge(), actor=the_clock(SCHOOL))

    return run


@pytest.fixture
async def topic(perform, units, who, sample):
    """A topic the principal and a lead share in October 2026."""
    async with units.writing(SCHOOL) as work:
        await checkins.establish(sample_file().check_ins, work=work, roster=sample)
        series = next(one for one in await work.checkins.all_series() if one.lead == who(LEAD).person_id)
        work.checkins.add(
            CheckInTopic(
                school=SCHOOL,
                series=series.id,
                day=date(2026, 10, 20),
                author=series.lead,
                text="the seating plan",
                talk_only=False,
                added_at=datetime(2026, 10, 19, tzinfo=UTC),
            )
        )
    return series


async def topics(units, series) -> int:
    async with units.reading(SCHOOL) as work:
        rule = next(rule for rule in RULES if rule.table == "check_in_topics")
        return await work.purging.own(rule, series.lead)


def test_every_table_and_column_is_there_and_every_table_has_one_rule():
    assert [rule.table for rule in RULES] == list(dict.fromkeys(rule.table for rule in RULES))
    assert {rule.table for rule in RULES} == set(metadata.tables)
    for rule in RULES:
        named = [rule.dated, rule.own, rule.decision, *rule.named, *(rule.pair or ())]
        named += [rule.ended[0]] if rule.ended else []
        named += [rule.belongs[0]] if rule.belongs else []
        assert {name for name in named if name} <= {c.name for c in metadata.tables[rule.table].columns}, rule


def test_what_is_between_two_people_never_outlives_the_year_by_default():
    for rule in RULES:
        if rule.kind is DataClass.P2 and rule.dated:
            assert rule.keep in (Keep.YEAR_END, Keep.PAIR, Keep.LETTER), rule.table


@pytest.mark.parametrize(
    ("today", "last_day", "ended"),
    [
        (date(2027, 6, 10), date(2027, 6, 4), date(2027, 6, 4)),
        (date(2026, 10, 19), date(2027, 6, 4), date(2026, 6, 4)),
        (date(2026, 10, 19), None, date(2026, 7, 31)),
        (date(2026, 7, 31), None, date(2025, 7, 31)),
    ],
)
def test_the_school_year_that_is_over(today, last_day, ended):
    assert year_end(today, last_day) == ended
    assert cutoff(Keep.YEAR_END, today + timedelta(days=30), last_day) == ended + timedelta(days=1)


@pytest.mark.requirement("R-297")
async def test_a_held_decision_and_its_links_remain_and_the_receipt_says_held(
    perform, units, who, clock, purge, sample
):
    decision = await relayed(perform, clock, who)
    hold = retention.PlaceHold(object="d-1", reason="A records request of 3 November")
    await perform(retention.place, hold, actor=who(PRINCIPAL))
    clock.moment = LATER

    receipt = await purge()

    async with units.reading(SCHOOL) as work:
        assert await work.decisions.find(decision.id) is not None
    assert receipt.held["P1"] >= 1
    shown = plain(page(await perform(retention.see, Nothing(), actor=who(PRINCIPAL))))
    assert "held P1: " in shown

    await perform(retention.lift, retention.LiftHold(object="D-001"), actor=who(PRINCIPAL))
    assert (await purge()).deleted["P1"] >= 1
    async with units.reading(SCHOOL) as work:
        assert await work.decisions.find(decision.id) is None


async def test_what_two_people_wrote_goes_after_the_school_year_and_not_before(units, clock, purge, topic):
    clock.moment = datetime(2027, 6, 20, tzinfo=UTC)
    await purge()
    assert await topics(units, topic) == 1

    clock.moment = datetime(2027, 9, 1, tzinfo=UTC)
    receipt = await purge()

    assert await topics(units, topic) == 0
    assert receipt.deleted["P2"] >= 1


async def test_it_stays_for_another_year_only_when_both_want_that(units, clock, purge, topic):
    clock.moment = datetime(2027, 9, 1, tzinfo=UTC)
    async with units.writing(SCHOOL) as work:
        await work.retention.choose(topic.lead, topic.leader, date(2028, 8, 1))
        await work.retention.choose(topic.leader, topic.lead, date(2028, 8, 1))
    await purge()
    assert await topics(units, topic) == 1

    async with units.writing(SCHOOL) as work:
        await work.retention.unchoose(topic.leader, topic.lead)
    await purge()
    assert await topics(units, topic) == 0


async def test_posted_private_words_are_taken_back_and_what_stays_is_counted(
    units, clock, purge, perform, who
):
    key = "checkin/x/2026-10-20"
    message = Message("A note", (paragraph("the seating plan and more than a few words about it"),), True)
    async with units.writing(SCHOOL) as work:
        await work.outbox.post(Audience.person("p"), message, key=key, due_at=clock.now())
    await settle(units, clock)
    clock.moment = datetime(2027, 9, 1, tzinfo=UTC)

    await purge()

    async with units.reading(SCHOOL) as work:
        waiting = {one.key: one.summary for one in await work.outbox.pending()}
        assert f"{key}/remove/purge" in waiting
        assert await work.purging.posts(["checkin/"], clock.now()) == []
    assert await purge() is None


async def settle(units, clock) -> None:
    """Every letter that waits has arrived."""
    async with units.writing(SCHOOL) as work:
        arrived = update(outbox).values(state=LetterState.SENT, settled_at=clock.now())
        await work.session.execute(arrived)


async def test_a_second_night_finds_nothing_more_and_leaves_no_receipt(clock, purge, topic):
    clock.moment = LATER
    assert await purge() is not None
    assert await purge() is None


async def test_only_the_principal_and_the_bot_admin_hold_and_only_what_there_is(perform, who):
    with pytest.raises(NotPermitted):
        await perform(
            retention.place, retention.PlaceHold(object="everything", reason="no"), actor=who(TEACHER)
        )
    for wrong in ("the minutes", "D-099"):
        with pytest.raises(Refusal) as said:
            await perform(
                retention.place, retention.PlaceHold(object=wrong, reason="why"), actor=who(PRINCIPAL)
            )
        assert said.value.field == "object"
    assert [wanted(said) for said in ("d14", "D-014", "p2", "All", "x")] == [
        "D-014",
        "D-014",
        "P2",
        "everything",
        None,
    ]


async def test_a_district_may_say_how_long_shared_records_are_kept(perform, units, who, clock, purge, sample):
    decision = await relayed(perform, clock, who)
    await perform(retention.keep_shared, retention.KeepShared(years=10), actor=who(PRINCIPAL))
    clock.moment = LATER
    await purge()
    async with units.reading(SCHOOL) as work:
        assert await work.decisions.find(decision.id) is not None

    clock.moment = LATER.replace(year=2036)
    await purge()
    async with units.reading(SCHOOL) as work:
        assert await work.decisions.find(decision.id) is None
