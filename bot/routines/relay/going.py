"""How it goes: asked twice in the channels of a decision; only the result is kept (R-098)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.relay import going as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.decisions import Decision, DecisionState
from bot.model.decisions_life import review_day
from bot.model.everybody import Roster
from bot.model.going import (
    SMALL,
    Going,
    GoingAnswer,
    GoingParticipant,
    GoingResult,
    GoingRound,
    result_of,
    round_days,
)
from bot.model.people import Actor
from bot.model.staff_input.anonymous import random_id
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions import first_steps
from bot.routines.decisions.shown import key, opening
from bot.routines.requests import Command
from bot.routines.timetable import Due, not_before
from storage.unit_of_work import UnitOfWork

OVER = "This question is closed. The result stands in the thread of the decision."
TWICE = "You have answered already. I cannot change your answer: I do not know which one it is."
NOT_YOURS = "This question is for the teams that the decision touches. To ask about it: /ilt decisions"
BEFORE_THE_END = timedelta(minutes=30)


class SayHowItGoes(Command):
    round: str
    mark: Going

    @property
    def is_anonymous(self) -> bool:
        return True


async def say(command: SayHowItGoes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> GoingRound:
    """Keep one answer, and in another table that this person has answered."""
    permit(actor, "how-it-goes")
    asked = await open_round(command.round, work)
    if not await keep(asked, command.mark, actor.person_id, work):
        raise OutOfDate(TWICE)
    return asked


async def open_round(round_id: str, work: UnitOfWork) -> GoingRound:
    asked = await work.relay.round(round_id)
    if asked is None:
        raise NotFound(OVER)
    if not asked.is_open:
        raise OutOfDate(OVER)
    return asked


async def keep(asked: GoingRound, mark: Going, person: str, work: UnitOfWork) -> bool:
    """Count it for the person's team where that is large enough; False when they had answered."""
    roster, fewest = await work.people.roster(), (await work.settings.now()).k
    team = team_for(person, asked.teams, roster)
    if team is None:
        raise Refusal(NOT_YOURS)
    is_small = eligible(asked.teams, roster)[team] < fewest
    answer = GoingAnswer(
        school=work.school, round=asked.id, team=SMALL if is_small else team, mark=mark, id=random_id()
    )
    took_part = GoingParticipant(school=work.school, round=asked.id, person=person, id=random_id())
    return await work.relay.keep(answer, took_part)


def team_for(person: str, teams: Sequence[str], roster: Roster) -> str | None:
    """The one of these teams that somebody answers for: their main team, else the first they sit in."""
    main = roster.team_of(person)
    if main is not None and main.key in teams:
        return main.key
    mine = {seat.team for seat in roster.memberships if seat.person == person}
    return next((team for team in teams if team in mine), None)


def eligible(teams: Sequence[str], roster: Roster) -> dict[str, int]:
    """How many answer for each team; everybody counts once."""
    found = dict.fromkeys(teams, 0)
    for person in roster.people:
        team = team_for(person.id, teams, roster) if person.active else None
        if team is not None:
            found[team] += 1
    return found


async def due(work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
    """The mornings on which it is asked, and the end of what is open."""
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    found: list[Due] = []
    for decision in await work.decisions.lasting():
        if decision.state is DecisionState.RELAYED:
            found += _openings(decision, calendar, roster, work)
    for asked in await work.relay.open_rounds():
        about = await work.decisions.find(asked.decision)
        found.append(_closing(asked, about, calendar, work, after, until))
    return [one for one in found if after < one.at <= until]


def _openings(decision: Decision, calendar: SchoolCalendar, roster: Roster, work: UnitOfWork) -> list[Due]:
    teams = tuple(team.key for team in roster.teams if team.key in decision.teams and team.channel)
    return [
        Due(
            key=f"relay/going/{decision.id}/{opens}/{team}",
            at=calendar.morning_of(opens),
            what=f"How it goes with decision {decision.label}",
            why="ten school days after it took effect, and two before its review",
            audience=Audience.team(team),
            act=partial(_ask, decision, teams, opens, closes, work),
            stale_at=ends(closes, calendar),
            reason=f"going:{decision.id}/{opens}",
        )
        for opens, closes in round_days(decision.starts_on, review_day(decision, calendar), calendar)
        for team in teams
    ]


def ends(closes: date, calendar: SchoolCalendar) -> datetime:
    """Shortly before the end of the last day, so that the result is read the same day."""
    return calendar.at(closes, calendar.closes_on(closes)) - BEFORE_THE_END


async def _ask(
    decision: Decision, teams: tuple[str, ...], opens: date, closes: date, work: UnitOfWork
) -> Message:
    asked = await work.relay.round_of(decision.id, opens)
    if asked is None:
        asked = GoingRound(
            school=work.school, decision=decision.id, teams=teams, opens_on=opens, closes_on=closes
        )
        work.relay.add(asked)
        await work.flush()
    return wording.question(decision, asked)


def _closing(
    asked: GoingRound,
    about: Decision | None,
    calendar: SchoolCalendar,
    work: UnitOfWork,
    after: datetime,
    now: datetime,
) -> Due:
    """It closes in quiet times too, with the routine off, and when nothing is left of the decision: what was
    answered is not kept for longer."""
    label = about.label if about else "a decision"
    return Due(
        key=f"relay/going/{asked.decision}/{asked.opens_on}/result",
        at=not_before(ends(asked.closes_on, calendar), after),
        what=f"How it went with decision {label}",
        why="the question is closed",
        audience=Audience.ilt(),
        act=partial(_close, asked, about, opening(calendar, now), work),
        speaks=False,
    )


async def _close(asked: GoingRound, decision: Decision | None, due_at: datetime, work: UnitOfWork) -> None:
    """Close the round, and say below each post what came of it, the ILT's among them."""
    roster, fewest = await work.people.roster(), (await work.settings.now()).k
    found = await _result(asked, roster, fewest, work)
    if decision is None or decision.state is not DecisionState.RELAYED:
        return
    names = {one.key: one.name for one in roster.teams}
    prefix = f"relay/going/{decision.id}/{asked.opens_on}/result"
    await work.outbox.post(
        Audience.ilt(),
        wording.for_ilt(decision, found, names),
        key=f"{prefix}/ilt",
        due_at=due_at,
        thread=first_steps.key(decision),
    )
    sizes = eligible(asked.teams, roster)
    for team in asked.teams:
        await work.outbox.post(
            Audience.team(team),
            wording.for_channel(decision, found, is_small=sizes[team] < fewest),
            key=f"{prefix}/{team}",
            due_at=due_at,
            thread=key(decision, team),
        )


async def _result(asked: GoingRound, roster: Roster, fewest: int, work: UnitOfWork) -> GoingResult:
    """Keep what may be shown, and delete every answer and who gave one."""
    groups: dict[str, int] = {}
    for team, many in eligible(asked.teams, roster).items():
        group = team if many >= fewest else SMALL
        groups[group] = groups.get(group, 0) + many
    given = [
        (team if team in groups else SMALL, mark) for team, mark in await work.relay.answers_to(asked.id)
    ]
    groups.setdefault(SMALL, 0)
    asked.result = result_of(given, groups, fewest)
    await work.relay.forget_answers(asked.id)
    return asked.result


async def is_open(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the decision still holds, and the question about it takes answers."""
    decision_id, _, opens = what.partition("/")
    decision = await work.decisions.find(decision_id)
    asked = await work.relay.round_of(decision_id, date.fromisoformat(opens))
    return decision is not None and decision.state is DecisionState.RELAYED and bool(asked and asked.is_open)
