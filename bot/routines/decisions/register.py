"""Reading decisions: the register, one decision in full, and saying that it has been read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.messages.decisions.entries import Asked, Delivery, Entry, Figures, Past, Register
from bot.messages.decisions.passing_on import record as plan_in_words
from bot.messages.decisions.questions import of_whom
from bot.messages.decisions.register import SHOWN, STEPS
from bot.messages.decisions.words import Telling
from bot.messages.vocabulary import Part
from bot.model.decisions import Decision, DecisionState, relay_moment
from bot.model.decisions_life import is_up_for_review, review_day
from bot.model.decisions_questions import DecisionQuestion, QuestionState
from bot.model.decisions_record import is_open as is_open_record
from bot.model.everybody import Roster
from bot.model.outbox import LetterState
from bot.model.people import Actor, Relation
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.decisions import after, first_steps, passing_on
from bot.routines.decisions.correcting import LASTS
from bot.routines.decisions.relay import places
from bot.routines.decisions.reviewing import may_review
from bot.routines.decisions.shown import found, sees_all, telling
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.outbox import Standing
from storage.unit_of_work import UnitOfWork

NUMBER = re.compile(r"(?:d-?)?0*(\d{1,6})", re.IGNORECASE)
REROUTED = "/rerouted"
UP_FOR_REVIEW = "up for review"
STATUSES: Mapping[str, DecisionState] = {
    "in force": DecisionState.RELAYED,
    "proposed": DecisionState.AWAITING,
    "returned": DecisionState.RETURNED,
    "paused": DecisionState.PAUSED,
    "reversed": DecisionState.REVERSED,
    "expired": DecisionState.EXPIRED,
    "replaced": DecisionState.SUPERSEDED,
    "withdrawn": DecisionState.WITHDRAWN,
}
"""The words that find all decisions in one state; beside them stands what is up for review."""


class FindDecisions(Question):
    """All decisions, or what somebody searched for: words, a number ("D-004", "4"), or a status ("paused").

    A button that means one decision says its `number`.
    """

    search: str = ""
    number: str = ""


async def look_up(question: FindDecisions, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Register:
    """The decisions this person may read, newest first; a number gives the whole record of one."""
    permit(actor, "decisions")
    sees = await viewer(actor, work=work, clock=clock)
    known = await work.decisions.register()
    readable = [one for one in known if one.is_public or sees_all(actor)]
    search = question.number or question.search
    numbered = [one for one in readable if one.number == number_in(search)]
    if numbered:
        (entry,) = await entries(numbered, known, sees, work)
        return Register(search, one=await in_full(entry, sees, work))
    status = search.strip().casefold()
    if status in (*STATUSES, UP_FOR_REVIEW):
        matching = [one for one in readable if is_now(one, status, sees)]
    else:
        matching = [one for one in readable if is_about(one, search)]
    found = await entries(matching[:SHOWN], known, sees, work)
    if search:
        return Register(search, found, len(matching))
    return Register(
        search, found, len(matching), filters=kinds(readable, sees), figures=figures(readable, sees)
    )


def figures(decisions: Sequence[Decision], sees: Viewer) -> Figures | None:
    """For the ILT, how what is in force stands together; None when nothing is."""
    in_force = [one for one in decisions if one.state is DecisionState.RELAYED]
    if not in_force or not sees_all(sees.actor):
        return None
    days = [len(list(sees.calendar.school_days(one.starts_on, sees.today))) for one in in_force]
    return Figures(
        in_force=len(in_force),
        age=sorted(days)[len(days) // 2],
        due=sum(is_up_for_review(one, sees.calendar, sees.today) for one in decisions),
        weighed=sum(bool(one.alternatives) for one in in_force),
        needs=sum(bool(one.student_need and one.teacher_need) for one in in_force),
        from_staff=sum(bool(one.inputs) for one in in_force),
    )


def is_now(decision: Decision, status: str, sees: Viewer) -> bool:
    """Whether it is what this word of `STATUSES` says, or is up for review."""
    if status == UP_FOR_REVIEW:
        return is_up_for_review(decision, sees.calendar, sees.today)
    return decision.state is STATUSES[status]


def kinds(decisions: Sequence[Decision], sees: Viewer) -> tuple[tuple[str, int], ...]:
    """The words worth a button: there is a decision of that kind, and not every one is."""
    counted = [
        (word, sum(is_now(one, word, sees) for one in decisions)) for word in (UP_FOR_REVIEW, *STATUSES)
    ]
    return tuple((word, many) for word, many in counted if 0 < many < len(decisions))


def number_in(search: str) -> int | None:
    """The number somebody typed: "D-004", "d4" and "4" are all 4."""
    named = NUMBER.fullmatch(search)
    return int(named[1]) if named else None


def is_about(decision: Decision, search: str) -> bool:
    """Whether it holds every word searched for, however written."""
    texts = (decision.statement, decision.students, decision.why, decision.change, decision.stops)
    written = " ".join([decision.label, *texts, *decision.changes.values()]).casefold()
    return all(word in written for word in search.casefold().split())


async def entries(
    decisions: Sequence[Decision], known: Sequence[Decision], sees: Viewer, work: UnitOfWork
) -> tuple[Entry, ...]:
    """These decisions as the viewer may see them; how far each got is for the ILT."""
    letters = await work.decisions.deliveries([one.id for one in decisions])
    return tuple(entry(one, known, letters, sees) for one in decisions)


def entry(decision: Decision, known: Sequence[Decision], letters: Sequence[Standing], sees: Viewer) -> Entry:
    replaced = [one.label for one in known if one.id == decision.replaces]
    replacing = [one.label for one in known if one.replaces == decision.id and one.is_public]
    is_author = [Relation.AUTHOR] if decision.decided_by == sees.actor.person_id else []
    is_open = decision.state in (DecisionState.RECORDED, DecisionState.AWAITING)
    return Entry(
        telling=Telling(decision, sees.roster, "".join(replaced[:1])),
        decided_on=sees.calendar.today(decision.decided_at),
        relay_at=relay_moment(decision, sees.calendar),
        zone=sees.calendar.zone,
        replaced_by="".join(replacing[:1]),
        deliveries=delivered(decision, letters, sees.roster) if sees_all(sees.actor) else (),
        posts=originals(decision, letters, sees.roster),
        may_complete=is_open_record(decision) and may(sees.actor, "weigh-decision", *is_author),
        may_reassign=is_open_record(decision) and may(sees.actor, "reassign-decision"),
        may_correct=decision.state in LASTS and may(sees.actor, "correct-decision", *is_author),
        may_review=may_review(decision, sees.actor),
        review_on=review_day(decision, sees.calendar) or decision.review_on,
        is_due=is_up_for_review(decision, sees.calendar, sees.today),
        may_withdraw=is_open and may(sees.actor, "withdraw-decision", *is_author),
    )


def originals(decision: Decision, letters: Sequence[Standing], roster: Roster) -> tuple[tuple[str, str], ...]:
    """Where its posts are read, as far as they arrived and the platform has addresses for them."""
    named = places(decision, roster)
    arrived = (letter for letter in letters if letter.state is LetterState.SENT and letter.key in named)
    return tuple((named[letter.key], letter.link) for letter in arrived if letter.link)


def delivered(decision: Decision, letters: Sequence[Standing], roster: Roster) -> tuple[Delivery, ...]:
    """What became of each team's post; the full records below the posts are not counted."""
    named = places(decision, roster)
    instead = {
        letter.key.removesuffix(REROUTED): letter for letter in letters if letter.key.endswith(REROUTED)
    }
    return tuple(
        Delivery(named[letter.key], letter.state, letter.trouble, to(instead.get(letter.key), roster))
        for letter in letters
        if letter.key in named
    )


