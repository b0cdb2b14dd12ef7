"""Conversations the bot has learned of: whose 1:1 chat is which, and where the tenant's connector is.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
"""

from time import monotonic

from bot.model.audiences import Audience
from bot.model.people import Actor, the_clock
from bot.perform import Performer
from bot.routines import people
from handlers.platform.addresses import direct
from handlers.platform.home import Identify
from handlers.teams.origins import Origin
from handlers.teams.payloads import Activity
from handlers.teams.workspaces import PLATFORM, Tenants

SERVICE = "service"
"""The audience under which the address of a tenant's connector is remembered."""
REMEMBERED = 5000
SURE_FOR = 60.0
"""Seconds before it is looked at again whether somebody's chat is still kept."""


class References:
    """Learns where people and teams are reached, from what Teams tells with everything it sends."""

    def __init__(self, *, perform: Performer, tenants: Tenants, identify: Identify) -> None:
        self._perform = perform
        self._tenants = tenants
        self._identify = identify
        self._chats: dict[tuple[str, str], str] = {}
        self._learnt: dict[tuple[str, str, str], float] = {}

    async def heard(self, activity: Activity) -> None:
        """Take in where somebody speaks from, and where Teams wants to be answered."""
        tenant, user = activity.tenant, activity.sender.id
        if self._tenants.serves(tenant, activity.service_url):
            await self._learn_everywhere(tenant, {SERVICE: activity.service_url})
        if not activity.may_be_elsewhere:
            self._tenants.hears(tenant, user, activity.conversation.id)
        if activity.is_personal:
            self._remember(tenant, user, activity.conversation.id)

    async def who(self, origin: Origin) -> Actor:
        """Who asked; raises WhichSchool. Their 1:1 chat is kept, if that is where they are."""
        actor = await self._identify(origin.tenant, origin.user, origin.school)
        await self._met(actor, origin)
        return actor

    async def _met(self, actor: Actor, origin: Origin) -> None:
        """Keep the 1:1 chat of a person the school knows; a delivery that failed may have forgotten it."""
        known = (actor.school, actor.person_id, origin.conversation)
        if not (origin.is_personal and actor.person_id and origin.conversation):
            return
        if monotonic() < self._learnt.get(known, 0.0):
            return
        if len(self._learnt) > REMEMBERED:
            self._learnt.clear()
        self._learnt[known] = monotonic() + SURE_FOR
        address = {direct(Audience.person(actor.person_id)): origin.conversation}
        await self._learn_if_new(actor.school, address)

    async def chat_with(self, origin: Origin) -> str:
        """The 1:1 chat with whoever asked; raises what opening it raises."""
        if origin.is_personal:
            return origin.conversation
        found = self._chats.get((origin.tenant, origin.user))
        if found is None:
            found = await self._tenants.opened(self._tenants.of_team(origin.tenant).school, origin.user)
            self._remember(origin.tenant, origin.user, found)
        return found

    async def left(self, tenant: str, user: str) -> None:
        """Forget the 1:1 chat with somebody who has removed the app."""
        self._chats.pop((tenant, user), None)
        for school in self._tenants.schools_in(tenant):
            actor = await self._identify(tenant, user, school)
            if actor.person_id:
                self._learnt.clear()
                await self._learn_if_new(school, {direct(Audience.person(actor.person_id)): ""})

    def _remember(self, tenant: str, user: str, conversation: str) -> None:
        if len(self._chats) > REMEMBERED:
            self._chats.clear()
        self._chats[tenant, user] = conversation

    async def _learn_everywhere(self, tenant: str, found: dict[str, str]) -> None:
        for school in self._tenants.schools_in(tenant):
            await self._learn_if_new(school, found)

    async def _learn_if_new(self, school: str, found: dict[str, str]) -> None:
        clock = the_clock(school)
        known = await self._perform(
            people.known_addresses, people.KnownAddresses(platform=PLATFORM), actor=clock
        )
        new = {name: address for name, address in found.items() if known.get(name, "") != address}
        if new:
            learn = people.LearnAddresses(platform=PLATFORM, addresses=new)
            await self._perform(people.learn_addresses, learn, actor=clock)
