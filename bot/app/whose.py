"""One token opens one workspace, and one workspace is one school's: which one, on each platform."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.app.core import Core
from bot.app.refusals import understood
from bot.errors import Problem
from bot.model.people import the_clock
from bot.model.platforms import NAMES, WORKSPACE
from bot.routines import people
from bot.settings import Settings
from handlers.slack.calls import patiently
from handlers.slack.workspaces import PLATFORM, Workspaces

ALL = "all"
SHOWN = 5
MEND = {"slack": "Use that workspace's token", "teams": "Set TEAMS_TENANT_ID to that tenant's id"}


@dataclass(frozen=True, slots=True)
class Opened:
    """The workspace that the bot is let into: on Slack what its token opens, on Teams the tenant."""

    team: str
    name: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    platform: str = PLATFORM

    @property
    def in_words(self) -> str:
        kind = "workspace" if self.platform == PLATFORM else "tenant"
        return f"the {NAMES[self.platform]} {kind} {self.name}"


async def workspace_of_token(workspaces: Workspaces, settings: Settings) -> Opened:
    """Ask Slack which workspace the bot's token opens; raises `Problem` when Slack says no or nothing."""
    nobody = workspaces.nobody()
    with understood("SLACK_BOT_TOKEN", settings.api_url):
        told = await patiently(lambda: nobody.auth_test(token=settings.bot_token))
    headers = {name.lower(): str(value) for name, value in dict(told.headers).items()}
    return Opened(str(told["team_id"]), str(told.get("team") or told["team_id"]), headers)


async def schools_of(core: Core, workspace: Opened, settings: Settings) -> list[str]:
    """The schools whose workspace this is; one that has none yet is taken when there is only one.

    Raises `Problem` when there is no school, or when it is not clear which one is meant.
    """
    schools = await core.known_schools()
    if settings.school == ALL:
        return schools
    if settings.school is not None:
        return [await core.school_named(settings.school)]
    linked = {
        school: (await addresses(core, school, workspace.platform)).get(WORKSPACE) for school in schools
    }
    here = [school for school, team in linked.items() if team == workspace.team]
    nowhere = [school for school, team in linked.items() if team is None]
    if here or len(nowhere) == 1:
        return here or nowhere
    if nowhere:
        raise Problem(
            f"Several schools could be the one in {workspace.in_words}: {listed(nowhere)}. "
            f"Set ILT_SCHOOL to the one that this bot serves, or to `{ALL}` when all of them share it."
        )
    raise Problem(
        f"The bot is let into {workspace.in_words}, but {listed(schools)} lives in another. "
        f"{MEND[workspace.platform]}; or, if the school has moved, set ILT_SCHOOL to its key."
    )


def listed(schools: list[str]) -> str:
    """The first few, and how many there are besides."""
    more = f" and {len(schools) - SHOWN} more" if len(schools) > SHOWN else ""
    return ", ".join(schools[:SHOWN]) + more


async def introduce(core: Core, workspaces: Workspaces, settings: Settings) -> list[str]:
    """Tell the adapter whose workspace the token opens, and return those schools' keys; raises `Problem`.

    A school that has moved to another workspace forgets where it was reached in the old one.
    """
    workspace = await workspace_of_token(workspaces, settings)
    schools = await schools_of(core, workspace, settings)
    await move_in(core, schools, workspace)
    with understood("SLACK_BOT_TOKEN", settings.api_url):
        first = await workspaces.introduce(schools[0], settings.bot_token)
    for school in schools[1:]:
        workspaces.add(replace(first, school=school))
    return schools


async def move_in(core: Core, schools: list[str], workspace: Opened) -> None:
    """Let a school that was in another workspace of the platform forget where it was reached there."""
    for school in schools:
        known = await addresses(core, school, workspace.platform)
        if known.get(WORKSPACE, workspace.team) != workspace.team:
            await learn(core, school, dict.fromkeys(known, ""), workspace.platform)


async def addresses(core: Core, school: str, platform: str = PLATFORM) -> Mapping[str, str]:
    """Where the school and its people are reached on a platform, by audience key."""
    asking = people.KnownAddresses(platform=platform)
    return await core.perform(people.known_addresses, asking, actor=the_clock(school))


async def learn(core: Core, school: str, found: Mapping[str, str], platform: str = PLATFORM) -> None:
    """Remember where audiences are reached on a platform; an empty address forgets."""
    if found:
        learnt = people.LearnAddresses(platform=platform, addresses=dict(found))
        await core.perform(people.learn_addresses, learnt, actor=the_clock(school))
