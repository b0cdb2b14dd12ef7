"""Recording a visit."""

from datetime import date

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages import walkthroughs as wording
from bot.messages.forms import ChoiceField
from bot.messages.plain import plain
from bot.model.walkthroughs import Mark
from bot.routines import walkthroughs
from bot.routines.walkthroughs import OpenVisit, RecordVisit
from storage import tables
from tests.routines.walkthroughs.conftest import WINDOWS

PEOPLE_WORDS = ("teacher", "room", "student", "class", "name", "person")
PERMITTED = {"first_visit", "notes"}


async def form(perform, actor, values=None):
    """The form as it is drawn: the question gets the values it has fields for."""
    known = {name: value for name, value in (values or {}).items() if name in OpenVisit.model_fields}
    sheet = await perform(walkthroughs.open_visit, OpenVisit.model_validate(known), actor=actor)
    return wording.form(sheet, values or {})


@pytest.mark.requirement("R-127")
async def test_three_look_fors_take_at_most_eight_taps(windows, perform, who):
    """A choice seen at once is one tap, one that drops down is two; opening and saving are one each."""
    shown = await form(perform, who("oli-nettle"))
    marks = [field for field in shown.fields if field.name.startswith("marks.")]
    needed = [field for field in shown.fields if not getattr(field, "optional", False)]
    taps = [1 if isinstance(field, ChoiceField) and field.style == "buttons" else 2 for field in needed]
    assert all(isinstance(field, ChoiceField) and field.style == "buttons" for field in marks)
    assert 2 + sum(taps) + 3 <= 8


@pytest.mark.requirement("R-127", "R-288")
async def test_no_field_anywhere_asks_for_a_teacher_a_room_or_a_student(windows, perform, who):
    columns = [column.name for column in tables.walkthroughs.visits.c]
    fields = [field.name.partition(".")[0] for field in (await form(perform, who("oli-nettle"))).fields]
    for name in {*columns, *fields, *RecordVisit.model_fields} - PERMITTED:
        assert not any(word in name for word in PEOPLE_WORDS), name
    with pytest.raises(ValueError, match="extra_forbidden"):
        RecordVisit.model_validate({"band": "3-5", "subject": "math", "first_visit": "yes", "teacher": "x"})


async def test_the_forms_fields_are_the_commands_fields(windows, perform, who, set_up):
    shown = await form(perform, who("oli-nettle"))
    names = {field.name.partition(".")[0] for field in shown.fields}
    assert names == set(RecordVisit.model_fields) - {"window", "counts"}
    assert [field.name for field in shown.fields if "." in field.name] == [
        f"marks.RT{number}" for number in (1, 2, 3, 4)
    ]


async def test_a_visit_is_kept_as_a_day_and_marks_under_a_random_number(windows, visit, stored):
    recorded = await visit(marks={"RT1": "seen", "RT2": "na"}, notes="7 of 9 pairs shared an answer")
    _, (kept,) = await stored("fall-talk")
    assert kept.marks == {"RT1": Mark.SEEN, "RT2": Mark.NOT_APPLICABLE}
    assert kept.day == date(2026, 10, 19)
    assert kept.id[:8] != windows["fall-talk"].id[:8]
    assert plain(wording.thanks(recorded)).startswith("Thank you. That makes 1 visit in this window.")


async def test_another_visit_opens_with_grades_and_subject_filled_in(windows, visit, perform, who):
    recorded = await visit(band="k-2", subject="science")
    (again,) = wording.thanks(recorded).parts[-1].buttons
    shown = await form(perform, who("oli-nettle"), again.values)
    initial = {field.name: field.initial for field in shown.fields if isinstance(field, ChoiceField)}
    assert (initial["band"], initial["subject"], initial["first_visit"]) == ("k-2", "science", None)


async def test_only_the_ilt_records_visits(windows, visit):
    with pytest.raises(NotPermitted):
        await visit(by="pia-olive")


