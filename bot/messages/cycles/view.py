"""A learning cycle as one of the two sees it, and the words all its messages share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.messages.dates import day
from bot.messages.vocabulary import Button, Facts, Message, Part, Text, bold, bullets, text
from bot.model.cycles import Cycle, CycleOutcome, CycleState, PhaseName, Planned, next_open

SUMMARY = "About your learning cycle"
BETWEEN_US = "Only the two of you see this here. It is not part of any evaluation."

PHASES = {
    PhaseName.INTENTION: "Intention",
    PhaseName.LEARNING: "Learning",
    PhaseName.OBSERVATION: "Observation and feedback",
    PhaseName.REFLECTION: "Reflection",
}
ASKS = {
    PhaseName.INTENTION: "Agree on one number and one moment that show where you start.",
    PhaseName.LEARNING: "Do one thing to learn from: read, watch, co-plan, or visit another lead's meeting.",
    PhaseName.OBSERVATION: "Be seen in action once. Hear one strength, and one next step with a day.",
    PhaseName.REFLECTION: "Look at the start, the target and now, then say how the goal came out.",
}
LEADER_ASKS = "See the lead in action once. Say one strength, and one next step with a day."
OUTCOMES = {
    CycleOutcome.MET: "Met",
    CycleOutcome.PARTLY: "Partly",
    CycleOutcome.NOT_YET: "Not yet",
}
WEEKEND = timedelta(days=3)


@dataclass(frozen=True)
class CycleView:
    """A cycle with its days; `person` is who looks, `other` the name of the other one.

    `skipped` are the weekdays without school between its first and last day.
    """

    cycle: Cycle
    planned: tuple[Planned, ...]
    person: str
    other: str
    skipped: tuple[date, ...]
    today: date

    @property
    def next(self) -> Planned | None:
        return next_open(self.planned)

    @property
    def ends(self) -> date:
        return max(one.due for one in self.planned)

    @property
    def waits_for_me(self) -> bool:
        return self.cycle.state is CycleState.PROPOSED and self.cycle.asked == self.person

    def asked_of_me(self) -> Iterator[Planned]:
        """The phases for which the other would like another day."""
        return (one for one in self.planned if one.phase.asked_by not in (None, self.person))

    def phase(self, phase_id: str) -> Planned:
        return next(one for one in self.planned if one.phase.id == phase_id)


@dataclass(frozen=True)
class PhaseView:
    """One phase of a cycle, and the cycle around it."""

    view: CycleView
    planned: Planned

    @property
    def name(self) -> str:
        return PHASES[self.planned.phase.name]


def private(*parts: Part) -> Message:
    """A message whose notification line says nothing of what is in it."""
    return Message(SUMMARY, parts, private=True)


def dates(view: CycleView) -> Part:
    """Each phase with its day, done ones marked in words."""
    return bullets(*(dated(one) for one in view.planned))


def dated(one: Planned) -> Text:
    if one.phase.done_on is not None:
        return text(bold(PHASES[one.phase.name]), f": done on {day(one.phase.done_on)}")
    return text(bold(PHASES[one.phase.name]), f": by {day(one.due)}")


def length(view: CycleView) -> str:
    """ "4 weeks, Mon, Nov 9 to Fri, Dec 11 (no school Mon, Nov 23 to Fri, Nov 27; skipped)"."""
    span = f"{view.cycle.weeks} weeks, {day(view.cycle.begins)} to {day(view.ends)}"
    return f"{span}{skipped(view.skipped)}"


def skipped(days: Iterable[date]) -> str:
    told = ", ".join(
        day(first) if first == last else f"{day(first)} to {day(last)}" for first, last in runs(days)
    )
    return f" (no school {told}; skipped)" if told else ""


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Days in a row as first and last; a weekend in between does not part them."""
    found: list[tuple[date, date]] = []
    for one in sorted(days):
        if found and joins(found[-1][1], one):
            found[-1] = (found[-1][0], one)
        else:
            found.append((one, one))
    return found


def joins(last: date, following: date) -> bool:
    gap = following - last
    return gap.days == 1 or (gap == WEEKEND and following.weekday() == 0)


def goal(cycle: Cycle) -> Facts:
    return Facts(
        (
            ("Goal", cycle.goal),
            ("From", cycle.baseline),
            ("To", cycle.target),
            ("How we will both see it", cycle.measure),
        )
    )


def done_buttons(one: Planned) -> tuple[Button, ...]:
    """What finishes a phase: one press, or, for the last one, how the goal came out."""
    values = {"phase": one.phase.id}
    if one.phase.name is not PhaseName.REFLECTION:
        return (Button("Done", "finish-phase", values, emphasis="primary"),)
    return tuple(
        Button(label, "finish-phase", {**values, "outcome": outcome.value})
        for outcome, label in OUTCOMES.items()
    )


def agree_buttons(cycle: Cycle) -> tuple[Button, ...]:
    values = {"cycle": cycle.id}
    return (
        Button("Agree", "agree-cycle", values, emphasis="primary"),
        Button("Not this one", "decline-cycle", values),
    )


def date_buttons(one: Planned) -> tuple[Button, ...]:
    due = one.phase.asked_due
    values = {"phase": one.phase.id, "due": due.isoformat() if due else ""}
    return (
        Button("Agree", "agree-date", {**values, "answer": "agree"}, emphasis="primary"),
        Button(f"Keep {day(one.due)}", "agree-date", {**values, "answer": "keep"}),
    )
