"""Student voice: figures of groups, typed or pasted by the ILT, for all staff once they are approved."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.campaigns import student_voice as wording
from bot.messages.campaigns.student_voice import Shown
from bot.model.audiences import Audience
from bot.model.people import Actor, Relation, Role
from bot.model.student_voice import StudentVoice, Unreadable, read_rows, suppressed
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing
from bot.routines.staff_input.telling import opening_of
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

UNREADABLE = (
    "I cannot read line {place}. Write one group in a line: the group, how many students, and the percent, "
    "as in “Grade 3, 42, 71%”. Names of students and comments do not belong here."
)
ONE_EACH = "Two lines have the same group. Give each group one line."
GONE = "These figures are not there any more."
ACTIONS = ("approve-student-voice", "drop-student-voice")


class AddStudentVoice(Command):
    about: Annotated[str, Field(min_length=1, max_length=200)]
    rows: Annotated[str, Field(min_length=1, max_length=2000)]


class AboutVoice(Command):
    voice: str


class ApproveStudentVoice(AboutVoice):
    """Let all staff read it."""


class DropStudentVoice(AboutVoice):
    """Delete it."""


async def page(
    question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[Sequence[Shown], bool]:
    """What this person may read, and whether they may add to it."""
    permit(actor, "student-voice")
    may_add = may(actor, "add-student-voice")
    return [
        Shown(one, _may(one, actor)) for one in await work.voices.student_voice() if one.is_public or may_add
    ], may_add


async def before_adding(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    permit(actor, "add-student-voice")


async def add(command: AddStudentVoice, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Keep the figures of groups that are large enough, and ask the school leader for a yes."""
    permit(actor, "add-student-voice")
    try:
        rows = read_rows(command.rows)
    except Unreadable as error:
        raise Refusal(UNREADABLE.format(place=error.place), field="rows") from error
    if len({row.label.lower() for row in rows}) < len(rows):
        raise Refusal(ONE_EACH, field="rows")
    sees = await viewer(actor, work=work, clock=clock)
    voice = StudentVoice(
        school=work.school,
        question=command.about,
        rows=suppressed(rows),
        by=actor.person_id,
        entered_on=sees.today,
    )
    work.voices.add(voice)
    leader = sees.roster.first_of(Role.SCHOOL_LEADER)
    if leader is not None and leader.id != actor.person_id:
        await work.outbox.post(
            Audience.person(leader.id),
            wording.approval(voice),
            key=f"student-voice/{voice.id}",
            due_at=opening_of(sees.calendar, sees.now),
            reason=f"student-voice:{voice.id}",
        )
    return Shown(voice, _may(voice, actor))


async def approve(
    command: ApproveStudentVoice, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> StudentVoice:
    permit(actor, "approve-student-voice")
    voice = await _found(command.voice, work)
    if voice.is_public:
        raise OutOfDate("It is approved already. All staff can read it.")
    voice.approved_by = actor.person_id
    voice.approved_on = (await work.calendar.whole()).today(clock.now())
    return voice


async def drop(command: DropStudentVoice, *, actor: Actor, work: UnitOfWork, clock: Clock) -> StudentVoice:
    voice = await _found(command.voice, work)
    permit(actor, "drop-student-voice", *_standing(voice, actor))
    await work.voices.remove(voice)
    return voice


async def is_waiting(voice_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether it still waits for a yes."""
    voice = await work.voices.one(voice_id)
    return voice is not None and not voice.is_public


async def _found(voice_id: str, work: UnitOfWork) -> StudentVoice:
    voice = await work.voices.one(voice_id)
    if voice is None:
        raise NotFound(GONE)
    return voice


def _may(voice: StudentVoice, actor: Actor) -> tuple[str, ...]:
    wanted = ACTIONS[1:] if voice.is_public else ACTIONS
    return tuple(verb for verb in wanted if may(actor, verb, *_standing(voice, actor)))


def _standing(voice: StudentVoice, actor: Actor) -> tuple[Relation, ...]:
    return (Relation.AUTHOR,) if voice.by == actor.person_id else ()