async def test_without_marks_nothing_is_kept(windows, perform, who, stored):
    empty = {"band": "3-5", "subject": "math", "first_visit": "no", "marks": {"RT1": None, "RT2": ""}}
    with pytest.raises(Refusal, match="Mark at least one") as refused:
        await perform(walkthroughs.record, RecordVisit.model_validate(empty), actor=who("oli-nettle"))
    assert refused.value.field == "marks.RT1"
    assert (await stored("fall-talk"))[1] == []


@pytest.mark.parametrize(("field", "value"), [("band", "6-8"), ("subject", "magic"), ("segment", "nap")])
async def test_a_choice_that_is_not_offered_is_refused_beside_its_field(windows, visit, field, value):
    with pytest.raises(Refusal) as refused:
        await visit(**{field: value})
    assert refused.value.field == field


async def test_a_look_for_of_another_set_is_out_of_date(windows, visit):
    with pytest.raises(OutOfDate):
        await visit(marks={"LS1": "seen"})


@pytest.mark.parametrize(
    ("notes", "kept"),
    [
        ("14 of 16 students wrote a reason", True),
        ('A student said: "Good, I agree because it is even."', True),
        ("Great engagement", False),
        ("The pace was weak", False),
        ("Mr. Stone asked why", False),
        ("teacher Stone waited", False),
        ("teacher waits, then calls on a range of students", True),
        ("Seen in room 12", False),
        ("Rm. B7, work time", False),
        ("There was room for 3 more answers", True),
        ("pia olive waited", False),
    ],
)
async def test_notes_hold_no_judgement_and_no_likely_name_or_room(windows, visit, notes, kept):
    if kept:
        await visit(notes=notes)
        return
    with pytest.raises(Refusal) as refused:
        await visit(notes=notes)
    assert refused.value.field == "notes"


async def test_between_windows_the_next_dates_are_said(windows, perform, who, clock):
    clock.on(date(2026, 11, 2))
    with pytest.raises(Refusal, match="opens on Mon, Nov 16 and closes on Fri, Dec 4"):
        await form(perform, who("oli-nettle"))


async def test_after_the_last_window_there_is_a_sentence_too(windows, visit, clock):
    clock.on(date(2026, 12, 7))
    with pytest.raises(Refusal, match="none is planned"):
        await visit()


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2026, 10, 4), False),
        (date(2026, 10, 5), True),
        (date(2026, 10, 30), True),
        (date(2026, 10, 31), False),
    ],
)
async def test_a_window_is_open_from_its_first_to_its_last_day(windows, visit, clock, day, is_open):
    clock.on(day)
    if is_open:
        assert (await visit()).count == 1
    else:
        with pytest.raises(Refusal):
            await visit()


async def test_a_form_from_a_window_that_closed_is_out_of_date(windows, visit, clock):
    clock.on(date(2026, 11, 17))
    with pytest.raises(OutOfDate):
        await visit(window=windows["fall-talk"].id)


async def test_with_two_open_windows_one_is_chosen_and_its_look_fors_appear(
    sample, set_up, perform, who, visit, units
):
    first, second = sample_windows_side_by_side()
    await set_up((first, second))
    async with units.reading("sample-elementary") as work:
        ids = {window.key: window.id for window in await work.walkthroughs.windows()}
    shown = await form(perform, who("oli-nettle"), {"window": ids[second.key]})
    chooser = shown.fields[0]
    assert isinstance(chooser, ChoiceField)
    assert chooser.refresh
    assert chooser.initial == ids[second.key]
    assert "marks.TT1" in [field.name for field in shown.fields]
    with pytest.raises(Refusal) as refused:
        await visit()
    assert refused.value.field == "window"
    assert (await visit(window=ids[second.key], marks={"TT1": "partly"})).count == 1


def sample_windows_side_by_side():
    other = WINDOWS[0].model_copy(update={"key": "tasks", "look_fors": "task_thinking"})
    return WINDOWS[0], other
