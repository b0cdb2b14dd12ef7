"""What the two of a pair see of their check-ins, and that nobody else sees anything."""

from datetime import date, time

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages import checkins as wording
from bot.messages.plain import lines_of, plain
from bot.routines import checkins
from bot.routines.requests import Nothing
from bot.routines.school_file import CheckInSection
from bot.routines.viewer import viewer
from handlers.checkins import INTERACTIONS
from tests.conftest import SCHOOL
from tests.routines.checkins.conftest import PAIRS


@pytest.mark.requirement("R-168")
async def test_each_pair_sees_only_its_own(sample, perform, who, units):
    leads = ("oli-nettle", "tea-sage", "yara-xylem", "ada-acorn", "jay-ivy")
    five = [
        CheckInSection(leader="mina-linden", lead=lead, first=date(2026, 10, 20 + n), at=time(9))
        for n, lead in enumerate(leads)
    ]
    async with units.writing(SCHOOL) as work:
        await checkins.establish(five, work=work, roster=sample)
    for lead in leads:
        (one,) = await perform(checkins.mine, Nothing(), actor=who(lead))
        assert one.other == "Mina Linden"
    theirs = await perform(checkins.mine, Nothing(), actor=who("mina-linden"))
    assert [one.other for one in theirs] == [sample.keyed(lead).name for lead in leads]


async def test_a_leader_and_the_admin_see_only_their_own_pairs(desk):
    assert [one.other for one in await desk.sees("mina-linden")] == ["Tea Sage", "Oli Nettle"]
    assert [one.other for one in await desk.sees("noel-mint")] == ["Yara Xylem"]
    assert await desk.sees("dale-clover") == []


async def test_somebody_who_leads_nobody_is_refused(desk):
    with pytest.raises(NotPermitted):
        await desk.sees("vic-umber")


async def test_the_page_says_when_with_whom_and_what_comes_after(desk):
    said = plain(wording.mine(await desk.sees("oli-nettle")))
    assert "Mina Linden: Thu, Oct 22, 2:45 PM, 30 minutes. After that: Thu, Nov 5." in said
    assert "[Add a topic] [Move] [Skip this one]" in said
    assert "Only the two of you can see this." in said


async def test_without_a_pair_the_page_says_what_to_do(desk):
    assert "You have no 1:1 check-ins planned." in plain(wording.mine(await desk.sees("dale-clover")))


async def test_both_see_every_topic_with_who_wants_it(desk):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "Cover for the field trip")
    await desk.adds("mina-linden", one, "The new schedule")
    for key, other in (("oli-nettle", "Mina Linden"), ("mina-linden", "Oli Nettle")):
        topics = (await desk.next_of(key, other)).topics
        assert [(topic.by, topic.text) for topic in topics] == [
            ("Oli Nettle", "Cover for the field trip"),
            ("Mina Linden", "The new schedule"),
        ]
    assert (await desk.next_of("mina-linden", "Tea Sage")).topics == ()


@pytest.mark.parametrize("key", ["tea-sage", "noel-mint", "vic-umber", "dale-clover"])
async def test_nobody_else_can_open_prepare_move_or_skip_it(desk, perform, who, key):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    about = checkins.OneCheckIn(series=one.series, day=one.day)
    for attempt in (
        lambda: desk.adds(key, one, "Let me in"),
        lambda: desk.moves(key, one, date(2026, 10, 23)),
        lambda: desk.skips(key, one),
        lambda: perform(checkins.before_moving, about, actor=who(key)),
        lambda: perform(checkins.before_adding, about, actor=who(key)),
    ):
        with pytest.raises(NotFound, match="cannot find that 1:1"):
            await attempt()


async def test_a_day_outside_the_rhythm_is_not_there(desk, perform, who):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    command = checkins.SkipCheckIn(series=one.series, day=date(2026, 10, 29))
    with pytest.raises(NotFound):
        await perform(checkins.skip, command, actor=who("oli-nettle"))


