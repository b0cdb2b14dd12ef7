"""The page's own address book: what the browser asks for, and what it does in a person's name."""

from collections.abc import Awaitable, Callable
from importlib import resources
from typing import NoReturn

from aiohttp import web

from bot.sandbox.acting import Acting
from bot.sandbox.comings import Comings
from bot.sandbox.filling import WouldNotAccept
from bot.sandbox.page_state import PageState
from bot.sandbox.refusals import CannotDo
from bot.sandbox.timekeeping import Timekeeping
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import Workspace

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SENTENCES = {
    "channel_not_found": "There is no such channel.",
    "user_not_found": "There is no such person.",
    "message_not_found": "This message is gone.",
    "not_found": "This form is closed already.",
    "name_taken": "Another channel has this name already.",
    "invalid_name_required": "Write a name first.",
}
CHOSEN = (
    *("selected_option", "selected_options", "selected_date", "selected_time", "selected_date_time"),
    *("selected_user", "selected_users", "selected_conversation", "selected_conversations"),
    *("selected_channel", "selected_channels"),
)


class PageApi:
    """Answers the page."""

    def __init__(
        self,
        workspace: Workspace,
        acting: Acting,
        comings: Comings,
        state: PageState,
        time: Timekeeping,
        start_again: Callable[..., Awaitable[None]],
        elsewhere: Callable[[Json], Json],
    ) -> None:
        self._workspace = workspace
        self._acting = acting
        self._comings = comings
        self._state = state
        self._time = time
        self._start_again = start_again
        self._elsewhere = elsewhere

    def routes(self) -> list[web.RouteDef]:
        """Return every address of the page."""
        gets: dict[str, Handler] = {
            "/": page,
            "/static/{file}": page,
            "/sandbox/state": self.state,
            "/sandbox/channels/{id}/messages": self.messages,
            "/sandbox/home": self.home,
        }
        posts: dict[str, Handler] = {
            "/sandbox/say": self.say,
            "/sandbox/press": self.press,
            "/sandbox/suggest": self.suggest,
            "/sandbox/teams": self.on_teams,
            "/sandbox/home": self.open_home,
            "/sandbox/shortcut": self.shortcut,
            "/sandbox/views/{id}/submit": self.submit,
            "/sandbox/views/{id}/close": self.close,
            "/sandbox/channels/{id}": self.change_channel,
            "/sandbox/clock": self.clock,
            "/sandbox/reset": self.reset,
            "/sandbox/skip": self.skip,
        }
        return [
            *(web.get(address, told(handler)) for address, handler in gets.items()),
            *(web.post(address, told(handler)) for address, handler in posts.items()),
        ]

    async def state(self, request: web.Request) -> web.StreamResponse:
        """Everything but the messages."""
        return web.json_response(await self._state.everything(self._me(request.query.get("as", ""))))

    async def messages(self, request: web.Request) -> web.StreamResponse:
        """One conversation, or one thread; looking at it marks it as read."""
        me = self._me(request.query.get("as", ""))
        self._workspace.direct(me)
        conversation = self._workspace.conversation(request.match_info["id"])
        if me not in conversation.members:
            raise CannotDo("not_in_channel", "You are not in this channel.")
        thread_ts = request.query.get("thread_ts") or None
        if thread_ts is None and conversation.read(me):
            self._workspace.changes.tell("channel", conversation.id)
        return web.json_response(self._state.messages(conversation, me, thread_ts))

    async def home(self, request: web.Request) -> web.StreamResponse:
        """The Home tab as the bot last published it."""
        return web.json_response(self._state.home(self._me(request.query.get("as", ""))))

    async def say(self, request: web.Request) -> web.StreamResponse:
        """Write a message, or type a slash command."""
        body = await _json(request)
        me, channel, text = self._me(body.get("as", "")), str(body["channel"]), str(body["text"]).strip()
        if not text:
            raise CannotDo("no_text", "Write something first.")
        thread_ts = body.get("thread_ts") or None
        if text.startswith("/invite "):
            await self._comings.join(self._workspace.bot_id, self._joined(me, channel))
        elif not text.startswith("/"):
            await self._acting.say(me, channel, text, thread_ts)
        elif thread_ts:
            raise CannotDo("not_in_threads", "Commands do not work in threads. Type it in the channel.")
        else:
            await self._acting.command(me, channel, text)
        return web.json_response({"ok": True})

    async def press(self, request: web.Request) -> web.StreamResponse:
        """Press a button or choose in a menu: on a message, the Home tab or a modal."""
        body = await _json(request)
        me = self._me(body.get("as", ""))
        value = next((body[name] for name in CHOSEN if name in body), body.get("value"))
        block_id = str(body.get("block_id") or "")
        what = {"action_id": str(body["action_id"]), "block_id": block_id}
        if body.get("view_id"):
            view_id = str(body["view_id"])
            typed = body.get("values") or {}
            answer = await self._acting.press_in_view(me, view_id, **what, value=value, values=typed)
        else:
            channel, ts = str(body["channel"]), str(body["ts"])
            answer = await self._acting.press(me, channel, ts, **what, value=value)
        if not answer.ok:
            raise CannotDo("operation_timeout", "The bot did not answer. Try again in a moment.")
        return web.json_response({"ok": True})

    async def suggest(self, request: web.Request) -> web.StreamResponse:
        """Look up choices while somebody types."""
        body = await _json(request)
        me, view_id = self._me(body.get("as", "")), str(body["view_id"])
        field = str(body.get("block_id") or body["action_id"])
        options = await self._acting.suggest(me, view_id, field, str(body["value"]))
        return web.json_response({"ok": True, "options": options})

    async def on_teams(self, request: web.Request) -> web.StreamResponse:
        """What Microsoft Teams would show: `pages` of a message, a `dialog`, or neither."""
        return web.json_response({"ok": True, **self._elsewhere(await _json(request))})

    async def open_home(self, request: web.Request) -> web.StreamResponse:
        """Open the Home tab."""
        me = self._me((await _json(request)).get("as", ""))
        await self._acting.open_home(me)
        return web.json_response({"ok": True, **self._state.home(me)})

    async def shortcut(self, request: web.Request) -> web.StreamResponse:
        """Use a shortcut."""
        body = await _json(request)
        channel, ts = body.get("channel"), body.get("ts")
        me, callback_id = self._me(body.get("as", "")), str(body["callback_id"])
        await self._acting.shortcut(me, callback_id, channel, ts)
        return web.json_response({"ok": True})

    async def submit(self, request: web.Request) -> web.StreamResponse:
        """Send a modal; what is wrong comes back beside the fields."""
        body = await _json(request)
        me, view_id = self._me(body.get("as", "")), request.match_info["id"]
        view = self._acting.modals.mine(me, view_id)
        try:
            await self._acting.modals.submit_state(me, view_id, body.get("values") or {})
        except WouldNotAccept as refusal:
            return web.json_response({"ok": True, "errors": refusal.problems})
        if view.trouble:
            raise CannotDo("operation_timeout", view.trouble)
        return web.json_response({"ok": True} | ({"errors": view.errors} if view.errors else {}))

    async def close(self, request: web.Request) -> web.StreamResponse:
        """Close a modal."""
        me = self._me((await _json(request)).get("as", ""))
        await self._acting.close(me, request.match_info["id"])
        return web.json_response({"ok": True})

    async def change_channel(self, request: web.Request) -> web.StreamResponse:
        """Do to a channel what its members can do in Slack: `what` says which of these."""
        body = await _json(request)
        channel = self._joined(self._me(body.get("as", "")), request.match_info["id"])
        bot = self._workspace.bot_id
        doing: dict[str, Callable[[], Awaitable[None]]] = {
            "archive": lambda: self._comings.archive(channel),
            "unarchive": lambda: self._comings.unarchive(channel),
            "rename": lambda: self._comings.rename(channel, str(body.get("name", ""))),
            "remove_app": lambda: self._comings.leave(bot, channel),
            "add_app": lambda: self._comings.join(bot, channel),
            "share": lambda: self._comings.share(channel),
            "unshare": lambda: self._comings.share(channel, outside=False),
        }
        await doing[str(body["what"])]()
        return web.json_response({"ok": True})

    async def clock(self, request: web.Request) -> web.StreamResponse:
        """Move the clock."""
        to = str((await _json(request)).get("to", ""))
        if to == "next":
            happened = await self._time.go_to_next()
        else:
            happened = await self._time.go_to(self._time.moment(to))
        now = self._time.local(self._time.clock.now())
        return web.json_response({"ok": True, "now": now, "happened": happened})

    async def reset(self, _request: web.Request) -> web.StreamResponse:
        """Start the sample school again."""
        await self._start_again()
        return web.json_response({"ok": True})

    async def skip(self, _request: web.Request) -> web.StreamResponse:
        """Leave the tour's first chapter out."""
        await self._start_again(skipping=True)
        return web.json_response({"ok": True})

    def _joined(self, me: str, channel: str) -> str:
        if me not in self._workspace.conversation(channel).members:
            raise CannotDo("not_in_channel", "You are not in this channel.")
        return channel

    def _me(self, given: object) -> str:
        people = self._workspace.people()
        return self._workspace.user(str(given)).id if given else people[0].id


