"""What `ilt-bot doctor` looks at, part by part; nothing is changed on the way."""

from bot.app.checkup import data, roster, setup, slack
from bot.app.checkup.findings import Finding, Part, Verdict
from bot.app.core import Core, opened
from bot.errors import Problem
from bot.settings import Settings

__all__ = ["Finding", "Part", "Verdict", "examined"]


async def examined(settings: Settings) -> list[Part]:
    """Look at everything that can be looked at; what hides something else is said in its place."""
    parts = [Part("Settings", setup.of(settings))]
    try:
        async with opened(settings, existing=True) as core:
            parts.append(Part("Database", await data.of(core, settings)))
            parts += await _with_schools(core, settings)
    except Problem as problem:
        parts.append(Part("Database", [Finding.mend(str(problem))]))
        parts.append(Part("Slack", await slack.of(None, settings)))
    parts.append(Part("Port", await setup.port(settings)))
    return parts


async def _with_schools(core: Core, settings: Settings) -> list[Part]:
    schools = await core.units.schools()
    parts = [Part(f"School {school}", await roster.of(core, school)) for school in schools]
    if not schools:
        parts = [Part("School", [Finding.mend(roster.NO_SCHOOL)])]
    return [*parts, Part("Slack", await slack.of(core, settings))]
