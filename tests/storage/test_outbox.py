"""What the outbox remembers, and what it answers."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from bot.ports import Sent
from storage.claims import Lease, Queue
from tests.conftest import SCHOOL

GRADE_2 = Audience.team("grade-2")
HELLO = Message("Hello", (paragraph("Hello, Grade 2"),))


@pytest.fixture
def post(units, clock):
    async def posted(key, audience=GRADE_2, school=SCHOOL, **options):
        async with units.writing(school) as work:
            return await work.outbox.post_if_new(
                audience, HELLO, key=key, due_at=options.pop("due_at", clock.now()), **options
            )

    return posted


@pytest.fixture
def take(units, clock):
    async def taken(owner="me", limit=20):
        now = clock.now()
        ready = await units.ready("slack", now)
        queues = [queue for queues in ready.waiting.values() for queue in queues]
        async with units.claiming("slack") as claims:
            return await claims.claim(queues, Lease(owner, now, now + timedelta(minutes=1)), limit)

    return taken


async def test_a_key_is_posted_once_in_each_school(post):
    assert [await post("decision/1"), await post("decision/1"), await post("decision/1", school="other")] == [
        True,
        False,
        True,
    ]


async def test_a_letter_comes_out_as_it_went_in(post, take, clock):
    later = clock.now() + timedelta(hours=3)
    await post("decision/1", stale_at=later, reason="decision:1", if_unknown="again", thread="nowhere")

    (letter,) = (await take()).letters

    assert (letter.key, letter.audience, letter.message, letter.school) == (
        "decision/1",
        GRADE_2,
        HELLO,
        SCHOOL,
    )
    assert (letter.reason, letter.if_unknown, letter.thread, letter.stale_at) == (
        "decision:1",
        "again",
        "nowhere",
        later,
    )
    assert (letter.attempts, letter.first_tried_at, letter.under) == (1, clock.now(), None)


async def test_what_is_taken_is_nobody_elses_until_it_is_given_back(post, take, units):
    await post("decision/1")
    (letter,) = (await take("me")).letters
    assert (await take("you")).letters == ()

    async with units.claiming("slack") as claims:
        assert not await claims.outcomes.unsent(letter, "you")
        assert await claims.outcomes.unsent(letter, "me")

    (again,) = (await take("you")).letters
    assert again.attempts == 1


async def test_what_is_known_to_have_arrived_stays_sent_whoever_held_it(post, take, units, clock):
    await post("decision/1")
    (letter,) = (await take("me")).letters
    async with units.claiming("slack") as claims:
        assert await claims.outcomes.unsent(letter, "me")
        await claims.outcomes.all_sent([(letter, Sent("C1", "1.1"))], clock.now())
        assert not await claims.outcomes.ended(letter, "me", LetterState.FAILED, clock.now())

    assert (await take("you")).letters == ()


async def test_standing_says_what_became_of_each_letter_with_a_prefix(post, take, units, clock):
    for key in ("decision/1/grade-2", "decision/1/grade-3", "decision/10/grade-2", "decision_1/x"):
        await post(key, audience=Audience.team(key))
    letters = {letter.key: letter for letter in (await take()).letters}
    async with units.claiming("slack") as claims:
        await claims.outcomes.all_sent([(letters["decision/1/grade-2"], Sent("C1", "1.1"))], clock.now())
        failed = letters["decision/1/grade-3"]
        await claims.outcomes.ended(failed, "me", LetterState.FAILED, clock.now(), "is_archived")

    async with units.reading(SCHOOL) as work:
        standing = await work.outbox.standing("decision/1/")
        wild = await work.outbox.standing("decision_")

    assert [(one.key, one.state, one.trouble, one.settled_at) for one in standing] == [
        ("decision/1/grade-2", LetterState.SENT, None, clock.now()),
        ("decision/1/grade-3", LetterState.FAILED, "is_archived", clock.now()),
    ]
    assert [one.key for one in wild] == ["decision_1/x"]


async def test_pending_lists_what_waits_soonest_first(post, take, units, clock):
    await post("later", due_at=clock.now() + timedelta(days=2))
    await post("sooner", due_at=clock.now() + timedelta(days=1))
    await post("now")
    await post("elsewhere", school="other")

    async with units.reading(SCHOOL) as work:
        assert [one.key for one in await work.outbox.pending()] == ["now", "sooner", "later"]
        (following,) = await work.outbox.pending(after=clock.now(), limit=1)

    assert (following.key, following.summary, following.audience) == ("sooner", "Hello", GRADE_2)


async def test_schools_are_grouped_by_the_workspace_they_share(post, units, clock):
    for school in ("a", "b", "c"):
        await post("hello", school=school)
    async with units.writing("a") as work:
        await work.people.reach("slack", "workspace", "T1")
    async with units.writing("b") as work:
        await work.people.reach("slack", "workspace", "T1")

    ready = await units.ready("slack", clock.now())
    waiting = {place: [(one.school, one.length) for one in queues] for place, queues in ready.waiting.items()}
    assert waiting == {"T1": [("a", 1), ("b", 1)], "c": [("c", 1)]}
    assert (await units.ready("teams", clock.now())).waiting == {}


async def test_taking_letters_reads_its_indexes_and_not_the_whole_table(engines, units, clock):
    asked = []

    @event.listens_for(engines.writer.sync_engine, "before_cursor_execute")
    def keep(connection, cursor, statement, parameters, context, many):
        asked.append((statement, parameters))

    async with units.claiming("slack") as claims:
        await claims.claim([Queue(SCHOOL, 2)], Lease("me", clock.now(), clock.now()), 20)
    statement, parameters = next(one for one in asked if one[0].startswith("SELECT"))
    async with engines.reader.connect() as connection:
        plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        steps = [row[3] for row in plan]

    assert not [step for step in steps if step.startswith("SCAN")]
    assert any("ix_outbox_queue" in step for step in steps)
    assert any("ix_outbox_turns" in step for step in steps)


async def test_what_answers_somebody_goes_before_a_decision_and_news_go_last(post, take):
    keys = ("said/1", "input/reminder/x", "meeting/1/agenda", "decision/1/relay/grade-2", "question/1/answer")
    for key in keys:
        await post(key, audience=Audience.team(key), counts=False)

    assert [letter.key for letter in (await take()).letters] == [*reversed(keys)]


async def test_only_an_answer_overtakes_an_earlier_letter_to_the_same_reader(post, take, clock):
    before = clock.now() - timedelta(hours=1)
    await post("said/1", due_at=before, counts=False)
    await post("decision/1/relay/grade-2", counts=False)
    await post("question/1/answer", counts=False)

    assert [letter.key for letter in (await take(limit=1)).letters] == ["question/1/answer"]
    assert (await take()).letters == ()


async def test_of_urgent_and_idle_letters_to_one_reader_only_one_is_taken_at_a_time(post, take, clock):
    await post("said/1", due_at=clock.now() - timedelta(hours=1), counts=False)
    await post("question/1/answer", counts=False)

    assert [letter.key for letter in (await take()).letters] == ["question/1/answer"]


async def test_a_school_with_many_letters_takes_no_place_from_one_with_few(post, units, clock):
    for number in range(30):
        await post(f"large/{number}", audience=Audience.person(f"p{number}"), school="large")
    for number in range(3):
        await post(f"small/{number}", audience=Audience.person(f"p{number}"), school="small")
    queues = [Queue("small", 2, 3), Queue("large", 2, 30)]
    async with units.claiming("slack") as claims:
        batch = await claims.claim(queues, Lease("me", clock.now(), clock.now()), 10)

    assert sorted(letter.school for letter in batch.letters) == ["large"] * 7 + ["small"] * 3