async def test_once_it_has_begun_its_buttons_are_out_of_date(desk, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    clock.on(date(2026, 10, 22), time(14, 44))
    await desk.adds("oli-nettle", one, "Just in time")
    clock.on(date(2026, 10, 22), time(14, 45))
    with pytest.raises(OutOfDate, match="has already begun or is over"):
        await desk.adds("oli-nettle", one, "Too late")


async def test_it_stays_on_the_page_until_it_ends(desk, clock):
    clock.on(date(2026, 10, 22), time(15, 14))
    assert (await desk.next_of("oli-nettle", "Mina Linden")).on == date(2026, 10, 22)
    clock.on(date(2026, 10, 22), time(15, 15))
    assert (await desk.next_of("oli-nettle", "Mina Linden")).on == date(2026, 11, 5)


@pytest.mark.parametrize(("length", "kept"), [(1, True), (300, True), (301, False), (0, False)])
def test_a_topic_takes_one_to_three_hundred_characters(length, kept):
    fields = {"series": "s", "day": date(2026, 10, 22), "text": "x" * length}
    if kept:
        checkins.AddTopic(**fields)
    else:
        with pytest.raises(ValueError, match="text"):
            checkins.AddTopic(**fields)


async def test_ten_topics_are_taken_and_no_more(desk):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    for number in range(10):
        await desk.adds("oli-nettle", one, f"Topic {number}")
    with pytest.raises(Refusal, match="10 topics already"):
        await desk.adds("mina-linden", one, "One too many")


async def test_with_many_leads_the_later_ones_are_listed_briefly(desk, sample, units, perform, who):
    leads = [person.key for person in sample.people if person.key != "mina-linden"][:12]
    pairs = [PAIRS[0].model_copy(update={"lead": lead}) for lead in leads]
    async with units.writing(SCHOOL) as work:
        await checkins.establish(pairs, work=work, roster=sample)
    page = wording.mine(await desk.sees("mina-linden"))
    assert len(page.parts) <= 50
    assert all(sample.keyed(lead).name in plain(page) for lead in leads)


async def test_the_forms_ask_for_what_their_commands_take(desk, perform, who):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    for interaction in INTERACTIONS:
        if interaction.asking is None:
            continue
        question = interaction.asking.question(series=one.series, day=one.day)
        page = await perform(interaction.asking.routine, question, actor=who("oli-nettle"))
        form = interaction.asking.form(page, {})
        assert {field.name for field in form.fields} == set(interaction.command.model_fields) - {
            "series",
            "day",
        }


async def test_home_lists_the_next_ones_without_topics(desk, units, who, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "A delicate matter")
    async with units.reading(SCHOOL) as work:
        share = await checkins.home(await viewer(who("mina-linden"), work=work, clock=clock), work=work)
        nothing = await checkins.home(await viewer(who("noel-mint"), work=work, clock=clock), work=work)
        stranger = await checkins.home(await viewer(who("vic-umber"), work=work, clock=clock), work=work)
    (section,) = share.sections
    assert lines_of(section.parts[0]) == [
        "• Tea Sage, Thu, Oct 22, 8:00 AM",
        "• Oli Nettle, Thu, Oct 22, 2:45 PM",
    ]
    assert "Oli" not in str(nothing)
    assert stranger.sections == ()


async def test_the_school_file_comes_back_as_it_went_in_and_changes_nothing_twice(desk, sample, units):
    async with units.writing(SCHOOL) as work:
        assert await checkins.establish(PAIRS, work=work, roster=sample) == []
        assert tuple(await checkins.exported(work, sample)) == PAIRS


async def test_a_pair_that_is_taken_out_of_the_file_ends_and_can_come_back(desk, sample, units):
    async with units.writing(SCHOOL) as work:
        said = await checkins.establish(PAIRS[1:], work=work, roster=sample)
    assert said == ["1:1 of Mina Linden and Oli Nettle: ended."]
    assert await desk.sees("oli-nettle") == []
    async with units.writing(SCHOOL) as work:
        said = await checkins.establish(PAIRS, work=work, roster=sample)
    assert said == ["1:1 of Mina Linden and Oli Nettle: takes place again."]


async def test_a_changed_time_is_said_and_topics_go_along(desk, sample, units):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "Stay with me")
    changed = PAIRS[0].model_copy(update={"first": date(2026, 10, 23)})
    async with units.writing(SCHOOL) as work:
        said = await checkins.establish((changed, *PAIRS[1:]), work=work, roster=sample)
    assert said == ["1:1 of Mina Linden and Oli Nettle: changed."]
    moved = await desk.next_of("oli-nettle", "Mina Linden")
    assert (moved.on, moved.topics[0].text) == (date(2026, 10, 23), "Stay with me")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"lead": "mina-linden"}, "the same person"), ({"lead": "tea-sage"}, "there twice")],
)
async def test_a_pair_that_cannot_be_is_refused_by_its_place(desk, sample, units, change, sentence):
    pairs = (PAIRS[1], PAIRS[0].model_copy(update=change))
    with pytest.raises(Refusal, match=rf"check_ins\[1\].*{sentence}"):
        async with units.writing(SCHOOL) as work:
            await checkins.establish(pairs, work=work, roster=sample)
