"""What monitoring and the log are told of each letter: its id, its kind and what came of it, and no words."""

import json
from datetime import timedelta
from time import monotonic

import pytest
from prometheus_client import CollectorRegistry

from bot.courier import Courier
from bot.figures import LONGEST, Deliveries, Pulse
from bot.model.audiences import Audience
from bot.model.deliveries import slug_of
from bot.model.letter_kinds import KINDS
from bot.ports import Busy, Trouble, Undeliverable
from bot.watching import Watched
from tests.delivery.post_office import AnswerLost

ILT, GRADE_2, GRADE_3 = Audience.ilt(), Audience.team("grade-2"), Audience.team("grade-3")
WORDS = "heron by the pond"


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


@pytest.fixture
def courier(units, office, clock, pacer, registry) -> Courier:
    watching = Deliveries(registry)
    return Courier(units, Watched(office, watching), clock, pacer=pacer, watching=watching)


async def test_each_letter_is_counted_and_logged_by_its_kind_and_what_came_of_it(
    courier, office, posting, clock, stopwatch, registry, logged
):
    await posting(ILT, WORDS, key="meeting/1/agenda")
    await posting(
        ILT, f"{WORDS}, stale", key="meeting/1/roles", due_at=clock.now(), stale_in=-timedelta(minutes=1)
    )
    office.answers(GRADE_2, Busy(0.5), Undeliverable(Trouble.MESSAGE, "msg_too_long"))
    await posting(GRADE_2, f"{WORDS}, too long", key="decision/1/ilt")
    office.answers(GRADE_3, AnswerLost())
    await posting(GRADE_3, f"{WORDS}, lost", key="meeting/1/end")
    for _ in range(2):
        await courier.deliver_due()
        clock.advance(seconds=61)
        stopwatch.seconds += 61
    await courier.settle_overdue()

    def count(name, **labels):
        return registry.get_sample_value(name, labels)

    ended = {
        ("meeting_agenda", "sent"): 1,
        ("meeting_end", "sent"): 1,
        ("meeting_roles", "expired"): 1,
        ("decision_ilt", "failed"): 1,
    }
    for (kind, outcome), number in ended.items():
        assert count("ilt_letters_ended_total", kind=kind, outcome=outcome) == number
    for outcome in ("sent", "busy", "refused", "unknown"):
        assert count("ilt_sends_total", platform="slack", outcome=outcome) == 1
    assert count("ilt_wait_seconds_total", platform="slack") == 0.5
    assert count("ilt_unknowns_settled_total", platform="slack", outcome="there") == 1
    log = logged()
    lines = [json.loads(line) for line in log.splitlines()]
    handed = {(one["kind"], one["outcome"]) for one in lines if one["event"] == "letter handed over"}
    assert {("meeting_agenda", "sent"), ("meeting_end", "unknown"), ("decision_ilt", "busy")} <= handed
    assert {"letter not sent", "letter looked up", "asked to wait"} <= {one["event"] for one in lines}
    assert WORDS not in log


def test_every_kind_has_a_word_of_its_own():
    words = [slug_of(kind.pattern.replace("*", "x")) for kind in KINDS]

    assert all(word.replace("_", "").isalpha() for word in {*words})
    assert len({*words}) > 0.9 * len(KINDS)


@pytest.mark.parametrize(
    ("every", "is_running", "seconds", "is_missed"),
    [
        (1.0, False, 119, False),
        (1.0, False, 121, True),
        (600.0, False, 2999, False),
        (600.0, False, 3001, True),
        (1.0, True, LONGEST - 1, False),
        (1.0, True, LONGEST + 1, True),
    ],
)
def test_a_job_that_has_not_begun_for_long_or_never_ends_is_missed(every, is_running, seconds, is_missed):
    pulse = Pulse()
    pulse.expect("deliver", every)
    pulse.beat("deliver", is_running=is_running)

    assert pulse.missed(monotonic() + seconds) == (["deliver"] if is_missed else [])
