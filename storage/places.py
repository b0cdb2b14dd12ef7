"""On which platforms a school is, and where each audience is spoken to: asked once in a unit of work.

The outbox asks for every letter. A school on one platform costs no question at all after the first; one on
several costs one question for each unit of work that sends something.
"""

from collections import defaultdict

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.platforms import FIRST, NAMES, WORKSPACE, Places
from storage import remembered, tables

addresses = tables.people.addresses.c
PLACES, LATEST, DIRECT, PERSON = "places", "last:", "dm:", "person:"


async def places(session: AsyncSession, school: str) -> Places:
    """Where the school is, and who is reached where."""
    found = session.info.get(PLACES)
    if not isinstance(found, Places):
        platforms = await platforms_of(session, school) or (FIRST,)
        found = await _both(session, school, platforms) if len(platforms) > 1 else Places(platforms)
        session.info[PLACES] = found
    return found


async def platforms_of(session: AsyncSession, school: str) -> tuple[str, ...]:
    """The platforms on which the school has a workspace; without any, those on which anybody is known."""
    known = await remembered.known(session, school)
    if known.platforms is None:
        has_workspace = func.max(case((addresses.audience == WORKSPACE, 1), else_=0))
        asked = select(addresses.platform, has_workspace).where(addresses.school == school)
        rows = [(one, has) for one, has in await session.execute(asked.group_by(addresses.platform))]
        there = [one for one, has in rows if has] or [one for one, _ in rows]
        known.platforms = tuple(one for one in NAMES if one in there)
    return known.platforms


async def changed(session: AsyncSession, school: str, platform: str, audience: str) -> None:
    """Somebody's address changes in this unit of work: what it knows of that is out of date."""
    if not session.info.get(remembered.CHANGED):
        is_known_by = audience == WORKSPACE or audience.startswith(PERSON)
        if is_known_by or platform not in await platforms_of(session, school):
            await remembered.change(session, school)
    session.info.pop(PLACES, None)


async def _both(session: AsyncSession, school: str, platforms: tuple[str, ...]) -> Places:
    rows = await session.execute(
        select(addresses.platform, addresses.audience).where(
            addresses.school == school, ~addresses.audience.startswith(DIRECT)
        )
    )
    known: defaultdict[str, set[str]] = defaultdict(set)
    latest: dict[str, str] = {}
    for platform, audience in rows:
        if audience.startswith(LATEST):
            latest[audience.removeprefix(LATEST)] = platform
        else:
            known[platform].add(audience)
    return Places(platforms, {one: frozenset(there) for one, there in known.items()}, latest)
