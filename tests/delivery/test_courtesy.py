"""Nobody is written to more often than the school has said; what exceeds it is told in one message."""

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from bot.courier import Courier
from bot.messages.vocabulary import Button, Buttons, Message, buttons, paragraph
from bot.model.audiences import Audience
from bot.model.courtesy import Wish
from bot.model.settings import RoutineName
from bot.ports import Busy, Unknown
from storage import tables
from tests.conftest import SCHOOL
from tests.delivery.post_office import AnswerLost
from tests.postgres import on_both

MONDAY, TUESDAY, FRIDAY, NEXT_MONDAY = (date(2026, 10, day) for day in (19, 20, 23, 26))
PIA = Audience.person("pia")
GRADE_2 = Audience.team("grade-2")
outbox = tables.outbox.outbox.c


def reminder(number: int | str) -> Message:
    done = Button("Mark done", "finish-phase", {"phase": str(number)})
    return Message(f"Phase {number} is due.", (paragraph(f"Phase {number} is due."), buttons(done)))


@pytest.fixture
def remind(units, clock):
    """Post reminders of a learning cycle, as the clock would."""

    async def post(*numbers, to=PIA, key="cycles/{}/reminder", **options):
        async with units.writing(SCHOOL) as work:
            for number in numbers:
                await work.outbox.post(
                    to,
                    reminder(number),
                    key=key.format(number),
                    **{"due_at": clock.now(), **options},
                )

    return post


@pytest.fixture
def wishes(units):
    async def wish(person: Audience, what: Wish, routine: RoutineName = RoutineName.CYCLES):
        async with units.writing(SCHOOL) as work:
            await work.courtesies.wish(person.person_id, routine, what)

    return wish


def pressable(message: Message) -> list[Button]:
    return [button for part in message.parts if isinstance(part, Buttons) for button in part.buttons]


@on_both
@pytest.mark.requirement("R-295")
async def test_five_reminders_on_one_day_are_one_message_with_five_lines_and_their_buttons(
    courier, office, remind, sample, clock
):
    await remind(1, 2, 3, 4, 5)

    assert await courier.deliver_due() == 1
    assert await courier.deliver_due() == 0

    (digest,) = office.channels[PIA.key]
    lines = office.said(PIA)[0].splitlines()
    assert [line for line in lines if line.startswith("Phase")] == [f"Phase {n} is due." for n in range(1, 6)]
    assert [button.values["phase"] for button in pressable(digest.message)] == ["1", "2", "3", "4", "5"]


async def test_what_fits_into_the_day_goes_by_itself_and_what_comes_later_waits_for_the_next_morning(
    courier, office, remind, sample, clock
):
    await remind(1, 2)
    assert await courier.deliver_due() == 2
    clock.advance(hours=1)
    await remind(3, 4)
    assert await courier.deliver_due() == 0

    clock.on(TUESDAY, time(7, 44))
    assert await courier.deliver_due() == 0
    clock.on(TUESDAY, time(7, 45))
    assert await courier.deliver_due() == 1

    assert [said.count("is due") for said in office.said(PIA)] == [1, 1, 2]


async def test_a_channel_gets_one_post_a_day_and_each_part_of_it_in_full(courier, office, remind, sample):
    await remind(1, 2, to=GRADE_2, key="decision/{}/relay/grade-2")
    await remind("more", to=GRADE_2, key="decision/1/relay/grade-2/full", thread="decision/1/relay/grade-2")
    await courier.deliver_due()

    post, below = office.channels[GRADE_2.key]
    assert office.said(GRADE_2)[0].splitlines() == [
        "Phase 1 is due.",
        "[Mark done]",
        "Phase 2 is due.",
        "[Mark done]",
    ]
    assert office.threads[below.id] == office.where(post)


