"""What Slack's "no" means for whoever looks after the bot, in sentences."""

from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.errors import Problem
from handlers.slack.failures import slack_code

TOKENS = {
    "SLACK_BOT_TOKEN": "Copy it again from OAuth & Permissions (Bot User OAuth Token, xoxb-...).",
    "SLACK_APP_TOKEN": "Make a new one under Basic Information, App-Level Tokens, with connections:write.",
}
NOT_ACCEPTED = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "not_allowed_token_type",
        "no_permission",
        "org_login_required",
    }
)


@contextmanager
def understood(variable: str, url: str) -> Iterator[None]:
    """Turn whatever a call to Slack with the token of a variable raises into a `Problem` with a sentence."""
    try:
        yield
    except SlackApiError as error:
        raise Problem(in_words(slack_code(error), variable, url)) from error
    except (SlackClientError, ClientError, TimeoutError, OSError) as error:
        raise Problem(f"Slack cannot be reached at {url}. Check the network and SLACK_API_URL.") from error


def in_words(code: str, variable: str, url: str) -> str:
    """What to do about one of Slack's error names, after a call with the token of a variable."""
    if code in NOT_ACCEPTED:
        return f"Slack does not accept {variable} ({code}). {TOKENS[variable]}"
    if code == "missing_scope":
        return (
            f"Slack lets {variable} do less than the bot needs (missing_scope). "
            "`ilt-bot doctor` says what is missing; add it under OAuth & Permissions and install again."
        )
    if not code:
        return f"What answers at {url} is not Slack. Check SLACK_API_URL, or a proxy on the way."
    return f"Slack is not well at the moment ({code}). The bot tries again by itself."
