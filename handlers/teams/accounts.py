"""Teams' members of a conversation, read as accounts.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#fetch-the-roster-or-user-profile
"""

import asyncio
from functools import partial

from handlers.platform.accounts import Account, Accounts
from handlers.platform.failures import report
from handlers.platform.words import Json
from handlers.teams.calls import Connector, ConnectorTrouble, NoAnswer, Refused
from handlers.teams.chains import channel_of
from handlers.teams.workspaces import Tenant, Tenants

PATIENCE = 4.0
"""Seconds to wait for Teams, because a person waits for the answer and Teams gives the bot about ten."""
GUEST_OF_THE_TENANT = "#EXT#"
"""In the sign-in name that Entra gives a guest, which is no e-mail address."""


def accounts_in(tenants: Tenants, connector: Connector) -> Accounts[Tenant]:
    """The accounts of all tenants; Teams is asked about whoever is not remembered, where they spoke."""
    return Accounts(partial(asked, tenants, connector), troubles=(ConnectorTrouble,), report=report)


async def asked(tenants: Tenants, connector: Connector, tenant: Tenant, user: str) -> Account:
    """Ask Teams about one user; of whom Teams knows nothing is no person of ours. Raises ConnectorTrouble."""
    try:
        async with asyncio.timeout(PATIENCE):
            member = await described(tenants, connector, tenant, user)
    except TimeoutError as error:
        raise NoAnswer from error
    except Refused as no:
        if no.status == 404:
            return Account(user, is_person=False)
        raise
    return account_of({**member, "id": user}, tenant.team)


async def described(tenants: Tenants, connector: Connector, tenant: Tenant, user: str) -> Json:
    """Who somebody is, as told where they last spoke; that may be a chat without the bot, so else in theirs
    with it."""
    heard_in = tenants.heard_in(tenant.team, user)
    if heard_in is not None:
        try:
            return await connector.member(tenant.service_url, channel_of(heard_in), user)
        except Refused as no:
            if no.status not in (403, 404):
                raise
    chat = await connector.create_conversation(tenant.service_url, tenant.team, user)
    return await connector.member(tenant.service_url, chat, user)


def account_of(member: Json, tenant: str) -> Account:
    """Read Teams' account object; one of another tenant is matched with nobody."""
    role = str(member.get("userRole") or "user").casefold()
    is_person = str(member.get("tenantId") or tenant).casefold() == tenant and role != "anonymous"
    return Account(
        id=str(member["id"]),
        email=address_in(member) if is_person else None,
        is_guest=role == "guest",
        is_person=is_person,
        name=str(member.get("name") or "") if is_person else "",
        title=str(member.get("jobTitle") or "") if is_person else "",
    )


def address_in(member: Json) -> str | None:
    """The e-mail address, else the sign-in name where that is one."""
    name = str(member.get("userPrincipalName") or "")
    signs_in_with = name if "@" in name and GUEST_OF_THE_TENANT not in name else ""
    return str(member.get("email") or "") or signs_in_with or None
