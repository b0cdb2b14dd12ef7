"""Adding to an agenda, changing it, taking off and ticking off."""

from datetime import date, time

import pytest
from pydantic import ValidationError

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.meetings import forms as wording
from bot.messages.plain import plain
from bot.model.agenda_items import Provenance, Suggestion
from bot.routines import meetings
from bot.routines.meetings import changes, items, looking
from bot.routines.meetings.changes import ChangeItem, ChooseItem, DropItem
from bot.routines.meetings.items import AddItem, NothingToAdd, WhereItGoes
from tests.conftest import SCHOOL

MEETING, NEXT, THIRD = date(2026, 10, 13), date(2026, 10, 27), date(2026, 11, 10)
PUBLISHED = (date(2026, 10, 12), time(14, 0))
THE_END = (MEETING, time(16, 30))


async def adds(school, key: str, title: str = "Exit tickets", **given):
    command = AddItem(title=title, **given)
    return await school.perform(items.add, command, actor=school.who(key))


async def places(school, suggestion: Suggestion):
    async with school.units.writing(SCHOOL) as work:
        return await meetings.put_on_agenda(suggestion, work=work, now=school.clock.now())


async def titles(school, key: str = "jay-ivy") -> list[str]:
    seen = await school.perform(looking.see, looking.SeeAgenda(), actor=school.who(key))
    return [line.title for line in seen.sheet.agenda.items]


VOICE = Suggestion("Copies are late", Provenance.INPUT, source="i1", label="I-003")


async def test_an_item_goes_on_the_next_agenda_and_the_reply_says_so(school):
    result = await adds(school, "jay-ivy", minutes=10)
    said = plain(wording.added(result))
    assert "On the agenda for Tue, Oct 13: Exit tickets, 10 minutes." in said
    assert "The agenda has 37 of 60 minutes." in said
    assert "It is published on Mon, Oct 12, 2:00 PM." in said
    assert await titles(school) == ["Exit tickets"]


async def test_after_the_agenda_is_published_an_item_goes_to_the_next_and_form_and_reply_say_so(school):
    await school.at(*PUBLISHED)
    asked = await school.perform(items.where_it_goes, WhereItGoes(), actor=school.who("jay-ivy"))
    assert (asked.meeting.day, asked.missed) == (NEXT, MEETING)
    result = await adds(school, "jay-ivy")
    assert result.item.day == NEXT
    assert "The agenda for Tue, Oct 13 is published, so it goes on the next." in plain(wording.added(result))
    assert await titles(school) == []


async def test_the_next_draft_does_not_count_what_the_published_agenda_still_has(school):
    await adds(school, "jay-ivy", minutes=30)
    await school.at(*PUBLISHED)
    result = await adds(school, "jay-ivy", "Guest day")
    assert "The agenda has 32 of 60 minutes." in plain(wording.added(result))


@pytest.mark.parametrize("key", ["jay-ivy", "tea-sage", "mina-linden"])
async def test_the_ilt_may_add(school, key):
    await adds(school, key)
    assert await titles(school) == ["Exit tickets"]


@pytest.mark.parametrize("key", ["uma-thistle", "opal-nutmeg"])
async def test_staff_outside_the_ilt_are_told_who_may_add(school, key):
    with pytest.raises(NotPermitted, match="can add an agenda item"):
        await adds(school, key)
    with pytest.raises(NotPermitted, match="can add an agenda item"):
        await school.perform(items.where_it_goes, WhereItGoes(), actor=school.who(key))


async def test_a_lead_may_speak_for_the_team(school):
    result = await adds(school, "tea-sage", for_team=True)
    assert (result.item.provenance, result.item.label) == (Provenance.TEAM, "Grade 4")


async def test_somebody_without_a_team_adds_under_their_own_name(school):
    result = await adds(school, "mina-linden", for_team=True)
    assert (result.item.provenance, result.item.label) == (Provenance.MEMBER, "")


async def test_without_a_meeting_nobody_can_add(school, units):
    async with units.writing(SCHOOL) as work:
        await meetings.establish(None, work=work, roster=await work.people.roster())
    with pytest.raises(Refusal, match="No ILT meeting is planned yet"):
        await adds(school, "jay-ivy")


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ({"minutes": 2}, True),
        ({"minutes": 30}, True),
        ({"minutes": 1}, False),
        ({"minutes": 31}, False),
        ({"title": "x" * 150}, True),
        ({"title": "x" * 151}, False),
        ({"title": "   "}, False),
        ({"detail": "x" * 600}, True),
        ({"detail": "x" * 601}, False),
        ({"outcome": "learn"}, True),
        ({"outcome": "argue"}, False),
    ],
)
def test_an_item_keeps_within_its_limits(given, fits):
    try:
        AddItem(**{"title": "Exit tickets"} | given)
    except ValidationError:
        assert not fits
    else:
        assert fits


async def test_nothing_this_time_leaves_no_trace_of_who(school, units):
    await school.perform(items.nothing_to_add, NothingToAdd(), actor=school.who("jay-ivy"))
    assert await school.open_items() == []
    assert await school.posted("") == []
    with pytest.raises(NotPermitted):
        await school.perform(items.nothing_to_add, NothingToAdd(), actor=school.who("uma-thistle"))


async def test_what_others_suggest_is_placed_once_in_its_newest_words(school):
    first = await places(school, VOICE)
    again = await places(school, Suggestion("Copies are late again", Provenance.INPUT, source="i1"))
    assert first.day == again.day == MEETING
    assert await titles(school) == ["Copies are late again"]


