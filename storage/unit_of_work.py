"""One transaction of one school, and the stores that work inside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from storage import remembered
from storage.agenda_templates import AgendaTemplates
from storage.anonymous_input import AnonymousInputs
from storage.audit import Audit
from storage.away import Aways
from storage.calendar import Calendars
from storage.campaigns import Campaigns
from storage.channels import Channels
from storage.charter import Charters, TrustRounds
from storage.checkins import CheckIns
from storage.closing import Closings, VoiceRounds
from storage.commitments import Commitments
from storage.consensus import Consensus
from storage.courtesy import Courtesies
from storage.cycles import Cycles
from storage.decisions import Decisions
from storage.delivery_report import Deliveries
from storage.drafts import Drafts
from storage.examples import Examples
from storage.exporting import Exporting
from storage.forgetting import Forgetting
from storage.guests import Guests
from storage.letting_go import LettingGo
from storage.live import Live
from storage.loop import LoopLines
from storage.meetings import Meetings
from storage.minutes import MinutesStore
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
from storage.retention import Retention
from storage.roster import Departures
from storage.schools import Choices
from storage.seats import Seats
from storage.settings import SettingsStore
from storage.staff_input import Inputs
from storage.strategies import Asks, Initiatives, LeaderWeeks, PdSessions, Strategies
from storage.threads import Threads
from storage.unreached import Unreachables
from storage.voices import Voices
from storage.walkthroughs import Walkthroughs
from storage.work import Jobs, Numbers

Store = TypeVar("Store", covariant=True)


class Of(Generic[Store]):
    """A store of a unit of work: made when it is asked for, in its transaction and for its school."""

    def __init__(self, store: Callable[[AsyncSession, str], Store]) -> None:
        self.store = store

    def __get__(self, work: "UnitOfWork", owner: type["UnitOfWork"]) -> Store:
        return self.store(work.session, work.school)


@dataclass(frozen=True, slots=True)
class UnitOfWork:
    """One transaction of one school: every store asks for that school's rows and no others."""

    session: AsyncSession
    school: str

    audit = Of(Audit)
    exporting = Of(Exporting)
    retention = Of(Retention)
    purging = Of(Purging)
    people = Of(People)
    unreached = Of(Unreachables)
    departures = Of(Departures)
    calendar = Of(Calendars)
    away = Of(Aways)
    channels = Of(Channels)
    settings = Of(SettingsStore)
    seats = Of(Seats)
    prospects = Of(Prospects)
    drafts = Of(Drafts)
    choices = Of(Choices)
    deliveries = Of(Deliveries)
    outbox = Of(Outbox)
    courtesies = Of(Courtesies)
    letting_go = Of(LettingGo)
    postponing = Of(Postponing)
    forgetting = Of(Forgetting)
    jobs = Of(Jobs)
    numbers = Of(Numbers)
    meetings = Of(Meetings)
    commitments = Of(Commitments)
    guests = Of(Guests)
    live = Of(Live)
    minutes = Of(MinutesStore)
    closings = Of(Closings)
    rounds = Of(VoiceRounds)
    agenda_templates = Of(AgendaTemplates)
    strategies = Of(Strategies)
    initiatives = Of(Initiatives)
    asks = Of(Asks)
    pd = Of(PdSessions)
    leader_weeks = Of(LeaderWeeks)
    examples = Of(Examples)
    problems = Of(Problems)
    consensus = Of(Consensus)
    quarantine = Of(Quarantine)
    anonymous = Of(AnonymousInputs)
    inputs = Of(Inputs)
    loop = Of(LoopLines)
    campaigns = Of(Campaigns)
    pulses = Of(Pulses)
    voices = Of(Voices)
    decisions = Of(Decisions)
    threads = Of(Threads)
    relay = Of(Relays)
    walkthroughs = Of(Walkthroughs)
    charters = Of(Charters)
    trust = Of(TrustRounds)
    cycles = Of(Cycles)
    checkins = Of(CheckIns)

    async def is_first(self, key: str, now: datetime) -> bool:
        """Say whether this request is new. It is remembered only if this unit of work is kept."""
        return await remembered.is_first(self.session, self.school, f"{self.school}/{key}", now)

    async def revision(self) -> str:
        """What tells the school's roster, calendar and settings from those of another moment; empty when
        nobody can tell."""
        return await remembered.revision(self.session, self.school)

    async def flush(self) -> None:
        """Write what has been added so far, so that questions in this unit of work see it."""
        await self.session.flush()

    @property
    def outcomes(self) -> Outcomes:
        return Outcomes(self.session)
