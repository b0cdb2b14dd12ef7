"""Which entity lives in which table. The model does not know."""

from sqlalchemy.orm import registry

from bot.model.agenda_items import AgendaItem
from bot.model.agenda_templates import AgendaCopy
from bot.model.asks import DistrictAsk
from bot.model.away import Away
from bot.model.calendar import CalendarDay
from bot.model.calendar_changes import CalendarChange
from bot.model.campaigns import Campaign, CampaignAnswer
from bot.model.channels import ChannelHealth, KnownChannel
from bot.model.charter import Charter, Signature
from bot.model.checkins import CheckInChange, CheckInSeries, CheckInTopic
from bot.model.closing import Closing
from bot.model.commitments import Commitment
from bot.model.connecting import Interest
from bot.model.consensus import ConsensusCheck, Vote
from bot.model.courtesy import Pause, Preference
from bot.model.cycles import Cycle, Phase
from bot.model.decisions import Decision, DecisionReceipt
from bot.model.decisions_life import DecisionChange
from bot.model.decisions_questions import DecisionQuestion
from bot.model.decisions_record import DecisionTeller, FirstStep
from bot.model.documents import OpenDocument
from bot.model.examples import Example
from bot.model.going import GoingRound
from bot.model.guests import GuestSeat
from bot.model.initiatives import Initiative
from bot.model.jobs import Job
from bot.model.leader_weeks import LeaderWeek
from bot.model.live import MeetingRun
from bot.model.look_for_words import LookForWords
from bot.model.meeting_series import MeetingSeries
from bot.model.meetings import Meeting
from bot.model.minutes import Excerpt, Minutes, PreRead
from bot.model.parking import Parked
from bot.model.pd import PdSession
from bot.model.people import Duty, Membership, Person, School, Team
from bot.model.problems import Problem
from bot.model.pulses import Pulse
from bot.model.ratification import Ratification
from bot.model.relaying import FamilySummary, OfficeSlot, TeamDigest, TeamTalk
from bot.model.retention import Hold, Receipt
from bot.model.roster.leaving import Departure
from bot.model.rotation import RoleHolder
from bot.model.rounds import VoiceRound
from bot.model.seats import IltSeat, IltSuggestion, TeamMeeting
from bot.model.staff_input import AnonymousInput, LoopLine, StaffInput
from bot.model.strategies import Strategy
from bot.model.student_voice import StudentVoice
from bot.model.trust import TrustRound
from bot.model.walkthroughs import Visit, Window
from storage import remembered, tables

_registry = registry(metadata=tables.metadata)
_map = _registry.map_imperatively

_map(School, tables.people.schools)
_map(Person, tables.people.people)
_map(Team, tables.people.teams)
_map(Membership, tables.people.memberships)
_map(Duty, tables.people.duties)
_map(Departure, tables.roster.departures)
_map(CalendarDay, tables.calendar.calendar_days)
_map(KnownChannel, tables.channels.known)
_map(ChannelHealth, tables.channels.health)
_map(CalendarChange, tables.calendar.calendar_changes)
_map(Away, tables.away.away)
_map(Job, tables.work.jobs)
_map(MeetingSeries, tables.meetings.series)
_map(Meeting, tables.meetings.meetings)
_map(AgendaItem, tables.meetings.items)
_map(AgendaCopy, tables.agenda_templates.copies)
_map(RoleHolder, tables.meetings.role_holders)
_map(GuestSeat, tables.guests.guests)
_map(Commitment, tables.commitments.commitments)
_map(MeetingRun, tables.live.runs)
_map(Parked, tables.live.parked)
_map(Minutes, tables.minutes.minutes)
_map(Excerpt, tables.minutes.excerpts)
_map(PreRead, tables.minutes.pre_reads)
_map(OpenDocument, tables.minutes.open_documents)
_map(Closing, tables.minutes.closings)
_map(VoiceRound, tables.minutes.voice_rounds)
_map(Strategy, tables.strategies.strategies)
_map(Initiative, tables.strategies.initiatives)
_map(DistrictAsk, tables.strategies.asks)
_map(PdSession, tables.strategies.pd_sessions)
_map(LeaderWeek, tables.strategies.leader_weeks)
_map(LookForWords, tables.examples.words)
_map(Example, tables.examples.examples)
_map(Problem, tables.problems.problems)
_map(ConsensusCheck, tables.consensus.checks)
_map(Vote, tables.consensus.votes)
_map(Ratification, tables.consensus.ratifications)
_map(AnonymousInput, tables.anonymous_input.anonymous_inputs)
_map(StaffInput, tables.staff_input.staff_input)
_map(LoopLine, tables.loop.loop_lines)
_map(Decision, tables.decisions.decisions)
_map(DecisionQuestion, tables.decisions.decision_questions)
_map(DecisionReceipt, tables.decisions.decision_receipts)
_map(DecisionChange, tables.decisions.decision_changes)
_map(FirstStep, tables.decisions.first_steps)
_map(DecisionTeller, tables.decisions.decision_tellers)
_map(GoingRound, tables.relay.rounds)
_map(OfficeSlot, tables.relay.slots)
_map(TeamTalk, tables.relay.talks)
_map(FamilySummary, tables.relay.families)
_map(TeamDigest, tables.relay.digests)
_map(Window, tables.walkthroughs.windows)
_map(Visit, tables.walkthroughs.visits)
_map(Cycle, tables.cycles.cycles)
_map(Phase, tables.cycles.phases)
_map(CheckInSeries, tables.checkins.series)
_map(CheckInChange, tables.checkins.changes)
_map(CheckInTopic, tables.checkins.topics)
_map(Preference, tables.courtesy.wishes)
_map(Pause, tables.courtesy.pauses)
_map(IltSeat, tables.seats.seats)
_map(IltSuggestion, tables.seats.suggestions)
_map(TeamMeeting, tables.seats.team_meetings)

_map(Charter, tables.charter.charters)
_map(Signature, tables.charter.signatures)
_map(TrustRound, tables.charter.rounds)
_map(Campaign, tables.campaigns.campaigns)
_map(CampaignAnswer, tables.campaigns.answers)
_map(Pulse, tables.campaigns.pulses)
_map(StudentVoice, tables.voices.student_voice)
_map(Interest, tables.voices.interests)

_map(Hold, tables.retention.holds)
_map(Receipt, tables.retention.receipts)

_registry.configure()
remembered.guard()
