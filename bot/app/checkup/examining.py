"""Everything that `ilt-bot doctor` looks at, part by part, with both platforms."""

from bot.app.checkup import data, delivery, roster, setup, slack, teams
from bot.app.checkup.findings import Finding, Part
from bot.app.checkup.teams import MICROSOFT, Cloud
from bot.app.core import Core, opened
from bot.errors import Problem
from bot.settings import Settings


async def examined(settings: Settings, cloud: Cloud = MICROSOFT) -> list[Part]:
    """Look at everything that can be looked at; what hides something else is said in its place."""
    parts = [Part("Settings", setup.of(settings))]
    try:
        async with opened(settings, existing=True) as core:
            parts.append(Part("Database", await data.of(core, settings)))
            parts.append(Part("Delivery", await delivery.of(core)))
            parts += await _schools(core)
            parts += await _platforms(core, settings, cloud)
    except Problem as problem:
        parts.append(Part("Database", [Finding.mend(str(problem))]))
        parts += await _platforms(None, settings, cloud)
    parts.append(Part("Port", await setup.port(settings)))
    return parts


async def _schools(core: Core) -> list[Part]:
    schools = await core.units.schools()
    if not schools:
        return [Part("School", [Finding.mend(roster.NO_SCHOOL)])]
    return [Part(f"School {school}", await roster.of(core, school)) for school in schools]


async def _platforms(core: Core | None, settings: Settings, cloud: Cloud) -> list[Part]:
    """Those that are set, or begun to be; Slack when none is."""
    parts = []
    if settings.wants_slack or not settings.wants_teams:
        parts.append(Part("Slack", await slack.of(core, settings)))
    if settings.wants_teams:
        parts.append(Part("Teams", await teams.of(core, settings, cloud)))
    return parts
