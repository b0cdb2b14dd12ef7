"""Everybody says for themself how often they are written to, and nobody else learns of it."""

from datetime import date, time

import pytest
from pydantic import ValidationError

from bot.courier import Courier
from bot.messages import courtesy as wording
from bot.messages.plain import plain
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.courtesy import Wish
from bot.model.settings import RoutineName
from bot.routines import courtesy
from bot.routines.courtesy import PauseMessages, Resume, SeePreferences, SetPreferences
from bot.routines.start import OpenHome, Start
from handlers.start import home_message
from tests.conftest import SCHOOL
from tests.delivery.post_office import PostOffice

WEDNESDAY, THURSDAY, NEXT_MONDAY = (date(2026, 10, day) for day in (21, 22, 26))


@pytest.fixture
def office() -> PostOffice:
    return PostOffice()


@pytest.fixture
def courier(units, office, clock) -> Courier:
    return Courier(units, office, clock)


@pytest.fixture
def remind(units, clock, who):
    async def post(*keys):
        async with units.writing(SCHOOL) as work:
            for key in keys:
                to = Audience.person(who("oli-nettle").person_id)
                await work.outbox.post(to, Message(f"About {key}"), key=key, due_at=clock.now())

    return post


async def test_what_is_wished_of_one_routine_says_nothing_of_the_others(perform, who):
    oli = who("oli-nettle")
    await perform(courtesy.prefer, SetPreferences(wishes={"cycles": "digest"}), actor=oli)
    await perform(courtesy.prefer, SetPreferences(wishes={"cycles": "off", "input": "digest"}), actor=oli)

    seen = await perform(courtesy.see, SeePreferences(), actor=oli)
    others = await perform(courtesy.see, SeePreferences(), actor=who("mina-linden"))

    assert seen.by_routine[RoutineName.CYCLES] is Wish.OFF
    assert seen.by_routine[RoutineName.INPUT] is Wish.DIGEST
    assert seen.by_routine[RoutineName.CHECKINS] is Wish.NORMAL
    assert set(others.by_routine.values()) == {Wish.NORMAL}


async def test_a_wish_taken_back_brings_what_waited_at_once(perform, who, courier, office, remind, clock):
    oli = who("oli-nettle")
    await perform(courtesy.prefer, SetPreferences(wishes={"cycles": "digest"}), actor=oli)
    await remind("cycles/1/x")
    assert await courier.deliver_due() == 0
    await perform(courtesy.prefer, SetPreferences(wishes={"cycles": "normal"}), actor=oli)
    assert await courier.deliver_due() == 1


@pytest.mark.parametrize("typed", ["3", "3 days", "for 3 school days"])
async def test_a_pause_of_three_days_ends_on_the_morning_of_the_third_school_day_after(
    perform, who, courier, office, remind, clock, typed
):
    clock.on(WEDNESDAY, time(12))
    back = await perform(courtesy.pause, PauseMessages(days=typed), actor=who("oli-nettle"))
    assert back == NEXT_MONDAY
    assert "until Mon, Oct 26" in plain(wording.paused(back))

    await remind("cycles/1/x", "checkin/1/moved/x", "meeting/2026-10-27/draft")
    clock.on(date(2026, 10, 23), time(12))
    assert await courier.deliver_due() == 0
    clock.on(NEXT_MONDAY, time(7, 45))
    assert await courier.deliver_due() == 1


async def test_who_comes_back_early_gets_what_came_up_in_one_message(
    perform, who, courier, office, remind, clock
):
    oli = who("oli-nettle")
    await perform(courtesy.pause, PauseMessages(days=5), actor=oli)
    await remind("cycles/1/x", "cycles/2/x")
    await courier.deliver_due()
    assert await perform(courtesy.resume, Resume(), actor=oli)
    assert await courier.deliver_due() == 1
    assert not await perform(courtesy.resume, Resume(), actor=oli)


async def test_answers_to_ones_own_action_come_during_a_pause(perform, who, courier, remind):
    await perform(courtesy.pause, PauseMessages(days=5), actor=who("oli-nettle"))
    await remind("input/1/receipt", "question/1/answer")
    assert await courier.deliver_due() == 2


@pytest.mark.parametrize("days", ["0", "11", "a while"])
def test_a_pause_is_one_to_ten_days(days):
    with pytest.raises(ValidationError):
        PauseMessages(days=days)


async def test_home_shows_a_pause_to_nobody_but_the_person(perform, who):
    start = Start([courtesy.home])
    await perform(courtesy.pause, PauseMessages(days=2), actor=who("oli-nettle"))
    pages = {
        key: plain(home_message(await perform(start.home, OpenHome(), actor=who(key))))
        for key in ("oli-nettle", "mina-linden", "noel-mint", "pia-olive")
    }
    assert "Paused until Wed, Oct 21." in pages.pop("oli-nettle")
    assert all("Paused" not in page for page in pages.values())


async def test_what_a_school_does_not_use_is_not_asked_about(perform, who):
    oli = who("oli-nettle")
    without = type(oli)(oli.school, oli.person_id, oli.relations, frozenset({RoutineName.CYCLES}))
    seen = await perform(courtesy.see, SeePreferences(), actor=without)
    assert RoutineName.CYCLES not in seen.by_routine
    form = wording.preferences_form(seen.by_routine, wording.counted(2, 1))
    assert [field.name for field in form.fields] == [f"wishes.{one}" for one in seen.by_routine]
