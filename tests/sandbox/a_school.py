"""A small school for the sandbox's own tests."""

from datetime import UTC, datetime

from bot.sandbox.seed import (
    Bot,
    Channel,
    Command,
    DoneWhen,
    Seed,
    Shortcut,
    Step,
    Team,
    Tour,
    User,
    Verb,
)

MONDAY = datetime(2026, 10, 12, 13, 45, tzinfo=UTC)
SECRET = "shh"
BOT = Bot(
    user_id="U0BOT",
    bot_id="B0BOT",
    app_id="A0BOT",
    name="School",
    token="xoxb-bot",
    app_token="xapp-app",
    signing_secret=SECRET,
    scopes=frozenset(
        {
            *("chat:write", "commands", "team:read", "app_mentions:read"),
            *("channels:read", "groups:read", "im:read", "channels:join"),
            *("channels:history", "groups:history", "im:history", "im:write"),
            *("users:read", "users:read.email"),
        }
    ),
)
SEED = Seed(
    team=Team("T1", "Cedar Grove", "America/Denver", about="A school to try things in."),
    users=(
        User("U1", "Ana Ortiz", email="ana@example.org", title="Principal", team="Office"),
        User("U2", "Ben Lee", email="ben@example.org", title="Teacher", team="Grade 3"),
        User("U3", "Cara Diaz", title="Teacher", team="Grade 4"),
    ),
    channels=(
        Channel("C1", "all-staff", members=("U1", "U2", "U3")),
        Channel("C2", "ilt", is_private=True, members=("U1", "U2")),
        Channel("C3", "grade-3", members=("U2",), bot_is_member=False),
        Channel("C4", "old", members=("U1",), is_archived=True),
    ),
    bot=BOT,
    commands=(Command("/ilt", "Everything the bot can do", "[verb]", (Verb("input", "Say something"),)),),
    shortcuts=(Shortcut("say", "Say something"),),
    tour=Tour(
        "Try this next",
        (
            Step("ask", "Ask", "Type it.", DoneWhen("command", "/ilt input"), "U2", "C1", "/ilt input "),
            Step("send", "Send", "Send it.", DoneWhen("view_submission", "input")),
            Step("wait", "Wait", "Move the clock.", DoneWhen("clock_moved")),
            Step("wait-again", "Wait again", "Move it again.", DoneWhen("clock_moved")),
        ),
    ),
)


def words(text: str) -> dict[str, object]:
    """Return a plain text object."""
    return {"type": "plain_text", "text": text}


def section(text: str) -> dict[str, object]:
    """Return a section with words in it."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(text: str, action_id: str, **more: object) -> dict[str, object]:
    """Return a button."""
    return {"type": "button", "text": words(text), "action_id": action_id, **more}


def actions(*elements: dict[str, object]) -> dict[str, object]:
    """Return a row of buttons."""
    return {"type": "actions", "block_id": "buttons", "elements": list(elements)}


def asks(block_id: str, element: dict[str, object], **more: object) -> dict[str, object]:
    """Return an input block; its action_id is `value`."""
    return {
        "type": "input",
        "block_id": block_id,
        "label": words(block_id.capitalize()),
        "element": {"action_id": "value", **element},
        **more,
    }


def options(*values: str) -> list[dict[str, object]]:
    """Return options whose words are their values, capitalised."""
    return [{"text": words(value.capitalize()), "value": value} for value in values]


def modal(*blocks: dict[str, object], **more: object) -> dict[str, object]:
    """Return a modal that can be sent."""
    common = {"type": "modal", "callback_id": "input", "title": words("Say it"), "submit": words("Send")}
    return {**common, "blocks": list(blocks), **more}


WRITING = {"type": "plain_text_input", "max_length": 20}
