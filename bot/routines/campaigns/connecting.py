"""Telling people of each other who asked about the same topic, and nobody else."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, Refusal
from bot.messages.campaigns import connecting as wording
from bot.messages.campaigns.connecting import Circle
from bot.model.audiences import Audience
from bot.model.connecting import LONGEST_TOPIC, Interest, is_about, matching, words_of
from bot.model.ids import new_id
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.staff_input.telling import opening_of
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NO_TOPIC = "Please name what you work on, in a few words."
ALREADY = "You have asked about this already: “{topic}”. I tell you when somebody else does."
GONE = "You are off this topic already."


class BeforeConnecting(Question):
    topic: str = ""

    @property
    def is_logged_by_name(self) -> bool:
        return False


class Connect(Command):
    topic: Annotated[str, Field(min_length=1, max_length=LONGEST_TOPIC)]

    @property
    def is_logged_by_name(self) -> bool:
        return False


class StopConnecting(Command):
    interest: str

    @property
    def is_logged_by_name(self) -> bool:
        return False


async def prepare(
    question: BeforeConnecting, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Sequence[Circle]:
    """What this person has asked about so far."""
    permit(actor, "connect")
    return [Circle(one) for one in await work.voices.interests() if one.person == actor.person_id]


async def connect(command: Connect, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Circle:
    """Join those who asked about the same, and tell them; or wait for one more, and tell nobody."""
    permit(actor, "connect")
    if not words_of(command.topic):
        raise Refusal(NO_TOPIC, field="topic")
    sees = await viewer(actor, work=work, clock=clock)
    known = [one for one in await work.voices.interests() if _is_here(one, sees)]
    mine = next(
        (one for one in known if one.person == actor.person_id and is_about(one.topic, command.topic)), None
    )
    if mine is not None:
        raise Refusal(ALREADY.format(topic=mine.topic), field="topic")
    interest = Interest(school=work.school, person=actor.person_id, topic=command.topic, since=sees.today)
    others = matching(command.topic, known)
    if others:
        circle = others[0].circle or new_id()
        for one in (*others, interest):
            one.circle = circle
    work.voices.add(interest)
    await work.flush()
    for one in others:
        await _tell(one, [interest, *others], sees, work)
    return Circle(interest, tuple(sees.roster.name(one.person) for one in others))


async def stop(command: StopConnecting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """Forget that this person asked about a topic, and say which it was."""
    permit(actor, "stop-connecting")
    found = [one for one in await work.voices.interests() if one.id == command.interest]
    if not found or found[0].person != actor.person_id:
        raise NotFound(GONE)
    await work.voices.remove(found[0])
    return found[0].topic


async def _tell(one: Interest, circle: list[Interest], sees: Viewer, work: UnitOfWork) -> None:
    names = [sees.roster.name(other.person) for other in circle if other is not one]
    await work.outbox.post(
        Audience.person(one.person),
        wording.introduced(names, one),
        key=f"connect/{one.id}/{len(circle)}/{circle[0].id}",
        due_at=opening_of(sees.calendar, sees.now),
        reason=f"connect:{circle[0].id}",
    )


async def still_wants(interest_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether whoever is introduced still wants to be."""
    return any(one.id == interest_id for one in await work.voices.interests())


def _is_here(one: Interest, sees: Viewer) -> bool:
    person = sees.roster.person(one.person)
    return person is not None and person.active
