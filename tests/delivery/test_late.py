"""The platform was away for hours: what is stale stays unsaid, what still counts says that it is late."""

from datetime import timedelta

import pytest

from bot.model.audiences import Audience
from bot.ports import Busy, Trouble, Undeliverable
from tests.delivery.post_office import AnswerLost

GRADE_2, ILT = Audience.team("grade-2"), Audience.ilt()
AWAY = 600


@pytest.fixture
def away(office, courier, clock, stopwatch):
    """Let so many minutes go by while the platform is away."""

    async def goes_by(minutes: int) -> None:
        for _ in range(0, minutes, 10):
            for audience in (GRADE_2, ILT):
                office.answers(audience, Busy(AWAY))
            await courier.deliver_due()
            clock.advance(minutes=10)
            stopwatch.seconds += AWAY
            office.next_answers.clear()

    return goes_by


@pytest.mark.requirement("R-302")
async def test_after_two_hours_away_the_role_reminder_is_dropped_and_the_decision_is_sent_and_says_it_is_late(
    away, courier, office, posting, clock
):
    """Fails when what is stale is sent, or when what comes hours late does not say so."""
    clock.advance(hours=2)
    await posting(GRADE_2, "Exit tickets every day")
    await away(80)
    reminder = await posting(ILT, "You keep the time today", stale_in=timedelta(minutes=10))
    await away(40)
    await courier.deliver_due()

    assert office.said(ILT) == []
    assert await posting.state(reminder) == "expired"
    (said,) = office.said(GRADE_2)
    assert said.splitlines() == ["This comes late: it was meant for 2:00 PM.", "Exit tickets every day"]


async def test_what_comes_a_day_late_says_of_which_day_it_is(courier, office, posting, clock):
    await posting(GRADE_2, "Exit tickets", due_at=clock.now())
    clock.advance(days=1)
    await courier.deliver_due()

    (said,) = office.said(GRADE_2)
    assert said.startswith("This comes late: it was meant for Mon, Oct 19, 12:00 PM.\n")


async def test_an_hour_late_is_not_worth_a_word(courier, office, posting, clock):
    await posting(GRADE_2, "Exit tickets")
    clock.advance(minutes=90)
    await courier.deliver_due()

    assert office.said(GRADE_2) == ["Exit tickets"]


async def test_what_says_itself_that_it_is_late_does_not_say_it_twice(courier, office, posting, clock):
    await posting(GRADE_2, "Exit tickets")
    office.answers(GRADE_2, *[Undeliverable(Trouble.PASSING, "busy") for _ in range(4)])
    for minutes in (180, 1, 5, 30, 120):
        clock.advance(minutes=minutes)
        await courier.deliver_due()

    (said,) = office.said(GRADE_2)
    assert said.count("This comes late: it was meant for 12:00 PM.") == 1


async def test_a_look_up_that_the_platform_does_not_answer_is_asked_again_for_a_day(
    courier, office, posting, clock, stopwatch
):
    office.answers(GRADE_2, AnswerLost())
    key = await posting(GRADE_2, "Exit tickets", if_unknown="again")
    await courier.deliver_due()
    office.lookups.extend(Busy(10) for _ in range(3))
    for _ in range(3):
        clock.advance(hours=3)
        stopwatch.seconds += 11
        await courier.settle_overdue()
        assert await posting.state(key) == "checking"
    clock.advance(minutes=2)
    stopwatch.seconds += 11
    await courier.settle_overdue()

    assert await posting.state(key) == "sent"
    assert office.said(GRADE_2) == ["Exit tickets"]
