"""The audit says who did what to which thing, and never what was said."""

from importlib import import_module

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.audit import page
from bot.messages.plain import plain
from bot.routines import audit, checkins, decisions, staff_input
from bot.routines.audited import VIEWS
from bot.routines.requests import Nothing
from tests.conftest import SCHOOL, sample_file

WORDS = "heron by the pond"
PRINCIPAL, ADMIN, LEAD, TEACHER = "mina-linden", "noel-mint", "oli-nettle", "max-laurel"


async def rows(units):
    async with units.reading(SCHOOL) as work:
        return [row for row in await work.audit.entries(limit=100) if row.actor != "operator"]


@pytest.mark.requirement("R-296")
async def test_an_admin_sees_which_private_thing_was_changed_and_not_a_word_of_it(
    perform, units, who, sample
):
    async with units.writing(SCHOOL) as work:
        await checkins.establish(sample_file().check_ins, work=work, roster=sample)
    pair = next(one for one in await perform(checkins.mine, Nothing(), actor=who(LEAD)))
    adding = checkins.AddTopic(series=pair.series, day=pair.day, text=WORDS)
    await perform(checkins.add_topic, adding, actor=who(LEAD))

    shown = plain(page(await perform(audit.see, audit.SeeAudit(), actor=who(ADMIN))))

    assert f"What: add-topic; Which: series {pair.series}" in shown
    assert "heron" not in shown


async def test_looking_at_named_input_leaves_a_row_and_giving_it_leaves_none(perform, units, who):
    give = staff_input.GiveInput(see=WORDS, scope="my_team", mode="named")
    await perform(staff_input.give, give, actor=who(TEACHER))
    assert await rows(units) == []

    await perform(staff_input.board, Nothing(), actor=who(ADMIN))

    (row,) = await rows(units)
    assert (row.actor, row.action) == (who(ADMIN).person_id, "see staff_input.triage.board")


async def test_what_was_refused_leaves_nothing_half_done(perform, units, who):
    with pytest.raises(Refusal):
        await perform(decisions.withdraw, decisions.WithdrawDecision(decision="D-001"), actor=who(TEACHER))

    assert await rows(units) == []


async def test_the_audit_is_open_to_the_principal_and_the_bot_admin_alone(perform, who):
    for key in (PRINCIPAL, ADMIN):
        assert await perform(audit.see, audit.SeeAudit(), actor=who(key))
    for key in (LEAD, TEACHER):
        with pytest.raises(NotPermitted):
            await perform(audit.see, audit.SeeAudit(), actor=who(key))


async def test_one_kind_and_a_page_can_be_asked_for(perform, units, who):
    for _ in range(17):
        await perform(audit.see, audit.SeeAudit(), actor=who(ADMIN))
    await perform(staff_input.board, Nothing(), actor=who(ADMIN))

    only = await perform(audit.see, audit.SeeAudit(action="see audit.see", page="2"), actor=who(PRINCIPAL))

    assert (len(only.lines), only.has_older) == (2, False)
    assert only.actions == {"apply-school": 1, "see audit.see": 17, "see staff_input.triage.board": 1}


def test_every_audited_view_is_a_routine():
    for name in VIEWS:
        module, _, routine = name.rpartition(".")
        assert callable(getattr(import_module(f"bot.routines.{module}"), routine, None)), name