async def test_a_post_of_several_that_nobody_can_tell_about_says_that_it_may_be_there_twice(
    courier, office, remind, sample, clock
):
    office.answers(GRADE_2, AnswerLost())
    office.lookups.append(Unknown())
    await remind(1, 2, to=GRADE_2, key="decision/{}/relay/grade-2", if_unknown="again")
    await courier.deliver_due()
    clock.advance(minutes=2)
    await courier.settle_overdue()
    await courier.deliver_due()

    first, second = (said.splitlines() for said in office.said(GRADE_2))
    assert second[0].startswith("This may be here twice")
    assert second[1:] == first


async def test_an_answer_to_ones_own_action_is_never_counted_and_never_waits(courier, office, remind, sample):
    await remind(1, 2, 3)
    await remind("a", "b", "c", key="input/{}/receipt")
    assert await courier.deliver_due() == 4


async def test_a_change_to_something_that_happens_today_comes_although_the_day_is_full(
    courier, office, remind, sample, clock
):
    await remind(1, 2)
    await courier.deliver_due()
    await remind("moved", key="checkin/{}/moved/x", stale_at=clock.now() + timedelta(hours=2))
    assert await courier.deliver_due() == 1


async def test_what_is_due_today_stands_first_in_the_digest(courier, office, remind, sample, clock):
    await remind("news", key="cycles/1/closed/{}")
    await remind(1, 2)
    await remind("today", key="checkin/{}/moved/x", stale_at=clock.now() + timedelta(hours=2))
    await courier.deliver_due()
    said = [line for line in office.said(PIA)[0].splitlines() if "is due" in line]
    assert said == [f"Phase {n} is due." for n in ("today", 1, 2, "news")]


async def test_a_line_whose_reason_has_gone_is_left_out_and_an_empty_digest_is_not_sent(
    units, office, remind, sample, clock, pacer
):
    gone = {"2"}

    async def holds(name, work, clock):
        return name not in gone

    courier = Courier(units, office, clock, reasons={"phase": holds}, pacer=pacer)
    for number in (1, 2, 3):
        await remind(number, reason=f"phase:{number}")
    await courier.deliver_due()
    assert "Phase 2" not in office.said(PIA)[0]
    assert office.said(PIA)[0].count("is due") == 2

    gone |= {"4", "5", "6"}
    clock.on(TUESDAY)
    for number in (4, 5, 6):
        await remind(number, reason=f"phase:{number}")
    assert await courier.deliver_due() == 0


@on_both
async def test_two_couriers_at_once_send_one_digest(another_courier, office, remind, sample):
    await remind(*range(6))
    couriers = [another_courier() for _ in range(2)]
    sent = await asyncio.gather(*(one.deliver_due() for one in couriers))
    assert sum(sent) == 1
    assert len(office.channels[PIA.key]) == 1


async def test_who_wishes_one_message_gets_the_days_reminders_on_the_next_school_morning(
    courier, office, remind, wishes, sample, clock
):
    await wishes(PIA, Wish.DIGEST)
    clock.on(FRIDAY, time(10))
    await remind(1)
    clock.on(FRIDAY, time(13))
    await remind(2)
    assert await courier.deliver_due() == 0

    clock.on(NEXT_MONDAY, time(7, 45))
    await remind(3)
    assert await courier.deliver_due() == 1
    assert office.said(PIA)[0].count("is due") == 3


async def test_who_wishes_nothing_gets_nothing_and_no_trace_says_why(
    courier, office, remind, wishes, sample, posting
):
    await wishes(PIA, Wish.OFF)
    await remind(1)
    await remind("x", key="checkin/{}/moved/x")
    assert await courier.deliver_due() == 1
    assert (await posting.became("cycles/1/reminder")).trouble == "reason_gone"


