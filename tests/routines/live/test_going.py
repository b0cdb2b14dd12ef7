"""Through the agenda: Next, the clock of each item, and five minutes more by consent."""

from datetime import time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.model.live import Result
from tests.routines.live.conftest import DAY, Meeting


async def test_next_repaints_the_card_and_begins_the_following(meeting):
    await meeting.starts()
    await meeting.passes(minutes=4)
    went = await meeting.next()
    first, second = await meeting.said("live/card/1/answer"), await meeting.said("live/card/2/answer")
    assert first.text == f"1. {went.line.title} · Shared · 4 of 3 minutes"
    assert first.verbs == []
    assert second.verbs[0] == "next-item"


async def test_two_who_press_next_together_go_on_by_one(meeting):
    await meeting.starts()
    from bot.routines.live import going

    press = going.NextItem(day=DAY, line=1)
    await meeting.perform(going.go_on, press, actor=meeting.who(meeting.lead))
    with pytest.raises(OutOfDate, match="is done already"):
        await meeting.perform(going.go_on, press, actor=meeting.who("mina-linden"))
    assert await meeting.line() == 2


async def test_who_has_no_role_cannot_go_on_but_another_role_holder_can(meeting):
    await meeting.starts()
    with pytest.raises(NotPermitted):
        await meeting.next(meeting.member)
    await meeting.next(meeting.roles["timekeeper"])
    assert await meeting.line() == 2


async def test_an_item_to_decide_is_decided_only_when_a_decision_was_recorded(meeting):
    await meeting.starts()
    line = await meeting.until("Exit tickets")
    went = await meeting.next()
    assert (went.line.number, went.line.result) == (line.number, Result.CARRIED)


async def over_time(meeting: Meeting) -> None:
    """The item to decide, of ten minutes, is at hand from 3:30 on."""
    await meeting.starts()
    await meeting.until("Exit tickets")
    await meeting.tick()


@pytest.mark.requirement("R-088")
async def test_at_its_time_a_quiet_line_then_a_choice_then_once_in_the_thread(meeting):
    """A timer that forgot the line, or repeated the card, would fail here."""
    await over_time(meeting)
    assert [one for one in await meeting.passes(minutes=9, seconds=59) if "live" in one] == []
    assert len(await meeting.passes(seconds=1)) == 1
    quiet = await meeting.said("/full/")
    assert quiet.audience == f"person:{meeting.who(meeting.lead).person_id}"
    assert "is at 10 of 10 minutes" in quiet.text
    await meeting.passes(minutes=2, seconds=30)
    choice = await meeting.said("/over/")
    assert choice.audience == quiet.audience
    assert choice.verbs == ["decide", "next-item", "park-item", "extend-item", "give-to-group"]
    await meeting.passes(seconds=60)
    again = await meeting.said("/over-again/")
    assert (again.audience, again.thread) == ("ilt", f"meeting/{DAY}/agenda")
    assert (await meeting.run()).line.ran_over
    assert [one for one in await meeting.passes(minutes=5) if "over" in one] == []


async def test_a_choice_in_time_leaves_the_thread_in_peace(meeting):
    await over_time(meeting)
    await meeting.passes(minutes=12, seconds=30)
    await meeting.next()
    assert [one for one in await meeting.passes(minutes=2) if "over-again" in one] == []


async def test_a_restart_keeps_the_timers(meeting, perform, units, clock, who):
    await over_time(meeting)
    meeting.clock.advance(minutes=10)
    other = Meeting(perform, units, clock, who)
    assert len(await other.tick()) == 1
    assert await meeting.tick() == []


async def test_five_more_need_the_facilitator_and_one_more_and_come_twice_at_most(meeting):
    await over_time(meeting)
    others = [meeting.member, meeting.roles["timekeeper"]]
    assert [(await meeting.extends(key)).agreed for key in others] == [False, False]
    card = await meeting.said(f"live/card/{await meeting.line()}/")
    assert "One more person presses Extend 5" in card.text
    assert (await meeting.extends(meeting.lead)).agreed
    line = (await meeting.run()).line
    assert (line.minutes, line.extensions) == (15, 1)
    assert (await meeting.run()).asks == ()
    await meeting.extends(meeting.lead)
    assert (await meeting.extends(meeting.member)).agreed
    with pytest.raises(Refusal, match="two extensions"):
        await meeting.extends(meeting.lead)
    assert len(await meeting.passes(minutes=19, seconds=59)) == 0
    await meeting.passes(seconds=1)
    assert "is at 20 of 20 minutes" in (await meeting.said("/full/")).text


async def test_one_person_alone_does_not_extend_however_often(meeting):
    await over_time(meeting)
    assert not any([(await meeting.extends(meeting.lead)).agreed for _ in range(3)])


@pytest.mark.requirement("R-080")
async def test_the_facilitator_alone_gets_three_questions_and_others_at_a_tap(meeting):
    await meeting.starts()
    line = await meeting.until("Exit tickets")
    asked = await meeting.said(f"questions/{line.number}/")
    assert asked.audience == f"person:{meeting.who(meeting.lead).person_id}"
    for words in ("assuming", "What have we seen", "Who is most affected"):
        assert words in asked.text
    from bot.messages.plain import plain

    others = plain(await meeting.others(meeting.lead))
    assert "smallest version" in others
    assert "assuming" not in others
    with pytest.raises(NotPermitted):
        await meeting.others(meeting.member)
    await meeting.ends()
    with pytest.raises(OutOfDate):
        await meeting.perform(*asking_again(line.number), actor=meeting.who(meeting.lead))


def asking_again(line: int):
    from bot.routines.live import asking

    return asking.others, asking.OtherQuestions(day=DAY, line=line)


@pytest.mark.requirement("R-080")
async def test_a_school_asks_its_own_questions(meeting):
    from bot.routines.live import questions

    change = questions.SetQuestions(decide="Is it worth it?\nFor whom?")
    await meeting.perform(questions.change, change, actor=meeting.who("mina-linden"))
    await meeting.starts()
    line = await meeting.until("Exit tickets")
    asked = await meeting.said(f"questions/{line.number}/")
    assert "Is it worth it?" in asked.text
    assert "assuming" not in asked.text
    with pytest.raises(NotPermitted):
        await meeting.perform(questions.change, change, actor=meeting.who("uma-thistle"))


async def test_five_minutes_before_the_end_and_at_the_end_it_says_so(meeting):
    await meeting.starts()
    meeting.at(time(16, 25))
    await meeting.tick()
    assert "5 minutes: decisions, owners, relay." in (await meeting.said("live/five")).text
    meeting.at(time(16, 30))
    await meeting.tick()
    assert (await meeting.said("live/time")).verbs == ["end-meeting", "extend-meeting", "decide"]


@pytest.mark.requirement("R-050")
async def test_the_meeting_goes_on_when_two_press(meeting):
    from bot.routines.live import going

    await meeting.starts()
    meeting.at(time(16, 30))
    await meeting.tick()
    more = going.ExtendMeeting(day=DAY)
    one, two = meeting.who(meeting.lead), meeting.who(meeting.member)
    assert not (await meeting.perform(going.extend_meeting, more, actor=one)).agreed
    assert not (await meeting.perform(going.extend_meeting, more, actor=one)).agreed
    await meeting.next()  # to go on is no answer to the wish
    assert (await meeting.perform(going.extend_meeting, more, actor=two)).agreed
    assert "We go on until 4:35 PM" in (await meeting.said("live/time/0")).text
    meeting.at(time(16, 35))
    await meeting.tick()
    assert len(await meeting.posted("live/time")) == 2
