"""A decision on its way to channels that cannot be reached, and what the register says of it."""

from datetime import time

import pytest

from bot.courier import Courier
from bot.messages.decisions import register as wording
from bot.messages.plain import plain
from bot.model.audiences import Audience
from bot.pacing import Pacer
from bot.ports import Trouble, Undeliverable, Unknown
from bot.routines import channels, decisions
from bot.routines.decisions import FindDecisions, PutQuestion, WithdrawDecision
from tests.delivery.post_office import AnswerLost, PostOffice, Stopwatch
from tests.routines.decisions.told import MORNING, WEDNESDAY, recorded, relayed, tick

SIX = ("k-1", "grade-2", "grade-3", "grade-4", "grade-5", "specialists")


@pytest.fixture
def office() -> PostOffice:
    return PostOffice()


@pytest.fixture
def courier(units, office, clock) -> Courier:
    watch = Stopwatch()
    pacer = Pacer(elapsed=watch.elapsed, sleep=watch.sleep)
    return Courier(units, office, clock, reasons=decisions.REASONS | channels.REASONS, pacer=pacer)


async def said_of(perform, actor, search="D-001"):
    found = await perform(decisions.look_up, FindDecisions(search=search), actor=actor)
    return plain(wording.register(found))


@pytest.mark.requirement("R-279")
async def test_one_archived_channel_of_six_reaches_its_rep_and_the_register_says_so(
    perform, clock, who, office, courier
):
    office.answers(Audience.team("grade-2"), Undeliverable(Trouble.CHANNEL, "is_archived"))
    await relayed(perform, clock, who, teams=SIX)
    await courier.deliver_due()
    rep = Audience.person(who("jay-ivy").person_id)
    places = {key for key, letters in office.channels.items() if letters}
    admin = Audience.person(who("noel-mint").person_id)
    assert places == {"ilt", rep.key, admin.key, *(f"team:{key}" for key in SIX if key != "grade-2")}
    (told,) = office.said(rep)
    assert "the channel is archived" in told.splitlines()[0]
    assert "For Grade 2, from Mon, Nov 2: Start with one block a day" in told
    said = await said_of(perform, who("tea-sage"))
    assert "Relayed 5 of 6. Grade 2: it went to Jay Ivy, the channel is archived." in said
    assert "Relayed" not in await said_of(perform, who("pia-olive"))


async def test_a_team_without_a_channel_hears_of_it_through_who_speaks_for_it(
    perform, clock, who, office, courier
):
    team = Audience.team("special-education")
    office.answers(team, Undeliverable(Trouble.CHANNEL, "no_channel"))
    await relayed(perform, clock, who, teams=("special-education",))
    await courier.deliver_due()
    assert len(office.said(Audience.person(who("hugo-ginger").person_id))) == 1
    said = await said_of(perform, who("tea-sage"))
    assert "Relayed 0 of 1. Special education: it went to Hugo Ginger" in said


async def test_a_long_decision_stands_above_its_full_record(perform, clock, who, office, courier):
    await relayed(perform, clock, who, teams=("grade-3",), why="Because it helps. " * 80)
    await courier.deliver_due()
    post, full = office.channels["team:grade-3"]
    assert office.threads[full.id] == office.where(post)
    assert "D-001 in full" in office.said(Audience.team("grade-3"))[1]
    assert "Relayed 1 of 1." in await said_of(perform, who("tea-sage"))


async def test_a_lost_answer_does_not_post_a_decision_twice(perform, clock, who, office, courier):
    office.answers(Audience.team("grade-3"), AnswerLost())
    await relayed(perform, clock, who, teams=("grade-3",))
    await courier.deliver_due()
    assert "Grade 3: on its way." in await said_of(perform, who("tea-sage"))
    clock.advance(minutes=2)
    await courier.settle_overdue()
    await courier.deliver_due()
    assert len(office.said(Audience.team("grade-3"))) == 1
    assert "Relayed 1 of 1." in await said_of(perform, who("tea-sage"))


async def test_a_decision_that_may_be_lost_is_rather_posted_twice_and_says_so(
    perform, clock, who, office, courier
):
    office.answers(Audience.team("grade-3"), AnswerLost())
    office.lookups.append(Unknown())
    await relayed(perform, clock, who, teams=("grade-3",))
    await courier.deliver_due()
    clock.advance(minutes=2)
    await courier.settle_overdue()
    await courier.deliver_due()
    _, again = office.said(Audience.team("grade-3"))
    assert "This may be here twice" in again


async def test_a_withdrawn_decision_reaches_nobody(perform, clock, who, office, courier):
    kept = await recorded(perform, clock, who)
    command = WithdrawDecision(decision=kept.telling.decision.id)
    await perform(decisions.withdraw, command, actor=who("dale-clover"))
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    assert await courier.deliver_due() == 0


async def test_what_a_newer_decision_replaces_is_not_posted_late(perform, clock, who, office, courier):
    first = await relayed(perform, clock, who, teams=("grade-3",), statement="The old way")
    await relayed(perform, clock, who, on=WEDNESDAY, teams=("grade-3",), replaces=first.id)
    await courier.deliver_due()
    (post,) = office.said(Audience.team("grade-3"))
    assert "Replaces D-001." in post
    assert "Relayed 0 of 1. Grade 3: not sent, because it no longer stood." in await said_of(
        perform, who("tea-sage")
    )


async def test_a_question_answered_in_the_night_sends_no_card_in_the_morning(
    perform, clock, who, office, courier
):
    decision = await relayed(perform, clock, who, teams=("grade-3",))
    clock.on(WEDNESDAY, time(20, 0))
    put = PutQuestion(decision=decision.id, text="Every day?")
    asked = await perform(decisions.ASK.put, put, actor=who("pia-olive"))
    answer = decisions.AnswerQuestion(question=asked.question.id, answer="Yes.")
    await perform(decisions.answer, answer, actor=who("dale-clover"))
    clock.advance(days=1)
    await courier.deliver_due()
    assert not any("Every day?" in said for said in office.said(Audience.ilt()))
    assert len(office.said(Audience.person(who("pia-olive").person_id))) == 1
