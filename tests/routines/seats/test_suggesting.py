"""Suggesting a colleague: their own yes comes first, and nothing is counted."""

from datetime import date, time

import pytest

from bot.errors import NotFound, NotPermitted
from bot.messages.plain import plain
from bot.messages.seats import suggesting as wording
from bot.routines.seats import suggesting
from tests.conftest import SCHOOL
from tests.routines.seats.conftest import NEWCOMER, PRINCIPAL

EXAMPLE = "Led our whole grade through the new reading units."


async def suggests(table, by="cal-cedar", key=NEWCOMER, strength="explains"):
    person = (await table.roster()).keyed(key).id
    command = suggesting.Suggest(person=person, strength=strength, example=EXAMPLE)
    return await table.perform(suggesting.suggest, command, actor=table.actor(by))


async def answers(table, routine, one, key=NEWCOMER):
    command = suggesting.OneSuggestion(suggestion=one.id)
    return await table.perform(routine, command, actor=table.actor(key))


async def seen(table, key=PRINCIPAL):
    return await table.perform(suggesting.see, suggesting.SeeSuggestions(), actor=table.actor(key))


@pytest.mark.requirement("R-011")
async def test_three_suggestions_for_one_person_are_three_entries_without_a_total(table):
    for by in ("cal-cedar", "oli-nettle", "ada-acorn"):
        await answers(table, suggesting.allow, await suggests(table, by))

    entries = await seen(table)
    words = plain(wording.shown(entries))

    assert len(entries) == 3
    assert not any(character.isdigit() for character in words)
    assert not {"Cal", "Oli", "Ada"} & set(words.split())


async def test_nobody_hears_of_a_suggestion_before_the_persons_own_yes(table):
    one = await suggests(table)
    assert await table.letters(NEWCOMER) == ["A colleague has a question for you"]
    assert await seen(table) == ()

    await answers(table, suggesting.refuse, one)

    assert await seen(table) == ()
    assert await table.letters("cal-cedar") == []
    async with table.units.reading(SCHOOL) as work:
        assert await work.seats.suggestions() == []


async def test_a_yes_can_be_taken_back_and_is_nobody_elses_to_give(table):
    one = await suggests(table)
    with pytest.raises(NotFound):
        await answers(table, suggesting.allow, one, "cal-cedar")
    await answers(table, suggesting.allow, one)
    await answers(table, suggesting.refuse, one)
    assert await seen(table) == ()


async def test_the_ilt_and_the_deputy_do_not_read_suggestions(table):
    for key in ("oli-nettle", "noel-mint", NEWCOMER):
        with pytest.raises(NotPermitted):
            await seen(table, key)


async def test_what_nobody_answers_is_deleted_after_ten_school_days(table, clock):
    await suggests(table)
    clock.on(date(2026, 11, 4), time(7, 46))
    await table.ticks()
    async with table.units.reading(SCHOOL) as work:
        assert await work.seats.suggestions() == []
