"""A stand-in for Slack that takes everything at once, keeps it, and is as strict about its shape as Slack."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from bot.messages.plain import plain
from bot.model.calendar import SchoolCalendar
from bot.model.letter_kinds import weight_of
from bot.model.outbox import DIGEST, LetterAct
from bot.ports import Clock, Letter, Sent
from bot.sandbox.validation.messages import validate_message
from handlers.slack.pages import Page, pages


@dataclass(frozen=True)
class Heard:
    """One letter that arrived, and when."""

    letter: Letter
    at: datetime

    @cached_property
    def words(self) -> str:
        return f"{self.letter.message.summary}\n{plain(self.letter.message)}"

    @cached_property
    def pages(self) -> list[Page]:
        return pages(self.letter.message)

    @property
    def is_counted(self) -> bool:
        return self.letter.key.startswith(DIGEST) or weight_of(self.letter.key) is not None

    def __str__(self) -> str:
        return f"{self.at:%a %b %d %H:%MZ} {self.letter.audience.key} {self.letter.key}"


class Everybody:
    """Takes every letter at once, and keeps it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.heard: list[Heard] = []

    async def deliver(self, letter: Letter, thread: Sent | None) -> Sent:
        self.heard.append(Heard(letter, self._clock.now()))
        return Sent(f"C-{letter.audience.key}"[:64], f"ts-{letter.id}")

    async def settle(self, letter: Letter) -> Sent | None:
        return None

    @property
    def posted(self) -> list[Heard]:
        return [one for one in self.heard if one.letter.act is not LetterAct.REMOVE]


def misshapen(heard: Sequence[Heard]) -> Iterator[str]:
    """What Slack would not have taken."""
    for one in heard:
        for page in one.pages:
            for refusal in validate_message(page.blocks):
                yield f"{one}: {refusal}"
            if not page.text.strip():
                yield f"{one}: a notification without words"


def telling(heard: Sequence[Heard], secret: re.Pattern[str]) -> Iterator[str]:
    """Private letters whose notification says something of what somebody wrote, or names somebody."""
    for one in heard:
        first = one.pages[0].text
        if one.letter.message.private and secret.search(first):
            yield f"{one}: {first}"


def naming(heard: Sequence[Heard], names: Mapping[str, str]) -> Iterator[str]:
    """Letters that name somebody (a name by the person's id) to anybody else."""
    for one in heard:
        for person, name in names.items():
            if name in one.words and one.letter.audience.person_id != person:
                yield f"{one}: {name}"


def started(heard: Sequence[Heard], meetings: Sequence[tuple[datetime, datetime]]) -> list[Heard]:
    """What the bot started and counts; a meeting may speak of itself until ten minutes after its end."""
    return [
        one
        for one in heard
        if one.is_counted
        and not (
            one.letter.key.startswith("meeting/") and any(start <= one.at <= end for start, end in meetings)
        )
    ]


def out_of_hours(begun: Sequence[Heard], calendar: SchoolCalendar) -> Iterator[str]:
    """What came while nobody works."""
    return (str(one) for one in begun if calendar.next_open(one.at) != one.at)


def over_budget(
    begun: Sequence[Heard], calendar: SchoolCalendar, to_a_person: int, in_a_channel: int
) -> Iterator[str]:
    """Who read more on one day than the school wants."""
    days: defaultdict[tuple[str, date], list[str]] = defaultdict(list)
    for one in begun:
        if one.letter.act is LetterAct.POST:
            days[one.letter.audience.key, calendar.today(one.at)].append(str(one))
    for (audience, day), told in days.items():
        if len(told) > (to_a_person if audience.startswith("person:") else in_a_channel):
            yield f"{day}: {told}"
