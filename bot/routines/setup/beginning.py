"""An empty school: a name, a zone, and one person who sets the rest up in chat."""

from dataclasses import replace
from typing import ClassVar

from pydantic import ValidationError

from bot.errors import Refusal
from bot.model.people import Actor, Role
from bot.model.settings import TO_BEGIN_WITH
from bot.ports import Clock
from bot.routines.requests import Command
from bot.routines.school import ApplySchool, apply
from bot.routines.school_file import ChannelsSection, PersonSection, SchoolFile, SchoolSection, TeamSection
from bot.routines.setup.lines import EMAIL, slug
from storage.unit_of_work import UnitOfWork

FIRST_TEAM = TeamSection(key="office", name="Administration and office")


class BeginSchool(Command):
    """A new school under the key of the actor's school."""

    name_staff: ClassVar[frozenset[str]] = frozenset({"name", "zone", "admin_name"})

    name: str
    zone: str
    admin_email: str
    admin_name: str = ""


async def begin(command: BeginSchool, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """Make an empty school that says nothing yet, and return the name of whoever sets it up.

    Raises `Refusal` when there is such a school already, or something does not fit.
    """
    if await work.people.school_itself() is not None:
        raise Refusal(f"There is a school {work.school} already. Its principal types /ilt setup in chat.")
    if not EMAIL.match(command.admin_email):
        raise Refusal(f"{command.admin_email} is not an e-mail address.")
    name = command.admin_name or named(command.admin_email)
    settings = await work.settings.now()
    await work.settings.change(
        replace(settings, live=False, on=TO_BEGIN_WITH), by=actor.person_id, at=clock.now(), about=("New.",)
    )
    file = _empty(command, work.school, name)
    await apply(ApplySchool(file=file), actor=actor, work=work, clock=clock)
    return name


def _empty(command: BeginSchool, key: str, admin: str) -> SchoolFile:
    try:
        return SchoolFile(
            school=SchoolSection(key=key, name=command.name, zone=command.zone),
            channels=ChannelsSection(ilt="ilt"),
            teams=(FIRST_TEAM,),
            people=(
                PersonSection(
                    key=slug(admin),
                    name=admin,
                    email=command.admin_email,
                    team=FIRST_TEAM.key,
                    roles=(Role.BOT_ADMIN,),
                ),
            ),
        )
    except ValidationError as error:
        raise Refusal("The name does not fit. Give one of at most 120 characters.") from error


def named(email: str) -> str:
    """A name as an e-mail address has it: "noel.mint@..." is Noel Mint."""
    words = email.partition("@")[0].replace("_", ".").replace("-", ".").split(".")
    return " ".join(word.capitalize() for word in words if word) or email
