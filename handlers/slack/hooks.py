"""Which addresses the bot answers at beside its Web API: a request names one, and is believed only so far."""

from urllib.parse import SplitResult, urlsplit

SLACKS = ("hooks.slack.com", "hooks.slack-gov.com")
"""https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"""


def takes_answers(url: str, api: str) -> bool:
    """Whether an answer may go to `url`: it is Slack's own, or where `api` is when that stands in for Slack.

    A request is known by its signature, not by what it names: whoever got hold of the secret must not be able
    to have the bot call what only it can reach.
    """
    try:
        asked, base = urlsplit(url), urlsplit(api)
        if asked.scheme == "https" and asked.hostname in SLACKS and asked.port in (None, 443):
            return True
        return not _is_slack(base) and _origin(asked) == _origin(base)
    except ValueError:
        return False


def _is_slack(base: SplitResult) -> bool:
    return f".{base.hostname}".endswith((".slack.com", ".slack-gov.com"))


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port
