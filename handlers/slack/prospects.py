"""Reading a workspace for a school that is being set up: who works there, and which channels it has."""

from collections.abc import Iterable

from slack_sdk.web.async_client import AsyncWebClient

from bot.model.prospects import Prospect
from handlers.slack.accounts import Account
from handlers.slack.calls import listed
from handlers.slack.identity import PLATFORM


async def prospects(client: AsyncWebClient, accounts: Iterable[Account]) -> tuple[Prospect, ...]:
    """Everybody with an account of their own who is no guest, and every channel that is in use."""
    people = [
        Prospect(platform=PLATFORM, address=one.id, name=one.name, email=one.email, title=one.title)
        for one in accounts
        if one.is_person and not one.is_guest and one.name
    ]
    kinds = {"types": "public_channel,private_channel", "exclude_archived": True}
    channels = [
        Prospect(platform=PLATFORM, address=str(one["id"]), name=str(one["name"]), is_channel=True)
        async for one in listed(client.conversations_list, "channels", **kinds)
    ]
    return (*people, *channels)
