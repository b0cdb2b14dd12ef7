"""Ask and tell: what each team heard lately, and a question added to what goes out next (R-110)."""

from collections.abc import Mapping
from datetime import date

from bot.errors import NotFound, OutOfDate
from bot.messages.decisions import asking_first as wording
from bot.messages.decisions.asking_first import Asks, Tally
from bot.messages.home import Waiting
from bot.model.decisions import Decision, DecisionState
from bot.model.people import Actor, Relation
from bot.model.relaying import TELLS_IN_A_ROW, Said, said
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions import passing_on
from bot.routines.decisions.shown import NO_SUCH, author
from bot.routines.requests import Command
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

LOOKED_THROUGH = 60
SHOWN = 3


class AddQuestion(Command):
    """The post to `team` ends with a question, or, without `add`, does not any more."""

    decision: str
    team: str
    add: bool = True


async def add_question(command: AddQuestion, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asks:
    """Let the post of a decision that has not gone out end with a question to the team."""
    decision = await work.decisions.find(command.decision)
    if decision is None:
        raise NotFound(NO_SUCH)
    roster = await work.people.roster()
    lead = (await passing_on.speakers([decision], roster, work)).get(command.team)
    leads = [Relation.RELAY_LEAD] if lead is not None and lead.id == actor.person_id else []
    permit(actor, "add-question", *author(decision, actor), *leads)
    if decision.state is not DecisionState.RECORDED or command.team not in decision.teams:
        raise OutOfDate(wording.TOO_LATE)
    others = tuple(team for team in decision.asks if team != command.team)
    decision.asks = (*others, command.team) if command.add else others
    team = roster.team(command.team)
    return Asks(decision, command.team, team.name if team else command.team, command.add)


async def hints(decision: Decision, sees: Viewer, work: UnitOfWork) -> tuple[Tally, ...]:
    """The teams it goes to that were told something three times in a row; none where hints are off."""
    if decision.state is not DecisionState.RECORDED or not (await work.settings.now()).language_hints:
        return ()
    tallies: list[Tally] = []
    for key in decision.teams:
        if key not in decision.asks and (tally := await too_many_tells(key, sees, work)) is not None:
            tallies.append(tally)
    return tuple(tallies[:SHOWN])


async def too_many_tells(team: str, sees: Viewer, work: UnitOfWork) -> Tally | None:
    heard = await what_it_heard(team, sees, work)
    last = [kind for kind, _ in heard[:TELLS_IN_A_ROW]]
    if last != [Said.TELL] * TELLS_IN_A_ROW:
        return None
    this_month = [kind for kind, on in heard if (on.year, on.month) == (sees.today.year, sees.today.month)]
    known = sees.roster.team(team)
    tells = this_month.count(Said.TELL)
    return Tally(team, known.name if known else team, tells, len(this_month) - tells)


async def what_it_heard(team: str, sees: Viewer, work: UnitOfWork) -> list[tuple[Said, date]]:
    """Each tell and each ask to a team with its day, newest first; a tell that ends with a question asks."""
    letters = [(key, at) for key, at in await work.relay.told(team, LOOKED_THROUGH) if said(key) is not None]
    told = {key.split("/")[1] for key, _ in letters if said(key) is Said.TELL}
    asking = {one.id for one in (await work.decisions.named(told)).values() if team in one.asks}
    return [
        (Said.ASK if key.split("/")[1] in asking else said(key) or Said.ASK, sees.calendar.today(at))
        for key, at in letters
    ]


async def waiting(sees: Viewer, work: UnitOfWork) -> list[Waiting]:
    """For the relay lead, while it can still be changed."""
    if not (await work.settings.now()).language_hints:
        return []
    decisions = [one for one in await work.decisions.to_come() if one.state is DecisionState.RECORDED]
    named = await work.decisions.tellers_of([one.id for one in decisions])
    theirs = {one.id: _theirs(one, named.get(one.id, {}), sees) for one in decisions}
    heard = {team: await too_many_tells(team, sees, work) for team in set().union(*theirs.values())}
    return [
        wording.waiting(decision, tally)
        for decision in decisions
        for team in decision.teams
        if team in theirs[decision.id] and (tally := heard[team]) is not None
    ]


def _theirs(decision: Decision, named: Mapping[str, str], sees: Viewer) -> set[str]:
    """The teams in which this person passes it on, and that it asks nothing yet."""
    found: set[str] = set()
    for team in set(decision.teams) - set(decision.asks):
        speaker = passing_on.speaker(team, named, sees.roster)
        found |= {team} if speaker is not None and speaker.id == sees.actor.person_id else set()
    return found
