"""A failing database: said once in the log, and what a database is told so that it fails in time."""

import json
from ssl import SSLCertVerificationError

import pytest
from asyncpg import InternalClientError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.errors import DatabaseTrouble
from storage.engine import connect
from storage.episodes import Episodes
from storage.trouble import NO_ANSWER, NO_AUTHORITY, WRONG_CERTIFICATE, FileGone, in_words, is_lost_on_the_way
from tests.delivery.post_office import Stopwatch
from tests.postgres import on_one_server


def fails(episodes: Episodes, error: Exception) -> str:
    with pytest.raises(DatabaseTrouble) as caught, episodes.watching("write"):
        raise error
    return caught.value.sentence


def works(episodes: Episodes) -> None:
    with episodes.watching("write"):
        pass


def events(told: str) -> list[str]:
    return [json.loads(line)["event"] for line in told.splitlines()]


def test_a_way_that_fails_is_said_once_until_it_works(logged):
    stopwatch = Stopwatch()
    episodes = Episodes(stopwatch.elapsed)
    episodes.are_logged = True

    for _ in range(100):
        assert fails(episodes, FileGone()) == episodes.trouble
    works(episodes)

    assert episodes.trouble is None
    told = logged()
    assert events(told) == ["the database fails", "the database works again"]
    assert '"failed": 100' in told


def test_one_that_fails_and_works_by_turns_is_said_once_a_minute(logged):
    stopwatch = Stopwatch()
    episodes = Episodes(stopwatch.elapsed)
    episodes.are_logged = True

    for _ in range(120):
        fails(episodes, FileGone())
        works(episodes)
        stopwatch.seconds += 1

    assert events(logged()).count("the database fails") == 2


def test_reasons_that_take_turns_are_each_said_once_a_minute(logged):
    stopwatch = Stopwatch()
    episodes = Episodes(stopwatch.elapsed)
    episodes.are_logged = True

    for _ in range(60):
        for error in (FileGone(), ConnectionResetError()):
            fails(episodes, error)
            works(episodes)
            stopwatch.seconds += 1

    assert events(logged()).count("the database fails") == 4


def test_a_connection_that_ends_while_its_answer_is_read_is_trouble_that_passes():
    """Nobody heard what became of the last word."""
    error = DBAPIError("COMMIT", {}, InternalClientError("got result for unknown protocol state 3"))

    assert fails(Episodes(), error) == NO_ANSWER
    assert is_lost_on_the_way(error)


async def test_a_file_waits_fifteen_seconds_for_another_writer(tmp_path):
    engines = connect(f"sqlite:///{tmp_path / 'ilt.db'}")
    async with engines.writer.connect() as writer, engines.reader.connect() as reader:
        for one in (writer, reader):
            assert (await one.exec_driver_sql("PRAGMA busy_timeout")).scalar_one() == 15000
        assert (await writer.exec_driver_sql("PRAGMA synchronous")).scalar_one() == 2
    await engines.dispose()


@on_one_server
async def test_a_server_gives_up_in_time_unless_there_is_leisure(postgres_database):
    names = ("application_name", "lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
    found = {}
    for at_leisure in (False, True):
        engines = connect(postgres_database, at_leisure=at_leisure)
        async with engines.writer.connect() as one:
            found[at_leisure] = [(await one.execute(text(f"SHOW {name}"))).scalar_one() for name in names]
        await engines.dispose()

    assert found == {False: ["ilt-bot", "15s", "1min", "1min"], True: ["ilt-bot", "0", "0", "0"]}
    pools = [engine.pool for engine in (engines.writer, engines.reader)]
    assert sum(pool.size() + pool._max_overflow for pool in pools) * 3 < 97, "three programs, one server"


async def test_a_server_whose_certificate_cannot_be_checked_is_said_with_where_to_put_what():
    """Nobody is spoken to without a certificate to check theirs by; a wrong one is said to be wrong."""
    engines = connect("postgresql://ilt-bot@127.0.0.1:1/ilt?ssl=verify-full")
    with pytest.raises(DBAPIError) as nothing_to_check_by:
        await engines.reader.connect()
    wrong = SSLCertVerificationError(
        1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname"
    )

    assert in_words(nothing_to_check_by.value) == NO_AUTHORITY
    assert in_words(wrong) == WRONG_CERTIFICATE
