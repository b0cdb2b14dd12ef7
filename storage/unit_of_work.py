"""One transaction, and the stores that work inside it."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from storage import tables
from storage.agenda_templates import AgendaTemplates
from storage.anonymous_input import AnonymousInputs
from storage.audit import Audit
from storage.away import Aways
from storage.calendar import Calendars
from storage.campaigns import Campaigns
from storage.channels import Channels
from storage.charter import Charters, TrustRounds
from storage.checkins import CheckIns
from storage.claims import Claims, Ready
from storage.closing import Closings, VoiceRounds
from storage.columns import if_new
from storage.commitments import Commitments
from storage.consensus import Consensus
from storage.courtesy import Courtesies
from storage.cycles import Cycles
from storage.decisions import Decisions
from storage.delivery_report import Deliveries, Queue, queue
from storage.drafts import Drafts
from storage.engine import Engines, fold_log
from storage.episodes import Episodes
from storage.examples import Examples
from storage.exporting import Exporting
from storage.forgetting import Forgetting
from storage.guests import Guests
from storage.jumps import shorten_leases
from storage.letting_go import LettingGo
from storage.live import Live
from storage.looks import Looks, bring_back
from storage.loop import LoopLines
from storage.meetings import Meetings
from storage.minutes import MinutesStore
from storage.mixing import UNTRACEABLE
from storage.outbox import Outbox
from storage.outcomes import Outcomes
from storage.people import People
from storage.postponing import Postponing
from storage.problems import Problems
from storage.prospects import Prospects
from storage.pulses import Pulses
from storage.purging import Purging
from storage.quarantine import Quarantine
from storage.relay import Relays
from storage.remembered import MEMORY
from storage.retention import Retention
from storage.roster import Departures
from storage.schools import Choices, Schools, Workplace
from storage.seats import Seats
from storage.settings import SettingsStore
from storage.staff_input import Inputs
from storage.strategies import Asks, Initiatives, LeaderWeeks, PdSessions, Strategies
from storage.threads import Threads
from storage.unreached import Unreachables
from storage.voices import Voices
from storage.walkthroughs import Walkthroughs
from storage.work import Jobs, Numbers


@dataclass(frozen=True, slots=True)
class UnitOfWork:
    """One transaction of one school: every store asks for that school's rows and no others."""

    session: AsyncSession
    school: str

    async def is_first(self, key: str, now: datetime) -> bool:
        """Say whether this request is new. It is remembered only if this unit of work is kept."""
        requests = tables.work.requests
        adding = if_new(self.session, requests, requests.c.key)
        return await self.session.scalar(adding, {"key": f"{self.school}/{key}", "kept_at": now}) is not None

    async def flush(self) -> None:
        """Write what has been added so far, so that questions in this unit of work see it."""
        await self.session.flush()

    @property
    def audit(self) -> Audit:
        return Audit(self.session, self.school)

    @property
    def exporting(self) -> Exporting:
        return Exporting(self.session, self.school)

    @property
    def retention(self) -> Retention:
        return Retention(self.session, self.school)

    @property
    def purging(self) -> Purging:
        return Purging(self.session, self.school)

    @property
    def people(self) -> People:
        return People(self.session, self.school)

    @property
    def unreached(self) -> Unreachables:
        return Unreachables(self.session, self.school)

    @property
    def departures(self) -> Departures:
        return Departures(self.session, self.school)

    @property
    def calendar(self) -> Calendars:
        return Calendars(self.session, self.school)

    @property
    def away(self) -> Aways:
        return Aways(self.session, self.school)

    @property
    def channels(self) -> Channels:
        return Channels(self.session, self.school)

    @property
    def settings(self) -> SettingsStore:
        return SettingsStore(self.session, self.school)

    @property
    def seats(self) -> Seats:
        return Seats(self.session, self.school)

    @property
    def prospects(self) -> Prospects:
        return Prospects(self.session, self.school)

    @property
    def drafts(self) -> Drafts:
        return Drafts(self.session, self.school)

    @property
    def choices(self) -> Choices:
        return Choices(self.session, self.school)

    @property
    def deliveries(self) -> Deliveries:
        return Deliveries(self.session, self.school)

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.session, self.school)

    @property
    def courtesies(self) -> Courtesies:
        return Courtesies(self.session, self.school)

    @property
    def letting_go(self) -> LettingGo:
        return LettingGo(self.session, self.school)

    @property
    def postponing(self) -> Postponing:
        return Postponing(self.session, self.school)

    @property
    def outcomes(self) -> Outcomes:
        return Outcomes(self.session)

    @property
    def forgetting(self) -> Forgetting:
        return Forgetting(self.session, self.school)

    @property
    def jobs(self) -> Jobs:
        return Jobs(self.session, self.school)

    @property
    def numbers(self) -> Numbers:
        return Numbers(self.session, self.school)

    @property
    def meetings(self) -> Meetings:
        return Meetings(self.session, self.school)

    @property
    def commitments(self) -> Commitments:
        return Commitments(self.session, self.school)

    @property
    def guests(self) -> Guests:
        return Guests(self.session, self.school)

    @property
    def live(self) -> Live:
        return Live(self.session, self.school)

    @property
    def minutes(self) -> MinutesStore:
        return MinutesStore(self.session, self.school)

    @property
    def closings(self) -> Closings:
        return Closings(self.session, self.school)

    @property
    def rounds(self) -> VoiceRounds:
        return VoiceRounds(self.session, self.school)

    @property
    def agenda_templates(self) -> AgendaTemplates:
        return AgendaTemplates(self.session, self.school)

    @property
    def strategies(self) -> Strategies:
        return Strategies(self.session, self.school)

    @property
    def initiatives(self) -> Initiatives:
        return Initiatives(self.session, self.school)

    @property
    def asks(self) -> Asks:
        return Asks(self.session, self.school)

    @property
    def pd(self) -> PdSessions:
        return PdSessions(self.session, self.school)

    @property
    def leader_weeks(self) -> LeaderWeeks:
        return LeaderWeeks(self.session, self.school)

    @property
    def examples(self) -> Examples:
        return Examples(self.session, self.school)

    @property
    def problems(self) -> Problems:
        return Problems(self.session, self.school)

    @property
    def consensus(self) -> Consensus:
        return Consensus(self.session, self.school)

    @property
    def quarantine(self) -> Quarantine:
        return Quarantine(self.session, self.school)

    @property
    def anonymous(self) -> AnonymousInputs:
        return AnonymousInputs(self.session, self.school)

    @property
    def inputs(self) -> Inputs:
        return Inputs(self.session, self.school)

    @property
    def loop(self) -> LoopLines:
        return LoopLines(self.session, self.school)

    @property
    def campaigns(self) -> Campaigns:
        return Campaigns(self.session, self.school)

    @property
    def pulses(self) -> Pulses:
        return Pulses(self.session, self.school)

    @property
    def voices(self) -> Voices:
        return Voices(self.session, self.school)

    @property
    def decisions(self) -> Decisions:
        return Decisions(self.session, self.school)

    @property
    def threads(self) -> Threads:
        return Threads(self.session, self.school)

    @property
    def relay(self) -> Relays:
        return Relays(self.session, self.school)

    @property
    def walkthroughs(self) -> Walkthroughs:
        return Walkthroughs(self.session, self.school)

    @property
    def charters(self) -> Charters:
        return Charters(self.session, self.school)

    @property
    def trust(self) -> TrustRounds:
        return TrustRounds(self.session, self.school)

    @property
    def cycles(self) -> Cycles:
        return Cycles(self.session, self.school)

    @property
    def checkins(self) -> CheckIns:
        return CheckIns(self.session, self.school)


