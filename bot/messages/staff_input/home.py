"""Staff input on Home and in `/ilt`: what waits, what I said, what my team said."""

from collections.abc import Sequence

from bot.messages.dates import day, number_of
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.staff_input.board import Column
from bot.messages.staff_input.board import section as board_section
from bot.messages.staff_input.giving import line
from bot.messages.staff_input.shown import TOPICS, Shown, whose
from bot.messages.staff_input.triage import status_of
from bot.messages.vocabulary import Button, bold, bullets, buttons, paragraph, text

SEPARATELY = 3
SEE_ALL = Button("Show what waits", "inputs")


def share(
    *,
    to_answer: Sequence[Shown],
    mine: Sequence[Shown],
    team: Sequence[Shown],
    nameless: int = 0,
    to_tell: int = 0,
    board: tuple[Column, ...] = (),
    answers: bool = False,
) -> HomeShare:
    sections = [said(mine)] if mine else []
    sections += [from_team(team)] if team else []
    sections += [telling(to_tell)] if to_tell else []
    sections += [board_section(board, answers=answers)] if board else []
    return HomeShare((*waiting(to_answer), *without_a_name(nameless)), tuple(sections))


def without_a_name(count: int) -> tuple[Waiting, ...]:
    """One line for all of them, so that none stands out."""
    if not count:
        return ()
    said = f"{number_of(count, 'anonymous input')} {'waits' if count == 1 else 'wait'} for a word."
    return (Waiting(text(said), (Button("Show anonymous input", "anonymous"),)),)


def telling(count: int) -> Section:
    """What is settled and not told to all staff yet, for whoever puts it into words."""
    said = f"{number_of(count, 'input')} settled since the last post."
    show = buttons(Button("Put it together", "said"))
    return Section(Rank.SAID, "You said, we did", (paragraph(said), show))


def waiting(owed: Sequence[Shown]) -> tuple[Waiting, ...]:
    """A line for each while they are few, else one line for all."""
    if len(owed) > SEPARATELY:
        earliest = min(one.promised_by for one in owed)
        count = number_of(len(owed), "staff input")
        return (
            Waiting(
                text(f"{count} wait for you. The first was promised a word by {day(earliest)}."), (SEE_ALL,)
            ),
        )
    return tuple(Waiting(text(bold(one.label), f" {owes(one)}"), do(one)) for one in owed)


def owes(one: Shown) -> str:
    return f"{TOPICS[one.topic]}. {whose(one)}. A word is promised by {day(one.promised_by)}."


def do(one: Shown) -> tuple[Button, ...]:
    return (Button("Answer", "answer-input", {"input": one.id}), SEE_ALL)


def said(mine: Sequence[Shown]) -> Section:
    lines = bullets(*(text(bold(one.label), f" {line(one)}") for one in mine))
    return Section(Rank.SAID, "What you said", (lines, buttons(Button("Show all of it", "status"))))


def from_team(team: Sequence[Shown]) -> Section:
    lines = (text(bold(one.label), f" {TOPICS[one.topic]}. {whose(one)}. {status_of(one)}.") for one in team)
    return Section(Rank.SAID, "What your team said", (bullets(*lines), buttons(SEE_ALL)))
