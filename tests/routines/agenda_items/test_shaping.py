"""What the minutes of an agenda are for: instruction, whose learning, what the school works on."""

from datetime import date, time

import pytest

from bot.errors import OutOfDate, Refusal
from bot.messages.vocabulary import Chart
from bot.model.agenda_items import Focus, ItemKind, Split, Timed, split_of
from bot.routines import agenda_items
from bot.routines.agenda_items import AddLearning, ToMemo
from bot.routines.agendas import publishing
from tests.routines.agenda_items.conftest import PREPARED

MEETINGS = (date(2026, 10, 13), date(2026, 10, 27), date(2026, 11, 10), date(2026, 12, 8))
DRAFT, PUBLISHED = (date(2026, 10, 9), time(13, 0)), (date(2026, 10, 12), time(14, 0))
IN_ROOM = {"more": ["yes"], "kind": "operational", "place": "meeting"}


async def draft(school):
    return (await school.posted("/draft"))[-1]


def test_minutes_are_added_up_by_kind_and_by_whose_learning_they_serve():
    lines = (
        Timed(10, ItemKind.INSTRUCTIONAL, Focus.STUDENT),
        Timed(5, ItemKind.INSTRUCTIONAL, Focus.BOTH),
        Timed(3, ItemKind.PEOPLE, Focus.ADULT),
        Timed(2, ItemKind.OPERATIONAL),
    )
    assert split_of(lines) == Split(15, 3, 2, student=13, adult=5)
    assert [split_of(lines).share(kind) for kind in ItemKind] == [75, 15, 10]


@pytest.mark.requirement("R-063")
async def test_when_operations_take_too_much_the_facilitator_sees_what_could_be_read_instead(school):
    item = (await school.adds(title="Field day", minutes=15, **IN_ROOM)).item
    await school.at(*DRAFT)
    letter = await draft(school)
    assert "Operations take 44% of the minutes; the goal is 20% at most." in letter.text
    assert "[Move “Field day” to the memo]" in letter.text
    await school.does(agenda_items.to_memo, ToMemo(item=item.id), "mina-linden")
    agenda = await school.agenda()
    assert [line.title for line in agenda.memo] == ["Field day"]
    assert agenda.split.share(ItemKind.OPERATIONAL) == 0
    with pytest.raises(OutOfDate, match="in the memo already"):
        await school.does(agenda_items.to_memo, ToMemo(item=item.id), "mina-linden")


async def test_operations_within_the_goal_are_not_mentioned(school):
    await school.adds(title="Field day", minutes=3, **IN_ROOM)
    await school.at(*DRAFT)
    assert "Operations take" not in (await draft(school)).text


async def test_the_published_agenda_has_a_picture_of_its_minutes_and_the_memo_without_them(school):
    await school.adds(title="Bus duty")
    await school.adds(title="Field day", minutes=5, **IN_ROOM)
    await school.at(*PUBLISHED)
    [posted] = await school.posted(f"{MEETINGS[0]}/agenda")
    assert "To read, with no meeting time\n• Bus duty" in posted.text
    [chart] = [part for part in posted.message.parts if isinstance(part, Chart)]
    assert (chart.categories, chart.unit) == (("Teaching and learning", "Operations"), "%")
    assert chart.series[0].values == (79.0, 21.0)
    assert "What the minutes are for" in posted.text
    assert (await school.meeting(MEETINGS[0])).split.operational == 5


async def test_what_was_in_the_memo_is_read_and_does_not_come_back(school):
    await school.adds(title="Bus duty")
    await school.at(*PUBLISHED)
    await school.at(MEETINGS[0], time(16, 30))
    assert await school.open_items() == []


@pytest.mark.requirement("R-068")
async def test_what_is_talked_about_without_a_link_is_flagged_and_published_with_a_reason(school):
    await school.adds(**PREPARED)
    await school.at(*DRAFT)
    asked = {"day": MEETINGS[0], "first": "Chosen one talk routine"}
    with pytest.raises(Refusal) as refused:
        await school.does(publishing.publish, publishing.PublishAgenda(**asked), "mina-linden")
    assert refused.value.field == "unlinked_why"
    with_reason = publishing.PublishAgenda(**asked, unlinked_why="It blocks every class")
    await school.does(publishing.publish, with_reason, "mina-linden")
    [posted] = await school.posted(f"{MEETINGS[0]}/agenda")
    said = "Linked to no strategy or problem of practice: “Exit tickets”. Why: It blocks every class"
    assert said in posted.text


async def test_the_clock_publishes_what_has_no_link_and_says_so(school):
    await school.adds(**PREPARED)
    await school.at(*PUBLISHED)
    [posted] = await school.posted(f"{MEETINGS[0]}/agenda")
    assert "Linked to no strategy or problem of practice: “Exit tickets”." in posted.text


async def test_a_draft_without_time_for_adults_asks_once_and_the_agenda_itself_does_not(school):
    await school.adds(**PREPARED)
    await school.at(*DRAFT)
    letter = await draft(school)
    assert letter.text.count("This agenda has no minutes for adults to learn.") == 1
    assert "add-learning" in letter.verbs
    await school.at(*PUBLISHED)
    assert "no minutes for adults" not in (await school.posted(f"{MEETINGS[0]}/agenda"))[-1].text


@pytest.mark.requirement("R-075")
async def test_after_three_meetings_without_adult_learning_a_block_is_proposed_first(school):
    for day in MEETINGS[:3]:
        await school.at(day, time(16, 30))
    await school.at(date(2026, 12, 4), time(13, 0))
    letter = await draft(school)
    assert "Dec 8" in letter.text.splitlines()[0]
    assert letter.text.splitlines()[2].startswith(
        "The last three meetings had no minutes for adults to learn."
    )
    assert letter.verbs[0] == "add-learning"
    day = AddLearning(day=MEETINGS[3])
    await school.does(agenda_items.add_learning, day, "mina-linden")
    agenda = await school.agenda()
    assert (agenda.items[0].title, agenda.split.adult) == ("Learn together", 15)
    with pytest.raises(OutOfDate, match="There is a learning block"):
        await school.does(agenda_items.add_learning, day, "mina-linden")
