"""The list of what people said they would do, and Home's share of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import dates
from bot.messages.commitments.words import ALL, TITLE, Known, add, kept, line, more, ways
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.vocabulary import Message, Part, bold, bullets, buttons, context, paragraph, text
from bot.model.commitments import Commitment, FollowThrough

MINE, OTHERS = 6, 12


@dataclass(frozen=True)
class Listed:
    """What one person of the ILT sees: their own, the others' as they stand, and the team's figures."""

    mine: Sequence[Commitment]
    others: Sequence[Commitment]
    known: Known
    rate: FollowThrough | None = None
    blocked: Commitment | None = None
    blocked_for: int = 0
    waiting: Sequence[Commitment] = ()


def listed(seen: Listed) -> Message:
    parts: list[Part] = [paragraph(bold(TITLE))]
    for one in seen.mine[:MINE]:
        parts += [paragraph(*line(one, seen.known, mine=True)), buttons(*ways(one))]
    if seen.others:
        parts.append(bullets(*(line(one, seen.known) for one in seen.others[:OTHERS])))
    if not seen.mine and not seen.others:
        parts.append(paragraph("Nothing is open. What somebody will do after a meeting goes here."))
    rest = more([*seen.mine, *seen.others], len(seen.mine[:MINE]) + len(seen.others[:OTHERS]))
    said = [*_figures(seen), rest]
    parts += [context(words) for words in said if words]
    return Message(TITLE, (*parts, buttons(add())))


def _figures(seen: Listed) -> list[str]:
    found = [kept(seen.rate)] if seen.rate else []
    if seen.blocked is not None:
        days = dates.days(seen.blocked_for)
        found.append(f"What has waited longest for something else: “{seen.blocked.text}”, {days}.")
    return found


def home(seen: Listed) -> HomeShare:
    """My own, with those that wait for a word from me; nothing while I have none."""
    if not seen.mine:
        return HomeShare()
    lines = bullets(*(line(one, seen.known, mine=True) for one in seen.mine[:MINE]))
    section = Section(Rank.SAID, "What I said I would do", (lines, buttons(ALL, add())))
    return HomeShare(tuple(_waiting(one) for one in seen.waiting), (section,))


def _waiting(one: Commitment) -> Waiting:
    said = text("You said you would do this by ", bold(dates.day(one.due_on)), f": {one.text}")
    return Waiting(said, (ways(one)[0], ALL))
