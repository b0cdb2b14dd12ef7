"""Coming, going and renaming: the app, people, channels and teams; the bot hears of each as from Teams."""

from dataclasses import replace

from bot.sandbox.sender import Answer
from bot.sandbox.teams.activities import Activities
from bot.sandbox.teams.problems import Problems
from bot.sandbox.teams.seed import Channel, Person, Team
from bot.sandbox.teams.sender import Sender
from bot.sandbox.teams.tenant import Conversation, Tenant
from bot.sandbox.wire import Json


class Comings:
    """What happens to the app and to teams, by somebody's hand."""

    def __init__(self, tenant: Tenant, sender: Sender, activities: Activities, problems: Problems) -> None:
        self._tenant = tenant
        self._sender = sender
        self._activities = activities
        self._problems = problems

    async def install(self, user: str) -> Answer:
        """Add the app for one person."""
        who = self._person(user, installed=True)
        chat = self._tenant.chat(who)
        members = [*self._listed(who), *self._bot()]
        await self._tell(who, self._activities.change(who, chat, "", membersAdded=members))
        return await self._tell(who, self._activities.installation(who, chat, "add"))

    async def uninstall(self, user: str) -> Answer:
        """Remove the app for one person."""
        who = self._person(user, installed=False)
        return await self._tell(who, self._activities.installation(who, self._tenant.chat(who), "remove"))

    def block(self, user: str, *, blocked: bool = True) -> None:
        """Block the bot, or allow it again; Teams does not tell the bot."""
        self._tenant.change(replace(self._tenant.person(user), blocked=blocked))

    async def install_in_team(self, team: str, by: str, where: str = "") -> Answer:
        """Add the app to a team, with a channel of it in view (`where`), General when none is named."""
        held = self._put(replace(self._tenant.team(team), installed=True))
        who, place = self._tenant.person(by), self._tenant.place(where or held.id, by)
        members = self._bot()
        news = self._activities.change(who, place, "teamMemberAdded", membersAdded=members)
        await self._tell(who, news)
        return await self._tell(who, self._activities.installation(who, place, "add"))

    async def remove_from_team(self, team: str, by: str) -> Answer:
        """Remove the app from a team."""
        held = self._put(replace(self._tenant.team(team), installed=False))
        who, place = self._tenant.person(by), self._general(held)
        news = self._activities.change(who, place, "teamMemberRemoved", membersRemoved=self._bot())
        await self._tell(who, news)
        return await self._tell(who, self._activities.installation(who, place, "remove"))

    async def add_channel(self, team: str, channel: Channel, by: str) -> Answer:
        """Make a channel."""
        place = self._tenant.add_channel(self._tenant.team(team).id, channel)
        return await self._about(by, place, "channelCreated", channel)

    async def rename_channel(self, where: str, name: str, by: str) -> Answer:
        """Give a channel another name."""
        place = self._tenant.place(where, by)
        place.name = name
        return await self._about(by, place, "channelRenamed", self._relisted(place, Channel(place.id, name)))

    async def delete_channel(self, where: str, by: str) -> Answer:
        """Delete a channel with everything in it."""
        place = self._tenant.place(where, by)
        gone = Channel(place.id, place.name or "")
        self._relisted(place, None)
        del self._tenant.conversations[place.id]
        return await self._about(by, place, "channelDeleted", gone)

    async def rename_team(self, team: str, name: str, by: str) -> Answer:
        """Give a team another name."""
        changed = self._put(replace(self._tenant.team(team), name=name))
        return await self._about_team(changed, "teamRenamed", by)

    async def archive_team(self, team: str, by: str, *, archived: bool = True) -> Answer:
        """Archive a team, or bring it back: nobody can write in an archived one."""
        event = "teamArchived" if archived else "teamUnarchived"
        changed = self._put(replace(self._tenant.team(team), archived=archived))
        return await self._about_team(changed, event, by)

    async def add_member(self, team: str, user: str, by: str) -> Answer:
        """Add somebody to a team."""
        held, who = self._tenant.team(team), self._tenant.person(user)
        changed = self._put(replace(held, members=(*held.members, who.id)))
        return await self._members(changed, "Added", who, by)

    async def remove_member(self, team: str, user: str, by: str) -> Answer:
        """Take somebody out of a team."""
        held, who = self._tenant.team(team), self._tenant.person(user)
        others = tuple(each for each in held.members if each != who.id)
        changed = self._put(replace(held, members=others))
        return await self._members(changed, "Removed", who, by)

    async def _members(self, team: Team, how: str, who: Person, by: str) -> Answer:
        told = {f"members{how}": self._listed(who)}
        actor = self._tenant.person(by)
        news = self._activities.change(actor, self._general(team), f"teamMember{how}", **told)
        return await self._tell(actor, news)

    async def _about(self, by: str, place: Conversation, event: str, channel: Channel) -> Answer:
        who = self._tenant.person(by)
        news = self._activities.change(who, place, event)
        news["channelData"]["channel"] = {"id": channel.id, "name": channel.name, "type": "standard"}
        return await self._tell(who, news)

    async def _about_team(self, team: Team, event: str, by: str) -> Answer:
        who = self._tenant.person(by)
        return await self._tell(who, self._activities.change(who, self._general(team), event))

    async def _tell(self, who: Person, activity: Json) -> Answer:
        answer = await self._sender.deliver(activity)
        self._problems.heard(activity["type"], who.id, answer)
        return answer

    def _relisted(self, place: Conversation, channel: Channel | None) -> Channel:
        held = self._tenant.teams[place.team]
        former = next(each for each in held.channels if each.id == place.id)
        others = [channel if each is former else each for each in held.channels]
        self._tenant.change(replace(held, channels=tuple(each for each in others if each is not None)))
        return channel or former

    def _general(self, team: Team) -> Conversation:
        return self._tenant.conversations[team.id]

    def _listed(self, who: Person) -> list[Json]:
        return [{"id": who.id, "aadObjectId": who.object_id}]

    def _bot(self) -> list[Json]:
        return [{"id": self._tenant.seed.app.id}]

    def _person(self, user: str, *, installed: bool) -> Person:
        changed = replace(self._tenant.person(user), installed=installed)
        self._tenant.change(changed)
        return changed

    def _put(self, team: Team) -> Team:
        self._tenant.change(team)
        return team
