"""One token opens one workspace, and one workspace is one school's: which one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.app.core import Core
from bot.app.refusals import understood
from bot.errors import Problem
from bot.model.people import the_clock
from bot.routines import people
from bot.settings import Settings
from handlers.slack.calls import patiently
from handlers.slack.directory import WORKSPACE
from handlers.slack.identity import PLATFORM
from handlers.slack.workspaces import Workspaces


@dataclass(frozen=True, slots=True)
class Opened:
    """The workspace that the bot's token opens, as Slack tells it."""

    team: str
    name: str
    headers: Mapping[str, str] = field(repr=False)


async def workspace_of_token(workspaces: Workspaces, settings: Settings) -> Opened:
    """Ask Slack which workspace the bot's token opens; raises `Problem` when Slack says no or nothing."""
    nobody = workspaces.nobody()
    with understood("SLACK_BOT_TOKEN", settings.api_url):
        told = await patiently(lambda: nobody.auth_test(token=settings.bot_token))
    headers = {name.lower(): str(value) for name, value in dict(told.headers).items()}
    return Opened(str(told["team_id"]), str(told.get("team") or told["team_id"]), headers)


async def school_of(core: Core, workspace: Opened, settings: Settings) -> str:
    """The school whose workspace this is; one that has none yet is taken when there is only one.

    Raises `Problem` when there is no school, or when it is not clear which one is meant.
    """
    schools = await core.known_schools()
    if settings.school is not None:
        return await core.school_named(settings.school)
    linked = {school: (await addresses(core, school)).get(WORKSPACE) for school in schools}
    for candidates in (
        [school for school, team in linked.items() if team == workspace.team],
        [school for school, team in linked.items() if team is None],
    ):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise Problem(
                f"Several schools could be the one in the Slack workspace {workspace.name}: "
                f"{', '.join(candidates)}. Set ILT_SCHOOL to the one that this bot serves."
            )
    raise Problem(
        f"The token opens the Slack workspace {workspace.name}, but {', '.join(schools)} lives in another. "
        "Use that workspace's token; or, if the school has moved, set ILT_SCHOOL to its key."
    )


async def introduce(core: Core, workspaces: Workspaces, settings: Settings) -> str:
    """Tell the adapter whose workspace the token opens, and return that school's key; raises `Problem`.

    A school that has moved to another workspace forgets where it was reached in the old one.
    """
    workspace = await workspace_of_token(workspaces, settings)
    school = await school_of(core, workspace, settings)
    known = await addresses(core, school)
    if known.get(WORKSPACE, workspace.team) != workspace.team:
        await learn(core, school, dict.fromkeys(known, ""))
    with understood("SLACK_BOT_TOKEN", settings.api_url):
        await workspaces.introduce(school, settings.bot_token)
    return school


async def addresses(core: Core, school: str) -> Mapping[str, str]:
    """Where the school and its people are reached on Slack, by audience key."""
    asking = people.KnownAddresses(platform=PLATFORM)
    return await core.perform(people.known_addresses, asking, actor=the_clock(school))


async def learn(core: Core, school: str, found: Mapping[str, str]) -> None:
    """Remember where audiences are reached on Slack; an empty address forgets."""
    if found:
        learnt = people.LearnAddresses(platform=PLATFORM, addresses=dict(found))
        await core.perform(people.learn_addresses, learnt, actor=the_clock(school))