class UnitsOfWork:
    """Opens units of work: those that may write, and those that only look.

    All raise `DatabaseTrouble` when the database fails, whatever it was that its driver raised.
    """

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._episodes = Episodes()
        known = {MEMORY: engines.memory}
        self._writing = async_sessionmaker(engines.writer, expire_on_commit=False, info=known)
        self._reading = async_sessionmaker(engines.reader, expire_on_commit=False, info=known)

    @property
    def writes(self) -> int:
        """How many transactions this process has kept: while it is the same, nothing here has changed."""
        return self._engines.memory.writes

    @property
    def looks(self) -> Looks:
        """When each school is worth looking at."""
        return Looks(self._kept, self._looking)

    def log_trouble(self) -> None:
        """Say in the log, from now on, when the database fails and when it works again: for a service."""
        self._episodes.are_logged = True

    @property
    def trouble(self) -> str | None:
        """What keeps this process from reading or writing, in a sentence; None when nothing does."""
        return self._episodes.trouble

    async def after_a_jump(self, now: datetime) -> None:
        """Let nothing wait for a moment that was named by a clock before it was set."""
        await self.looks.anew()
        async with self._kept() as session:
            await shorten_leases(session, now)

    @asynccontextmanager
    async def writing(self, school: str) -> AsyncIterator[UnitOfWork]:
        """Open a transaction that may change things: kept if the block ends well.

        Those of one school follow one another, so what was read is still true when it is written.
        """
        async with self._kept() as session:
            if session.get_bind().dialect.name == "postgresql":
                await session.execute(select(func.pg_advisory_xact_lock(number(school))))
            yield UnitOfWork(session, school)
            await bring_back(session, school)
        if session.info.get(UNTRACEABLE):
            await fold_log(self._engines.writer)

    @asynccontextmanager
    async def reading(self, school: str) -> AsyncIterator[UnitOfWork]:
        """Open a transaction that only looks, beside any writer. A change in it is an error."""
        async with self._looking() as session:
            yield UnitOfWork(session, school)

    @asynccontextmanager
    async def claiming(self, platform: str) -> AsyncIterator[Claims]:
        """Open a transaction of no school in particular, to take letters and to say what became of them."""
        async with self._kept() as session:
            yield Claims(session, platform)

    async def ready(self, platform: str, now: datetime) -> Ready:
        """What can go now, of every school. Nothing is taken."""
        async with self._looking() as session:
            return await Claims(session, platform).ready(now)

    async def queue(self, now: datetime) -> Queue:
        """What waits and what ended badly, of all schools, for monitoring."""
        async with self._looking() as session:
            return await queue(session, now)

    async def school_of_feed(self, token: str) -> str | None:
        """The school whose dates are subscribed to under this secret; None when there is none."""
        feeds = tables.calendar.calendar_feeds.c
        async with self._looking() as session:
            return await session.scalar(select(feeds.school).where(feeds.token == token))

    async def school_of_document(self, token: str) -> str | None:
        """The school that a document belongs to which is read at this address; None when there is none."""
        opened = tables.minutes.open_documents.c
        async with self._looking() as session:
            return await session.scalar(select(opened.school).where(opened.token == token))

    async def known_by(self) -> dict[str, str]:
        """Every school's key by the id that a roster file gave it, or by "key:" and the key without one."""
        schools = tables.people.schools.c
        async with self._looking() as session:
            rows = await session.execute(select(schools.id, schools.source))
            return {source or f"key:{key}": key for key, source in rows}

    async def schools(self) -> list[str]:
        """Every school in the database."""
        async with self._looking() as session:
            return await Schools(session).keys()

    async def workplaces(
        self, among: Collection[str], platform: str, account: str, email: str | None
    ) -> list[Workplace]:
        """The schools among these where an account's owner works."""
        async with self._looking() as session:
            return await Schools(session).workplaces(among, platform, account, email)

    @asynccontextmanager
    async def _kept(self) -> AsyncIterator[AsyncSession]:
        with self._episodes.watching("write") as attempt:
            async with self._writing.begin() as session:
                yield session
                attempt.is_ending = True

    @asynccontextmanager
    async def _looking(self) -> AsyncIterator[AsyncSession]:
        with self._episodes.watching("read"):
            async with self._reading.begin() as session:
                yield session


def number(name: str) -> int:
    """Return the same 63 bits for the same name, in every process."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big") >> 1
