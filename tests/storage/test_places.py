"""Where letters go is asked as seldom as can be, and is never out of date."""

import pytest
from sqlalchemy import event

from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from tests.conftest import SCHOOL

TEAMS = [Audience.team(f"grade-{number}") for number in range(6)]


@pytest.fixture
def asked(engines):
    """The questions about addresses so far."""
    found: list[str] = []

    @event.listens_for(engines.writer.sync_engine, "before_cursor_execute")
    def keep(connection, cursor, statement, parameters, context, many):
        if statement.startswith("SELECT") and "FROM addresses" in statement:
            found.append(statement)

    yield found
    event.remove(engines.writer.sync_engine, "before_cursor_execute", keep)


@pytest.fixture
def reach(units):
    async def reached(platform: str, audience: str, address: str = "x") -> None:
        async with units.writing(SCHOOL) as work:
            await work.people.reach(platform, audience, address)

    return reached


@pytest.fixture
def post_to_all(units, clock):
    async def posted(key: str) -> None:
        async with units.writing(SCHOOL) as work:
            for team in TEAMS:
                await work.outbox.post(team, Message("x"), key=f"{key}/{team.key}", due_at=clock.now())

    return posted


async def test_a_school_on_one_platform_is_asked_nothing_for_its_letters(reach, post_to_all, asked, sample):
    await reach("slack", "workspace")
    await post_to_all("a")
    asked.clear()

    await post_to_all("b")

    assert asked == []


async def test_a_school_on_two_platforms_is_asked_once_in_a_unit_of_work(reach, post_to_all, asked, sample):
    await reach("slack", "workspace")
    await reach("teams", "workspace")
    await post_to_all("a")
    asked.clear()

    await post_to_all("b")

    assert len(asked) == 1


async def test_what_a_unit_of_work_learns_holds_for_its_own_letters_and_for_the_next_one(
    reach, units, clock, sample
):
    async def goes(work, key: str) -> str:
        await work.outbox.post(TEAMS[0], Message("x"), key=key, due_at=clock.now())
        return (await work.people.places()).of(TEAMS[0])

    await reach("slack", "workspace")
    async with units.writing(SCHOOL) as work:
        assert await goes(work, "a") == "slack"
        await work.people.reach("teams", "workspace", "tenant")
        await work.people.reach("teams", TEAMS[0].key, "19:1")
        assert await goes(work, "b") == "teams"
    async with units.writing(SCHOOL) as work:
        assert await goes(work, "c") == "teams"
        await work.people.forget_address("teams", TEAMS[0].key)
        assert await goes(work, "d") == "slack"
        await work.people.forget_address("slack", "workspace")
        assert await goes(work, "e") == "teams"


async def test_of_several_people_with_one_account_the_last_has_it_however_many_are_learnt_at_once(
    units, sample
):
    ada, oli, uma = (Audience.person(one.id).key for one in sample.people[:3])
    async with units.writing(SCHOOL) as work:
        await work.people.reach_all("slack", {ada: "U1", oli: "U2", "ilt": "C1"})
        await work.people.reach_all("slack", {ada: "U2", uma: "U2", oli: "U3", "all-staff": "C1"})

        found = await work.people.addresses("slack")

    assert found == {"ilt": "C1", "all-staff": "C1", oli: "U3", uma: "U2"}
