"""What Slack's answers mean for a message on its way: a "no" for good, for now, or no answer at all.

https://docs.slack.dev/reference/methods/chat.postMessage (errors)
"""

from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError

from bot.ports import LONGEST_PLACE, Busy, Trouble, Undeliverable, Unknown
from handlers.slack.calls import is_busy, seconds_asked, status
from handlers.slack.failures import slack_code

NO_CONNECTION = 10.0
"""Seconds to wait when Slack could not be reached at all; nothing was sent then."""

LOST = frozenset({"", "fatal_error", "internal_error", "service_unavailable", "request_timeout"})
"""Errors after which Slack itself says that it may have done something."""

TROUBLE = {
    "channel_not_found": Trouble.CHANNEL,
    "not_in_channel": Trouble.CHANNEL,
    "is_archived": Trouble.CHANNEL,
    "channel_is_archived": Trouble.CHANNEL,
    "restricted_action": Trouble.CHANNEL,
    "restricted_action_read_only_channel": Trouble.CHANNEL,
    "restricted_action_non_threadable_channel": Trouble.CHANNEL,
    "restricted_action_thread_only_channel": Trouble.CHANNEL,
    "cannot_dm_bot": Trouble.PERSON,
    "messages_tab_disabled": Trouble.PERSON,
    "user_disabled": Trouble.PERSON,
    "user_not_found": Trouble.PERSON,
    "user_not_visible": Trouble.PERSON,
    "users_not_found": Trouble.PERSON,
    "access_denied": Trouble.WORKSPACE,
    "account_inactive": Trouble.WORKSPACE,
    "app_missing_action_url": Trouble.WORKSPACE,
    "ekm_access_denied": Trouble.WORKSPACE,
    "enterprise_is_restricted": Trouble.WORKSPACE,
    "invalid_auth": Trouble.WORKSPACE,
    "missing_scope": Trouble.WORKSPACE,
    "no_permission": Trouble.WORKSPACE,
    "not_allowed_token_type": Trouble.WORKSPACE,
    "not_authed": Trouble.WORKSPACE,
    "org_login_required": Trouble.WORKSPACE,
    "team_access_not_granted": Trouble.WORKSPACE,
    "team_added_to_org": Trouble.WORKSPACE,
    "token_expired": Trouble.WORKSPACE,
    "token_revoked": Trouble.WORKSPACE,
    **dict.fromkeys(
        (
            "as_user_not_supported",
            "block_mismatch",
            "cannot_reply_to_message",
            "cant_delete_message",
            "cant_update_message",
            "edit_window_closed",
            "invalid_arguments",
            "invalid_attachments",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_json",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "invalid_thread_ts",
            "json_not_object",
            "markdown_text_conflict",
            "message_not_found",
            "metadata_must_be_sent_from_app",
            "metadata_too_large",
            "method_deprecated",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "thread_not_found",
            "too_many_attachments",
            "unknown_method",
        ),
        Trouble.MESSAGE,
    ),
}
"""Slack's words for a definite no. Any other, which it may have tomorrow, is taken for a passing one:
asking again does no harm, and what it is said about goes to whoever speaks for the channel in the end."""

NO_THREAD = frozenset({"thread_not_found", "invalid_thread_ts", "cannot_reply_to_message"})


@contextmanager
def understood() -> Iterator[None]:
    """Turn what a call to Slack raises into Undeliverable, Busy or Unknown."""
    try:
        yield
    except SlackApiError as error:
        raise meaning(error) from error
    except ClientConnectorError as error:
        raise Busy(NO_CONNECTION) from error
    except (ClientError, TimeoutError, OSError) as error:
        raise Unknown from error


def meaning(error: SlackApiError) -> Undeliverable | Busy | Unknown:
    code = slack_code(error)
    if is_busy(error):
        return Busy(seconds_asked(error))
    if status(error) >= 500 or code in LOST:
        return Unknown()
    return Undeliverable(TROUBLE.get(code, Trouble.PASSING), code)


def placed(channel: object, message: object, sent_to: str) -> tuple[str, str]:
    """Where Slack says that a message stands; raises Unknown when it does not say, or says what cannot be."""
    if not isinstance(message, str) or not 0 < len(message) <= LONGEST_PLACE:
        raise Unknown
    return (channel if isinstance(channel, str) and channel else sent_to), message
