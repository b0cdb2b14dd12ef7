"""Words that somebody says name a student: hidden at once, everywhere, until a person has looked."""

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate
from bot.messages import quarantine as wording
from bot.messages.plain import plain
from bot.model.quarantine import REMOVED, Thing
from bot.model.staff_input import Mode, Scope
from bot.routines import quarantine, staff_input
from bot.routines.quarantine import AboutFlag, FlagItem, FlagStudent
from bot.routines.requests import Nothing
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.privacy.dump import dump, file_of

WORDS = "The twins of the bakery family never have lunch with them"


@pytest.fixture
async def on_agenda(perform, who, planned):
    """A named input that stands on the agenda, and its item."""
    give = staff_input.GiveInput(see=WORDS, mode=Mode.NAMED, scope=Scope.MY_TEAM)
    shown = await perform(staff_input.give, give, actor=who("uma-thistle"))
    await perform(staff_input.place, staff_input.PlaceInput(input=shown.id), actor=who("noel-mint"))
    return shown


@pytest.fixture
def everything(units, database):
    """Everything that is stored or said of it, the sealed words opened."""

    async def reading(input_id: str) -> str:
        async with units.reading(SCHOOL) as work:
            given = await work.inputs.by_id(input_id)
            items = [one for one in await work.meetings.open_items() if one.source == input_id]
        return repr((given, items, await letters(units)))

    return reading


async def hide(perform, who, shown, by="noel-mint"):
    await perform(quarantine.flag, FlagStudent(kind=Thing.INPUT, thing=shown.id), actor=who(by))
    return await perform(quarantine.waiting, Nothing(), actor=who("mina-linden"))


async def test_it_is_hidden_in_the_input_on_the_agenda_and_in_every_letter_at_once(
    perform, who, on_agenda, everything
):
    assert WORDS in await everything(on_agenda.id)
    flags = await hide(perform, who, on_agenda)
    assert WORDS not in await everything(on_agenda.id)
    assert {flag.kind for flag in flags} == {Thing.INPUT, Thing.ITEM}
    assert WORDS in plain(wording.waiting(flags))


async def test_what_names_no_student_stands_again_where_it_stood(perform, who, on_agenda, everything):
    for flag in await hide(perform, who, on_agenda):
        await perform(quarantine.clear, AboutFlag(flag=flag.id), actor=who("noel-mint"))
    after = await everything(on_agenda.id)
    assert WORDS in after
    assert "[Hidden" not in after


async def test_what_names_one_is_gone_for_good_and_only_a_count_is_left(
    perform, who, on_agenda, everything, database
):
    flags = await hide(perform, who, on_agenda)
    for flag in flags:
        await perform(quarantine.remove, AboutFlag(flag=flag.id), actor=who("noel-mint"))
    after = await everything(on_agenda.id)
    assert WORDS not in after
    assert REMOVED in after
    found = dump(file_of(database))
    assert found["quarantined"] == []
    assert (SCHOOL, "flag", 1) in found["numbers"]
    with pytest.raises(OutOfDate):
        await perform(quarantine.clear, AboutFlag(flag=flags[0].id), actor=who("noel-mint"))


async def test_any_member_of_the_ilt_can_flag_an_item_and_its_input_goes_with_it(
    perform, who, on_agenda, everything
):
    ((item, _),) = await perform(quarantine.items, Nothing(), actor=who("dale-clover"))
    await perform(quarantine.flag, FlagItem(thing=item), actor=who("dale-clover"))
    assert WORDS not in await everything(on_agenda.id)


async def test_who_flagged_it_is_kept_nowhere(perform, who, on_agenda, database):
    before = dump(file_of(database))
    await perform(
        quarantine.flag, FlagStudent(kind=Thing.INPUT, thing=on_agenda.id), actor=who("dale-clover")
    )
    after = dump(file_of(database))
    new = [row for table in after for row in after[table] if row not in before[table]]
    assert who("dale-clover").person_id not in repr(new)


async def test_nobody_flags_what_they_cannot_read_and_only_who_answers_decides(perform, who, on_agenda):
    with pytest.raises(NotFound):
        await hide(perform, who, on_agenda, by="bea-birch")
    with pytest.raises(NotPermitted):
        await perform(quarantine.waiting, Nothing(), actor=who("bea-birch"))


async def test_the_message_to_whoever_looks_holds_none_of_the_words(perform, who, on_agenda, units):
    await hide(perform, who, on_agenda)
    news = next(one for one in await letters(units) if one.key.startswith("flag/"))
    assert news.message.private
    assert "bakery" not in repr(news)
