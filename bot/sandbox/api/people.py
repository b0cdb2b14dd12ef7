"""`users.*`, `team.*`, `bots.*`, `auth.*`: who is here, and who the bot itself is.

https://docs.slack.dev/reference/methods/users.list
"""

from bot.sandbox.api.method import Arguments, Parts, Run, listed, need, page
from bot.sandbox.shown import shown_user
from bot.sandbox.wire import Json, SlackError


def list_users(parts: Parts, arguments: Arguments) -> Json:
    """List everybody with an account, closed ones and bots among them."""
    need(parts.workspace, "users:read")
    shown, cursor = page(list(parts.workspace.users.values()), arguments)
    return listed("members", (shown_user(parts.workspace, user) for user in shown), cursor)


def user_info(parts: Parts, arguments: Arguments) -> Json:
    """Return one person."""
    need(parts.workspace, "users:read")
    user = parts.workspace.user(arguments.required("user"))
    return {"ok": True, "user": shown_user(parts.workspace, user)}


def lookup_by_email(parts: Parts, arguments: Arguments) -> Json:
    """Return the person with this address."""
    need(parts.workspace, "users:read.email")
    wanted = arguments.required("email").lower()
    for user in parts.workspace.users.values():
        if user.email.lower() == wanted and not user.deleted:
            return {"ok": True, "user": shown_user(parts.workspace, user)}
    raise SlackError("users_not_found")


def team_info(parts: Parts, _arguments: Arguments) -> Json:
    """Return the workspace."""
    need(parts.workspace, "team:read")
    team = parts.workspace.seed.team
    return {"ok": True, "team": {"id": team.id, "name": team.name, "domain": team.domain}}


def bot_info(parts: Parts, arguments: Arguments) -> Json:
    """Return the bot."""
    need(parts.workspace, "users:read")
    bot = parts.workspace.seed.bot
    if arguments.text("bot") not in ("", bot.bot_id):
        raise SlackError("bot_not_found")
    shown = {"id": bot.bot_id, "app_id": bot.app_id, "user_id": bot.user_id, "name": bot.name}
    return {"ok": True, "bot": {**shown, "deleted": False, "icons": {}}}


def auth_test(parts: Parts, _arguments: Arguments) -> Json:
    """Say whom the token belongs to."""
    seed = parts.workspace.seed
    return {
        "ok": True,
        "url": f"{parts.passes.base_url}/",
        "team": seed.team.name,
        "team_id": seed.team.id,
        "user": seed.bot.name.lower(),
        "user_id": seed.bot.user_id,
        "bot_id": seed.bot.bot_id,
        "is_enterprise_install": False,
    }


def api_test(_parts: Parts, arguments: Arguments) -> Json:
    """Answer, so that a caller knows that calls arrive."""
    if arguments.text("error"):
        raise SlackError(arguments.text("error"))
    return {"ok": True, "args": {}}


def open_connection(parts: Parts, _arguments: Arguments) -> Json:
    """Return an address at which one Socket Mode connection may be opened."""
    address = parts.passes.base_url.replace("http", "ws", 1)
    return {"ok": True, "url": f"{address}/socket?ticket={parts.sockets.ticket()}"}


METHODS: dict[str, Run] = {
    "users.list": list_users,
    "users.info": user_info,
    "users.lookupByEmail": lookup_by_email,
    "team.info": team_info,
    "bots.info": bot_info,
    "auth.test": auth_test,
    "api.test": api_test,
    "apps.connections.open": open_connection,
}
