"""What Home shows of decisions: those that touch me, what I asked, and what waits for the ILT."""

from collections.abc import Sequence

from bot.messages.dates import day, number_of
from bot.messages.decisions.questions import answer_button, title
from bot.messages.decisions.words import shortened
from bot.messages.home import Rank, Section, Waiting
from bot.messages.vocabulary import Button, Part, Text, bold, bullets, buttons, paragraph, text
from bot.model.decisions import Decision
from bot.model.decisions_questions import DecisionQuestion, QuestionState


def touching(decisions: Sequence[Decision]) -> Section:
    parts: list[Part] = []
    for decision in decisions:
        line = shortened(decision.statement, 30, 200)
        parts += [
            paragraph(bold(f"{decision.label}  "), f"{line} (from {day(decision.starts_on)})"),
            buttons(
                Button("Details", "decisions", {"number": decision.label}),
                Button("Ask", "ask", {"decision": decision.id}),
            ),
        ]
    return Section(Rank.DECISIONS, "Decisions that touch me", tuple(parts))


def asked(questions: Sequence[tuple[DecisionQuestion, str]]) -> Section:
    lines = [line(question, label) for question, label in questions]
    return Section(Rank.SAID, "What I asked about decisions", (bullets(*lines),))


def line(question: DecisionQuestion, label: str) -> Text:
    is_open = question.state is QuestionState.OPEN
    fate = "waits for an answer" if is_open else f"answered: {shortened(question.answer, 30, 200)}"
    return text(bold(f"{label}  "), f"{shortened(question.text, 20, 120)} - {fate}")


def waiting(question: DecisionQuestion, label: str, of: str) -> Waiting:
    words = shortened(question.text, 20, 120)
    return Waiting(
        text(bold(f"{title(question.kind, of)} about {label}: "), words), (answer_button(question),)
    )


def more_waiting(count: int) -> Waiting:
    """What is left out, and where it is to be found."""
    find = Button("Read decisions", "decisions")
    more = number_of(count, "more question or concern waits", "more questions and concerns wait")
    return Waiting(text(f"{more} for an answer."), (find,))
