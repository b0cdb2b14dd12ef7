"""Knowing who is who: the roster, and the people and channels behind a platform's addresses."""

from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import Actor, Person, Relation, School
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from storage.unit_of_work import UnitOfWork


class WhoIs(Question):
    """Who a platform's user is at this school."""

    platform: str
    address: str


async def who_is(question: WhoIs, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Actor:
    """Return the person behind an address with what they are to the school now; a stranger when unknown."""
    audience = await work.people.addressed(question.platform, question.address)
    person_id = Audience(audience).person_id if audience else None
    if person_id is None:
        return Actor(work.school, "", frozenset({Relation.STRANGER}))
    return (await work.people.roster()).actor(person_id)


async def known_as(question: WhoIs, *, actor: Actor, work: UnitOfWork, clock: Clock) -> tuple[Actor, str]:
    """The same, with the revision of the school at which it is so; an empty one when nobody can tell."""
    return await who_is(question, actor=actor, work=work, clock=clock), await work.revision()


class MatchPerson(Command):
    """Connect a platform's user with the person who has this e-mail address."""

    platform: str
    address: str
    email: str


async def match_person(
    command: MatchPerson, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Person | None:
    """Remember the address of the one active person with that e-mail; None when there is none."""
    roster = await work.people.roster()
    found = by_email(roster, command.email)
    if found is not None:
        await work.people.reach(command.platform, Audience.person(found.id).key, command.address)
    return found


DIRECT = "dm:person:"
"""How the key begins under which somebody's direct conversation is remembered, before their id."""


class LearnAddresses(Command):
    """Remember where audiences are reached on a platform; an empty address forgets it."""

    platform: str
    addresses: dict[str, str]


async def learn_addresses(command: LearnAddresses, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Remember them. With whom there is a conversation, they can be written to, as far as anybody knows."""
    found = {audience: address for audience, address in command.addresses.items() if address}
    await work.people.reach_all(command.platform, found)
    for audience in command.addresses:
        if audience not in found:
            await work.people.forget_address(command.platform, audience)
        elif audience.startswith(DIRECT):
            await work.unreached.clear(audience.removeprefix(DIRECT), command.platform)


class KnownAddresses(Question):
    platform: str


async def known_addresses(
    question: KnownAddresses, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> dict[str, str]:
    """Every audience of the school that is known on the platform, with its address."""
    return dict(await work.people.addresses(question.platform))


async def whole_roster(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Roster:
    return await work.people.roster()


def channels_of(school: School, roster: Roster) -> dict[str, str]:
    """The channel names that the school file gives, by audience key."""
    named = {Audience.team(team.key).key: team.channel for team in roster.teams}
    named[Audience.ilt().key] = school.ilt_channel
    named[Audience.all_staff().key] = school.all_staff_channel
    return {audience: channel for audience, channel in named.items() if channel}


def by_email(roster: Roster, email: str) -> Person | None:
    """The active person with this address, however it is capitalised."""
    wanted = email.casefold()
    return next(
        (one for one in roster.people if one.active and one.email and one.email.casefold() == wanted), None
    )
