"""Where the school's channels and people are in Slack."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.app import whose
from bot.app.checkup.findings import Finding, some
from bot.app.checkup.known import known_on, missed, roster_of
from bot.app.core import Core
from bot.model.audiences import Audience
from bot.model.people import the_clock
from bot.routines import channels, people
from handlers.platform.channels import Channel, channel_of, concerning
from handlers.platform.directory import addresses
from handlers.slack.accounts import account_of
from handlers.slack.calls import listed
from handlers.slack.channels import every
from handlers.slack.workspaces import PLATFORM

INVITE = "/invite @ILT Bot"
MEND = (
    "Correct the e-mail in the school file, or write slack: U... with the member id from their Slack profile."
)


async def of_channels(core: Core, school: str, client: AsyncWebClient) -> list[Finding]:
    """Say of each channel the school file names whether the bot can post there, and how to mend it."""
    roster = await roster_of(core, school)
    known = dict(await whose.addresses(core, school, PLATFORM))
    wanted = people.channels_of(roster.school, roster)
    elsewhere = await known_on(core, school, "teams")
    seen = concerning([one async for one in every(client)], wanted, known)
    asking = channels.Where(platform=PLATFORM, seen=tuple(seen))
    found = [channel_of(one) for one in await core.perform(channels.where, asking, actor=the_clock(school))]
    found = [one for one in found if one.audience not in elsewhere]
    ready = [f"#{one.name}" for one in found if one.id and one.has_bot and not one.is_archived]
    well = [Finding.well(f"The bot is in {some(ready, 20)}.")] if ready else []
    return well + [_trouble(one) for one in found if f"#{one.name}" not in ready]


def _trouble(channel: Channel) -> Finding:
    if channel.id is None:
        return Finding.mend(
            f"#{channel.name} is not found. If it is private, type {INVITE} in it; "
            "else create it, or correct its name in the school file."
        )
    if channel.is_archived:
        return Finding.mend(
            f"#{channel.name} is archived. Unarchive it, or choose another channel with /ilt channels."
        )
    return Finding.mend(f"The bot is not in #{channel.name}. Type {INVITE} in it.")


async def of_people(core: Core, school: str, client: AsyncWebClient, team: str) -> list[Finding]:
    """Say who would not be reached in Slack, and how to mend it."""
    roster = await roster_of(core, school)
    known = dict(await whose.addresses(core, school, PLATFORM))
    accounts = [account_of(user, team) async for user in listed(client.users_list, "members")]
    matched = addresses(roster, accounts, known)
    reached = {*matched, *await known_on(core, school, "teams")}
    lost = [one for one in roster.people if one.active and Audience.person(one.id).key not in reached]
    found = [Finding.well(f"{len(matched)} people of the school are found in Slack.")] if matched else []
    return found + missed(lost, "Slack", MEND)
