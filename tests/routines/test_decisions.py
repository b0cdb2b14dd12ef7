"""Recording decisions, taking them back, and passing them on."""

from datetime import date, time

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.decisions import recording as wording
from bot.messages.plain import plain
from bot.model.decisions import DecisionState
from bot.routines import decisions
from bot.routines.decisions import WithdrawDecision
from bot.routines.requests import Nothing
from bot.routines.school import ApplySchool
from bot.routines.school import apply as apply_school
from bot.routines.school_file import DaysSection, SchoolFile
from tests.conftest import DENVER, OPERATOR, SCHOOL, sample_file
from tests.letters import letters
from tests.routines.decisions_told import (
    MONDAY,
    MORNING,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    a_decision,
    recorded,
    relayed,
    tick,
)

EVERY_TEAM = (
    "k-1",
    "grade-2",
    "grade-3",
    "grade-4",
    "grade-5",
    "specialists",
    "special-education",
    "ell",
    "office",
)


def closed_on(day: date) -> SchoolFile:
    """The sample school, with one more day without school."""
    file = sample_file()
    return file.model_copy(update={"calendar": (*file.calendar, DaysSection(first=day, note="Snow"))})


@pytest.mark.requirement("R-102")
async def test_a_decision_of_tuesday_afternoon_is_in_each_channel_on_wednesday_at_07_45(
    perform, clock, who, units
):
    five = EVERY_TEAM[:5]
    await recorded(perform, clock, who, teams=five)
    clock.on(WEDNESDAY, time(7, 44))
    assert await tick(perform) == []
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    await tick(perform)
    assert sorted(letter.audience for letter in await letters(units)) == sorted(f"team:{key}" for key in five)


async def test_each_team_reads_its_own_version(perform, clock, who, units):
    await relayed(perform, clock, who)
    third, fourth = await letters(units)
    assert "For Grade 3, from Mon, Nov 2: 3 minutes more in each block" in third.text
    assert "For Grade 4, from Mon, Nov 2: Start with one block a day" in fourth.text
    assert third.text.splitlines()[:3] == [
        "ILT decision D-001 (ILT decides)",
        "Every math block has 3 minutes of writing before talk.",
        "Students will write or draw, then explain to a partner",
    ]
    assert "Help: ask Dale Clover. Review: Tue, Dec 8." in third.text
    assert third.verbs == ["ask", "concern", "got-it"]


async def test_all_staff_hear_of_it_together_only_when_it_touches_every_team(perform, clock, who, units):
    await relayed(perform, clock, who, teams=EVERY_TEAM[:-1])
    assert "all-staff" not in {letter.audience for letter in await letters(units)}
    await relayed(perform, clock, who, teams=EVERY_TEAM)
    (everyone,) = [letter for letter in await letters(units) if letter.audience == "all-staff"]
    assert "Your team's channel says what changes for your team." in everyone.text


async def test_a_closure_added_in_the_night_moves_the_relay_to_the_next_school_day(
    perform, clock, who, units
):
    await recorded(perform, clock, who)
    await perform(apply_school, ApplySchool(file=closed_on(WEDNESDAY)), actor=OPERATOR)
    clock.on(WEDNESDAY, time(12, 0))
    assert await tick(perform) == []
    clock.on(THURSDAY, MORNING)
    assert len(await tick(perform)) == 2


async def test_a_closure_added_after_the_relay_does_not_repeat_it(perform, clock, who, units):
    await relayed(perform, clock, who)
    await perform(apply_school, ApplySchool(file=closed_on(WEDNESDAY)), actor=OPERATOR)
    clock.on(THURSDAY, MORNING)
    assert await tick(perform) == []
    assert len(await letters(units)) == 2


async def test_the_relay_keeps_the_wall_clock_when_the_clocks_go_back(perform, clock, who):
    kept = await recorded(perform, clock, who, on=date(2026, 10, 30))
    assert kept.relay_at.astimezone(DENVER).isoformat() == "2026-11-02T07:45:00-07:00"


async def test_a_bot_that_was_down_passes_it_on_late_and_says_so(perform, clock, who, units):
    await recorded(perform, clock, who)
    clock.on(THURSDAY, time(9, 0))
    await tick(perform)
    first = (await letters(units))[0]
    assert first.text.startswith("This comes late: it was meant for Wed, Oct 28.")


async def test_a_bot_that_was_down_for_a_month_still_passes_it_on(perform, clock, who, units):
    await recorded(perform, clock, who)
    clock.on(date(2026, 12, 1), MORNING)
    await tick(perform)
    await tick(perform)
    assert len(await letters(units)) == 2


