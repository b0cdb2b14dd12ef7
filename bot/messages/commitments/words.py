"""Words that everything about what people said they would do shares. Neutral always: nobody is late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.messages import dates
from bot.messages.vocabulary import Button, Text, bold, text
from bot.model.commitments import Commitment, CommitmentState, FollowThrough
from bot.model.people import in_words

TITLE = "What we said we would do"
STATES: Mapping[CommitmentState, str] = {
    CommitmentState.SAID: "no word yet",
    CommitmentState.MOVING: "moving",
    CommitmentState.STUCK: "stuck",
    CommitmentState.RESTS: "resting",
    CommitmentState.DONE: "done",
    CommitmentState.LET_GO: "let go",
}
ALL = Button("See all", "commitments")


@dataclass(frozen=True)
class Known:
    """What lines are drawn from: people's names and the words of commitments, by id."""

    names: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def owners(self, one: Commitment) -> str:
        return in_words(self.names.get(owner, "someone who has left") for owner in one.owners)

    def waits(self, one: Commitment) -> str:
        waited = self.texts.get(one.waits_on or "")
        return f"waits for “{waited}”" if waited else ""


@dataclass(frozen=True)
class Said:
    """One commitment, with what its line is drawn from."""

    one: Commitment
    known: Known


def add(day: date | None = None, label: str = "Add what we'll do") -> Button:
    """To write down what somebody will do; `day` is the meeting at which it is said."""
    return Button(label, "promise", {"day": day.isoformat()} if day else {})


def line(one: Commitment, known: Known, *, mine: bool = False) -> Text:
    """What, who, by when, and how it stands in its owner's own words."""
    note = f"“{one.note}”" if one.note else ""
    facts = ["" if mine else known.owners(one), f"by {dates.day(one.due_on)}"]
    said = [one_fact for one_fact in (*facts, known.waits(one)) if one_fact]
    return text(f"{one.text} · {' · '.join(said)} · ", bold(STATES[one.state]), f" {note}" if note else "")


def ways(one: Commitment) -> tuple[Button, ...]:
    """What an owner can say of it."""
    values = {"commitment": one.id}
    done = Button("Done", "tell-commitment", values | {"state": "done"}, emphasis="primary")
    moving = Button("Moving", "tell-commitment", values | {"state": "moving"})
    stuck = Button("Stuck", "explain-commitment", values | {"state": "stuck"})
    return (done, moving, stuck, Button("Let go", "explain-commitment", values | {"state": "let_go"}))


def kept(rate: FollowThrough) -> str:
    """The follow-through of the team as a whole."""
    due = dates.number_of(rate.due, "thing")
    return f"This half year {rate.kept} of {due} due were done by the day, or let go with a reason."


def more(found: Iterable[Commitment], shown: int) -> str:
    rest = len(list(found)) - shown
    return f"And {rest} more." if rest > 0 else ""
