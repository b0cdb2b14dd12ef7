"""The whole thing: the real bot over real HTTP, with the sandbox as Slack, and people who do things in it."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.app.sample import user_id
from bot.app.sandbox import Running
from bot.sandbox.clock import StillClock
from bot.sandbox.filling import choices, find_field
from bot.sandbox.limits import Limits
from bot.sandbox.reading import Seen, plain_text
from handlers.catalogue import catalogue
from handlers.platform.drafts import AFRESH, SAVE

PATIENCE = 60
UNHURRIED = Limits(answer_seconds=PATIENCE, trigger_seconds=PATIENCE)
"""The bot may take longer than Slack waits: a machine busy with other tests is no failure."""
MISSHAPEN = frozenset(
    {
        "invalid_blocks",
        "invalid_arguments",
        "msg_too_long",
        "msg_blocks_too_long",
        "no_text",
        "view_too_large",
    }
)


@dataclass(frozen=True)
class World:
    """A running sandbox, its clock, and everybody in it by their key in the school file."""

    running: Running
    clock: StillClock
    accounts: dict[str, str]
    zone: ZoneInfo

    def person(self, key: str) -> "Citizen":
        return Citizen(self, self.accounts[key])

    def channel(self, name: str) -> str:
        conversations = self.running.sandbox.workspace.conversations.values()
        return next(one.id for one in conversations if one.name == name.lstrip("#"))

    async def settle(self) -> None:
        """Wait until everything that was begun is done, and everything that is due is said."""
        await self.running.bot.slack.afterwards.drain(PATIENCE)
        await self.running.keeper.deliver()

    async def until(self, day: date, wall: time = time(7, 45)) -> int:
        """Live through time up to a moment of the school's clock; return how many things happened."""
        moment = datetime.combine(day, wall, self.zone)
        happened = await self.running.sandbox.time.go_to(moment)
        await self.settle()
        return happened

    def misspoken(self) -> list[str]:
        """What the bot sent that Slack would not have taken, and buttons that nothing answers to."""
        calls = self.running.sandbox.calls.all()
        refused = [
            f"{call.method}: {call.answer['error']} {call.answer.get('errors', '')}"
            for call in calls
            if call.answer and call.answer.get("error") in MISSHAPEN
        ]
        verbs = {one.verb for one in catalogue(self.running.core.start)} | {SAVE, AFRESH}
        pressed = {button for call in calls for button in buttons_in(call.arguments)}
        return refused + [f"nothing answers to {verb}" for verb in sorted(pressed - verbs)]

    def heard_in(self, channel: str, by: str) -> list[str]:
        """Everything `by` can read in a channel, oldest first."""
        return [one.words for one in self.person(by).sees(channel)]


@dataclass(frozen=True)
class Citizen:
    """Somebody of the sample school, acting through the sandbox."""

    world: World
    account: str

    @property
    def _acting(self) -> Any:
        return self.world.running.sandbox.acting

    @property
    def _dm(self) -> str:
        return str(self.world.running.sandbox.workspace.direct(self.account).id)

    def _place(self, where: str) -> str:
        return self._dm if where == "dm" else self.world.channel(where)

    async def says(self, text: str, where: str = "dm") -> None:
        """Type a slash command."""
        await self._acting.command(self.account, self._place(where), text)
        await self.world.settle()

    async def presses(self, label: str, where: str = "dm", *, saying: str = "") -> None:
        """Press a button of the newest message there that has it (and says `saying`)."""
        seen = [*self.sees(where), *self._only_for_me(where)]
        holding = [one for one in seen if label in one.buttons and saying in one.words]
        assert holding, f"no message in {where} has a button {label!r}: {[one.buttons for one in seen]}"
        newest = max(holding, key=lambda one: one.ts)
        await self._acting.press(self.account, self._place(where), newest.ts, label=label)
        await self.world.settle()

    async def presses_at_home(self, label: str) -> None:
        home = self._acting.home(self.account)
        await self._acting.press_in_view(self.account, home.id, label=label)
        await self.world.settle()

    async def submits(self, **values: Any) -> None:
        """Fill in the form that is open, and send it; `changes__grade_4` is the field `changes.grade-4`."""
        view = self.form()
        named = {name if "__" not in name else dotted(name): value for name, value in values.items()}
        await self._acting.submit(self.account, view.id, named)
        await self.world.settle()

    async def chooses(self, field: str, value: Any) -> None:
        """Fill in one field; the form may change."""
        await self._acting.choose(self.account, self.form().id, field, value)
        await self.world.settle()

    async def opens_home(self) -> str:
        """Open the Home tab and return what it says."""
        await self._acting.open_home(self.account)
        await self.world.settle()
        return plain_text(self._acting.home(self.account).blocks)

    def form(self) -> Any:
        """The form that is open."""
        view = self._acting.top_view(self.account)
        assert view is not None, f"no form is open; privately said: {self.whispers()[-1:]}"
        return view

    def option(self, field: str, saying: str) -> str:
        """The label of the choice in a field of the open form that says something."""
        _, element = find_field(self.form().blocks, field)
        return next(
            str(choice["text"]["text"]) for choice in choices(element) if saying in choice["text"]["text"]
        )

    def has_form(self) -> bool:
        return self._acting.top_view(self.account) is not None

    def sees(self, where: str) -> list[Seen]:
        found: list[Seen] = self._acting.messages(self._place(where), self.account)
        return found

    def _only_for_me(self, where: str) -> list[Seen]:
        place = self._place(where)
        known = {one.ts for one in self._acting.messages(place, self.account)}
        return [one for one in self._acting.ephemerals(self.account) if one.ts in known]

    def thread(self, where: str, ts: str) -> list[Seen]:
        found: list[Seen] = self._acting.messages(self._place(where), self.account, ts)
        return found

    def letters(self) -> list[str]:
        """Their direct messages from the bot, oldest first."""
        return [one.words for one in self._acting.dms(self.account) if not one.ephemeral]

    def whispers(self) -> list[str]:
        """What only they were shown, oldest first."""
        return [one.words for one in self._acting.ephemerals(self.account)]


def buttons_in(arguments: Any) -> set[str]:
    """The verbs of every button in what was sent."""
    if isinstance(arguments, str) and arguments[:1] in ("[", "{"):
        arguments = json.loads(arguments)
    if isinstance(arguments, list):
        return {verb for part in arguments for verb in buttons_in(part)}
    if not isinstance(arguments, dict):
        return set()
    own = {str(arguments["action_id"]).partition("#")[0]} if arguments.get("type") == "button" else set()
    return own | {verb for part in arguments.values() for verb in buttons_in(part)}


def dotted(name: str) -> str:
    mapping, _, key = name.partition("__")
    return f"{mapping}.{key.replace('_', '-')}"


def accounts(sample: Any) -> dict[str, str]:
    return {person.key: user_id(person, place) for place, person in enumerate(sample.file.people)}
