"""Answering anonymous input: in public, at a meeting, or not now. There is nobody to write to."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bot.errors import NotFound, OutOfDate
from bot.messages.staff_input import batches as wording
from bot.messages.staff_input.anonymous import ShownAnonymous
from bot.model.audiences import Audience
from bot.model.people import Actor
from bot.model.staff_input import LONGEST_PUBLIC, AnonymousInput, DeclineReason
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.staff_input import agenda
from bot.routines.staff_input.anonymous import shown
from bot.routines.staff_input.telling import opening_of
from bot.routines.staff_input.triage import WEEKS_ON, day_to_look_again, school_day
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NOT_THERE = (
    "I cannot find that input. Its sender may have withdrawn it. Type /ilt anonymous to see what is open."
)
SETTLED = "Somebody has already dealt with {label}. Type /ilt anonymous to see what is open."


class AboutAnonymous(Question):
    input: str


class AnswerAnonymous(Command):
    input: str
    kind: Literal["answer", "question"]
    about: Annotated[str, Field(min_length=1, max_length=LONGEST_PUBLIC)]
    words: Annotated[str, Field(min_length=1, max_length=LONGEST_PUBLIC)]


class PlaceAnonymous(Command):
    input: str
    title: Annotated[str, Field(min_length=1, max_length=wording.LONGEST_TITLE)]


class DeclineAnonymous(Command):
    input: str
    reason: DeclineReason
    why: Annotated[str, Field(min_length=1, max_length=wording.LONGEST_WHY)]
    look_again: date | None = None


async def anonymous_board(
    question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> list[ShownAnonymous]:
    """Everything shown so far that waits for a word, in no order of time."""
    permit(actor, "anonymous")
    sees = await viewer(actor, work=work, clock=clock)
    verbs = tuple(verb for verb in wording.LABELS if may(actor, verb))
    waiting = [one for one in await work.anonymous.unsettled() if one.awaits_outcome(sees.today)]
    return [await shown(one, work, may=verbs) for one in waiting]


async def ready(
    verb: str, input_id: str, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[AnonymousInput, Viewer]:
    """The input, when this person may do this to it now. Raises `Refusal`."""
    permit(actor, verb)
    sees = await viewer(actor, work=work, clock=clock)
    given = await work.anonymous.by_id(input_id)
    if given is None or not given.is_out:
        raise NotFound(NOT_THERE)
    if not given.awaits_outcome(sees.today):
        raise OutOfDate(SETTLED.format(label=given.label))
    return given, sees


async def before_publishing(
    question: AboutAnonymous, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ShownAnonymous:
    given, _ = await ready("answer-anonymous", question.input, actor=actor, work=work, clock=clock)
    return await shown(given, work)


async def publish(
    command: AnswerAnonymous, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ShownAnonymous:
    """Answer it, or ask about it, where all staff read it: in the answerer's words alone."""
    given, sees = await ready("answer-anonymous", command.input, actor=actor, work=work, clock=clock)
    is_question = command.kind == "question"
    by = sees.roster.name(actor.person_id)
    if is_question:
        given.ask(command.words)
    else:
        await agenda.take_off_anonymous(given, work=work)
        given.answer(command.words)
    await work.outbox.post(
        Audience.all_staff(),
        wording.published(command.about, command.words, by, is_question=is_question),
        key=f"input/anonymous/{given.id}/{command.kind}/{sees.now.isoformat()}",
        due_at=opening_of(sees.calendar, sees.now),
        if_unknown="again",
    )
    return await shown(given, work)


async def before_naming(
    question: AboutAnonymous, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ShownAnonymous:
    given, _ = await ready("place-anonymous", question.input, actor=actor, work=work, clock=clock)
    return await shown(given, work)


async def place_anonymous(
    command: PlaceAnonymous, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ShownAnonymous:
    """Put it on the next agenda that is not out yet, under a title in the triager's words."""
    given, sees = await ready("place-anonymous", command.input, actor=actor, work=work, clock=clock)
    given.place(await agenda.place_anonymous(given, command.title, sees, work=work))
    return await shown(given, work)


async def before_saying_not_now(
    question: AboutAnonymous, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[ShownAnonymous, date | None]:
    given, sees = await ready("decline-anonymous", question.input, actor=actor, work=work, clock=clock)
    return await shown(given, work), school_day(sees.today + WEEKS_ON, sees)


async def decline_anonymous(
    command: DeclineAnonymous, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ShownAnonymous:
    """Say not now, with the reason; its sender finds it with the code."""
    given, sees = await ready("decline-anonymous", command.input, actor=actor, work=work, clock=clock)
    again = day_to_look_again(command.look_again, sees)
    await agenda.take_off_anonymous(given, work=work)
    given.decline(command.reason, command.why, again)
    return await shown(given, work)
