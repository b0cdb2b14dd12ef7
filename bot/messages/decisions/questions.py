"""What is said about questions and concerns: to whoever asks, to the ILT without a name, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.messages.dates import day, days, moment, number_of
from bot.messages.decisions.words import shortened
from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import Button, Message, bold, bullets, buttons, context, paragraph
from bot.model.decisions import Decision
from bot.model.decisions_questions import DAYS_TO_ANSWER, DecisionQuestion, QuestionKind, QuestionState
from bot.model.everybody import Roster

QUESTION, ANSWER = 600, 1000
"""How long a question and an answer may be, in characters."""
A_STAFF_MEMBER = "a staff member"
KINDS = {QuestionKind.ASK: "question", QuestionKind.CONCERN: "concern"}
OFFERED = 5


@dataclass(frozen=True, slots=True)
class Desk:
    """What the form is drawn from; `of` is how the ILT sees whoever asks."""

    decision: Decision
    kind: QuestionKind
    of: str


def form(desk: Desk, values: Mapping[str, object]) -> Form:
    is_ask = desk.kind is QuestionKind.ASK
    return Form(
        title="Ask the ILT" if is_ask else "Raise a concern",
        submit="Send",
        pieces=(
            paragraph(bold(desk.decision.label), f"  {desk.decision.statement}"),
            TextField(
                "text",
                "What would you like to know?" if is_ask else "What worries you?",
                multiline=True,
                max_length=QUESTION,
                hint="Please leave out the names of students and colleagues.",
            ),
            context(
                f'The ILT sees your words as "{title(desk.kind, desk.of)}", without your name, '
                "and the answer comes to you alone."
            ),
        ),
    )


def title(kind: QuestionKind, of: str) -> str:
    """ "A question from Grade 3"; `of` is a team large enough to be named, or "a staff member"."""
    return f"A concern from {of}" if kind is QuestionKind.CONCERN else f"A question from {of}"


def of_whom(question: DecisionQuestion, roster: Roster) -> str:
    team = roster.team(question.team) if question.team else None
    return team.name if team else A_STAFF_MEMBER


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it was put; not `is_new` when the same words had been sent before."""

    question: DecisionQuestion
    decision: Decision
    is_new: bool
    mentioned_on: date | None
    roster: Roster


def put(asked: Put) -> Message:
    """To whoever asked."""
    question, label = asked.question, asked.decision.label
    kind = KINDS[question.kind]
    if question.state is QuestionState.ANSWERED:
        return already_answered(asked)
    first = f"Your {kind} about {label} is with the ILT"
    summary = f"{first}, without your name." if asked.is_new else f"{first} already. Nothing was sent twice."
    later = ""
    if asked.mentioned_on:
        later = f" If nobody has answered by {day(asked.mentioned_on)}, I remind the ILT."
    return Message(
        summary, (paragraph(summary), context(f"The answer comes to you alone.{later}")), private=True
    )


def already_answered(asked: Put) -> Message:
    question = asked.question
    summary = f"You asked this about {asked.decision.label} before, and it has an answer."
    by = asked.roster.name(question.answered_by)
    return Message(
        summary,
        (paragraph(summary), paragraph(question.answer), context(f"Answered by {by}.")),
        private=True,
    )


def card(question: DecisionQuestion, decision: Decision, roster: Roster) -> Message:
    """To the ILT: the words, the decision and the team, and no name ever."""
    summary = f"{title(question.kind, of_whom(question, roster))} about {decision.label}"
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            paragraph(question.text),
            context(f"{decision.label}: {shortened(decision.statement, 25, 200)}"),
            buttons(answer_button(question)),
            context("Anyone on the ILT may answer. The answer goes to whoever asked, and to nobody else."),
        ),
    )


def answer_button(question: DecisionQuestion, label: str = "Answer") -> Button:
    return Button(label, "answer-question", {"question": question.id})


@dataclass(frozen=True, slots=True)
class AnswerDesk:
    """What the form for an answer is drawn from; `of` is how the ILT sees whoever asked."""

    question: DecisionQuestion
    decision: Decision
    of: str


def answer_form(desk: AnswerDesk, values: Mapping[str, object]) -> Form:
    asked = desk.question
    return Form(
        title="Answer",
        submit="Send the answer",
        pieces=(
            paragraph(bold(f"{title(asked.kind, desk.of)} about {desk.decision.label}")),
            paragraph(asked.text),
            context(f"{desk.decision.label}: {desk.decision.statement}"),
            TextField(
                "answer",
                "Your answer",
                multiline=True,
                max_length=ANSWER,
            ),
            context("Whoever asked reads your answer, with your name. I do not show who it is."),
        ),
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """A question just answered; `told_at` is when whoever asked reads it, unless they have left."""

    question: DecisionQuestion
    decision: Decision
    roster: Roster
    told_at: datetime
    is_now: bool
    zone: ZoneInfo


def answered(done: Answered) -> Message:
    """To whoever answered: the same words, whether or not whoever asked still works here."""
    when = "now" if done.is_now else moment(done.told_at, done.zone)
    return Message(
        f"Thank you. Your answer is in the record. Whoever asked gets it {when}, if they still work here."
    )


def answered_card(done: Answered) -> Message:
    """What the card becomes: no button, and who answered."""
    question = done.question
    summary = f"{title(question.kind, of_whom(question, done.roster))} about {done.decision.label}"
    by = done.roster.name(question.answered_by)
    parts = (paragraph(bold(summary)), paragraph(question.text), context(f"Answered by {by}."))
    return Message(f"{summary}: answered by {by}", parts)


def answer(question: DecisionQuestion, decision: Decision, roster: Roster) -> Message:
    """To whoever asked, alone; the notification does not say that they asked."""
    kind = KINDS[question.kind]
    by = roster.person(question.answered_by or "")
    who = f"{by.name}, {by.title}" if by and by.title else roster.name(question.answered_by)
    return Message(
        "There is an answer for you.",
        (
            paragraph(bold(f"Your {kind} about {decision.label} has an answer.")),
            paragraph(bold("You: "), question.text),
            paragraph(bold(f"{who}: "), question.answer),
            buttons(
                Button("Ask again", "ask", {"decision": decision.id}),
                Button("Details", "decisions", {"number": decision.label}),
            ),
        ),
        private=True,
    )


def mention(waiting: Sequence[tuple[DecisionQuestion, str, str]]) -> Message:
    """One line to the ILT for everything that has waited; each with the decision's number and whose it is."""
    few = number_of(len(waiting), "question or concern has", "questions and concerns have")
    summary = f"{few} waited {days(DAYS_TO_ANSWER)} for an answer"
    lines = [f"{label}: {KINDS[question.kind]} from {of}" for question, label, of in waiting]
    shown = buttons(*(answer_button(question, f"Answer {label}") for question, label, _ in waiting[:OFFERED]))
    return Message(summary, (paragraph(bold(f"{summary}.")), bullets(*lines), shown))