@pytest.mark.requirement("R-283")
async def test_a_900_word_reason_is_cut_in_the_post_and_whole_in_its_thread(perform, clock, who, units):
    kept = await recorded(perform, clock, who, teams=("grade-3",))
    why = " ".join(f"Sentence {n} of the long story ends here." for n in range(113)) or ""
    assert len(why.split()) >= 900
    async with units.writing(SCHOOL) as work:
        decision = await work.decisions.find(kept.telling.decision.id)
        decision.why = why
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    posts = {letter.key.rsplit("/", 1)[-1]: letter for letter in await letters(units)}
    assert len(posts["grade-3"].text.split()) <= 120
    assert "Read more in the thread." in posts["grade-3"].text
    assert why in posts["full"].text
    assert posts["full"].thread == posts["grade-3"].key


async def test_a_short_decision_has_no_thread(perform, clock, who, units):
    await relayed(perform, clock, who, teams=("grade-3",))
    (only,) = await letters(units)
    assert "Read more" not in only.text


@pytest.mark.parametrize(
    "statement",
    [
        "<!channel> @here *stars* _under_ `code` & <b>",
        "x" * 300,
        "👩🏽‍🏫 3 minutes of 📝 first",
        "الكتابة قبل الكلام",
    ],
)
async def test_a_decision_is_passed_on_word_for_word(perform, clock, who, units, statement):
    await relayed(perform, clock, who, teams=("grade-3",), statement=statement)
    (only,) = await letters(units)
    assert statement in only.text.splitlines()


async def test_the_reply_says_what_goes_where_and_when(perform, clock, who):
    kept = await recorded(perform, clock, who, teams=EVERY_TEAM)
    reply = wording.recorded(kept)
    said = plain(reply)
    assert "D-001 is recorded. It goes out Wed, Oct 28, 7:45 AM." in said
    assert "K-1, Grade 2, Grade 3, Grade 4, Grade 5 and Specialists: in their channels" in said
    assert "Special education: through Hugo Ginger" in said
    assert "All staff: in the channel for everyone" in said
    assert "[Withdraw]" in said


async def test_numbers_follow_one_another(perform, clock, who):
    first, second = [await recorded(perform, clock, who) for _ in range(2)]
    assert (first.telling.decision.label, second.telling.decision.label) == ("D-001", "D-002")


@pytest.mark.parametrize("key", ["pia-olive", "opal-nutmeg", "pete-oak"])
async def test_staff_who_are_not_on_the_ilt_cannot_record_one(perform, who, key):
    actor = who(key)
    with pytest.raises(NotPermitted, match="Only ILT members and the school leader can record"):
        await perform(decisions.prepare, Nothing(), actor=actor)
    with pytest.raises(NotPermitted):
        await perform(decisions.record, a_decision(who("dale-clover").person_id), actor=actor)


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        (
            {"change": ""},
            "changes.grade-4",
            "Say what changes for Grade 4, or fill in what changes in general.",
        ),
        ({"teams": ("grade-9",)}, "teams", "One of these teams is no longer there."),
        (
            {"starts_on": date(2026, 10, 26)},
            "starts_on",
            "Mon, Oct 26 has passed. The next school day is Tue, Oct 27.",
        ),
        (
            {"starts_on": date(2026, 11, 25)},
            "starts_on",
            "no school on Wed, Nov 25. The next school day is Mon, Nov 30.",
        ),
        ({"starts_on": date(2027, 6, 7)}, "starts_on", "Choose an earlier date."),
        ({"review_on": MONDAY}, "review_on", "Choose a review date after the start on Mon, Nov 2."),
        (
            {"review_on": date(2026, 12, 5)},
            "review_on",
            "no school on Sat, Dec 5. The next school day is Mon, Dec 7.",
        ),
        ({"helper": "nobody"}, "helper", "Choose somebody on the ILT"),
        ({"inputs": ("gone",)}, "inputs", "One of these inputs is no longer open."),
        ({"replaces": "gone"}, "replaces", "That decision no longer stands"),
    ],
)
async def test_a_decision_that_cannot_be_carried_out_is_refused_beside_its_field(
    perform, clock, who, units, changed, field, sentence
):
    with pytest.raises(Refusal) as refused:
        await recorded(perform, clock, who, **changed)
    assert refused.value.field == field
    assert sentence in refused.value.sentence
    async with units.reading(SCHOOL) as work:
        assert await work.decisions.register() == []


async def test_it_may_start_today_and_be_reviewed_the_day_after(perform, clock, who):
    kept = await recorded(perform, clock, who, starts_on=TUESDAY, review_on=WEDNESDAY)
    assert kept.telling.decision.starts_on == TUESDAY


async def test_nothing_can_be_recorded_when_no_school_day_is_to_come(perform, clock, who):
    clock.on(date(2027, 6, 4))
    with pytest.raises(Refusal, match="add the next school year"):
        await perform(decisions.prepare, Nothing(), actor=who("dale-clover"))


