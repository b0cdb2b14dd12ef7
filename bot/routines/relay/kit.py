"""The relay kit: after a meeting's decisions went out, one message to each rep, and one reminder (R-105)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.decisions.questions import QUESTION, Put
from bot.messages.relay import kit as wording
from bot.messages.relay.kit import Kit, TalkDesk
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import Decision, DecisionState
from bot.model.people import Actor, Relation
from bot.model.relaying import DAYS_TO_TALK, TeamTalk
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.passing_on import speakers
from bot.routines.decisions.questions import ASK, PutQuestion
from bot.routines.decisions.shown import telling
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

AFTER_THE_RELAY = timedelta(minutes=5)
LOOKS_BACK = timedelta(days=30)
NOTHING_LEFT = "What went out that day no longer stands. See: /ilt decisions"
LATER = "Choose today, or a day before."


class AboutTalk(Question):
    day: date
    team: str


class NoteTalk(Command):
    day: date
    team: str
    discussed_on: date


class BringQuestion(Command):
    day: date
    team: str
    decision: str
    text: Annotated[str, Field(min_length=1, max_length=QUESTION)]

    @property
    def is_logged_by_name(self) -> bool:
        return False


def went_out(decisions: Sequence[Decision], calendar: SchoolCalendar) -> dict[date, list[Decision]]:
    """The decisions that went out, by the day they did."""
    found: dict[date, list[Decision]] = {}
    for one in decisions:
        if one.relayed_at is not None and one.state is DecisionState.RELAYED:
            found.setdefault(calendar.today(one.relayed_at), []).append(one)
    return found


async def due(work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
    """Right after the relay one kit to each rep; on the fifth school day one line to whoever has no mark."""
    lately = await work.decisions.to_relay(after - LOOKS_BACK)
    if not lately:
        return []
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    found: list[Due] = []
    for day, decisions in went_out(lately, calendar).items():
        last = until_day(day, calendar)
        if last is not None and calendar.morning_of(last) <= after:
            continue
        people: dict[str, dict[str, str]] = {}
        for team, person in (await speakers(decisions, roster, work)).items():
            known = roster.team(team)
            people.setdefault(person.id, {})[team] = known.name if known else team
        at = max(one.relayed_at for one in decisions if one.relayed_at) + AFTER_THE_RELAY
        for person_id, teams in people.items():
            found += _letters(day, at, person_id, teams, decisions, calendar, work)
    return [one for one in found if after < one.at <= until]


def _letters(
    day: date,
    at: datetime,
    person: str,
    teams: Mapping[str, str],
    decisions: Sequence[Decision],
    calendar: SchoolCalendar,
    work: UnitOfWork,
) -> list[Due]:
    first = Due(
        key=f"relay/kit/{day}/{person}",
        at=at,
        what="What to tell the team",
        why="decisions have gone out",
        audience=Audience.person(person),
        act=partial(_kit, day, teams, decisions, calendar, work),
        reason=f"kit:{day}/{person}",
    )
    last = until_day(day, calendar)
    if last is None:
        return [first]
    reminder = Due(
        key=f"relay/kit/{day}/reminder/{person}",
        at=calendar.morning_of(last),
        what="Whether the team has talked about it",
        why=f"{DAYS_TO_TALK} school days after decisions went out",
        audience=Audience.person(person),
        act=partial(_remind, day, teams, work),
        reason=f"kit:{day}/{person}",
    )
    return [first, reminder]


def until_day(day: date, calendar: SchoolCalendar) -> date | None:
    try:
        return calendar.shift(day, DAYS_TO_TALK)
    except NoSchoolAhead:
        return None


async def _kit(
    day: date,
    teams: Mapping[str, str],
    decisions: Sequence[Decision],
    calendar: SchoolCalendar,
    work: UnitOfWork,
) -> Message | None:
    left = [one for one in decisions if one.state is DecisionState.RELAYED]
    if not left:
        return None
    roster = await work.people.roster()
    told = [await telling(one, roster, work) for one in sorted(left, key=lambda one: one.number)]
    mine = {key: name for key, name in teams.items() if any(key in one.teams for one in left)}
    return wording.kit(Kit(day, until_day(day, calendar), mine, told)) if mine else None


async def _remind(day: date, teams: Mapping[str, str], work: UnitOfWork) -> Message | None:
    done = {one.team for one in await work.relay.talks_on([day]) if one.discussed_on}
    left = {key: name for key, name in teams.items() if key not in done}
    return wording.reminder(day, left) if left else None


async def still_to_tell(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether any of what went out that day still stands, and a team of this person has no mark."""
    day, _, person = what.partition("/")
    on, calendar, roster = date.fromisoformat(day), await work.calendar.whole(), await work.people.roster()
    decisions = went_out(await work.decisions.lasting(), calendar).get(on, [])
    mine = {key for key, who in (await speakers(decisions, roster, work)).items() if who.id == person}
    done = {one.team for one in await work.relay.talks_on([on]) if one.discussed_on}
    return bool(mine - done)


async def prepare(question: AboutTalk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> TalkDesk:
    return await _desk(question.day, question.team, "discussed", actor, work, clock)


async def prepare_asking(question: AboutTalk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> TalkDesk:
    return await _desk(question.day, question.team, "they-asked", actor, work, clock)


async def _desk(day: date, team: str, verb: str, actor: Actor, work: UnitOfWork, clock: Clock) -> TalkDesk:
    """The team and what went out to it, for whoever speaks for it."""
    sees = await viewer(actor, work=work, clock=clock)
    decisions = went_out(await work.decisions.lasting(), sees.calendar).get(day, [])
    speaker = (await speakers(decisions, sees.roster, work)).get(team)
    is_mine = speaker is not None and speaker.id == actor.person_id
    permit(actor, verb, *([Relation.CARRIER] if is_mine else []))
    known = sees.roster.team(team)
    if known is None:
        raise NotFound("This team is not there any more.")
    offered = {one.id: wording.option(one) for one in decisions if team in one.teams}
    if not offered:
        raise OutOfDate(NOTHING_LEFT)
    return TalkDesk(day, team, known.name, offered, sees.today)


async def discussed(command: NoteTalk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """Keep the day, in the place of what was noted before; the name of the team."""
    desk = await _desk(command.day, command.team, "discussed", actor, work, clock)
    if command.discussed_on > desk.today:
        raise Refusal(LATER, field="discussed_on")
    (await _talk(desk, actor, work)).discussed_on = command.discussed_on
    return desk.name


async def they_asked(command: BringQuestion, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Put:
    """Bring the team's question to the ILT, on the same way as every other."""
    desk = await _desk(command.day, command.team, "they-asked", actor, work, clock)
    if command.decision not in desk.decisions:
        raise Refusal("It does not touch this team. Please choose again.", field="decision")
    put = PutQuestion(decision=command.decision, text=command.text)
    done = await ASK.put(put, actor=actor, work=work, clock=clock)
    if done.is_new:
        (await _talk(desk, actor, work)).questions += 1
    return done


async def _talk(desk: TalkDesk, actor: Actor, work: UnitOfWork) -> TeamTalk:
    talk = await work.relay.talk(desk.day, desk.team)
    if talk is None:
        talk = TeamTalk(school=work.school, day=desk.day, team=desk.team, rep=actor.person_id)
        work.relay.add(talk)
    talk.rep = actor.person_id
    return talk