async def test_what_is_carried_over_is_not_placed_a_second_time(school):
    await places(school, VOICE)
    await school.at(*PUBLISHED)
    await school.at(*THE_END)
    assert (await places(school, VOICE)).day == NEXT
    assert len(await school.open_items()) == 1


async def test_two_things_without_a_source_are_two_items(school):
    for _ in range(2):
        await places(school, Suggestion("Guest day", Provenance.MEMBER, by="x"))
    assert await titles(school) == ["Guest day", "Guest day"]


async def test_a_very_long_title_is_shortened_between_words(school):
    await places(school, Suggestion("word " * 60, Provenance.TREND, source="w"))
    [title] = await titles(school)
    assert len(title) <= 150
    assert title.endswith("word …")


async def test_what_is_taken_back_leaves_agenda_and_words(school, units):
    await places(school, Suggestion("Copies", Provenance.INPUT, source="i1", detail="all of it"))
    async with units.writing(SCHOOL) as work:
        assert await meetings.take_off(Provenance.INPUT, "i1", work=work)
        assert not await meetings.take_off(Provenance.INPUT, "i1", work=work)
    async with units.reading(SCHOOL) as work:
        item = await work.meetings.last_about(Provenance.INPUT, "i1")
    assert (item.title, item.detail) == ("Withdrawn", "")
    assert await titles(school) == []


async def test_the_day_of_a_thing_on_the_agenda_follows_its_meeting(school, units):
    async def day():
        async with units.reading(SCHOOL) as work:
            return await meetings.agenda_day(Provenance.INPUT, "i1", work=work, now=school.clock.now())

    assert await day() is None
    await places(school, VOICE)
    assert await day() == MEETING
    await school.closes(MEETING)
    assert await day() == NEXT


async def drops(school, key, item):
    return await school.perform(changes.drop, DropItem(item=item.id), actor=school.who(key))


async def test_whoever_added_an_item_takes_it_off_until_the_agenda_is_published(school):
    item = (await adds(school, "jay-ivy")).item
    result = await drops(school, "jay-ivy", item)
    assert "“Exit tickets” is off the agenda." in plain(wording.dropped(result))
    assert await titles(school) == []
    item = (await adds(school, "jay-ivy")).item
    await school.at(*PUBLISHED)
    with pytest.raises(OutOfDate, match="Ask the facilitator"):
        await drops(school, "jay-ivy", item)


async def test_the_facilitator_and_the_school_leader_take_off_a_published_item_and_the_thread_says_so(school):
    first, second = (await adds(school, "jay-ivy")).item, (await adds(school, "jay-ivy", "Guest day")).item
    await school.at(*PUBLISHED)
    facilitator = (await school.holders(MEETING))["facilitator"]
    await drops(school, facilitator, first)
    await drops(school, "mina-linden", second)
    said = await school.posted("/changed/")
    assert sorted(one.text for one in said) == [
        "The agenda for Tue, Oct 13 changed: “Exit tickets” is off.",
        "The agenda for Tue, Oct 13 changed: “Guest day” is off.",
    ]
    assert {one.thread for one in said} == {f"meeting/{MEETING}/agenda"}


async def test_another_member_is_told_who_may_touch_an_item(school):
    item = (await adds(school, "ada-acorn")).item
    asked = ChangeItem(item=item.id, title="No", outcome="inform", minutes=5)
    whose = "Only the school leader, the facilitator and the person whose it is"
    with pytest.raises(NotPermitted, match=whose):
        await drops(school, "kaya-jasmine", item)
    with pytest.raises(NotPermitted, match=whose):
        await school.perform(changes.change, asked, actor=school.who("kaya-jasmine"))


async def test_what_was_taken_off_already_is_said(school):
    item = (await adds(school, "jay-ivy")).item
    await drops(school, "jay-ivy", item)
    with pytest.raises(OutOfDate, match="no longer on the agenda"):
        await drops(school, "jay-ivy", item)


async def test_staff_input_is_never_dropped_but_moves_on(school):
    await places(school, VOICE)
    [item] = await school.open_items()
    result = await drops(school, "mina-linden", item)
    assert result.moved_to == NEXT
    assert "is staff input, so it moves to Tue, Oct 27." in plain(wording.dropped(result))
    assert await titles(school) == []
    assert [item.day for item in await school.open_items()] == [NEXT]


async def test_strategies_cannot_be_chosen_to_take_off(school):
    await adds(school, "jay-ivy")
    choosing = await school.perform(changes.choose_to_drop, ChooseItem(), actor=school.who("mina-linden"))
    assert [item.title for item in choosing.items] == ["Exit tickets"]


async def test_who_can_take_nothing_off_is_told_so(school):
    await adds(school, "ada-acorn")
    with pytest.raises(Refusal, match="nothing on the agenda that you can change"):
        await school.perform(changes.choose_to_drop, ChooseItem(), actor=school.who("jay-ivy"))


async def test_an_item_is_shortened_and_the_sum_follows(school):
    item = (await adds(school, "jay-ivy", minutes=30)).item
    choosing = await school.perform(
        changes.choose_to_change, ChooseItem(item=item.id), actor=school.who("jay-ivy")
    )
    form = wording.change(choosing, {})
    assert [field.initial for field in form.fields] == ["Exit tickets", "inform", 30, "", ()]
    asked = ChangeItem(
        item=item.id, title="Exit tickets", outcome="decide", minutes=8, detail="Why", example="One"
    )
    result = await school.perform(changes.change, asked, actor=school.who("jay-ivy"))
    assert "“Exit tickets”, 8 minutes. The agenda has 35 of 60" in plain(wording.changed(result))