async def test_a_pause_keeps_everything_for_one_message_on_the_day_of_return(
    units, courier, office, remind, sample, clock
):
    async with units.writing(SCHOOL) as work:
        back = (await work.calendar.whole()).at(FRIDAY, time(7, 45))
        await work.courtesies.pause("pia", back)
    for day in (MONDAY, TUESDAY):
        clock.on(day)
        await remind(f"{day:%A}")
        assert await courier.deliver_due() == 0

    clock.on(FRIDAY, time(7, 45))
    assert await courier.deliver_due() == 1
    assert office.said(PIA)[0].count("is due") == 2


async def test_what_the_bot_starts_waits_for_the_morning_when_it_is_late(
    courier, office, remind, sample, clock
):
    clock.on(MONDAY, time(20))
    await remind(1)
    assert await courier.deliver_due() == 0
    clock.on(TUESDAY, time(7, 45))
    assert await courier.deliver_due() == 1


async def test_another_number_that_the_school_has_chosen_holds(units, courier, office, remind, sample, clock):
    async with units.writing(SCHOOL) as work:
        settings = replace(await work.settings.now(), messages_a_day=4)
        await work.settings.change(settings, by="mina", at=clock.now())
    await remind(1, 2, 3, 4)
    assert await courier.deliver_due() == 4


async def test_a_digest_keeps_what_is_private_out_of_the_notification(courier, office, units, sample, clock):
    async with units.writing(SCHOOL) as work:
        for number in range(3):
            private = replace(reminder(number), summary="About your 1:1", private=True)
            await work.outbox.post(PIA, private, key=f"cycles/{number}/x", due_at=clock.now())
    await courier.deliver_due()
    (digest,) = office.channels[PIA.key]
    assert (digest.message.private, digest.message.summary) == (True, "3 things from your ILT")


async def test_a_post_told_with_others_is_edited_and_taken_back_without_touching_them(
    units, courier, office, remind, sample, clock
):
    relay = "decision/{}/relay/grade-2"
    await remind(1, 2, to=GRADE_2, key=relay)
    await courier.deliver_due()
    async with units.writing(SCHOOL) as work:
        standing = await work.outbox.standing("decision/1/")
        await work.outbox.edit(relay.format(1), reminder("one, corrected"), edit="a", due_at=clock.now())
        await work.outbox.remove(relay.format(2), edit="b", due_at=clock.now())
    await courier.deliver_due()

    _, *amended = office.channels[GRADE_2.key]
    assert [one.state.value for one in standing] == ["sent"]
    assert [(one.act.value, one.thread, one.message.summary) for one in amended] == [
        ("edit", standing[0].told_in, "2 posts from your ILT"),
        ("edit", standing[0].told_in, "Phase one, corrected is due."),
    ]


async def test_what_was_told_together_stands_once_in_the_database(units, courier, remind, sample):
    await remind(1, 2, 3)
    await courier.deliver_due()
    async with units.reading(SCHOOL) as work:
        rows = await work.session.execute(select(outbox.key, outbox.state, outbox.message))
    holding = [key for key, _, message in rows if "Phase 1" in str(message.parts)]
    assert holding == ["cycles/1/reminder"]


@on_both
async def test_what_could_not_go_before_contract_hours_ended_waits_for_the_morning_and_says_that_it_is_late(
    courier, office, posting, sample, clock, stopwatch
):
    clock.on(MONDAY, time(14, 50))
    office.answers(GRADE_2, Busy(3600))
    office.answers(PIA, Busy(3600))
    news = await posting(GRADE_2, "The goals of this term", key="goals/term")
    answer = await posting(PIA, "Here you are", key="answer/a")
    await courier.deliver_due()
    clock.on(MONDAY, time(18))
    stopwatch.seconds += 3601

    assert await courier.deliver_due() == 1
    assert [await posting.state(key) for key in (news, answer)] == ["pending", "sent"]
    clock.on(TUESDAY, time(7, 45))
    assert await courier.deliver_due() == 1

    assert office.said(GRADE_2)[0].startswith("This comes late: it was meant for Mon, Oct 19, 2:50 PM.\n")
