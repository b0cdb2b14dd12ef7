"""What is with a team: its lead takes it up or gives it back, and whoever brought it is told (R-067)."""

from dataclasses import dataclass

from bot.errors import OutOfDate
from bot.messages.agenda_items import routing as wording
from bot.messages.agenda_items.routing import Went
from bot.messages.home import HomeShare
from bot.messages.staff_input import triage as cards
from bot.messages.vocabulary import Message
from bot.model.agenda_items import AgendaItem, ItemState
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation
from bot.model.staff_input import UNTOUCHED, AnonymousInput, StaffInput, owner
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.elsewhere import has_it
from bot.routines.meetings.suggestions import keep, plan_of
from bot.routines.requests import Command
from bot.routines.staff_input.showing import seen_with, show
from bot.routines.staff_input.telling import opening_of
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

GONE = "Somebody has already dealt with this, or it was taken back. There is nothing left to do here."
Thing = AgendaItem | StaffInput | AnonymousInput


class AboutThing(Command):
    """Something that is with a team: `item/…`, `input/…` or `anonymous/…`."""

    thing: str


@dataclass(frozen=True)
class WithTeam:
    """Something that is with a team, and how things stand there."""

    thing: Thing
    team: str
    sees: Viewer

    @property
    def author(self) -> str | None:
        """Who is told; nobody where nobody may know."""
        if isinstance(self.thing, AgendaItem):
            return self.thing.by
        return self.thing.author if isinstance(self.thing, StaffInput) else None

    @property
    def title(self) -> str:
        return f"“{self.thing.title}”" if isinstance(self.thing, AgendaItem) else self.thing.label

    def went(self) -> Went:
        roster = self.sees.roster
        team = roster.team(self.team)
        by = roster.name(self.sees.actor.person_id)
        return Went(self.title, team.name if team else "the team", by, told=self.author is not None)


async def take_up(command: AboutThing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Went:
    """The team deals with it; whoever brought it is told."""
    found = await _mine(command.thing, "take-up", actor, work, clock)
    went = found.went()
    if isinstance(found.thing, AgendaItem):
        found.thing.take_up()
    elif isinstance(found.thing, StaffInput):
        found.thing.answer(f"{went.team} takes it up.", actor.person_id, found.sees.now)
    else:
        found.thing.answer(f"{went.team} takes it up.")
    await _tell(found, wording.news_taken_up(went), "taken-up", work)
    return went


async def give_back(command: AboutThing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Went:
    """It is about more than this team: an item goes on the next agenda, an input back to who answers."""
    found = await _mine(command.thing, "give-back", actor, work, clock)
    went = found.went()
    if isinstance(found.thing, AgendaItem):
        plan = await plan_of(work)
        meeting = plan.next_unpublished(found.sees.now)
        found.thing.give_back(keep(meeting, work, plan).day if meeting else found.thing.day)
    else:
        found.thing.give_back()
        if isinstance(found.thing, StaffInput):
            await _back_to_triage(found.thing, found.sees, work)
    await _tell(found, wording.news_given_back(went), "given-back", work)
    return went


async def _back_to_triage(given: StaffInput, sees: Viewer, work: UnitOfWork) -> None:
    """Give whoever owes the sender a word a card again."""
    owes = owner(given, sees.roster)
    if owes is not None:
        await work.outbox.post(
            Audience.person(owes.id),
            cards.card(show(given, seen_with(owes.id, sees))),
            key=f"input/{given.id}/card/given-back/{sees.now:%Y%m%dT%H%M%S}",
            due_at=opening_of(sees.calendar, sees.now),
            reason=f"input-owed-again:{given.id}",
            if_unknown="again",
        )


async def still_owed(named: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether an input that was given back still waits for somebody."""
    given = await work.inputs.by_id(named)
    return given is not None and given.state in UNTOUCHED


async def _mine(name: str, verb: str, actor: Actor, work: UnitOfWork, clock: Clock) -> WithTeam:
    """What is with this person's team; `OutOfDate` once it is not."""
    sees = await viewer(actor, work=work, clock=clock)
    thing = await thing_of(name, work)
    team = team_of(thing)
    if thing is None or team is None:
        raise OutOfDate(GONE)
    permit(actor, verb, *standing(thing, team, actor, sees.roster))
    return WithTeam(thing, team, sees)


def standing(thing: Thing, team: str, actor: Actor, roster: Roster) -> tuple[Relation, ...]:
    """Whether this person is who looks after it for the team."""
    author = thing.by if isinstance(thing, AgendaItem) else getattr(thing, "author", None)
    has = has_it(roster, team, but=author)
    return (Relation.CARRIER,) if has and has.id == actor.person_id else ()


async def thing_of(name: str, work: UnitOfWork) -> Thing | None:
    kind, _, key = name.partition("/")
    if kind == "item":
        return await work.meetings.item(key)
    if kind == "input":
        return await work.inputs.by_id(key)
    return await work.anonymous.by_id(key) if kind == "anonymous" else None


def team_of(thing: Thing | None) -> str | None:
    """The team something is with now; None when it is with none."""
    if isinstance(thing, AgendaItem):
        return thing.team if thing.state is ItemState.ROUTED else None
    return thing.routed_to if thing else None


async def _tell(found: WithTeam, message: Message, event: str, work: UnitOfWork) -> None:
    author = found.sees.roster.person(found.author) if found.author else None
    if author is None or not author.active or author.id == found.sees.actor.person_id:
        return
    await work.outbox.post(
        Audience.person(author.id),
        message,
        key=f"agenda-item/{found.thing.id}/news/{event}/{found.sees.now:%Y%m%dT%H%M%S}",
        due_at=opening_of(found.sees.calendar, found.sees.now),
        if_unknown="again",
    )


async def still_with_team(named: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the card is still worth sending: it has not been dealt with, or taken back."""
    return team_of(await thing_of(named, work)) is not None


async def with_my_team(sees: Viewer, work: UnitOfWork) -> HomeShare:
    """On the Home of whoever has it: what waits to be taken up or given back."""
    things: list[Thing] = [*await work.meetings.items_in(ItemState.ROUTED), *await work.inputs.with_teams()]
    waiting = []
    for thing in things:
        team = team_of(thing)
        if team and standing(thing, team, sees.actor, sees.roster):
            kind, title = ("item", thing.title) if isinstance(thing, AgendaItem) else ("input", thing.label)
            waiting.append(wording.waits(title, f"{kind}/{thing.id}"))
    return HomeShare(waiting=tuple(waiting))
