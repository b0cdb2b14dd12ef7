"""A meeting while it runs: its lines with their clock, what became of each, and the time it took.

A `MeetingRun` is begun by Start and ended by End (or by the clock). While it is open (`is_running`), one
line is at hand (`line`); afterwards it is what was: `state` is `CLOSING` until its minutes are confirmed or
a day has gone by, then `CLOSED`. `lines` hold what the agenda had when the meeting began, and what was added
since; a line that stands for an agenda item keeps its id and no words, since those may be changed, withdrawn
or hidden later: its words are the item's. Nobody who was there, spoke, agreed or came late is kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.agenda_items import Outcome, Provenance
from bot.model.ids import new_id
from bot.model.run_lines import FINISHED as FINISHED
from bot.model.run_lines import USUALLY as USUALLY
from bot.model.run_lines import Ask as Ask
from bot.model.run_lines import Met as Met
from bot.model.run_lines import Result as Result
from bot.model.run_lines import RunLine as RunLine
from bot.model.run_lines import Took as Took

A_MINUTE = timedelta(minutes=1)
EXTENSION = 5
MOST_EXTENSIONS = 2
ON_TIME = timedelta(minutes=2)
CLOSES_ITSELF = timedelta(minutes=60)
CONFIRMED_WITHIN = timedelta(hours=24)


class RunState(StrEnum):
    """A meeting runs, then waits for its minutes to be confirmed, then is closed. It never goes back."""

    RUNNING = "running"
    CLOSING = "closing"
    CLOSED = "closed"


@dataclass(eq=False, kw_only=True)
class MeetingRun:
    """One meeting as it really went; `day` is the day by which its meeting is known.

    `at` is the place in `lines` of the one at hand, beyond the last when all are through. `facilitator` is
    who led it. `asks` are those who want more minutes and wait for one more; they are forgotten when
    that is settled. `more` are the minutes that were added to the end. `was_left` says that nobody
    pressed End. `met` answers the meeting's objectives, in their order. `changes` counts what was done.
    """

    school: str
    day: date
    planned_start: datetime
    planned_end: datetime
    started_at: datetime
    lines: tuple[RunLine, ...]
    facilitator: str | None = None
    state: RunState = RunState.RUNNING
    at: int = 0
    ended_at: datetime | None = None
    more: int = 0
    was_left: bool = False
    asks: tuple[Ask, ...] = ()
    met: tuple[Met, ...] = ()
    changes: int = 0
    id: str = field(default_factory=new_id)

    @property
    def is_running(self) -> bool:
        return self.state is RunState.RUNNING

    @property
    def line(self) -> RunLine | None:
        """The line at hand; None when all are through, or the meeting is over."""
        return self.lines[self.at] if self.is_running and self.at < len(self.lines) else None

    @property
    def end(self) -> datetime:
        """When the meeting is to end, with what was added to it."""
        return self.planned_end + self.more * A_MINUTE

    @property
    def may_go_on(self) -> bool:
        """Whether five minutes more can be added to its end."""
        return self.more < MOST_EXTENSIONS * EXTENSION

    @property
    def closes_at(self) -> datetime:
        """When it is closed by itself, should nobody press End."""
        return max(self.end, self.planned_end + CLOSES_ITSELF)

    @property
    def last_done(self) -> datetime:
        """When the last line that is over came to its end."""
        return self.started_at + timedelta(seconds=sum(line.seconds for line in self.lines))

    @property
    def start_off(self) -> timedelta:
        """How much later than planned it began; negative when it was sooner."""
        return self.started_at - self.planned_start

    @property
    def end_off(self) -> timedelta | None:
        """How much later than planned it ended; None while it runs, and when nobody said when it did."""
        return None if self.ended_at is None or self.was_left else self.ended_at - self.planned_end

    @property
    def length(self) -> timedelta:
        """How long it took; raises `LookupError` while it runs."""
        if self.ended_at is None:
            raise LookupError("A meeting that runs has no length yet.")
        return self.ended_at - self.started_at

    def numbered(self, number: int) -> RunLine | None:
        return next((line for line in self.lines if line.number == number), None)

    @property
    def ahead(self) -> tuple[RunLine, ...]:
        """The lines after the one at hand that are still to come."""
        rest = self.lines[self.at + 1 :] if self.is_running else ()
        return tuple(line for line in rest if line.result is None)

    def full_at(self) -> datetime | None:
        """When the minutes of the line at hand are used up."""
        return self._part_of_line(1.0)

    def over_at(self) -> datetime | None:
        """When the line at hand has taken a quarter more than its minutes (R-088)."""
        return self._part_of_line(1.25)

    def _part_of_line(self, share: float) -> datetime | None:
        line = self.line
        if line is None or line.began_at is None:
            return None
        return line.began_at + share * line.minutes * A_MINUTE

    def begin(self, now: datetime) -> None:
        """Begin with the first line."""
        if self.lines:
            self._put(replace(self.lines[0], began_at=now))

    def settle(self, result: Result, now: datetime) -> RunLine:
        """Say what the line at hand came to, begin the next, and return the one that is over."""
        done = self._close_line(result, now)
        self.at += 1
        self._forget_asks(whole=False)
        while self.line is not None and self.line.result is not None:
            self.at += 1
        following = self.line
        if following is not None:
            self._put(replace(following, began_at=now))
        return done

    def wanted_by(self, *, whole: bool = False) -> tuple[str, ...]:
        """Who wants more minutes and waits for one more."""
        return tuple(one.person for one in self.asks if one.whole is whole)

    def want_more(self, person_id: str, *, whole: bool = False) -> None:
        """Note that this person wants more minutes; once."""
        asked = Ask(person_id, whole)
        if asked not in self.asks:
            self.asks = (*self.asks, asked)
            self.changes += 1

    def _forget_asks(self, *, whole: bool) -> None:
        self.asks = tuple(ask for ask in self.asks if ask.whole is not whole)

    def extend(self) -> None:
        """Give the line at hand five minutes more."""
        line = self._at_hand()
        self._put(replace(line, minutes=line.minutes + EXTENSION, extensions=line.extensions + 1))
        self._forget_asks(whole=False)

    def extend_meeting(self) -> None:
        """Let the meeting end five minutes later."""
        self.more += EXTENSION
        self._forget_asks(whole=True)
        self.changes += 1

    def mark_over(self) -> None:
        """Note that the line at hand ran over and nobody chose what to do."""
        self._put(replace(self._at_hand(), ran_over=True))

    def ask_again(self) -> None:
        """Note that the facilitator wants other questions for the line at hand."""
        line = self._at_hand()
        self._put(replace(line, asked=line.asked + 1))

    def add(self, item: str, minutes: int, aim: Outcome, from_line: RunLine) -> RunLine:
        """Put an agenda item right after the line at hand; its minutes are taken from `from_line` (R-056).

        A line ahead that has no minutes left is carried over. Raises `ValueError` when it has not so many.
        """
        if minutes > from_line.minutes:
            raise ValueError("A line cannot lose more minutes than it has.")
        number = max(line.number for line in self.lines) + 1
        added = RunLine(number, minutes, 0, aim, Provenance.MEMBER, item=item, was_added=True)
        left = replace(from_line, minutes=from_line.minutes - minutes)
        given_up = left.minutes == 0 and not left.was_reached
        self._put(replace(left, result=Result.CARRIED) if given_up else left)
        self.lines = (*self.lines[: self.at + 1], added, *self.lines[self.at + 1 :])
        return added

    def finish(self, now: datetime, results: Mapping[int, Result] | None = None) -> None:
        """End it at a moment; what was not reached is carried over, `results` say otherwise by number."""
        line = self.line
        if line is not None:
            self._close_line(line.usual, now)
        said = results or {}
        self.lines = tuple(
            replace(one, result=said.get(one.number, one.result or Result.CARRIED)) for one in self.lines
        )
        self.state, self.ended_at, self.asks = RunState.CLOSING, now, ()
        self.changes += 1

    def close(self) -> bool:
        """Close what has ended; False when it was closed before, or still runs."""
        was_closing = self.state is RunState.CLOSING
        self.state = RunState.CLOSED if was_closing else self.state
        return was_closing

    def took(self) -> Iterator[Took]:
        """Each line's whole minutes, planned and real; the real ones sum up to the length of the meeting."""
        if self.ended_at is None:
            return
        before, elapsed = 0, 0
        for line in self.lines:
            elapsed += line.seconds
            until = round(elapsed / 60)
            yield Took(line, line.planned, until - before)
            before = until
        whole = round(self.length.total_seconds() / 60)
        planned = round((self.planned_end - self.planned_start).total_seconds() / 60)
        open_time = Took(None, max(0, planned - sum(line.planned for line in self.lines)), whole - before)
        if open_time.planned or open_time.actual:
            yield open_time

    def reached(self) -> tuple[int, int]:
        """How many of the planned items were reached, and how many there were."""
        planned = [line for line in self.lines if line.is_planned]
        return sum(line.was_reached for line in planned), len(planned)

    def _close_line(self, result: Result, now: datetime) -> RunLine:
        line = self._at_hand()
        elapsed = now - (line.began_at or now)
        done = replace(line, result=result, seconds=max(0, round(elapsed.total_seconds())))
        self._put(done)
        return done

    def _at_hand(self) -> RunLine:
        line = self.line
        if line is None:
            raise LookupError("No line is at hand.")
        return line

    def _put(self, line: RunLine) -> None:
        self.lines = tuple(line if one.number == line.number else one for one in self.lines)
        self.changes += 1