def to(letter: Standing | None, roster: Roster) -> str:
    person = letter.audience.person_id if letter else None
    return roster.name(person) if person else ""


async def in_full(entry: Entry, sees: Viewer, work: UnitOfWork) -> Entry:
    """Add its history, and how much was asked and answered; the words, never the names, are for the ILT."""
    decision = entry.telling.decision
    asked = await work.decisions.questions_about(decision.id)
    answered = sum(one.state is QuestionState.ANSWERED for one in asked)
    words = tuple(in_view(one, sees) for one in asked) if sees_all(sees.actor) else ()
    entry = replace(entry, telling=await telling(decision, sees.roster, work))
    inside = await within(decision, sees, work) if sees_all(sees.actor) else ()
    past = await history(decision, sees, work)
    return replace(entry, questions=words, asked=len(asked), answered=answered, history=past, inside=inside)


async def within(decision: Decision, sees: Viewer, work: UnitOfWork) -> tuple[Part, ...]:
    """What the record says to the ILT alone: who passes it on, what stays inside, and first steps."""
    named = await work.decisions.tellers(decision.id)
    plan = await passing_on.plan_of(decision, named, sees.roster, work)
    came = await after.record(decision, sees, work)
    return (*plan_in_words(plan), *await first_steps.record(decision, sees.roster, work), *came)


async def history(decision: Decision, sees: Viewer, work: UnitOfWork) -> tuple[Past, ...]:
    """Every step of it, oldest first: recorded, gone out, corrected, reviewed."""
    today, name = sees.calendar.today, sees.roster.name
    first = [Past(today(decision.decided_at), "recorded", name(decision.decided_by))]
    first += [Past(today(decision.relayed_at), "gone out to staff")] if decision.relayed_at else []
    return (
        *first,
        *(
            Past(today(one.at), STEPS[one.step], name(one.by), one.reason, one.now_do, one.before)
            for one in await work.decisions.history(decision.id)
        ),
    )


def in_view(question: DecisionQuestion, sees: Viewer) -> Asked:
    return Asked(
        id=question.id,
        kind=question.kind,
        words=question.text,
        of=of_whom(question, sees.roster),
        answer=question.answer,
        answered_by=sees.roster.name(question.answered_by) if question.answered_by else "",
        waited=waited(question, sees),
    )


def waited(question: DecisionQuestion, sees: Viewer) -> int:
    """School days from the question to its answer; zero on the same day (R-108)."""
    if question.answered_at is None:
        return 0
    asked, told = sees.calendar.today(question.asked_at), sees.calendar.today(question.answered_at)
    return sum(day > asked for day in sees.calendar.school_days(asked, told))


class NoteReading(Command):
    decision: str


async def note_reading(command: NoteReading, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Decision:
    """Keep that this person has read it; nobody can look up who has."""
    permit(actor, "got-it")
    decision = await found(command.decision, actor=actor, work=work)
    await work.decisions.note_read(decision.id, actor.person_id)
    return decision
