"""The delivery report: what became of every message, without a word of it."""

import csv
import io
import json
from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.commands.deliveries import as_csv, as_json, as_text
from bot.errors import NotPermitted
from bot.messages.deliveries import overview
from bot.messages.plain import plain
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.deliveries import Fate
from bot.model.jobs import Job, JobState
from bot.ports import Trouble, Undeliverable, Unknown
from bot.routines.deliveries import SeeDeliveries, home, see
from bot.routines.viewer import viewer
from tests.conftest import OPERATOR, SCHOOL
from tests.delivery.post_office import AnswerLost
from tests.postgres import on_both

ILT, GRADE_2, GRADE_3 = Audience.ilt(), Audience.team("grade-2"), Audience.team("grade-3")
WORDS = "heron by the pond"
ADMIN, PRINCIPAL, TEACHER = "noel-mint", "mina-linden", "uma-thistle"


@pytest.fixture
async def a_bad_day(courier, office, posting, clock, units, sample):
    """One message of each fate, each with words of its own."""
    uma = Audience.person(sample.keyed(TEACHER).id)
    await posting(ILT, f"{WORDS} 1", key="meeting/1/agenda")
    await courier.deliver_due()
    await posting(ILT, f"{WORDS} 2", key="meeting/1/roles", stale_in=timedelta(minutes=10))
    await posting(GRADE_2, f"{WORDS} 3", key="decision/1/ilt")
    clock.advance(minutes=30)
    office.answers(uma, Undeliverable(Trouble.PERSON, "no_account"))
    async with units.writing(SCHOOL) as work:
        secret = Message("A message for you", (paragraph(WORDS),), private=True)
        await work.outbox.post(uma, secret, key="question/1/answer", due_at=clock.now())
        for key in ("meeting/2/call", "input/anonymous/2026-10-19/0745"):
            at = clock.now()
            work.jobs.add(Job(school=SCHOOL, key=key, due_at=at, decided_at=at, state=JobState.DROPPED))
    office.answers(GRADE_3, AnswerLost())
    office.lookups.append(Unknown())
    await posting(GRADE_3, f"{WORDS} 4", key="meeting/1/end")
    await courier.deliver_due()
    clock.advance(seconds=61)
    await courier.settle_overdue()
    office.answers(GRADE_3, AnswerLost())
    await posting(GRADE_3, f"{WORDS} 5", key="meeting/1/moved/1")
    await courier.deliver_due()
    await posting(ILT, f"{WORDS} 6", key="meeting/1/skipped/1", due_at=clock.now() + timedelta(days=1))
    clock.advance(minutes=125)


@on_both
async def test_each_message_that_did_not_arrive_says_for_whom_why_and_what_to_do(perform, a_bad_day):
    report = await perform(see, SeeDeliveries(), actor=OPERATOR)
    said = as_text({SCHOOL: report})

    assert {fate: report.total(fate) for fate in Fate if report.total(fate)} == {
        Fate.ARRIVED: 1,
        Fate.LATE: 1,
        Fate.WAITING: 1,
        Fate.EXPIRED: 2,
        Fate.FAILED: 1,
        Fate.UNSURE: 1,
        Fate.AHEAD: 1,
    }
    assert "The meeting has a new time, for #grade-3, waits for 2 hours\n    It is on its way;" in said
    assert "Roles, ten minutes before, for #ilt\n    It came too late: its moment had gone by" in said
    assert "Call for agenda items, for its readers\n    It was never written:" in said
    assert (
        "A message to somebody out of reach, for one person\n    It could not be delivered: they have no acc"
        in said
    )
    assert "your own question" not in said + plain(overview(report)) + as_json({SCHOOL: report})
    assert "Time is up, for #grade-3\n    Nobody can tell whether it arrived" in said
    assert WORDS not in said + plain(overview(report)) + as_json({SCHOOL: report})


@on_both
async def test_one_state_is_listed_alone_and_a_few_days_leave_the_older_out(perform, a_bad_day, clock):
    failed = await perform(see, SeeDeliveries(fates=(Fate.FAILED,)), actor=OPERATOR)
    clock.advance(days=3)
    of_a_day = await perform(see, SeeDeliveries(days=1), actor=OPERATOR)

    (row,) = csv.DictReader(io.StringIO(as_csv({SCHOOL: failed})))
    assert (row["state"], row["to"], row["school"]) == ("failed", "one person", SCHOOL)
    assert json.loads(as_json({SCHOOL: failed}))[0]["counts"]["Time is up"] == {"unsure": 1}
    assert [one.fate for one in of_a_day.missed] == [Fate.WAITING, Fate.WAITING]
    assert of_a_day.total(Fate.EXPIRED) == 0


async def test_who_looks_after_the_bot_sees_on_home_what_was_lost_in_a_week_and_nobody_else_does(
    perform, units, who, a_bad_day, clock
):
    async def on_home(key):
        async with units.reading(SCHOOL) as work:
            return await home(await viewer(who(key), work=work, clock=clock), work=work)

    (section,) = (await on_home(ADMIN)).sections
    said = plain(Message("", section.parts))
    assert said.startswith(
        "2 messages came too late to be useful. 1 message could not be delivered. "
        "1 message may not have arrived."
    )
    assert "Time is up, for #grade-3" in said
    assert WORDS not in said
    assert (await on_home(TEACHER)).sections == (await on_home(PRINCIPAL)).sections == ()
    clock.advance(days=8)
    assert (await on_home(ADMIN)).sections == ()


async def test_the_list_is_open_to_who_keeps_the_channels_alone(perform, who, sample):
    assert plain(overview(await perform(see, SeeDeliveries(), actor=who(PRINCIPAL)))).startswith(
        "Messages of"
    )
    with pytest.raises(NotPermitted):
        await perform(see, SeeDeliveries(), actor=who(TEACHER))


async def test_monitoring_never_goes_through_all_letters(engines, units, clock):
    """Fails when a count of the queue, or what Home asks, is not answered by an index of what it asks for."""
    asked: list[tuple[str, object]] = []

    @event.listens_for(engines.reader.sync_engine, "before_cursor_execute")
    def note(connection, cursor, statement, parameters, context, executemany):
        if "FROM outbox" in statement:
            asked.append((statement, parameters))

    await units.queue(clock.now())
    async with units.reading(SCHOOL) as work:
        await work.deliveries.troubled(clock.now())
    event.remove(engines.reader.sync_engine, "before_cursor_execute", note)

    assert len(asked) >= 10
    async with engines.reader.connect() as connection:
        for statement, parameters in asked:
            plan = [
                row[3]
                for row in await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]
            searched = [line for line in plan if "outbox" in line]
            assert searched, plan
            assert all(line.startswith("SEARCH outbox") for line in searched), plan
            assert all("ix_outbox_ready" in line or "ix_outbox_leases" in line for line in searched), plan
