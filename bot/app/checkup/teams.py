"""What Teams says: whether the bot is let in, and where the school's people and channels are there."""

from dataclasses import dataclass

from aiohttp import ClientSession

from bot.app import entra, whose
from bot.app.checkup import clock
from bot.app.checkup.findings import Finding, some
from bot.app.checkup.known import known_on, missed, roster_of
from bot.app.core import Core
from bot.errors import Problem
from bot.messages import reaching as wording
from bot.messages.channels.naming import called
from bot.messages.dates import number_of
from bot.model.audiences import Audience
from bot.model.channels import Wrong
from bot.model.everybody import Roster
from bot.model.people import the_clock
from bot.routines import people, reaching
from bot.routines.requests import Nothing
from bot.settings import Settings
from handlers.platform.directory import WORKSPACE
from handlers.teams.references import SERVICE
from handlers.teams.teams import ARCHIVED, INSTALLED
from handlers.teams.workspaces import PLATFORM

UNSEEN = "Whether Teams lets the bot in was not looked at, because not everything is set."
MEND = (
    "Add the app to a team they are in, let them write to it once, or correct the e-mail in the school file."
)
NO_DATABASE = "Teams, channels and people were not looked at, because there is no database yet."


@dataclass(frozen=True, slots=True)
class Cloud:
    """Where Microsoft answers: for the bot's own token, and with the keys that Teams signs with.

    https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
    """

    login: str = entra.LOGIN
    keys: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"


MICROSOFT = Cloud()


async def of(core: Core | None, settings: Settings, cloud: Cloud) -> list[Finding]:
    """Ask Entra, then look at what is known of each school; Teams itself is not asked."""
    found = await _let_in(settings, cloud)
    if core is None:
        return [*found, Finding.unseen(NO_DATABASE)]
    if not settings.has_teams:
        return found
    tenant = settings.teams_tenant_id or ""
    workspace = whose.Opened(tenant, tenant, platform=PLATFORM)
    try:
        for school in await whose.schools_of(core, workspace, settings):
            found += await of_school(core, school, tenant)
    except Problem as problem:
        found.append(Finding.mend(str(problem)))
    return found


async def _let_in(settings: Settings, cloud: Cloud) -> list[Finding]:
    """Whether the bot gets a token to speak with, and the keys by which it knows Teams when that speaks."""
    if not settings.has_teams:
        return [Finding.unseen(UNSEEN)]
    async with ClientSession(trust_env=True) as session:
        return [*await _token(settings, session, cloud), await _keys(session, cloud)]


async def _token(settings: Settings, session: ClientSession, cloud: Cloud) -> list[Finding]:
    try:
        headers = await entra.opened(settings, session, cloud.login)
    except Problem as problem:
        return [Finding.mend(str(problem))]
    return [Finding.well("Entra gives the bot a token."), *clock.of(headers, "Entra")]


async def _keys(session: ClientSession, cloud: Cloud) -> Finding:
    try:
        with entra.reached(cloud.keys):
            async with session.get(cloud.keys, timeout=entra.PATIENCE) as response:
                response.raise_for_status()
    except Problem as problem:
        return Finding.mend(str(problem))
    return Finding.well("The keys that Teams signs with can be read.")


async def of_school(core: Core, school: str, tenant: str) -> list[Finding]:
    """How one school stands in Teams, as far as the bot has learned it."""
    roster = await roster_of(core, school)
    known = await known_on(core, school, PLATFORM)
    elsewhere = await known_on(core, school, "slack")
    found = [_link(roster.school.name, known, tenant), *_installed(known)]
    found += _channels(roster, known, elsewhere) + await _broken(core, school)
    found += _people(roster, known, elsewhere)
    unreached = await core.perform(reaching.unreached, Nothing(), actor=the_clock(school))
    found += [Finding.mend(wording.in_words(one)) for one in unreached if one.unreached.platform == PLATFORM]
    return found


def _link(name: str, known: dict[str, str], tenant: str) -> Finding:
    linked = known.get(WORKSPACE)
    if linked is not None and linked != tenant:
        return Finding.mend(
            f"{name} is linked to another tenant. If it has moved, set ILT_SCHOOL to its key and run "
            "`ilt-bot serve`."
        )
    if not known.get(SERVICE):
        return Finding.note(
            f"Nothing from Teams has reached {name} yet. Write hello to the bot in Teams. If no answer "
            "comes, compare the messaging endpoint in Azure with the bot's address."
        )
    return Finding.well(f"{name} is linked to the tenant, and hears from Teams.")


def _installed(known: dict[str, str]) -> list[Finding]:
    teams, archived = (sum(key.startswith(how) for key in known) for how in (INSTALLED, ARCHIVED))
    if not teams:
        return [Finding.mend("The app is in no team yet. In Teams open Apps, ILT Bot, Add to a team.")]
    found = [Finding.well(f"The app is in {number_of(teams, 'team')}.")]
    if archived:
        found.append(
            Finding.note(f"{number_of(archived, 'team is', 'teams are')} archived: nobody can post there.")
        )
    return found


def _channels(roster: Roster, known: dict[str, str], elsewhere: dict[str, str]) -> list[Finding]:
    """Each of the school's channels lives on one platform; a name is what is looked for until it is found."""
    wanted = people.channels_of(roster.school, roster)
    here = [name for key, name in wanted.items() if key in known]
    lost = [name for key, name in wanted.items() if key not in known and key not in elsewhere]
    found = [Finding.well(f"Channels found in Teams: {some(here, 20)}.")] if here else []
    if lost:
        found.append(
            Finding.mend(
                f"Not found in Teams by name: {some(lost)}. Add the app to the team that has the channel, or "
                "type channels to the bot and choose one."
            )
        )
    return found


async def _broken(core: Core, school: str) -> list[Finding]:
    """The channels that the bot knew and can no longer post in."""
    async with core.units.reading(school) as work:
        healths = await work.channels.every(await work.people.places())
    broken = [one for one in healths if one.platform == PLATFORM and one.is_broken and one.name]
    return [
        Finding.mend(
            f"{called(one.name, PLATFORM)} in Teams cannot be posted in ({one.wrong}). Type channels to the "
            "bot and choose another; until then the team's rep or lead gets the posts."
        )
        for one in broken
        if one.wrong is not Wrong.UNMAPPED
    ]


def _people(roster: Roster, known: dict[str, str], elsewhere: dict[str, str]) -> list[Finding]:
    active = [one for one in roster.people if one.active]
    here = [one for one in active if Audience.person(one.id).key in known]
    lost = [one for one in active if Audience.person(one.id).key not in {*known, *elsewhere}]
    found = f"{number_of(len(here), 'person', 'people')} of the school found in Teams."
    return [*([Finding.well(found)] if here else []), *missed(lost, "Teams", MEND)]
