"""`ilt-bot manifest`: what a school pastes into Slack's "create an app from a manifest"."""

from argparse import Namespace
from pathlib import Path

import yaml

from bot.app import slack_manifest
from bot.errors import Problem

HEADER = """\
# The Slack app: paste this into "Create an app from a manifest" at api.slack.com/apps.
# Made by `ilt-bot manifest`; a test fails when it and the program differ.
"""


def run(arguments: Namespace) -> int:
    words = HEADER + yaml.safe_dump(
        slack_manifest(arguments.url), sort_keys=False, allow_unicode=True, width=110
    )
    if not arguments.check:
        print(words, end="")
        return 0
    path = Path("app.yaml")
    if not path.exists() or path.read_text(encoding="utf-8") != words:
        raise Problem(
            "app.yaml is not what this program makes. Run `make manifest` and look at the difference."
        )
    print("app.yaml is what this program makes.")
    return 0
