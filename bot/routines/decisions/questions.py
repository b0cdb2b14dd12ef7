"""What staff ask about a decision, and the answers that come back to them alone (R-108)."""

from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate
from bot.messages.decisions import questions as wording
from bot.messages.decisions.questions import ANSWER, QUESTION, AnswerDesk, Answered, Desk, Put, of_whom
from bot.model.audiences import Audience
from bot.model.decisions import Decision
from bot.model.decisions_questions import (
    SMALLEST_NAMED_TEAM,
    DecisionQuestion,
    QuestionKind,
    QuestionState,
    mention_day,
)
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.shown import found, opening
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NOT_OUT_YET = "{label} has not gone out yet. Once it has, you can ask about it."


class AboutDecision(Question):
    """Which decision somebody wants to ask about."""

    decision: str

    @property
    def is_logged_by_name(self) -> bool:
        return False


class PutQuestion(Command):
    decision: str
    text: Annotated[str, Field(min_length=1, max_length=QUESTION)]

    @property
    def is_logged_by_name(self) -> bool:
        return False


class Enquiry:
    """One of the two ways to come back to the ILT about a decision: to ask, or to raise a concern."""

    def __init__(self, kind: QuestionKind) -> None:
        self._kind = kind

    async def prepare(self, question: AboutDecision, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
        """What the form is drawn from."""
        permit(actor, self._kind)
        decision = await public(question.decision, actor, work)
        return Desk(decision, self._kind, seen_as(await work.people.roster(), actor.person_id)[1])

    async def put(self, command: PutQuestion, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Put:
        """Keep it and show it to the ILT without a name; the same words sent twice are kept once."""
        permit(actor, self._kind)
        decision = await public(command.decision, actor, work)
        sees = await viewer(actor, work=work, clock=clock)
        asked = await said_before(command, actor.person_id, work)
        is_new = asked is None
        if asked is None:
            asked = self._asked(command, sees, work.school)
            work.decisions.add(asked)
            await pass_on(asked, decision, sees, work)
        return Put(asked, decision, is_new, mention_day(asked, sees.calendar), sees.roster)

    def _asked(self, command: PutQuestion, sees: Viewer, school: str) -> DecisionQuestion:
        asker = sees.actor.person_id
        return DecisionQuestion(
            school=school,
            decision=command.decision,
            kind=self._kind,
            text=command.text,
            asked_by=asker,
            asked_at=sees.now,
            team=seen_as(sees.roster, asker)[0],
        )


ASK, CONCERN = Enquiry(QuestionKind.ASK), Enquiry(QuestionKind.CONCERN)


async def public(decision_id: str, actor: Actor, work: UnitOfWork) -> Decision:
    decision = await found(decision_id, actor=actor, work=work)
    if not decision.is_public:
        raise OutOfDate(NOT_OUT_YET.format(label=decision.label))
    return decision


def seen_as(roster: Roster, person_id: str) -> tuple[str | None, str]:
    """How the ILT sees somebody: by their team, key and name, or as "a staff member" when it is small."""
    team = roster.team_of(person_id)
    if team is None or len(roster.members(team.key)) < SMALLEST_NAMED_TEAM:
        return None, wording.A_STAFF_MEMBER
    return team.key, team.name


async def said_before(command: PutQuestion, person_id: str, work: UnitOfWork) -> DecisionQuestion | None:
    asked = await work.decisions.questions_about(command.decision)
    same = (one for one in asked if (one.asked_by, one.text) == (person_id, command.text))
    return next(same, None)


async def pass_on(asked: DecisionQuestion, decision: Decision, sees: Viewer, work: UnitOfWork) -> None:
    """A card to the ILT, in contract hours and while nobody has answered."""
    await work.outbox.post(
        Audience.ilt(),
        wording.card(asked, decision, sees.roster),
        key=f"question/{asked.id}/card",
        due_at=opening(sees.calendar, sees.now),
        reason=f"question:{asked.id}",
        if_unknown="again",
    )


class AboutQuestion(Question):
    """Which question somebody wants to answer."""

    question: str


class AnswerQuestion(Command):
    question: str
    answer: Annotated[str, Field(min_length=1, max_length=ANSWER)]


async def prepare_answer(
    question: AboutQuestion, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> AnswerDesk:
    """What the form for an answer is drawn from, which says nothing of who asked."""
    roster = await work.people.roster()
    asked, decision = await open_question(question.question, roster, actor, work)
    return AnswerDesk(asked, decision, of_whom(asked, roster))


async def answer(command: AnswerQuestion, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Answered:
    """Keep the answer and bring it to whoever asked, and to nobody else; the first answer counts.

    Whoever answers learns nothing of who asked, not even whether they have left the school since.
    """
    sees = await viewer(actor, work=work, clock=clock)
    asked, decision = await open_question(command.question, sees.roster, actor, work)
    asked.answer_with(command.answer, by=actor.person_id, at=sees.now)
    asker = sees.roster.person(asked.asked_by)
    told_at = opening(sees.calendar, sees.now)
    if asker and asker.active:
        await work.outbox.post(
            Audience.person(asked.asked_by),
            wording.answer(asked, decision, sees.roster),
            key=f"question/{asked.id}/answer",
            due_at=told_at,
            if_unknown="again",
        )
    return Answered(asked, decision, sees.roster, told_at, told_at == sees.now, sees.calendar.zone)


async def open_question(
    question_id: str, roster: Roster, actor: Actor, work: UnitOfWork
) -> tuple[DecisionQuestion, Decision]:
    """The question, for somebody who may answer it, and its decision.

    Raises `NotFound`, or `OutOfDate` when somebody has answered it.
    """
    permit(actor, "answer-question")
    asked = await work.decisions.question(question_id)
    decision = await work.decisions.find(asked.decision) if asked else None
    if asked is None or decision is None:
        raise NotFound("I do not find this question. /ilt decisions lists what has been asked.")
    if asked.state is not QuestionState.OPEN:
        by = roster.name(asked.answered_by)
        raise OutOfDate(
            f"{by} has answered this already. You find the answer with /ilt decisions {decision.label}"
        )
    return asked, decision
