"""A charter at the sample school: written by the Grade 3 lead, adopted by the principal a day later."""

from datetime import time, timedelta

import pytest

from bot.model.people import Role, the_clock
from bot.model.protocol import Fallback, ProtocolType
from bot.routines import charter
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL

WRITER, MEMBER, TEACHER = "oli-nettle", "noel-mint", "uma-thistle"
PURPOSE = "We listen, choose one step, try it and look together."
A_DAY = timedelta(days=1)
TIMES = {
    "communication": "The agenda comes the day before.",
    "call_at": time(8),
    "draft_at": time(12),
    "publish_at": time(13),
    "relay": "same_day",
    "relay_at": time(15),
    "digest_weeks": 4,
}
DECIDING = {
    "decisions": "All at 3 or more, then the principal.",
    "type": ProtocolType.FIST_TO_FIVE,
    "quorum_share": 60,
    "rounds": 2,
    "fallback": (Fallback.PRINCIPAL,),
    "supermajority": 80,
    "authority": "ilt",
    "ratify_topics": "The bell schedule",
    "ratify_share": 65,
    "lines": "Meeting dates: the principal",
}


@pytest.fixture
def leader(sample) -> str:
    """The key of the school leader."""
    return sample.holders(Role.SCHOOL_LEADER)[0].key


@pytest.fixture
def do(perform, who, leader):
    """Do something with a version, or write one, as the Grade 3 lead unless said otherwise."""
    routines = {
        charter.WritePurpose: charter.write_purpose,
        charter.WriteWays: charter.write_ways,
        charter.WriteTimes: charter.write_times,
        charter.WriteDeciding: charter.write_deciding,
        charter.ProposeCharter: charter.propose,
        charter.TakeBackCharter: charter.take_back,
        charter.DropCharter: charter.drop,
        charter.CommentOnCharter: charter.comment,
        charter.AdoptCharter: charter.adopt,
        charter.SignCharter: charter.sign,
        charter.SeeCharter: charter.see,
    }

    async def done(kind, by: str = WRITER, **said: object):
        by = leader if by == "leader" else by
        return await perform(routines[kind], kind.model_validate(said), actor=who(by))

    return done


@pytest.fixture
async def draft(do):
    """A draft of version 1 with a purpose of its own."""
    written = await do(charter.WritePurpose, purpose=PURPOSE, mission="We help each other teach.")
    return written.charter


@pytest.fixture
def adopt(do, clock):
    """Propose a draft, and adopt it as the school leader on the next school day."""

    async def adopted(one):
        await do(charter.ProposeCharter, charter=one.id)
        clock.moment = clock.now() + A_DAY
        return await do(charter.AdoptCharter, by="leader", charter=one.id)

    return adopted


@pytest.fixture
async def held(draft, adopt):
    """Version 1, adopted on Tuesday 20 October."""
    return await adopt(draft)


@pytest.fixture
def tick(perform):
    """Do what the charter has due."""

    async def done():
        return await perform(Timetable((charter.due,)).run_due, RunDue(), actor=the_clock(SCHOOL))

    return done
