"""What is about one team only goes to that team's lead, and not on the ILT's agenda (R-067)."""

from datetime import datetime

from bot.errors import Refusal
from bot.messages.agenda_items import routing as wording
from bot.messages.meetings.forms import Routed
from bot.messages.vocabulary import Message
from bot.model.agenda_items import AgendaItem, ItemState
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.meeting_plan import Plan
from bot.model.people import Person, Role, Seat, Team
from storage.unit_of_work import UnitOfWork

NO_TEAM = "This team is no longer there. Please choose again."
NOBODY = "Nobody else speaks for {team}. Talk about it in the team, or leave this empty."


def has_it(roster: Roster, team: str, *, but: str | None = None) -> Person | None:
    """Who looks after what is about one team: its lead, its rep, the deputy, the school leader."""
    seated = roster.seated(team, Seat.LEAD, Seat.REP)
    others = (*seated, *roster.holders(Role.DEPUTY), *roster.holders(Role.SCHOOL_LEADER))
    return next((one for one in others if one.id != but), None)


def team_and_lead(key: str, roster: Roster, *, but: str | None, field: str) -> tuple[Team, Person]:
    """The team and who has it there; a `Refusal` when there is nobody but who asks."""
    team = next((one for one in roster.teams if one.key == key), None)
    if team is None:
        raise Refusal(NO_TEAM, field=field)
    lead = has_it(roster, key, but=but)
    if lead is None:
        raise Refusal(NOBODY.format(team=team.name), field=field)
    return team, lead


async def offer(lead: Person, card: Message, thing: str, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """Give the lead a card in contract hours, for as long as it has not been taken up or given back."""
    await work.outbox.post(
        Audience.person(lead.id),
        card,
        key=f"agenda-item/{thing}/offered/{now:%Y%m%dT%H%M%S}",
        due_at=plan.calendar.next_open(now),
        reason=f"with-team:{thing}",
        if_unknown="again",
    )


async def offer_to_team(
    item: AgendaItem, key: str | None, roster: Roster, plan: Plan, work: UnitOfWork, now: datetime
) -> Routed | None:
    """Route an item to the one team it is about; None when it is about more."""
    if not key:
        return None
    team, lead = team_and_lead(key, roster, but=item.by, field="only_team")
    item.state, item.team = ItemState.ROUTED, key
    card = wording.item_for_team(item, team.name, roster.name(item.by) if item.by else "")
    await offer(lead, card, f"item/{item.id}", plan, work, now)
    return Routed(team.name, lead.name)
