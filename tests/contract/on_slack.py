"""The contract's eyes and hands on Slack: the sandbox, over real HTTP."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app.sample import seeded
from bot.app.slack import home_screen
from bot.messages.vocabulary import Button, Message, buttons, paragraph
from bot.model.audiences import Audience
from bot.ports import Letter
from bot.sandbox.clock import StillClock
from bot.sandbox.filling import choices
from bot.sandbox.limits import Limits
from bot.sandbox.reading import plain_text
from bot.sandbox.seed import User
from bot.sandbox.server import Sandbox
from bot.sandbox.views import View
from handlers.catalogue import catalogue
from handlers.slack.app import Slack, assembled
from handlers.slack.workspaces import slack_session
from tests.contract.platforms import STRANGER, Shown
from tests.contract.school import School
from tests.contract.witness import Watched, Witness
from tests.databases import SCHOOL, sample
from tests.world import MISSHAPEN, accounts

KINDS = {
    "plain_text_input": "text",
    "static_select": "choice",
    "external_select": "choice",
    "radio_buttons": "choice",
    "checkboxes": "many",
    "multi_static_select": "many",
    "multi_external_select": "many",
    "datepicker": "date",
    "timepicker": "time",
    "number_input": "number",
}
WHERE = "C0ALLSTAFF"


@dataclass
class OnSlack:
    """The sample school in the sandbox that stands for Slack."""

    school: School
    sandbox: Sandbox
    slack: Slack
    accounts: Mapping[str, str]
    witness: Witness

    async def shows(self, button: Button) -> None:
        said = Message("Something to do", (paragraph("Something to do"), buttons(button)))
        letter = Letter("1", SCHOOL, "a/b", Audience.all_staff(), said, "slack", 0)
        await self.slack.messenger.deliver(letter, None)

    async def presses(self, who: str, label: str) -> None:
        user = self.accounts[who]
        seen = self.sandbox.acting.messages(WHERE, user)
        newest = next(one for one in reversed(seen) if label in one.buttons)
        await self.sandbox.acting.press(user, WHERE, newest.ts, label=label)
        await self.slack.afterwards.drain()

    async def types(self, who: str, words: str) -> None:
        await self.sandbox.acting.command(self.accounts[who], WHERE, f"/ilt {words}")
        await self.slack.afterwards.drain()

    async def chooses(self, who: str, verb: str) -> None:
        await self.sandbox.acting.shortcut(self.accounts[who], verb)
        await self.slack.afterwards.drain()

    def form(self, who: str) -> Sequence[Shown] | None:
        view = self._view(who)
        if view is None:
            return None
        return [shown(block) for block in view.blocks if block["type"] == "input"]

    def complaints(self, who: str) -> Mapping[str, str]:
        view = self._view(who)
        return dict(view.errors) if view else {}

    async def sends(self, who: str, values: Mapping[str, Any], *, twice: bool = False) -> None:
        view = self._view(who)
        assert view is not None
        if twice:
            self.sandbox.faults.deliver_twice("interactive")
        elements = {str(block["block_id"]): block["element"] for block in view.blocks if "element" in block}
        given = {name: _written(elements[name], value) for name, value in values.items() if name in elements}
        await self.sandbox.acting.submit(self.accounts[who], view.id, given)
        await self.slack.afterwards.drain()

    def chat_of(self, who: str) -> list[str]:
        acting, account = self.sandbox.acting, self.accounts[who]
        return [one.words for one in (*acting.ephemerals(account), *acting.dms(account))]

    def private(self, who: str) -> str:
        view = self._view(who)
        return "\n".join([*self.chat_of(who), plain_text(view.blocks) if view else ""])

    def public(self) -> list[str]:
        held = self.sandbox.workspace.conversation(WHERE).messages.values()
        return [plain_text(one.blocks) or one.text for one in held if one.only_for is None]

    def spelled(self, sentence: str) -> str:
        return sentence

    def wrong(self) -> list[str]:
        calls = self.sandbox.calls.all()
        return [
            f"{call.method}: {call.answer}"
            for call in calls
            if call.answer and call.answer.get("error") in MISSHAPEN
        ]

    def spells(self, said: Message) -> Message:
        return said

    async def clear(self) -> None:
        for conversation in self.sandbox.workspace.conversations.values():
            conversation.messages.clear()
        for account in self.accounts.values():
            for view in self.sandbox.workspace.views.stack(account):
                await self.sandbox.acting.close(account, view.id)
        self.witness.clear()
        self.school.back()

    def _view(self, who: str) -> View | None:
        return self.sandbox.acting.top_view(self.accounts[who])


def shown(block: Any) -> Shown:
    """A field of a modal as a person sees it."""
    element = block["element"]
    kind = KINDS[element["type"]]
    options = tuple((str(one["value"]), worded(one)) for one in choices(element))
    first = element.get("initial_options") or [element.get("initial_option")]
    chosen = tuple(one["value"] for one in first if one)
    if [value for value, _ in options] == ["checked"]:
        kind, value = "check", bool(chosen)
    elif kind in ("choice", "many"):
        value = (chosen if kind == "many" else chosen[0]) if chosen else None
    else:
        value = next((element[name] for name in element if name.startswith("initial_")), None)
    hint = block.get("hint", {}).get("text", "")
    label = block["label"]["text"]
    return Shown(block["block_id"], label, kind, value, options, hint, bool(block.get("optional")))


def worded(option: Any) -> str:
    """What an option says; a label that is too long goes on in the line below it."""
    label = str(option["text"]["text"])
    below = str(option.get("description", {}).get("text", ""))
    return label[:-1] + below if label.endswith("…") else f"{label} {below}".strip()


def _written(element: Any, value: Any) -> Any:
    if isinstance(value, bool):
        return ["checked"] if value else []
    if element["type"] == "external_select":
        return {"value": value, "text": {"type": "plain_text", "text": value}}
    if element["type"] == "multi_external_select":
        return [{"value": one, "text": {"type": "plain_text", "text": one}} for one in value]
    return value


@asynccontextmanager
async def on_slack(school: School) -> AsyncIterator[OnSlack]:
    """The bot behind Slack's door, with everybody known, kept as it stands."""
    witness = Witness()
    perform = Watched(school.core.units, school.clock, witness)
    core = replace(school.core, perform=perform)
    async with AsyncExitStack() as stack:
        known = sample()
        seed = seeded(known, core)
        visitor = User("U900", "Vera Visitor", email="vera@elsewhere.example")
        channels = tuple(
            replace(one, members=(*one.members, visitor.id)) if one.id == WHERE else one
            for one in seed.channels
        )
        seed = replace(seed, users=(*seed.users, visitor), channels=channels)
        sandbox = Sandbox(seed, clock=StillClock(school.clock.now()), limits=Limits(posts=(1000.0, 1000)))
        server = await stack.enter_async_context(TestServer(sandbox.web()))
        sandbox.base_url = str(server.make_url("")).rstrip("/")
        session = await stack.enter_async_context(slack_session())
        slack = assembled(
            witness.watching(catalogue(core.start)),
            home_screen(core),
            perform=perform,
            session=session,
            base_url=f"{sandbox.base_url}/api/",
            signing_secret=seed.bot.signing_secret,
            everywhere=core.units,
        )
        await slack.workspaces.introduce(SCHOOL, seed.bot.token)
        await slack.directory.sync(SCHOOL)
        application = web.Application()
        application.add_routes(slack.door.routes())
        door = await stack.enter_async_context(TestServer(application))
        sandbox.bot_url = str(door.make_url("/slack/events"))
        school.keep()
        yield OnSlack(school, sandbox, slack, {**accounts(known), STRANGER: visitor.id}, witness)
        await sandbox.close()
