"""What Home shows of problems of practice: those I framed, and those that wait for me."""

from collections.abc import Sequence

from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.problems.register import status
from bot.messages.problems.words import button, details
from bot.messages.vocabulary import Part, bold, buttons, paragraph, text
from bot.model.problems import Problem


def share(mine: Sequence[Problem], reviews: Sequence[Problem], drafts: Sequence[Problem]) -> HomeShare:
    """My problems with what became of them; a review day that has come waits, and so does my newest draft."""
    waiting = [_review(one) for one in reviews] + [_draft(one) for one in drafts]
    parts: list[Part] = []
    for problem in mine:
        parts += [
            paragraph(bold(f"{problem.label}  "), f"{problem.statement} - {status(problem)}"),
            buttons(details(problem)),
        ]
    sections = (Section(Rank.SAID, "Problems of practice I framed", tuple(parts)),) if parts else ()
    return HomeShare(tuple(waiting), sections)


def _review(problem: Problem) -> Waiting:
    line = text(bold(f"{problem.label} is up for review: "), problem.statement)
    ended = button("What became of it", "end-problem", problem)
    return Waiting(line, (ended, button("Review later", "plan-problem", problem)))


def _draft(problem: Problem) -> Waiting:
    line = text(bold(f"{problem.label} is a draft: "), problem.statement)
    return Waiting(line, (button("Four questions", "change-problem", problem),))
