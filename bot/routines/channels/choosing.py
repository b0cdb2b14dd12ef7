"""What people can choose for a channel: another one, the lead instead, or that outsiders may read it."""

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.channels.choosing import Choosing, Chosen
from bot.messages.delivery import place
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.channels import ChannelHealth, KnownChannel, admin_of, speaks_for, team_of
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation, Seat
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.channels.breaking import health_of
from bot.routines.channels.looking import call
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork


class WhereElse(Question):
    """The channels that could be an audience's; without one, the audiences to choose from."""

    audience: str | None = None


class MapChannel(Command):
    """`open_only` confirms that people outside the school may read what is posted there."""

    audience: str
    address: str
    open_only: bool = False


class AboutChannel(Command):
    audience: str


class HowToInvite(Question):
    audience: str


class PostForMe(Question):
    """The words of a letter that its channel did not get."""

    letter: str


async def where_else(question: WhereElse, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Choosing:
    """The audiences this person may choose for, and the channels they may choose from."""
    roster = await work.people.roster()
    if question.audience:
        permit(actor, "map-channel", *standing(Audience(question.audience), actor, roster))
    else:
        permit(actor, "map-channel")
    audiences = [Audience.ilt(), Audience.all_staff(), *(Audience.team(team.key) for team in roster.teams)]
    is_for_all = may(actor, "map-channel")
    open_to = [one for one in audiences if is_for_all or one.key == question.audience]
    chosen = question.audience
    platforms = (await work.people.places()).platforms
    known = await _known(work)
    ilt = await work.people.address(Audience.ilt())
    channels = [one for one in known if one.is_open and _suits(one, chosen, ilt, is_for_all=is_for_all)]
    return Choosing([(one.key, capital(place(one, roster))) for one in open_to], chosen, channels, platforms)


async def map_channel(command: MapChannel, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Chosen:
    """Give an audience this channel, from now on; what it missed comes there once."""
    audience, roster = await _chosen(command.audience, actor, work, "map-channel")
    found = next((one for one in await _known(work) if one.address == command.address), None)
    if found is None or not found.is_open:
        raise OutOfDate("I cannot post in that channel any more. Please choose another.", field="address")
    ilt = await work.people.address(Audience.ilt())
    if not _suits(found, audience.key, ilt, is_for_all=may(actor, "map-channel")):
        raise Refusal(_why_not(audience, roster), field="address")
    _require_fit(found, command, actor, roster)
    health = await health_of(audience, work=work, now=clock.now())
    if health.platform != found.platform:
        await _move(health, found.platform, work)
    call(audience, found.name, await work.people.to_change())
    await work.people.reach(found.platform, audience.key, found.address)
    health.is_mapped_to(found, clock.now())
    return await _said(audience, work, clock)


async def _known(work: UnitOfWork) -> list[KnownChannel]:
    """The channels of every platform the school is on."""
    places = await work.people.places()
    return [one for platform in places.platforms for one in await work.channels.known(platform)]


async def _move(health: ChannelHealth, platform: str, work: UnitOfWork) -> None:
    """A channel lives on one platform: what is known of it, and what waits for it, goes along."""
    audience = health.where
    await work.people.forget_address(health.platform, audience.key)
    left = await work.channels.of(platform, audience.key)
    if left is not None:
        await work.channels.forget(left)
        await work.flush()
    health.platform = platform
    await work.outbox.move(audience, platform)


def _why_not(audience: Audience, roster: Roster) -> str:
    if audience == Audience.ilt():
        return "The ILT needs a private channel that only your school can read. Please choose one."
    admin = admin_of(roster)
    return f"Only {admin.name if admin else 'the school leader'} can choose a private channel. Please ask."


def _require_fit(found: KnownChannel, command: MapChannel, actor: Actor, roster: Roster) -> None:
    if not found.is_shared:
        return
    if not may(actor, "allow-external"):
        admin = admin_of(roster)
        who = admin.name if admin else "the school leader"
        raise Refusal(
            f"People outside your school can read that channel. Ask {who} to choose it.", field="address"
        )
    if not command.open_only:
        raise Refusal("Please confirm that only open posts go there.", field="open_only")


async def lead_instead(command: AboutChannel, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Chosen:
    """From now on whoever speaks for the team gets the posts, and the channel nothing (R-290)."""
    audience, _ = await _chosen(command.audience, actor, work, "lead-instead")
    health = await health_of(audience, work=work, now=clock.now())
    health.goes_to_the_lead(clock.now())
    return await _said(audience, work, clock)


async def post_again(command: AboutChannel, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Chosen:
    """From now on the channel gets the posts again."""
    audience, _ = await _chosen(command.audience, actor, work, "post-in-channel")
    health = await health_of(audience, work=work, now=clock.now())
    health.posts_again(clock.now())
    return await _said(audience, work, clock)


async def allow_external(command: AboutChannel, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Chosen:
    """Open posts may go to a channel that people outside the school read (R-304); never those of the ILT."""
    permit(actor, "allow-external")
    audience = Audience(command.audience)
    if team_of(audience) is None and audience != Audience.all_staff():
        raise Refusal("The ILT needs a channel that only your school can read. Please choose another.")
    health = await health_of(audience, work=work, now=clock.now())
    health.may_be_read_outside(clock.now())
    return await _said(audience, work, clock)


async def how_to_invite(question: HowToInvite, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Chosen:
    await _chosen(question.audience, actor, work, "invite-back")
    return await _said(Audience(question.audience), work, clock)


async def post_for_me(question: PostForMe, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Message:
    """The words that whoever speaks for a team is asked to post (R-107)."""
    found = await work.channels.rerouted(question.letter)
    roster = await work.people.roster()
    stands = standing(Audience(found[0]), actor, roster) if found else ()
    permit(actor, "post-for-me", *stands)
    if found is None:
        raise NotFound("I do not have this message any more. It is still in the direct message from me.")
    return found[1]


def standing(audience: Audience, actor: Actor, roster: Roster) -> tuple[Relation, ...]:
    """What the person is to this channel: who speaks for its team carries it."""
    team = team_of(audience)
    if team is None or not actor.person_id:
        return ()
    carriers = {person.id for person in roster.seated(team, Seat.REP, Seat.LEAD)}
    speaker = speaks_for(audience, roster)
    return (Relation.CARRIER,) if actor.person_id in carriers | {speaker.id if speaker else ""} else ()


async def _chosen(key: str, actor: Actor, work: UnitOfWork, verb: str) -> tuple[Audience, Roster]:
    roster, audience = await work.people.roster(), Audience(key)
    permit(actor, verb, *standing(audience, actor, roster))
    team = team_of(audience)
    known = audience in (Audience.ilt(), Audience.all_staff()) or (team is not None and roster.team(team))
    if not known:
        raise NotFound("There is no such team any more. Type /ilt channels to see those there are.")
    return audience, roster


async def _said(audience: Audience, work: UnitOfWork, clock: Clock) -> Chosen:
    roster = await work.people.roster()
    reader = speaks_for(audience, roster)
    health = await health_of(audience, work=work, now=clock.now())
    return Chosen(place(audience, roster), health, reader.name if reader else None)


def _suits(channel: KnownChannel, audience: str | None, ilt: str | None, *, is_for_all: bool) -> bool:
    """The ILT's is private, nobody else gets the ILT's, and private ones are shown to few."""
    if audience == Audience.ilt().key:
        return channel.is_private and not channel.is_shared
    return channel.address != ilt and (is_for_all or not channel.is_private)


def capital(words: str) -> str:
    """With a capital letter, as it stands at the head of a line: "The ILT"."""
    return words[:1].upper() + words[1:]
