"""Questions about the roster, and where people and channels are reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, delete, or_, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.audiences import Audience
from bot.model.away import Absence, Away
from bot.model.everybody import Roster
from bot.model.languages import Language
from bot.model.people import Duty, Membership, Person, School, Team
from bot.model.platforms import WORKSPACE, Places
from storage import places, remembered, tables
from storage.columns import insert
from storage.places import DIRECT, LATEST
from storage.settings import SettingsStore

away = tables.away.away.c
schools, people, teams = tables.people.schools.c, tables.people.people.c, tables.people.teams.c
memberships, duties = tables.people.memberships.c, tables.people.duties.c
addresses = tables.people.addresses.c
AUDIENCES = ("all-staff", "ilt", "person:", "team:", DIRECT)


@dataclass(frozen=True, slots=True)
class People:
    session: AsyncSession
    school: str

    def add(self, entity: School | Person | Team | Membership | Duty) -> None:
        self.session.add(entity)

    async def school_itself(self) -> School | None:
        return await self.session.scalar(select(School).where(schools.id == self.school))

    async def roster(self) -> Roster:
        """Everybody at the school, to be read and not changed: one query when nothing has changed since."""
        known = await remembered.known(self.session, self.school)
        if known.roster is None:
            known.roster = await self.to_change()
            if known.is_shared:
                remembered.share(self.session, known.roster)
        return known.roster

    async def language_of(self, audience: Audience) -> Language:
        """What is spoken to an audience; English to one of a school that is not there any more."""
        try:
            return (await self.roster()).language_of(audience)
        except NoResultFound:
            return Language.ENGLISH

    async def is_gone(self, audience: Audience) -> bool:
        """The audience is one person, and that person has left the school."""
        if audience.person_id is None:
            return False
        try:
            person = (await self.roster()).person(audience.person_id)
        except NoResultFound:
            return False
        return person is not None and not person.active

    async def to_change(self) -> Roster:
        """Everybody at the school, to be changed in this unit of work: six queries however many they are."""
        school = (await self.session.scalars(select(School).where(schools.id == self.school))).one()
        found = await self.session.scalars(
            select(Person).where(people.school == self.school).order_by(people.id)
        )
        known_teams = await self.session.scalars(
            select(Team).where(teams.school == self.school).order_by(teams.position)
        )
        seats = await self.session.scalars(
            select(Membership).where(memberships.school == self.school).order_by(memberships.id)
        )
        held = await self.session.scalars(
            select(Duty).where(duties.school == self.school).order_by(duties.id)
        )
        settings = await SettingsStore(self.session, self.school).now()
        there_are: dict[bool, list[Team]] = {True: [], False: []}
        for team in known_teams:
            there_are[team.retired].append(team)
        return Roster(
            school,
            tuple(found),
            tuple(there_are[False]),
            tuple(seats),
            tuple(held),
            off=settings.off,
            retired=tuple(there_are[True]),
            language=settings.language,
            absences={one.person: Absence(one.first, one.last, one.begun) for one in await self._away()},
        )

    async def _away(self) -> Sequence[Away]:
        return (await self.session.scalars(select(Away).where(away.school == self.school))).all()

    async def forget(self, entities: Sequence[Person | Team | Membership | Duty]) -> None:
        for entity in entities:
            await self.session.delete(entity)

    async def addressed(self, platform: str, address: str) -> str | None:
        """The audience that a platform's id stands for at this school; what else is remembered by that id,
        such as a team that the app is installed in, is none."""
        known = await remembered.known(self.session, self.school)
        found = known.accounts.get((platform, address))
        if found is None:
            asked = {"school": self.school, "platform": platform, "address": address}
            found = await self.session.scalar(_addressed(), asked)
            if found is not None and found.startswith(places.PERSON):
                known.accounts[platform, address] = found
        return found

    async def addresses(self, platform: str) -> Mapping[str, str]:
        """Every known address of the school on a platform, by audience key."""
        rows = await self.session.execute(_addresses(), {"school": self.school, "platform": platform})
        return {row.audience: row.address for row in rows}

    async def places(self) -> Places:
        """The platforms the school is on, and who is reached on which."""
        return await places.places(self.session, self.school)

    async def address(self, audience: Audience) -> str | None:
        """Where an audience is reached, on the platform where it is spoken to."""
        platform = (await self.places()).of(audience)
        return await self.session.scalar(
            select(addresses.address).where(
                addresses.school == self.school,
                addresses.platform == platform,
                addresses.audience == audience.key,
            )
        )

    async def use(self, platform: str, audience: Audience) -> None:
        """Remember that somebody who is linked on several platforms used this one last."""
        key = f"{LATEST}{audience.key}"
        for other in (await self.places()).platforms:
            if other != platform:
                await self.forget_address(other, key)
        await self.reach(platform, key, platform)

    async def reach(self, platform: str, audience: str, address: str) -> None:
        """Remember where an audience is reached, in place of where it was.

        An account is one person's: whoever had it before is not reached there any more.
        """
        await self.reach_all(platform, {audience: address})

    async def reach_all(self, platform: str, found: Mapping[str, str]) -> None:
        """The same for many at once; of several people with one account, the last has it."""
        for audience in found:
            await places.changed(self.session, self.school, platform, audience)
        people_there = {one: to for one, to in found.items() if Audience(one).person_id is not None}
        owners = {to: one for one, to in people_there.items()}
        lost = [one for one, to in people_there.items() if owners[to] != one]
        here = {"school": self.school, "platform": platform}
        kept = [{**here, "audience": one, "address": to} for one, to in found.items() if one not in lost]
        if owners:
            before = and_(addresses.address.in_(owners), addresses.audience.startswith("person:"))
            await self.session.execute(
                delete(tables.people.addresses).where(
                    addresses.school == self.school,
                    addresses.platform == platform,
                    or_(before, addresses.audience.in_(lost)),
                )
            )
        if kept:
            adding = insert(self.session, tables.people.addresses)
            renewed = {"address": adding.excluded.address}
            keys = ["school", "platform", "audience"]
            await self.session.execute(adding.on_conflict_do_update(index_elements=keys, set_=renewed), kept)

    async def leave(self, platform: str) -> None:
        """Forget every address on a platform, and whom it did not let the bot write to."""
        await places.changed(self.session, self.school, platform, WORKSPACE)
        for table in (tables.people.addresses, tables.people.unreached):
            here = (table.c.school == self.school, table.c.platform == platform)
            await self.session.execute(delete(table).where(*here))

    async def forget_address(self, platform: str, audience: str) -> None:
        await places.changed(self.session, self.school, platform, audience)
        await self.session.execute(
            delete(tables.people.addresses).where(
                addresses.school == self.school,
                addresses.platform == platform,
                addresses.audience == audience,
            )
        )


@cache
def _addresses() -> Any:
    """Put together once: it is asked for every few letters."""
    here = (getattr(addresses, name) == bindparam(name) for name in ("school", "platform"))
    return select(addresses.audience, addresses.address).where(*here)


@cache
def _addressed() -> Any:
    """Put together once."""
    here = (getattr(addresses, name) == bindparam(name) for name in ("school", "platform", "address"))
    is_audience = or_(*(addresses.audience.startswith(one) for one in AUDIENCES))
    return select(addresses.audience).where(*here, is_audience).order_by(addresses.audience).limit(1)
