"""Somebody's account is deactivated in the workspace."""

from datetime import date, time

from bot.model.people import the_clock
from bot.routines import people
from bot.routines.requests import Nothing
from handlers.slack.accounts import account_of
from tests.conftest import SCHOOL
from tests.handlers.slack.conftest import user_id


async def test_a_deactivated_account_leaves_and_one_that_is_only_not_found_stays(
    slack, sandbox, sample, perform, clock
):
    for key in ("bea-birch", "cal-cedar"):
        await slack.identity("T1", user_id(sample, key))
    clock.on(date(2026, 10, 23), time(3))
    sandbox.workspace.deactivate(user_id(sample, "bea-birch"))
    del sandbox.workspace.users[user_id(sample, "cal-cedar")]

    await slack.directory.sync(SCHOOL)

    roster = await perform(people.whole_roster, Nothing(), actor=the_clock(SCHOOL))
    assert [person.key for person in roster.people if not person.active] == ["bea-birch"]


def test_only_an_account_of_the_schools_own_workspace_that_is_closed_counts_as_deactivated():
    assert account_of({"id": "U1", "team_id": "T1", "deleted": True}, "T1").is_deactivated
    assert not account_of({"id": "U1", "team_id": "T2", "deleted": True}, "T1").is_deactivated
    assert not account_of({"id": "U1", "team_id": "T1", "is_bot": True}, "T1").is_deactivated