async def test_the_form_starts_on_a_monday_with_school_and_is_reviewed_six_weeks_on(perform, clock, who):
    clock.on(date(2026, 11, 17))
    desk = await perform(decisions.prepare, Nothing(), actor=who("dale-clover"))
    assert desk.starts_on == date(2026, 11, 30)
    assert desk.review_on == date(2027, 1, 4)


async def test_the_form_asks_what_changes_for_each_chosen_team(perform, clock, who):
    desk = await perform(decisions.prepare, Nothing(), actor=who("dale-clover"))
    names = [field.name for field in wording.form(desk, {"teams": ["grade-4", "grade-3"]}).fields]
    assert [name for name in names if name.startswith("changes.")] == ["changes.grade-3", "changes.grade-4"]
    plain_names = {name for name in names if "." not in name}
    assert plain_names <= set(decisions.RecordDecision.model_fields)
    assert not [field.name for field in wording.form(desk, {}).fields if "." in field.name]


async def test_a_withdrawn_decision_is_never_passed_on(perform, clock, who, units):
    kept = await recorded(perform, clock, who)
    coach = who("dale-clover")
    command = WithdrawDecision(decision=kept.telling.decision.id)
    await perform(decisions.withdraw, command, actor=coach)
    clock.on(WEDNESDAY, MORNING)
    assert await tick(perform) == []
    assert await letters(units) == []
    with pytest.raises(OutOfDate, match="D-001 is withdrawn already"):
        await perform(decisions.withdraw, command, actor=coach)


async def test_whoever_recorded_it_is_told_when_the_principal_withdraws_it(perform, clock, who, units):
    kept = await recorded(perform, clock, who)
    await perform(
        decisions.withdraw, WithdrawDecision(decision=kept.telling.decision.id), actor=who("mina-linden")
    )
    (told,) = await letters(units)
    assert told.audience == f"person:{who('dale-clover').person_id}"
    assert "Mina Linden withdrew D-001 before it went out. Staff have not seen it." in told.text
    assert told.due_at.astimezone(DENVER).time() == MORNING


async def test_another_ilt_member_cannot_withdraw_it_and_other_staff_do_not_find_it(perform, clock, who):
    kept = await recorded(perform, clock, who)
    command = WithdrawDecision(decision=kept.telling.decision.id)
    with pytest.raises(NotPermitted):
        await perform(decisions.withdraw, command, actor=who("tea-sage"))
    with pytest.raises(NotFound):
        await perform(decisions.withdraw, command, actor=who("pia-olive"))


async def test_once_relayed_it_can_only_be_replaced(perform, clock, who, units):
    first = await relayed(perform, clock, who)
    with pytest.raises(OutOfDate, match="Record a new decision that replaces it"):
        await perform(decisions.withdraw, WithdrawDecision(decision=first.id), actor=who("dale-clover"))
    second = await relayed(perform, clock, who, on=WEDNESDAY, replaces=first.id)
    async with units.reading(SCHOOL) as work:
        states = {one.label: one.state for one in await work.decisions.register()}
    assert states == {"D-001": DecisionState.SUPERSEDED, "D-002": DecisionState.RELAYED}
    said = [letter.text for letter in await letters(units) if second.id in letter.key]
    assert said
    assert all("Replaces D-001." in text for text in said)


async def test_a_decision_stands_until_the_one_that_replaces_it_goes_out(perform, clock, who, units):
    first = await relayed(perform, clock, who)
    second = await recorded(perform, clock, who, on=WEDNESDAY, replaces=first.id)
    with pytest.raises(Refusal) as refused:
        await recorded(perform, clock, who, on=WEDNESDAY, replaces=first.id)
    assert refused.value.field == "replaces"
    await perform(
        decisions.withdraw,
        WithdrawDecision(decision=second.telling.decision.id),
        actor=who("dale-clover"),
    )
    async with units.reading(SCHOOL) as work:
        assert (await work.decisions.find(first.id)).state is DecisionState.RELAYED
    assert await recorded(perform, clock, who, on=WEDNESDAY, replaces=first.id)


async def test_a_post_is_held_back_when_its_decision_no_longer_stands(perform, clock, who, units):
    first = await relayed(perform, clock, who, teams=("grade-3",))
    (post,) = await letters(units)
    kind, _, subject = post.reason.partition(":")
    async with units.reading(SCHOOL) as work:
        assert await decisions.REASONS[kind](subject, work, clock)
    await relayed(perform, clock, who, on=WEDNESDAY, replaces=first.id)
    async with units.reading(SCHOOL) as work:
        assert not await decisions.REASONS[kind](subject, work, clock)
