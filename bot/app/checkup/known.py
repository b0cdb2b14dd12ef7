"""What the database knows of a school's people, and where they are reached."""

from bot.app.core import Core
from bot.model.people import Roster, the_clock
from bot.routines import people
from bot.routines.requests import Nothing


async def roster_of(core: Core, school: str) -> Roster:
    """The whole roster."""
    return await core.perform(people.whole_roster, Nothing(), actor=the_clock(school))


async def known_on(core: Core, school: str, platform: str) -> dict[str, str]:
    """Every audience that is known on a platform, with its address."""
    return await core.perform(
        people.known_addresses, people.KnownAddresses(platform=platform), actor=the_clock(school)
    )
