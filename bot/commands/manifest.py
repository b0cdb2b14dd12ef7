"""`ilt-bot manifest`: what a school gives to Slack or Teams so that they know the app."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import yaml

from bot.app import slack_manifest
from bot.app.packages import teams_app, teams_manifest, teams_package
from bot.errors import Problem
from bot.settings import Settings

HEADER = """\
# The Slack app: paste this into "Create an app from a manifest" at api.slack.com/apps.
# Made by `ilt-bot manifest`; a test fails when it and the program differ.
"""
NO_CLIENT_ID = (
    "For which bot? Set TEAMS_CLIENT_ID, or add --client-id: it is the Application (client) ID in the bot's "
    "app registration, Overview. docs/teams.md says how to make one."
)
NO_PAGE = (
    "Teams shows a website, a privacy page and terms of use for every app. Without --url they lead to "
    "example.org: give the address of a page about the bot, such as --url https://district.example/ilt-bot."
)


def run(arguments: Namespace) -> int:
    if arguments.platform == "teams":
        return for_teams(arguments)
    if arguments.out or arguments.client_id:
        raise Problem("--out and --client-id are for Teams: add --platform teams.")
    return for_slack(arguments)


def for_slack(arguments: Namespace) -> int:
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


def for_teams(arguments: Namespace) -> int:
    if arguments.check:
        raise Problem("--check looks at app.yaml, which is for Slack. Leave --platform out.")
    client_id = arguments.client_id or Settings.read().teams_client_id
    if not client_id:
        raise Problem(NO_CLIENT_ID)
    app = teams_app(client_id.strip(), arguments.url)
    if arguments.out is None:
        print(json.dumps(teams_manifest(app), ensure_ascii=False, indent=2))
        return 0
    path = Path(arguments.out)
    written(path, teams_package(app))
    print(f"{path} is the app package, version {app.version}. Upload it in the Teams admin center.")
    if arguments.url is None:
        print(NO_PAGE, file=sys.stderr)
    return 0


def written(path: Path, package: bytes) -> None:
    """Write the package; raises `Problem` rather than overwrite a file that is something else."""
    if path.exists() and not is_package(path):
        raise Problem(f"{path} is there already and is not an app package. Choose another name.")
    try:
        path.write_bytes(package)
    except OSError as error:
        raise Problem(f"{path} cannot be written ({error.strerror}). Choose another place.") from error


def is_package(path: Path) -> bool:
    try:
        with ZipFile(path) as zipped:
            return b"MicrosoftTeams.schema.json" in zipped.read("manifest.json")
    except (BadZipFile, KeyError, OSError):
        return False