def told(handler: Handler) -> Handler:
    """Return a handler whose refusals reach the page as a name and a sentence."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except CannotDo as refusal:
            return _refused(refusal.error, refusal.words)
        except WouldNotAccept as refusal:
            return _refused("invalid_value", " ".join(refusal.problems.values()))
        except SlackError as refusal:
            words = SENTENCES.get(refusal.error, f"That did not work ({refusal.error}).")
            return _refused(refusal.error, words)
        except KeyError as missing:
            return _refused("invalid_arguments", f"Something is missing: {missing}.")

    return answer


def _refused(error: str, words: str) -> web.Response:
    return web.json_response({"ok": False, "error": error, "message": words}, status=400)


async def _json(request: web.Request) -> Json:
    if request.content_type != "application/json":
        _bad_request()
    try:
        body = await request.json()
    except ValueError:
        _bad_request()
    return body if isinstance(body, dict) else {}


def _bad_request() -> NoReturn:
    raise CannotDo("invalid_json", "The page sent something that cannot be read. Reload it.")


async def page(request: web.Request) -> web.StreamResponse:
    """Serve the page and its files from the package."""
    name = request.match_info.get("file", "index.html")
    kind = KINDS.get(name[name.rfind(".") :])
    file = resources.files("bot.sandbox").joinpath("page", name)
    if kind is None or "/" in name or not file.is_file():
        raise web.HTTPNotFound(text="There is no such page.")
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    return web.Response(text=file.read_text("utf-8"), content_type=kind, headers=headers)
