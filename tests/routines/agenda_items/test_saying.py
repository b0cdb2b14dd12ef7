"""What an item says: its context and example, its kind and focus, its link, its standards."""

from dataclasses import replace

import pytest

from bot.errors import Cautioned, Refusal
from bot.messages.meetings import forms
from bot.messages.plain import plain
from bot.model.agenda_items import Focus, ItemKind, Provenance, Suggestion
from bot.model.tags import Codes, Tags
from bot.routines import meetings
from bot.routines.meetings import changes, items
from tests.conftest import SCHOOL, sample_file
from tests.routines.agenda_items.conftest import PREPARED

LINK = f"strategy:{sample_file().strategies[0].key}"


async def tags(school, **changed: object) -> None:
    async with school.units.writing(SCHOOL) as work:
        now = await work.settings.now()
        await work.settings.change(
            replace(now, tags=replace(now.tags, **changed)), by="x", at=school.clock.now()
        )


@pytest.mark.parametrize("lacking", ["detail", "example"])
@pytest.mark.parametrize("outcome", ["discuss", "decide"])
async def test_what_is_to_be_talked_about_needs_context_and_an_example(school, outcome, lacking):
    with pytest.raises(Refusal) as refused:
        await school.adds(**PREPARED | {"outcome": outcome, lacking: ""})
    assert refused.value.field == lacking
    assert await school.open_items() == []


@pytest.mark.requirement("R-084")
async def test_an_example_that_names_a_student_is_stopped_before_anything_is_kept(school):
    with pytest.raises(Cautioned) as cautioned:
        await school.adds(**PREPARED | {"example": "My student Johnny Appleton hit his desk."})
    assert cautioned.value.field == "example"
    assert await school.open_items() == []


async def test_an_example_that_names_a_teacher_is_sent_back(school):
    with pytest.raises(Refusal, match="This names Oli Nettle") as refused:
        await school.adds(**PREPARED | {"example": "In Oli Nettle's room we saw it."})
    assert refused.value.field == "example"


@pytest.mark.parametrize(
    ("title", "kind", "focus"),
    [
        ("Exit tickets", ItemKind.INSTRUCTIONAL, Focus.STUDENT),
        ("Bus duty on Fridays", ItemKind.OPERATIONAL, None),
        ("Thank our substitutes", ItemKind.PEOPLE, None),
    ],
)
async def test_a_kind_is_suggested_from_the_words_and_the_author_has_the_last_word(
    school, title, kind, focus
):
    item = (await school.adds(title=title)).item
    assert (item.kind, item.focus) == (kind, focus)
    item = (await school.adds(title=title, more=["yes"], kind="people", focus="both")).item
    assert (item.kind, item.focus) == (ItemKind.PEOPLE, Focus.BOTH)


async def test_operations_go_in_the_memo_unless_somebody_asks_for_time(school):
    added = await school.adds(title="Bus duty")
    assert "In the memo for Tue, Oct 13: Bus duty." in plain(forms.added(added))
    assert not (await school.adds(title="Bus duty", more=["yes"], place="meeting")).item.memo
    assert not (await school.adds(title="Bus duty", **PREPARED)).item.memo
    agenda = await school.agenda()
    assert ([line.title for line in agenda.memo], len(agenda.items)) == (["Bus duty"], 2)


async def test_a_link_is_offered_and_one_that_is_gone_is_said_beside_it(school):
    where = await school.does(items.where_it_goes, items.WhereItGoes(), "jay-ivy")
    assert LINK in where.offers.links
    assert (await school.adds(**PREPARED, link=LINK)).item.is_linked
    with pytest.raises(Refusal) as refused:
        await school.adds(**PREPARED, link="strategy:gone")
    assert refused.value.field == "link"


async def test_a_change_leaves_alone_what_its_form_did_not_show(school):
    said = {"more": ["yes"], "kind": "people", "focus": "both", "hard": True}
    item = (await school.adds(**PREPARED, **said, link=LINK)).item
    command = changes.ChangeItem(item=item.id, title="Other words", **PREPARED, link=LINK)
    kept = (await school.does(changes.change, command, "jay-ivy")).item
    assert (kept.title, kept.kind, kept.focus, kept.hard) == (
        "Other words",
        ItemKind.PEOPLE,
        Focus.BOTH,
        True,
    )
    assert kept.is_linked


@pytest.mark.requirement("R-071")
async def test_imported_codes_replace_the_common_core_and_old_records_keep_theirs(school):
    async def offered():
        return (await school.does(items.where_it_goes, items.WhereItGoes(), "jay-ivy")).offers.standards

    assert await offered() == ()
    await tags(school, codes=Codes.COMMON_CORE)
    assert "3.NF" in await offered()
    item = (await school.adds(more=["yes"], standards=["3.NF"])).item
    await tags(school, codes=Codes.OWN, standards=("CO.3.1", "CO.3.2"))
    assert await offered() == ("CO.3.1", "CO.3.2")
    choosing = await school.does(changes.choose_to_change, changes.ChooseItem(item=item.id), "jay-ivy")
    assert choosing.chosen.standards == ("3.NF",)
    [picker] = [one for one in forms.change(choosing, {"more": ["yes"]}).fields if one.name == "standards"]
    assert [option.value for option in picker.options] == ["CO.3.1", "CO.3.2", "3.NF"]
    assert Tags().codes is Codes.NONE


async def test_what_others_suggest_says_its_kind_and_link_by_itself(school):
    suggestion = Suggestion("Exit tickets", Provenance.TREND, source="w", strategy="talk")
    async with school.units.writing(SCHOOL) as work:
        await meetings.put_on_agenda(suggestion, work=work, now=school.clock.now())
    [item] = await school.open_items()
    assert (item.kind, item.focus, item.strategy) == (ItemKind.INSTRUCTIONAL, Focus.STUDENT, "talk")
