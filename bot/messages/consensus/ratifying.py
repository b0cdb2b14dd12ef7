"""What staff read when they ratify a decision: the proposal, the private form, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages.dates import day, moment
from bot.messages.decisions.relay import everything
from bot.messages.decisions.words import Telling
from bot.messages.forms import ChoiceField, Form, Option
from bot.messages.home import Waiting
from bot.messages.vocabulary import (
    Button,
    Chart,
    Message,
    Part,
    Series,
    bold,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.decisions import Decision
from bot.model.ratification import Ballot, Ratification, RatificationState

BALLOTS: Mapping[Ballot, str] = {
    Ballot.YES: "Yes, I approve",
    Ballot.NO: "No, I do not approve",
    Ballot.ABSTAIN: "I abstain",
}
HAS_VOTED = "You have voted on this one. Nobody can tell which vote is yours, so it cannot be changed."
NO_SUCH = "I do not find this vote."
CLOSED = "This vote has closed. To read what became of it: /ilt decisions"


@dataclass(frozen=True, slots=True)
class Poll:
    """A decision before the faculty."""

    telling: Telling
    poll: Ratification
    zone: ZoneInfo

    @property
    def until(self) -> str:
        return moment(self.poll.closes_at, self.zone)


def too_soon(closes: date) -> str:
    return f"Staff vote on it until {day(closes)}. Choose a start after that."


def asked(poll: Poll) -> Message:
    """To all staff: proposed, and not decided (R-093)."""
    decision = poll.telling.decision
    summary = f"Proposed, not decided: {decision.label}"
    values = {"decision": decision.id}
    pressed = (
        Button("Vote", "ratify", values, emphasis="primary"),
        Button("Ask", "ask", values),
        Button("Concern", "concern", values),
    )
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            paragraph(f"The ILT proposes this. It takes {poll.poll.share} % yes of all yes and no votes."),
            *everything(poll.telling),
            context(f"Vote until {poll.until}. One tap, in private. Nobody sees who voted how."),
            buttons(*pressed),
        ),
    )


def form(poll: Poll, given: Mapping[str, Any]) -> Form:
    decision = poll.telling.decision
    options = tuple(Option(one.value, words) for one, words in BALLOTS.items())
    return Form(
        "Your vote",
        "Vote",
        (
            paragraph(bold(f"{decision.label}: "), decision.statement),
            ChoiceField("ballot", "Do you approve it?", options, style="buttons"),
            context("This app does not store which vote is yours. So it cannot be changed afterwards."),
        ),
        carries={"decision": decision.id},
    )


def thanks(poll: Poll) -> Message:
    return Message(f"Thank you. Your vote is counted. The result comes after {poll.until}.")


def headline(decision: Decision, poll: Ratification) -> str:
    if poll.state is RatificationState.RATIFIED:
        return f"Ratified: {decision.label}"
    return f"Returned: {decision.label} was not ratified"


def figures(poll: Ratification, *, is_shown: bool) -> str:
    """The share of yes beside the one it took; without it where somebody could be told from it."""
    if not is_shown:
        return f"It took {poll.share} %. The numbers are not shown, so that nobody can be told from them."
    return f"{poll.percent} % said yes. It took {poll.share} %."


def ended(decision: Decision, poll: Ratification, *, is_shown: bool) -> Message:
    """What stands in the place of the question, and what the ILT reads."""
    title = headline(decision, poll)
    parts: list[Part] = [paragraph(bold(title)), paragraph(decision.statement)]
    parts.append(paragraph(f"{figures(poll, is_shown=is_shown)} {next_step(poll)}"))
    if is_shown:
        names = tuple(BALLOTS[one] for one in Ballot)
        counts = (float(poll.yes), float(poll.no), float(poll.abstain))
        parts.append(Chart("Votes of the faculty", names, (Series("Votes", counts),)))
    details = Button("Details", "decisions", {"number": decision.label})
    return Message(title, (*parts, buttons(details)))


def next_step(poll: Ratification) -> str:
    if poll.state is RatificationState.RATIFIED:
        return "Each team reads next what changes for it."
    return "Nothing changes. The ILT looks at it again."


def news(decision: Decision, poll: Ratification, *, is_shown: bool) -> Message:
    """Below the question."""
    return Message(f"{headline(decision, poll)}. {figures(poll, is_shown=is_shown)} {next_step(poll)}")


def withdrawn(decision: Decision) -> Message:
    return Message(f"{decision.label} was withdrawn. There is no vote on it.")


def waits(poll: Poll) -> Waiting:
    decision = poll.telling.decision
    line = text(bold(f"Proposed, your vote until {poll.until}: "), decision.statement)
    return Waiting(line, (Button("Vote", "ratify", {"decision": decision.id}),))
