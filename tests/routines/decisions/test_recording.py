"""Recording decisions: what is kept, and what is refused beside which field."""

from datetime import date

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.decisions import recording as wording
from bot.messages.plain import plain
from bot.routines import decisions
from tests.conftest import SCHOOL
from tests.routines.decisions.told import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    a_decision,
    recorded,
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
        await perform(decisions.prepare, decisions.AboutDeciding(), actor=actor)
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
        await perform(decisions.prepare, decisions.AboutDeciding(), actor=who("dale-clover"))


async def test_the_form_starts_on_a_monday_with_school_and_is_reviewed_six_weeks_on(perform, clock, who):
    clock.on(date(2026, 11, 17))
    desk = await perform(decisions.prepare, decisions.AboutDeciding(), actor=who("dale-clover"))
    assert desk.starts_on == date(2026, 11, 30)
    assert desk.review_on == date(2027, 1, 4)


async def test_the_form_asks_what_changes_for_each_chosen_team(perform, clock, who):
    desk = await perform(decisions.prepare, decisions.AboutDeciding(), actor=who("dale-clover"))
    names = [field.name for field in wording.form(desk, {"teams": ["grade-4", "grade-3"]}).fields]
    assert [name for name in names if name.startswith("changes.")] == ["changes.grade-3", "changes.grade-4"]
    plain_names = {name for name in names if "." not in name}
    assert plain_names <= set(decisions.RecordDecision.model_fields)
    assert not [field.name for field in wording.form(desk, {}).fields if "." in field.name]
