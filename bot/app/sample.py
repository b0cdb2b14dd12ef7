"""The sample school: the file, the workspace its staff would have, and the tour through it."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from bot.app.core import Core
from bot.errors import Problem
from bot.model.people import Actor, Relation, Role
from bot.routines import people, school, walkthroughs
from bot.routines.requests import Nothing
from bot.routines.school_file import PersonSection, SchoolFile
from bot.routines.setup import beginning
from bot.sandbox.seed import Bot, Channel, Command, DoneWhen, Seed, Shortcut, Step, Tour, User, Verb
from bot.sandbox.seed import Team as Workspace
from handlers.catalogue import catalogue
from handlers.slack.manifest import manifest

TOKEN, APP_TOKEN, SECRET = "xoxb-sandbox", "xapp-sandbox", "sandbox-signing-secret"
PLACES = (
    Path(__file__).parents[2] / "examples" / "school.yaml",
    Path(sys.prefix) / "share" / "ilt-bot" / "school.yaml",
)
ABOUT = "A sample school on your own computer. Nothing leaves it."


@dataclass(frozen=True)
class SampleSchool:
    """The sample school's file, under the key it is known by.

    With `is_empty` its staff have a workspace, and the school itself is still to be set up in chat.
    """

    file: SchoolFile
    bot_token: str = TOKEN
    is_empty: bool = False

    @property
    def key(self) -> str:
        return self.file.school.key

    async def apply(self, core: Core) -> None:
        """Write the school down, and the visits that were made before the sandbox was opened."""
        operator = Actor(self.key, "operator", frozenset({Relation.BOT_ADMIN}))
        if self.is_empty:
            await core.perform(beginning.begin, self._beginning(), actor=operator)
            return
        await core.perform(school.apply, school.ApplySchool(file=self.file), actor=operator)
        roster = await core.perform(people.whole_roster, Nothing(), actor=operator)
        for key, visit in earlier_visits():
            person = roster.keyed(key)
            if person is not None:
                await core.perform(walkthroughs.record, visit, actor=roster.actor(person.id))

    def _beginning(self) -> beginning.BeginSchool:
        """A school that knows nobody but its principal."""
        leader = next(person for person in self.file.people if Role.SCHOOL_LEADER in person.roles)
        return beginning.BeginSchool(
            name=self.file.school.name,
            zone=self.file.school.zone,
            admin_email=leader.email or "",
            admin_name=leader.name,
        )


def sample_school() -> SampleSchool:
    """Read the sample school from where it is shipped; raises `Problem` when it is not there."""
    path = next((place for place in PLACES if place.exists()), None)
    if path is None:
        raise Problem("examples/school.yaml is missing. Get the whole repository again.")
    return SampleSchool(SchoolFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))))


def earlier_visits() -> list[tuple[str, walkthroughs.RecordVisit]]:
    """Visits to a first look at a trend: one more by Dale, and there are enough to show it."""
    told = [dict(visit) for visit in _content("sandbox_visits")]
    return [(visit.pop("by"), walkthroughs.RecordVisit.model_validate(visit)) for visit in told]


@cache
def _content(name: str) -> Any:
    """What a file of ours says, read once: whoever begins again and again begins with the same."""
    return yaml.safe_load((files("bot.content") / f"{name}.yaml").read_text(encoding="utf-8"))


def user_id(person: PersonSection, place: int) -> str:
    """The account of a member of staff in the sandbox: U001ADA."""
    return f"U{place + 1:03d}{person.key.partition('-')[0].upper()}"


def seeded(sample: SampleSchool, core: Core) -> Seed:
    """The workspace as the sample school's staff would have it, with the app installed."""
    file = sample.file
    ids = {person.key: user_id(person, place) for place, person in enumerate(file.people)}
    app = manifest(catalogue(core.start))
    return Seed(
        team=Workspace(id="T0SANDBOX", name=file.school.name, zone=file.school.zone, about=ABOUT),
        users=tuple(_user(file, person, ids[person.key]) for person in file.people),
        channels=tuple(_channels(file, ids)),
        bot=_bot(app),
        commands=tuple(_commands(app, core)),
        shortcuts=tuple(
            Shortcut(one["callback_id"], one["name"], one["type"]) for one in app["features"]["shortcuts"]
        ),
        tour=_tour(ids, with_setup=sample.is_empty),
    )


def _user(file: SchoolFile, person: PersonSection, account: str) -> User:
    team = next(team.name for team in file.teams if team.key == person.team)
    return User(
        id=account,
        name=person.name,
        handle=person.key.replace("-", "."),
        email=person.email or "",
        title=person.title,
        team=team,
    )


def _channels(file: SchoolFile, ids: Mapping[str, str]) -> list[Channel]:
    everybody = tuple(ids.values())
    ilt = tuple(ids[person.key] for person in file.people if "ilt_member" in person.roles)
    found = [Channel("C0ILT", file.channels.ilt or "ilt", is_private=True, members=ilt)]
    if file.channels.all_staff:
        found.append(Channel("C0ALLSTAFF", file.channels.all_staff, members=everybody))
    for team in file.teams:
        if team.channel:
            members = tuple(ids[person.key] for person in file.people if person.team == team.key)
            found.append(Channel(f"C0{team.key.upper().replace('-', '')}", team.channel, members=members))
    return found


def _bot(app: Mapping[str, Any]) -> Bot:
    scopes = app["oauth_config"]["scopes"]
    return Bot(
        user_id="U0ILTBOT",
        bot_id="B0ILTBOT",
        app_id="A0ILTBOT",
        name=app["display_information"]["name"],
        token=TOKEN,
        app_token=APP_TOKEN,
        signing_secret=SECRET,
        scopes=frozenset([*scopes["bot"], *scopes.get("bot_optional", ())]),
        events=frozenset(app["settings"]["event_subscriptions"]["bot_events"]),
    )


def _commands(app: Mapping[str, Any], core: Core) -> list[Command]:
    verbs = tuple(
        Verb(one.usage.partition(" ")[0], one.help, one.usage) for one in catalogue(core.start) if one.usage
    )
    return [
        Command(
            one["command"],
            one["description"],
            one.get("usage_hint", ""),
            verbs if one["command"] == "/ilt" else (),
        )
        for one in app["features"]["slash_commands"]
    ]


def _tour(ids: Mapping[str, str], *, with_setup: bool) -> Tour:
    told = _content("tour")
    setup = [_step(step, ids, is_skipped=True) for step in told["setup"]] if with_setup else []
    steps = [_step(step, ids) for step in told["steps"]]
    return Tour(told["title"], (*setup, *steps), told["skip"])


def _step(told: Mapping[str, Any], ids: Mapping[str, str], *, is_skipped: bool = False) -> Step:
    return Step(
        id=told["id"],
        title=told["title"],
        text=told["text"],
        done_when=DoneWhen(**told["done_when"]),
        acting_as=ids[told["as"]],
        where=told["where"],
        type=told.get("type", ""),
        is_skipped=is_skipped,
    )
