"""A courier that speaks to Teams: nothing is lost or doubled, and what nobody knows ends as its kind says."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from bot.courier import Courier
from bot.messages.vocabulary import Message, Paragraph, Span, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from bot.pacing import Pacer
from handlers.teams.messenger import PACE
from tests.conftest import SCHOOL
from tests.delivery.post_office import Stopwatch
from tests.handlers.teams.a_tenant import GRADE_3, GRADE_4, ILT, chat_of, user_id
from tests.letters import letters

TWICE = "This may be here twice"
CHANNELS = {Audience.ilt(): ILT, Audience.team("grade-3"): GRADE_3, Audience.team("grade-4"): GRADE_4}
LOST = ("drop_after", "drop_before", "server_error", "malform")


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def courier(units, teams, clock, watch) -> Courier:
    pacer = Pacer(PACE, elapsed=watch.elapsed, sleep=watch.sleep)
    return Courier(units, teams.messenger, clock, platform="teams", pacer=pacer)


@pytest.fixture
def post(units, clock):
    async def put(words: str, audience: Audience, **more: str) -> None:
        async with units.writing(SCHOOL) as work:
            await work.outbox.post(
                audience,
                Message(words, (paragraph(words),)),
                key=words,
                due_at=clock.now(),
                platform="teams",
                **more,
            )

    return put


@pytest.fixture
def said(sandbox):
    """How often each letter stands somewhere, by its first line of its own."""

    def counted() -> Counter[str]:
        places = (*CHANNELS.values(), chat_of("quin-poppy"))
        seen = [one for place in places for one in sandbox.acting.messages(place, user_id("quin-poppy"))]
        lines = (one.words.splitlines() for one in seen)
        return Counter(next(line for line in each if not line.startswith(TWICE)) for each in lines)

    return counted


@pytest.fixture
def states(units):
    async def by_key() -> dict[str, LetterState]:
        return {one.key: one.state for one in await letters(units)}

    return by_key


async def settled(courier, clock) -> None:
    """Let everything come to its end: the lease of each letter ends, and all pauses go by."""
    for _ in range(5):
        await courier.deliver_due()
        clock.advance(minutes=6)
        await courier.settle_overdue()
    await courier.deliver_due()


@pytest.mark.parametrize("trouble", LOST)
async def test_a_reminder_is_never_said_twice_and_a_decision_rather_twice_than_never(
    courier, post, said, states, sandbox, clock, trouble
):
    await post("Before", Audience.ilt())
    await courier.deliver_due()
    await post("A reminder", Audience.ilt(), if_unknown="never")
    await post("A decision", Audience.team("grade-3"), if_unknown="again")
    getattr(sandbox.faults, trouble)("activities.create", times=2)

    await settled(courier, clock)

    arrived = trouble in ("drop_after", "malform")
    assert said() == Counter(
        {"Before": 1, "A decision": 1 + arrived} | ({"A reminder": 1} if arrived else {})
    )
    assert await states() == {"Before": "sent", "A reminder": "unsure", "A decision": "sent"}
    again = [one for one in sandbox.acting.messages(GRADE_3, user_id("quin-poppy")) if TWICE in one.words]
    assert len(again) == 1


async def test_nothing_is_lost_or_doubled_while_teams_asks_to_wait_and_cannot_be_reached(
    courier, teams, post, said, states, sandbox, clock, sample, watch
):
    chance = random.Random(4)
    audiences = (*CHANNELS, Audience.person(sample.keyed("quin-poppy").id))
    wanted = [f"Letter {number}" for number in range(24)]
    for words in wanted:
        await post(words, chance.choice(audiences))
    here = teams.tenants.of_school(SCHOOL)
    for _ in range(8):
        sandbox.faults.rate_limit("activities.create", 1, times=chance.randrange(3))
        sandbox.faults.refuse("activities.create", "PreconditionFailed", times=chance.randrange(1, 3))
        teams.tenants.serves(here.team, chance.choice((here.service_url, "http://127.0.0.1:9/")))
        await courier.deliver_due()
        clock.advance(seconds=40)
        watch.seconds += 40
    sandbox.faults.clear()
    teams.tenants.serves(here.team, here.service_url)

    await settled(courier, clock)

    assert said() == Counter(wanted)
    assert set((await states()).values()) == {LetterState.SENT}


async def test_a_long_letter_that_was_interrupted_is_read_to_its_end_once(
    courier, units, states, sandbox, clock
):
    words = "".join(letter * 9000 for letter in "abcdefg")
    parts = tuple(Paragraph((Span(letter * 9000),)) for letter in "abcdefg")
    async with units.writing(SCHOOL) as work:
        now = clock.now()
        await work.outbox.post(
            Audience.ilt(), Message("Long", parts), key="long", due_at=now, platform="teams"
        )
    sandbox.faults.rate_limit("activities.create", 1, matches=lambda call: ";" in call["conversation"])
    await courier.deliver_due()
    assert await states() == {"long": LetterState.SENDING}
    clock.moment += timedelta(seconds=61)
    await courier.settle_overdue()

    stands = sandbox.acting.messages(ILT, user_id("quin-poppy"))
    assert "".join(one.words for one in stands).replace("\n", "") == words
    assert await states() == {"long": LetterState.SENT}


async def test_what_a_channel_cannot_get_goes_to_whoever_speaks_for_it(
    courier, teams, post, states, sandbox, clock
):
    await teams.directory.sync(SCHOOL)
    sandbox.faults.refuse("activities.create", "MessageWritesBlocked")
    await post("For the ILT", Audience.ilt())

    await settled(courier, clock)

    assert (await states())["For the ILT"] is LetterState.REROUTED
    assert (await states())["For the ILT/rerouted"] is LetterState.SENT
