"""Who sees what of the next agenda, on request and on Home."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted
from bot.messages.meetings import seen as wording
from bot.messages.plain import lines_of, plain, words
from bot.model.agenda_items import Provenance, Suggestion
from bot.model.people import Actor, Relation
from bot.routines import meetings
from bot.routines.meetings import items, looking
from bot.routines.meetings.items import AddItem
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.letters import buttons_of

MEETING = date(2026, 10, 13)
DRAFTED, PUBLISHED = (date(2026, 10, 9), time(13, 0)), (date(2026, 10, 12), time(14, 0))
STAFF, MEMBER, LEADER = "uma-thistle", "kaya-jasmine", "mina-linden"


async def agenda(school, key):
    seen = await school.perform(looking.see, looking.SeeAgenda(), actor=school.who(key))
    return wording.agenda(seen)


async def home(school, key):
    async with school.units.reading(SCHOOL) as work:
        eyes = await viewer(school.who(key), work=work, clock=school.clock)
        share = await meetings.home(eyes, work=work)
    sections = [line for section in share.sections for part in section.parts for line in lines_of(part)]
    return [words(one.line) for one in share.waiting], sections


async def an_item_and_a_voice(school):
    given = AddItem(title="Exit tickets", detail="Bring two samples.")
    await school.perform(items.add, given, actor=school.who("jay-ivy"))
    voice = Suggestion("Copies are late", Provenance.INPUT, "i1", label="I-003", detail="By Friday.", by="x")
    async with school.units.writing(SCHOOL) as work:
        await meetings.put_on_agenda(voice, work=work, now=school.clock.now())


async def test_staff_are_told_when_the_agenda_is_published_and_nothing_of_the_draft(school):
    await an_item_and_a_voice(school)
    await school.at(*DRAFTED)
    said = plain(await agenda(school, STAFF))
    assert "The ILT meets next on Tue, Oct 13, 3:30 PM. Its agenda is published on Mon, Oct 12" in said
    assert "Exit tickets" not in said


async def test_once_published_staff_see_items_without_names_words_or_roles(school):
    await an_item_and_a_voice(school)
    await school.at(*PUBLISHED)
    message = await agenda(school, STAFF)
    said = plain(message)
    assert "Exit tickets · 5 minutes · from the ILT · to share" in said
    assert "Staff input I-003 · 5 minutes · staff input I-003" in said
    for hidden in ("Jay Ivy", "Copies are late", "By Friday", "Bring two samples", "Facilitator"):
        assert hidden not in said
    assert [button.verb for button in buttons_of(message)] == ["input"]


async def test_the_ilt_sees_names_words_and_minutes_before_it_is_published(school):
    await an_item_and_a_voice(school)
    said = plain(await agenda(school, MEMBER))
    for shown in (
        "In so far: ILT",
        "Jay Ivy",
        "Copies are late",
        "By Friday.",
        "Bring two samples.",
        "37 of 60",
    ):
        assert shown in said
    assert "It is published to the ILT on Mon, Oct 12, 2:00 PM." in said


@pytest.mark.parametrize(
    ("key", "verbs"),
    [
        (MEMBER, ["add-item", "bring-data", "flag-item"]),
        ("jay-ivy", ["add-item", "bring-data", "drop-item", "flag-item", "change-item"]),
        (
            LEADER,
            [
                *("finish-agenda", "publish-agenda", "rebook-meeting", "invite-guest"),
                *("add-item", "bring-data"),
                *("drop-item", "flag-item", "change-item", "change-item"),
            ],
        ),
    ],
)
async def test_everybody_is_offered_only_what_they_may_do(school, key, verbs):
    await an_item_and_a_voice(school)
    assert [button.verb for button in buttons_of(await agenda(school, key))] == verbs


async def test_whoever_has_a_role_can_hand_it_on_from_the_agenda(school):
    await school.at(*DRAFTED)
    timekeeper = (await school.holders(MEETING))["timekeeper"]
    labels = [button.label for button in buttons_of(await agenda(school, timekeeper))]
    assert "I can't be the timekeeper" in labels


async def test_a_stranger_sees_nothing(school):
    stranger = Actor(SCHOOL, "", frozenset({Relation.STRANGER}))
    with pytest.raises(NotPermitted, match="I do not know you"):
        await school.perform(looking.see, looking.SeeAgenda(), actor=stranger)


async def test_when_no_meeting_is_planned_it_says_so(school):
    async with school.units.writing(SCHOOL) as work:
        await meetings.establish(None, work=work, roster=await work.people.roster())
    assert plain(await agenda(school, STAFF)).startswith("No ILT meeting is planned.")
    assert await home(school, LEADER) == ([], [])


async def test_home_shows_the_ilt_its_next_meeting_and_staff_only_a_published_one(school):
    assert await home(school, STAFF) == ([], [])
    _, lines = await home(school, MEMBER)
    assert lines[0] == "Tue, Oct 13, 3:30 PM. No call for items yet; you can add one now."
    await school.at(*PUBLISHED)
    _, lines = await home(school, STAFF)
    assert lines == ["Tue, Oct 13, 3:30 PM. The agenda is published.", "[See the agenda]"]


async def test_home_tells_everybody_their_role_and_the_facilitator_what_waits(school):
    await school.at(*DRAFTED)
    held = await school.holders(MEETING)
    waiting, lines = await home(school, held["facilitator"])
    assert waiting == ["You are facilitating on Tue, Oct 13. The draft has 27 of 60 minutes."]
    assert "The draft is ready. You are the facilitator." in lines[0]
    waiting, lines = await home(school, held["recorder"])
    assert waiting == []
    assert "You are the recorder." in lines[0]
    await school.at(*PUBLISHED)
    assert (await home(school, held["facilitator"]))[0] == []


async def test_with_many_items_every_change_button_is_there_five_to_a_row(school):
    for number in range(11):
        given = AddItem(title=f"Item {number} " + "x" * 60)
        await school.perform(items.add, given, actor=school.who("jay-ivy"))
    message = await agenda(school, "jay-ivy")
    changes = [button for button in buttons_of(message) if button.verb == "change-item"]
    assert len(changes) == 11
    assert max(len(button.label) for button in changes) <= 50
