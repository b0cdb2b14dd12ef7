"""Reviewing a decision, and telling everybody who heard of it, there where they heard it (R-101)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.decisions import relay as posts
from bot.messages.decisions import reviewing as wording
from bot.messages.decisions.recording import STATEMENT
from bot.messages.decisions.reviewing import NOW_DO, REASON, ReviewDesk, Reviewed
from bot.model.decisions import LASTING, Decision, Step
from bot.model.decisions_life import GOES_ON, DecisionChange, next_review, outcomes, review
from bot.model.outbox import LetterState, is_copy
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.decisions.shown import author, found, key, opening, telling
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.outbox import STANDS
from storage.unit_of_work import UnitOfWork


class DecisionToReview(Question):
    decision: str


class ReviewDecision(Command):
    """`version` is how often it had been reviewed when the card or the form was made."""

    decision: str
    version: int = 0
    outcome: Step
    reason: Annotated[str, Field(min_length=1, max_length=REASON)]
    now_do: Annotated[str, Field(max_length=NOW_DO)] = ""
    statement: Annotated[str, Field(max_length=STATEMENT)] = ""
    review_on: date | None = None


async def prepare_review(
    question: DecisionToReview, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ReviewDesk:
    """The decision, and the day on which it would usually be looked at again."""
    decision = await reviewable(question.decision, actor, work)
    calendar = await work.calendar.whole()
    return ReviewDesk(decision, next_review(calendar, calendar.today(clock.now())))


async def review_decision(
    command: ReviewDecision, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Reviewed:
    """Let it be what the review came to. Whoever got the decision reads so in the thread of that very post;
    what has not been sent of a decision that ended never is."""
    decision = await reviewable(command.decision, actor, work)
    if command.version != decision.reviews:
        raise OutOfDate(wording.MEANWHILE)
    step, before = command.outcome, decision.statement
    sees = await viewer(actor, work=work, clock=clock)
    again = command.review_on or next_review(sees.calendar, sees.today)
    check(command, decision, again, sees.today)
    review(decision, step, on=sees.today, review_on=again, statement=new_words(command))
    change = DecisionChange(
        school=work.school,
        decision=decision.id,
        step=step,
        by=actor.person_id,
        at=sees.now,
        reason=command.reason,
        now_do=command.now_do,
        before=before if before != decision.statement else "",
        review_on=decision.review_on,
    )
    work.decisions.add(change)
    await rewrite(decision, change, sees, work)
    if step is Step.KEEP:
        return Reviewed(decision, step, 0)
    await work.decisions.forget_readings(decision.id)
    return Reviewed(decision, step, await tell(decision, change, sees, work))


async def reviewable(decision_id: str, actor: Actor, work: UnitOfWork) -> Decision:
    """The decision, if this person may review it; raises `NotFound`, `NotPermitted` or `OutOfDate`."""
    decision = await found(decision_id, actor=actor, work=work)
    permit(actor, "review-decision", *author(decision, actor))
    if not outcomes(decision):
        raise OutOfDate(wording.NO_REVIEW)
    return decision


def may_review(decision: Decision, actor: Actor) -> bool:
    return bool(outcomes(decision)) and may(actor, "review-decision", *author(decision, actor))


def check(command: ReviewDecision, decision: Decision, again: date, today: date) -> None:
    """The outcome is one this decision can have, says what to do now, and looks ahead."""
    step = command.outcome
    if step not in outcomes(decision):
        raise OutOfDate(wording.NO_REVIEW)
    if step is not Step.KEEP and not command.now_do:
        raise Refusal("Say what people should do now.", field="now_do")
    if step in GOES_ON and again <= today:
        raise Refusal(wording.PAST, field="review_on")


def new_words(command: ReviewDecision) -> str:
    return command.statement if command.outcome is Step.ADJUST else ""


async def rewrite(decision: Decision, change: DecisionChange, sees: Viewer, work: UnitOfWork) -> None:
    """Let every post about it say how it stands; what waits of a decision that ended is dropped."""
    if decision.state not in LASTING:
        letters = await work.decisions.deliveries([decision.id])
        waiting = [one.key for one in letters if one.state is LetterState.PENDING]
        await work.outbox.drop(waiting, change.step.value, sees.now)
    told, at = await telling(decision, sees.roster, work), opening(sees.calendar, sees.now)
    for team in (*decision.teams, None):
        letter = key(decision, team)
        await work.outbox.edit(letter, posts.post(told, team), edit=change.id, due_at=at)
        await work.outbox.edit(f"{letter}/full", posts.in_full(told), edit=change.id, due_at=at)


async def tell(decision: Decision, change: DecisionChange, sees: Viewer, work: UnitOfWork) -> int:
    """Say it under each copy of the post that staff have, or will have; the number of these places."""
    told = await telling(decision, sees.roster, work)
    message = wording.news(told, change.step, change.reason, change.now_do, sees.today)
    heard, at = 0, opening(sees.calendar, sees.now)
    for team in (*decision.teams, None):
        original = key(decision, team)
        for copy in await work.outbox.standing(original):
            there = copy.state in (*STANDS, LetterState.PENDING) and is_copy(copy.key, original)
            if not there:
                continue
            ending = copy.key.removeprefix(original)
            heard += await work.outbox.post_if_new(
                copy.audience,
                message,
                key=f"decision/{decision.id}/news/{change.id}/{team or 'all_staff'}{ending}",
                due_at=at,
                thread=copy.told_in or copy.key,
                if_unknown="again",
            )
    return heard
