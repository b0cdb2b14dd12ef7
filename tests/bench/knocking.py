"""Slack's requests as Slack sends them: signed, as bytes."""

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from multidict import CIMultiDict

SECRET = "only-for-the-bench"
TEAM, USER = "T0BENCH", "U0BENCH"


@dataclass(frozen=True, slots=True)
class Knock:
    """One request, with the headers that matter."""

    body: bytes
    headers: CIMultiDict[str]


def signed(body: str, secret: str = SECRET) -> Knock:
    """A form, signed at this moment; it is good for five minutes."""
    stamp, said = str(int(time.time())), body.encode()
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + said, hashlib.sha256).hexdigest()
    return Knock(
        said,
        CIMultiDict(
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
                "X-Slack-Request-Timestamp": stamp,
                "X-Slack-Signature": f"v0={digest}",
            }
        ),
    )


def command(text: str, *, team: str = TEAM, user: str = USER, secret: str = SECRET) -> Knock:
    """A slash command with every field that Slack sends, but for an address for answers at Slack itself.

    https://docs.slack.dev/interactivity/implementing-slash-commands
    """
    fields = {
        "token": "gIkuvaNzQIHg97ATvDxqgjtO",
        "team_id": team,
        "team_domain": "sample",
        "channel_id": "C0ALLSTAFF",
        "channel_name": "all-staff",
        "user_id": user,
        "user_name": "uma",
        "command": "/ilt",
        "text": text,
        "api_app_id": "A123456",
        "is_enterprise_install": "false",
        "trigger_id": "13345224609.738474920.8088930838d88f008e0",
    }
    return signed(urlencode(fields), secret)


def interaction(payload: dict[str, Any], secret: str = SECRET) -> Knock:
    """A button or a form that is sent: JSON in a form."""
    return signed(urlencode({"payload": json.dumps(payload)}), secret)
