"""What the database knows of a school's people, and where they are reached."""

from collections.abc import Sequence

from bot.app.checkup.findings import Finding, some
from bot.app.core import Core
from bot.model.everybody import Roster
from bot.model.people import Person, the_clock
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


def missed(lost: Sequence[Person], platform: str, mend: str) -> list[Finding]:
    """Name those who are not found on a platform; `mend` says what helps whoever has an e-mail."""
    by_email = [f"{one.name} ({one.email})" for one in lost if one.email]
    without = [one.name for one in lost if not one.email]
    found = []
    if by_email:
        found.append(Finding.mend(f"Not found in {platform} by e-mail: {some(by_email)}. {mend}"))
    if without:
        names = some(without)
        found.append(
            Finding.mend(f"No living account in {platform}, and no e-mail in the school file: {names}.")
        )
    return found
