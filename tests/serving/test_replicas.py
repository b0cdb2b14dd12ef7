"""Several programs on one database: each says that it runs, lives with a newer one, and stops cleanly."""

from collections.abc import Callable

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text, update

from bot.app.replicas import OUTGROWN, STOPPING, Replica
from bot.app.service import running
from bot.commands.serve import drained
from bot.courier import Courier
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import SHAPE
from bot.model.people import School
from bot.settings import Settings
from storage import migrations, replicas, tables
from storage.engine import connect
from tests.conftest import SCHOOL
from tests.databases import SEALER
from tests.delivery.post_office import PostOffice
from tests.postgres import on_one_server
from tests.serving.conftest import variables
from tests.serving.process import until

NEWER = "UPDATE alembic_version SET version_num = '9999'"
NO_LONGER_FITS = "UPDATE works_from SET head = '9999'"


@pytest.fixture
def replica(engines) -> Callable[[str], Replica]:
    return lambda name: Replica(engines, Settings(_env_file=None, ILT_REPLICA=name))


async def said(engines, *statements: str) -> None:
    async with engines.writer.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def names(engines) -> list[str]:
    return [one.name for one in await replicas.running(engines.reader)]


async def test_who_runs_is_listed_until_it_ends_or_has_not_been_heard_of_for_a_minute(engines, replica):
    first, second = replica("bot-1"), replica("bot-2")
    for one in (first, second, first):
        await one.beat()
    (found, _) = await replicas.running(engines.reader)
    assert (found.name, found.head, found.version) == ("bot-1", migrations.head(), first.version)

    await first.leave()
    assert await names(engines) == ["bot-2"]

    await said(engines, "UPDATE replicas SET seen_at = datetime('now', '-61 seconds')")
    assert await names(engines) == []
    await first.beat()
    assert await names(engines) == ["bot-1"]


async def test_it_goes_on_when_a_newer_program_upgraded_and_stops_when_it_no_longer_fits(engines, replica):
    one = replica("bot-1")

    await said(engines, NEWER)
    await one.beat()
    assert (await one.trouble(), await one.note()) == (None, migrations.AHEAD)
    assert await names(engines) == ["bot-1"]

    await said(engines, NO_LONGER_FITS)
    await one.beat()
    assert one.outgrown.is_set()
    assert await one.trouble() == OUTGROWN


@pytest.mark.parametrize("key", ["answer/{}", "goals/{}"], ids=["an answer", "something the bot starts"])
async def test_a_letter_in_a_newer_shape_is_left_to_newer_programs_and_others_go(units, clock, engines, key):
    office, outbox = PostOffice(), tables.outbox.outbox
    newer, ours = key.format("grade-2"), key.format("grade-3")
    async with units.writing(SCHOOL) as work:
        work.people.add(School(id=SCHOOL, name=SCHOOL, zone="America/Denver", since=clock.now()))
        for team in ("grade-2", "grade-3"):
            words = Message(team, (paragraph(team),))
            await work.outbox.post(Audience.team(team), words, key=key.format(team), due_at=clock.now())
        reshaped = update(outbox).where(outbox.c.key == newer)
        await work.session.execute(reshaped.values(shape=SHAPE + 1, message=Message("not readable", ())))
    await said(engines, f"UPDATE outbox SET message = 'another shape' WHERE key = '{newer}'")
    courier = Courier(units, office, clock)

    assert (await courier.deliver_due(), await courier.settle_overdue()) == (1, 0)

    async with engines.reader.connect() as connection:
        rows = await connection.execute(text("SELECT key, state, shape FROM outbox ORDER BY key"))
        assert [tuple(row) for row in rows] == [(newer, "pending", SHAPE + 1), (ours, "sent", SHAPE)]


@on_one_server
async def test_an_upgrade_waits_until_programs_that_could_not_go_on_are_stopped(postgres_database):
    engines = connect(postgres_database, SEALER)
    older = {"id": "1", "name": "bot-1", "version": "0.0.9", "head": "0010"}
    await replicas.beat(engines.writer, **older)
    await said(engines, "UPDATE alembic_version SET version_num = '0037'", "DROP TABLE looks")

    with pytest.raises(migrations.StillRunning, match=r"bot-1\. Stop them, then run"):
        await migrations.upgrade(engines.writer)

    await replicas.leave(engines.writer, "1")
    await migrations.upgrade(engines.writer)
    await migrations.require_current(engines.reader)
    await engines.dispose()


async def test_a_program_that_is_told_to_stop_is_not_ready_and_still_answers(folder, slack):
    told = variables(slack, "http") | {"ILT_DATABASE_URL": f"sqlite:///{folder / 'ilt.db'}"}
    async with (
        running(Settings(_env_file=None, **told)) as service,
        TestClient(TestServer(service.web())) as bot,
    ):

        async def says(status: int, program: str) -> bool:
            said = await bot.get("/readyz")
            return (said.status, (await said.json())["program"]) == (status, program)

        await until(lambda: says(200, "ok"))
        slack.sandbox.bot_url = str(bot.make_url("/slack/events"))

        await drained(service, 0.01)

        assert await says(503, STOPPING)
        uma = slack.people["uma-thistle"]
        assert (await slack.acting.command(uma, slack.channel("grade-4"), "/ilt-input Something")).ok
        assert await until(lambda: slack.acting.top_view(uma))
