"""Looking at the world again before a letter is sent: is it still worth saying, there, in these words?"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot.messages import courtesy, delivery
from bot.messages.languages import message_in
from bot.model.courtesy import ON_TIME
from bot.model.outbox import DIGEST, ELSEWHERE, REROUTED, LetterAct, routine_of
from bot.ports import Clock, Letter
from storage.letting_go import Started
from storage.unit_of_work import UnitOfWork
from storage.units_of_work import UnitsOfWork

log = structlog.stdlib.get_logger(__name__)

Reasons = Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]]
"""By the part of a reason before its ":": given the part behind it, says whether the reason still holds."""

REASON_GONE = "reason_gone"


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter as it is to be sent; or else why it is not worth sending (`gone`), or may not be posted
    where it was meant to go (`barred`), or until when it waits once more (`until`). Of one that tells
    several, `told` are the ids of those it tells."""

    letter: Letter
    told: frozenset[str] | None = None
    gone: str | None = None
    barred: str | None = None
    until: datetime | None = None


class Rereading:
    """Reads each letter against what is true when it goes out."""

    def __init__(self, units: UnitsOfWork, clock: Clock, reasons: Reasons) -> None:
        self._units = units
        self._clock = clock
        self._reasons = reasons

    async def of_all(self, letters: Sequence[Letter]) -> list[Reading]:
        """Each letter as it is to be sent, in the order given: those of one school in one look at it."""
        by_school: defaultdict[str, list[Letter]] = defaultdict(list)
        for letter in letters:
            by_school[letter.school].append(letter)
        found: dict[str, Reading] = {}
        for school, theirs in by_school.items():
            async with self._units.reading(school) as work:
                found |= {letter.id: await self._of(letter, work) for letter in theirs}
        return [found[letter.id] for letter in letters]

    async def _of(self, letter: Letter, work: UnitOfWork) -> Reading:
        """Of a letter that tells several others, only those are told that are still worth it."""
        if await work.people.is_gone(letter.audience):
            return Reading(letter, gone="left_school")
        if waits := await self._until_the_morning(letter, work):
            return waits
        if letter.key.startswith(DIGEST) and not letter.key.endswith((REROUTED, ELSEWHERE)):
            return await self._digest(letter, work)
        if gone := await self._gone(letter.key, letter.reason, letter.act, work):
            return Reading(letter, gone=gone)
        return await self._there(letter, work)

    async def _until_the_morning(self, letter: Letter, work: UnitOfWork) -> Reading | None:
        """What the bot starts and could not go while contract hours lasted waits for the next ones, unless it
        would be too late then."""
        now, meant_for = self._clock.now(), letter.meant_for
        if letter.weight is None or meant_for is None or now - meant_for <= ON_TIME:
            return None
        calendar = await work.calendar.whole()
        opens = calendar.opening(now)
        if opens is None or opens <= now or (letter.stale_at is not None and letter.stale_at <= opens):
            return None
        message = delivery.late(letter.message, meant_for, opens, calendar.zone)
        return Reading(replace(letter, message=message), until=opens)

    async def _digest(self, letter: Letter, work: UnitOfWork) -> Reading:
        told = [one for one in await work.letting_go.told_in(letter.key) if await self._is_told(one, work)]
        if not told:
            return Reading(letter, gone=REASON_GONE)
        to_a_person = letter.audience.person_id is not None
        said = courtesy.together([one.message for one in told], to_a_person=to_a_person)
        if delivery.says_perhaps_twice(letter.message):
            said = delivery.perhaps_twice(said)
        read = await self._there(replace(letter, message=said), work)
        return replace(read, told=frozenset(one.id for one in told))

    async def _there(self, letter: Letter, work: UnitOfWork) -> Reading:
        if barred := await _barred(letter, work):
            return Reading(letter, barred=barred)
        noted = await self._with_note(letter, work)
        language = await work.people.language_of(letter.audience)
        return Reading(replace(noted, message=message_in(language, noted.message)))

    async def _is_told(self, one: Started, work: UnitOfWork) -> bool:
        if one.stale_at is not None and one.stale_at < self._clock.now():
            return False
        return await self._gone(one.key, one.reason, LetterAct.POST, work) is None

    async def _gone(self, key: str, reason: str | None, act: LetterAct, work: UnitOfWork) -> str | None:
        if act is LetterAct.POST and await _is_off(key, work):
            return "routine_off"
        kind, _, name = (reason or "").partition(":")
        holds = self._reasons.get(kind)
        if holds is not None and not await holds(name, work, self._clock):
            return REASON_GONE
        if holds is None and kind:
            log.error("nobody knows whether this reason holds", reason=kind, school=work.school)
        return None

    async def _with_note(self, letter: Letter, work: UnitOfWork) -> Letter:
        """With a line that says so when it is hours late (R-302)."""
        meant_for, now = letter.meant_for, self._clock.now()
        if meant_for is None or now - meant_for < delivery.HOURS_LATE or letter.act is not LetterAct.POST:
            return letter
        zone = (await work.calendar.whole()).zone
        return replace(letter, message=delivery.late(letter.message, meant_for, now, zone))


async def _is_off(key: str, work: UnitOfWork) -> bool:
    """Whether the letter belongs to a routine that has been switched off since it was written."""
    settings = await work.settings.now()
    return settings.live and routine_of(key) in settings.off


async def _barred(letter: Letter, work: UnitOfWork) -> str | None:
    """Why a post may not go into its channel, in the word that the outbox keeps; else None (R-290)."""
    if letter.audience.person_id is not None or letter.act is not LetterAct.POST:
        return None
    health = await work.channels.of(letter.platform, letter.audience.key)
    return health.bars(is_private=letter.message.private) if health else None
