"""Coming, going and renaming: the app, people, channels and teams; the bot hears of each as from Teams."""

from dataclasses import dataclass, replace

from bot.sandbox.sender import Answer
from bot.sandbox.teams.activities import Activities
from bot.sandbox.teams.problems import Problems
from bot.sandbox.teams.seed import Channel, Person, Team
from bot.sandbox.teams.sender import Sender
from bot.sandbox.teams.tenant import Conversation, Tenant
from bot.sandbox.wire import Json


@dataclass(frozen=True)
class Comings:
    """What happens to the app and to teams, by somebody's hand."""

    tenant: Tenant
    sender: Sender
    activities: Activities
    problems: Problems

    async def install(self, user: str) -> Answer:
        """Add the app for one person."""
        who = self._person(user, installed=True)
        chat = self.tenant.chat(who)
        members = [*self._listed(who), *self._bot()]
        await self._tell(who, self.activities.change(who, chat, "", membersAdded=members))
        return await self._tell(who, self.activities.installation(who, chat, "add"))

    async def uninstall(self, user: str) -> Answer:
        """Remove the app for one person."""
        who = self._person(user, installed=False)
        return await self._tell(who, self.activities.installation(who, self.tenant.chat(who), "remove"))

    def block(self, user: str, *, blocked: bool = True) -> None:
        """Block the bot, or allow it again; Teams does not tell the bot."""
        self.tenant.change(replace(self.tenant.person(user), blocked=blocked))

    async def install_in_team(self, team: str, by: str, where: str = "") -> Answer:
        """Add the app to a team, with a channel of it in view (`where`), General when none is named."""
        held = self._put(replace(self.tenant.team(team), installed=True))
        who, place = self.tenant.person(by), self.tenant.place(where or held.id, by)
        members = self._bot()
        news = self.activities.change(who, place, "teamMemberAdded", membersAdded=members)
        await self._tell(who, news)
        return await self._tell(who, self.activities.installation(who, place, "add"))

    async def remove_from_team(self, team: str, by: str) -> Answer:
        """Remove the app from a team."""
        held = self._put(replace(self.tenant.team(team), installed=False))
        who, place = self.tenant.person(by), self._general(held)
        news = self.activities.change(who, place, "teamMemberRemoved", membersRemoved=self._bot())
        await self._tell(who, news)
        return await self._tell(who, self.activities.installation(who, place, "remove"))

    async def add_channel(self, team: str, channel: Channel, by: str) -> Answer:
        """Make a channel."""
        place = self.tenant.add_channel(self.tenant.team(team).id, channel)
        return await self._about(by, place, "channelCreated", channel)

    async def rename_channel(self, where: str, name: str, by: str) -> Answer:
        """Give a channel another name."""
        place = self.tenant.place(where, by)
        place.name = name
        return await self._about(by, place, "channelRenamed", self._relisted(place, Channel(place.id, name)))

    async def delete_channel(self, where: str, by: str) -> Answer:
        """Delete a channel with everything in it."""
        place = self.tenant.place(where, by)
        gone = Channel(place.id, place.name or "")
        self._relisted(place, None)
        del self.tenant.conversations[place.id]
        return await self._about(by, place, "channelDeleted", gone)

    async def rename_team(self, team: str, name: str, by: str) -> Answer:
        """Give a team another name."""
        changed = self._put(replace(self.tenant.team(team), name=name))
        return await self._about_team(changed, "teamRenamed", by)

    async def archive_team(self, team: str, by: str, *, archived: bool = True) -> Answer:
        """Archive a team, or bring it back: nobody can write in an archived one."""
        event = "teamArchived" if archived else "teamUnarchived"
        changed = self._put(replace(self.tenant.team(team), archived=archived))
        return await self._about_team(changed, event, by)

    async def add_member(self, team: str, user: str, by: str) -> Answer:
        """Add somebody to a team."""
        held, who = self.tenant.team(team), self.tenant.person(user)
        changed = self._put(replace(held, members=(*held.members, who.id)))
        return await self._members(changed, "Added", who, by)

    async def remove_member(self, team: str, user: str, by: str) -> Answer:
        """Take somebody out of a team."""
        held, who = self.tenant.team(team), self.tenant.person(user)
        others = tuple(each for each in held.members if each != who.id)
        changed = self._put(replace(held, members=others))
        return await self._members(changed, "Removed", who, by)

    async def _members(self, team: Team, how: str, who: Person, by: str) -> Answer:
        told = {f"members{how}": self._listed(who)}
        actor = self.tenant.person(by)
        news = self.activities.change(actor, self._general(team), f"teamMember{how}", **told)
        return await self._tell(actor, news)

    async def _about(self, by: str, place: Conversation, event: str, channel: Channel) -> Answer:
        who = self.tenant.person(by)
        news = self.activities.change(who, place, event)
        news["channelData"]["channel"] = {"id": channel.id, "name": channel.name, "type": "standard"}
        return await self._tell(who, news)

    async def _about_team(self, team: Team, event: str, by: str) -> Answer:
        who = self.tenant.person(by)
        return await self._tell(who, self.activities.change(who, self._general(team), event))

    async def _tell(self, who: Person, activity: Json) -> Answer:
        answer = await self.sender.deliver(activity)
        self.problems.heard(activity["type"], who.id, answer)
        return answer

    def _relisted(self, place: Conversation, channel: Channel | None) -> Channel:
        held = self.tenant.teams[place.team]
        former = next(each for each in held.channels if each.id == place.id)
        others = [channel if each is former else each for each in held.channels]
        self.tenant.change(replace(held, channels=tuple(each for each in others if each is not None)))
        return channel or former

    def _general(self, team: Team) -> Conversation:
        return self.tenant.conversations[team.id]

    def _listed(self, who: Person) -> list[Json]:
        return [{"id": who.id, "aadObjectId": who.object_id}]

    def _bot(self) -> list[Json]:
        return [{"id": self.tenant.seed.app.id}]

    def _person(self, user: str, *, installed: bool) -> Person:
        changed = replace(self.tenant.person(user), installed=installed)
        self.tenant.change(changed)
        return changed

    def _put(self, team: Team) -> Team:
        self.tenant.change(team)
        return team
