"""The contract's eyes and hands on Microsoft Teams: a tenant in memory, over real HTTP."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any
from urllib.parse import unquote

from bot.app.core import Core
from bot.app.screens import home_screen
from bot.app.teams import OnTeams as BotOnTeams
from bot.app.teams import on_teams as bot_on_teams
from bot.messages.dialogs import CHANGED
from bot.messages.vocabulary import Button, Message, buttons, paragraph
from bot.model.audiences import Audience
from bot.ports import Letter
from bot.sandbox.clock import StillClock
from bot.sandbox.teams.dialogs import Dialog
from bot.sandbox.teams.forms import Field
from bot.sandbox.teams.reading import Seen
from bot.sandbox.teams.seed import Person
from bot.sandbox.teams.server import Teams
from handlers.catalogue import catalogue
from handlers.platform.verbs import Verbs
from handlers.teams.app import MicrosoftTeams, assembled
from handlers.teams.calls import Connector
from handlers.teams.spelling import spelled
from handlers.teams.workspaces import Tenants
from tests.contract.platforms import STRANGER, Shown
from tests.contract.school import School
from tests.contract.witness import Watched, Witness
from tests.databases import SCHOOL, sample
from tests.teams_world import in_teams, installed, team_id, tenant_of, user_id

KINDS = {"Text": "text", "Toggle": "check", "Date": "date", "Time": "time", "Number": "number"}
WHERE = team_id("all-staff")


@dataclass
class OnTeams:
    """The sample school in the tenant that stands for Teams."""

    school: School
    tenant: Teams
    teams: MicrosoftTeams
    verbs: Verbs
    witness: Witness

    async def shows(self, button: Button) -> None:
        said = Message("Something to do", (paragraph("Something to do"), buttons(button)))
        letter = Letter("1", SCHOOL, "a/b", Audience.all_staff(), said, "teams", 0)
        await self.teams.messenger.deliver(letter, None)

    async def presses(self, who: str, label: str) -> None:
        await self._press(who, WHERE, label)

    async def types(self, who: str, words: str) -> None:
        user = user_id(who)
        before = len(self.tenant.acting.messages(user=user))
        await self.tenant.acting.says(user, words)
        await self.teams.afterwards.drain()
        for message in self.tenant.acting.messages(user=user)[before:]:
            if "Open the form" in message.buttons:
                await self._press(who, "", "Open the form")

    async def chooses(self, who: str, verb: str) -> None:
        await self.tenant.acting.use_action(user_id(who), verb)
        await self.teams.afterwards.drain()

    def form(self, who: str) -> Sequence[Shown] | None:
        dialog = self._dialog(who)
        asked = [one for one in dialog.fields if not one.name.endswith("?")] if dialog else []
        return [shown(one, dialog) for one in asked] if dialog and asked else None

    def complaints(self, who: str) -> Mapping[str, str]:
        dialog = self._dialog(who)
        found = {one.name: one.error.removeprefix("⚠ ") for one in dialog.fields} if dialog else {}
        return {name: said for name, said in found.items() if said}

    async def sends(self, who: str, values: Mapping[str, Any], *, twice: bool = False) -> None:
        dialog = self._dialog(who)
        assert dialog is not None
        await self._send(who, dialog, values)
        again = self._dialog(who)
        if again is not None and CHANGED in again.words:
            await self._send(who, again, values)
        if twice:
            await self.tenant.sender.again()
        await self.teams.afterwards.drain()

    async def _send(self, who: str, dialog: Dialog, values: Mapping[str, Any]) -> None:
        known = {one.name for one in dialog.fields}
        given = {name: value for name, value in values.items() if name in known}
        await self.tenant.acting.submit(user_id(who), given)

    def chat_of(self, who: str) -> list[str]:
        return [one.words for one in self.tenant.acting.messages(user=user_id(who))]

    def private(self, who: str) -> str:
        dialog = self._dialog(who)
        return "\n".join([*self.chat_of(who), dialog.words if dialog else ""])

    def public(self) -> list[str]:
        return [one.words for one in self.tenant.acting.messages(WHERE)]

    def spells(self, said: Message) -> Message:
        return spelled(said, self.verbs.typable)

    def spelled(self, sentence: str) -> str:
        return spelled(sentence, self.verbs.typable)

    def wrong(self) -> list[str]:
        refused = [f"{call.method}: {call.answer}" for call in self.tenant.calls.all() if call.status >= 400]
        return refused + [str(one) for one in self.tenant.acting.errors]

    async def clear(self) -> None:
        for conversation in self.tenant.tenant.conversations.values():
            conversation.messages.clear()
        for who in self.tenant.tenant.people:
            self.tenant.acting.close(who)
        self.witness.clear()
        self.school.back()

    async def _press(self, who: str, where: str, label: str) -> None:
        user = user_id(who)
        newest = next(one for one in reversed(self._seen(where, user)) if label in one.buttons)
        await self.tenant.acting.press(user, newest, label)
        await self.teams.afterwards.drain()

    def _seen(self, where: str, user: str) -> list[Seen]:
        return self.tenant.acting.messages(where, user)

    def _dialog(self, who: str) -> Dialog | None:
        return self.tenant.acting.dialog(user_id(who))


def shown(field: Field, dialog: Dialog) -> Shown:
    """A field of a dialog as a person sees it."""
    element = field.element
    optional = field.label.endswith(" (optional)")
    label = field.label.removesuffix(" (optional)")
    hint = hint_of(dialog.card, field.name)
    value: Any = field.value or None
    if field.kind == "ChoiceSet":
        options = tuple(
            (unquote(code), title.replace(" – ", " ", 1)) for code, title in field.options if code != "~"
        )
        if field.is_multiple:
            value = tuple(unquote(one) for one in field.value.split(",") if one) or None
            return Shown(field.name, label, "many", value, options, hint, optional)
        value = unquote(field.value) if field.value else None
        return Shown(field.name, label, "choice", value, options, hint, optional)
    if field.kind == "Toggle":
        said = (("checked", str(element["title"])),)
        return Shown(field.name, label, "check", field.value == "true", said, hint, True)
    return Shown(field.name, label, KINDS[field.kind], value, (), hint, optional)


def hint_of(card: Any, name: str) -> str:
    """The quiet lines under a field."""
    elements = card["body"]
    place = next(at for at, one in enumerate(elements) if one.get("id") == name)
    words = takewhile(lambda one: one["type"] == "RichTextBlock", elements[place + 1 :])
    quiet = [run["text"] for one in words for run in one["inlines"] if run.get("isSubtle")]
    return " ".join(quiet)


@asynccontextmanager
async def on_teams(school: School) -> AsyncIterator[OnTeams]:
    """The bot behind Teams' door, with everybody known, kept as it stands."""
    witness = Witness()
    perform = Watched(school.core.units, school.clock, witness)
    core = replace(school.core, perform=perform)
    visitor = Person(user_id(STRANGER), "Vera Visitor", "vera@elsewhere.example")
    seed = tenant_of(sample().file, more=(visitor,))
    clock = StillClock(school.clock.now())

    def watched(core: Core, tenants: Tenants, connector: Connector, **doors: Any) -> BotOnTeams:
        bot = bot_on_teams(core, tenants, connector, **doors)
        del doors["pace"]
        seen = witness.watching(catalogue(core.start))
        teams = assembled(
            seen,
            home_screen(core),
            perform=perform,
            tenants=tenants,
            connector=connector,
            everywhere=core.units,
            **doors,
        )
        return replace(bot, teams=teams)

    async with in_teams(core, seed, clock, watched) as (tenant, bot):
        await installed(tenant, bot.teams.afterwards)
        await bot.teams.directory.sync(SCHOOL)
        school.keep()
        yield OnTeams(school, tenant, bot.teams, Verbs(catalogue(core.start)), witness)
