"""The `ilt-bot` command line. Nothing heavy is imported before it is known to be needed."""

import argparse
import gc
import logging
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TypeAlias

from bot.arguments import a_day, address, anywhere, days, moment, port
from bot.errors import Problem
from bot.unforeseen import say_unexpected

DESCRIPTION = "The routines of a school's Instructional Leadership Team, carried by a chat bot."
EPILOG = "Start with `ilt-bot sandbox`: a sample school in your browser. Nothing leaves your computer."

TRY_IT = "Try the bot in a browser: set a school up in chat, or use the sample school"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 when it is done, 1 when something must be mended first, 2 for a slip in typing."""
    parsed = parser().parse_args(arguments)
    sys.excepthook = say_unexpected
    tame_teams_sdk()
    import_module("bot.logs").configure(level=logging.WARNING, pretty=True)
    module = command(parsed.module)
    try:
        return int(getattr(module, parsed.run)(parsed) or 0)
    except Problem as problem:
        print(f"ilt-bot: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the words has gone; Python would complain about it once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def command(module: str) -> ModuleType:
    """Import what runs a command, and keep it out of what Python looks through for rubbish.

    The program is hundreds of thousands of objects that stay for good. Looking through them takes a fifth of
    the start, and would hold everybody up for a quarter of a second whenever it happened again.
    """
    gc.disable()
    try:
        found = import_module(f"bot.commands.{module}")
        gc.freeze()
        return found
    finally:
        gc.enable()


def tame_teams_sdk() -> None:
    """Keep Microsoft's SDK, should a command load it, from what it does at import: it would read any `.env`
    above this folder into the environment, and print which of its parts are new."""
    os.environ["PYTHON_DOTENV_DISABLED"] = "1"
    warnings.filterwarnings("ignore", module=r"microsoft_teams\.")


def parser() -> argparse.ArgumentParser:
    """Every command with its help; building it imports none of them."""
    top = argparse.ArgumentParser(prog="ilt-bot", description=DESCRIPTION, epilog=EPILOG)
    words = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _running(words)
    _school(words)
    _roster(words)
    _calendar(words)
    _clock(words)
    _records_of_meetings(words)
    _upkeep(words)
    _records(words)
    return top


Words: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _word(words: Words, name: str, module: str, run: str, says: str) -> argparse.ArgumentParser:
    one = words.add_parser(name, help=says, description=f"{says}.")
    one.set_defaults(module=module, run=run)
    return one


def _running(words: Words) -> None:
    sandbox = _word(words, "sandbox", "sandbox", "run", TRY_IT)
    sandbox.add_argument("--port", type=port, default=4000, help="where to serve the page (4000)")
    sandbox.add_argument(
        "--host",
        metavar="ADDRESS",
        help="let others on the network open the page and act in it: 0.0.0.0 (this computer alone)",
    )
    sandbox.add_argument(
        "--sample", action="store_true", help="begin with a school that has been at work for a while"
    )
    sandbox.add_argument("--no-open", action="store_true", help="do not open the browser")
    sandbox.add_argument(
        "--at", type=moment, metavar="ISO", help="start the school's clock here (2026-10-19T12:00)"
    )
    sandbox.add_argument(
        "--for",
        dest="bot",
        type=anywhere,
        metavar="URL",
        help="stand in for Slack before a bot that runs elsewhere: its address (http://127.0.0.1:8080)",
    )
    serve = _word(words, "serve", "serve", "run", "Run the bot in your Slack workspace, in Teams, or in both")
    serve.add_argument(
        "--teams-dev",
        action="store_true",
        help="for a Teams client on this computer: nothing is signed, nobody else can reach the bot",
    )
    _word(words, "doctor", "doctor", "run", "Say what is missing, and how to mend it")


def _school(words: Words) -> None:
    school = words.add_parser("school", help="Write down your school, or read it back").add_subparsers(
        metavar="new|apply|export|handover|leave", required=True
    )
    new = _word(school, "new", "school", "new", "Begin an empty school, to be set up in chat with /ilt setup")
    new.add_argument("name", metavar="NAME", help='what it is called ("Lincoln Elementary")')
    new.add_argument("--zone", required=True, metavar="ZONE", help="its time zone (America/Denver)")
    new.add_argument(
        "--admin", required=True, metavar="EMAIL", help="whoever sets it up, as Slack knows them"
    )
    new.add_argument("--key", metavar="KEY", help="a short name that never changes (made of NAME)")
    apply = _word(school, "apply", "school", "apply", "Make the school what a school.yaml says")
    apply.add_argument("file", metavar="FILE")
    export = _word(school, "export", "school", "export", "Write the school as a school.yaml")
    export.add_argument("--school", metavar="KEY", help="which school, when there are several")
    handed_on = _word(
        school, "handover", "school", "handover", "Write down what is handed on when somebody else leads"
    )
    handed_on.add_argument("--school", metavar="KEY", help="which school, when there are several")
    leave = _word(school, "leave", "school", "leave", "Give up one of two chat platforms")
    leave.add_argument("platform", choices=("slack", "teams"), help="after its variables have been taken out")
    leave.add_argument("--school", metavar="KEY", help="which school, when there are several")


def _roster(words: Words) -> None:
    roster = words.add_parser("roster", help="Bring your staff in").add_subparsers(
        metavar="import", required=True
    )
    taken = _word(roster, "import", "roster", "run", "Take staff from a CSV file or a OneRoster export")
    taken.add_argument("file", metavar="FILE", help="a list of staff (.csv), or a OneRoster 1.1 or 1.2 zip")
    taken.add_argument("--school", metavar="KEY", help="which school, when there are several")
    taken.add_argument("--district", action="store_true", help="every school of the export, new ones too")
    taken.add_argument("--zone", metavar="ZONE", help="the time zone of new schools (America/Denver)")
    taken.add_argument("--leavers", action="store_true", help="who is not in the file leaves")
    taken.add_argument("--many-leave", action="store_true", help="even when more than a fifth leave")
    taken.add_argument("--new-teams", action="store_true", help="make teams that are not there yet")
    taken.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    taken.add_argument("--yes", action="store_true", help="do not ask again")


def _calendar(words: Words) -> None:
    calendar = words.add_parser("calendar", help="Bring the school calendar in").add_subparsers(
        metavar="import", required=True
    )
    taken = _word(calendar, "import", "calendar", "run", "Take days without school from a CSV or ICS file")
    taken.add_argument("file", metavar="FILE")
    taken.add_argument("--dry-run", action="store_true", help="say what would follow, and change nothing")
    taken.add_argument("--school", metavar="KEY", help="which school, when there are several")


def _clock(words: Words) -> None:
    upcoming = _word(
        words, "upcoming", "upcoming", "upcoming", "List every message that would be sent: when, to whom, why"
    )
    upcoming.add_argument(
        "--days", type=days, default=14, metavar="N", help="how many days ahead to look (14)"
    )
    upcoming.add_argument(
        "--at", type=moment, metavar="ISO", help="look from this moment of the school's clock"
    )
    tick = _word(
        words, "tick", "upcoming", "tick", "Do once what the clock would do at a moment, and deliver"
    )
    when = "the moment on the school's clock, or with a zone (now)"
    tick.add_argument("--at", type=moment, metavar="ISO", help=when)
    tick.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    told = _word(
        words, "deliveries", "deliveries", "run", "List which messages arrived, which did not, and why"
    )
    told.add_argument("--school", metavar="KEY", help="only this school")
    told.add_argument("--days", type=days, default=7, metavar="N", help="how many days to look back (7)")
    told.add_argument(
        "--state",
        choices=("expired", "failed", "unsure", "dropped", "waiting"),
        help="list only these of the messages that did not arrive",
    )
    told.add_argument("--format", choices=("text", "csv", "json"), default="text", help="of the list (text)")


def _records_of_meetings(words: Words) -> None:
    minutes = _word(words, "minutes", "minutes", "run", "Write the minutes of an ILT meeting to a file")
    minutes.add_argument("--day", type=a_day, metavar="DAY", help="of which meeting (the last; 2026-10-13)")
    minutes.add_argument("--format", choices=("md", "pdf"), default="md", help="of the file (md)")
    minutes.add_argument("--out", metavar="FILE", required=True, help="where to write it")
    minutes.add_argument("--school", metavar="KEY", help="which school, when there are several")


def _upkeep(words: Words) -> None:
    manifest = _word(words, "manifest", "manifest", "run", "Make what Slack or Teams is told about the app")
    manifest.add_argument(
        "--platform",
        choices=("slack", "teams"),
        default="slack",
        help="print Slack's manifest (app.yaml), or make the Teams app package",
    )
    manifest.add_argument(
        "--check", action="store_true", help="say whether app.yaml is the one this program makes"
    )
    manifest.add_argument(
        "--url",
        type=address,
        metavar="URL",
        help="for Slack over HTTP: where Slack reaches the bot; for Teams: a page about it (https://...)",
    )
    manifest.add_argument(
        "--out",
        metavar="FILE",
        help="for Teams: write the app package (ilt-bot-teams.zip); else it is printed",
    )
    manifest.add_argument(
        "--client-id", metavar="ID", help="for Teams: the bot's client id (TEAMS_CLIENT_ID)"
    )
    _word(words, "permissions", "permissions", "run", "Print who may do what, as docs/permissions.md has it")
    database = words.add_parser("db", help="Upgrade or check the database").add_subparsers(
        metavar="upgrade|check|rekey|new-key", required=True
    )
    _word(database, "upgrade", "database", "upgrade", "Bring the database to this version's shape")
    _word(database, "check", "database", "check", "Say whether the database is sound and up to date")
    _word(database, "new-key", "keys", "new_key", "Print a new key for ILT_DATA_KEY")
    _word(database, "rekey", "keys", "rekey", "Encrypt what is private with a new key")
    backup = _word(words, "backup", "database", "backup", "Copy the database to a file, while the bot runs")
    backup.add_argument("file", metavar="FILE")
    backup.add_argument("--encrypt", action="store_true", help="so that only a passphrase opens it")
    restore = _word(words, "restore", "restoring", "restore", "Put a backup in the database's place")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--force", action="store_true", help="also when there is a database already")


def _records(words: Words) -> None:
    data = words.add_parser("data", help="Take out what is stored, or erase it").add_subparsers(
        metavar="export|erase|keep|table", required=True
    )
    export = _word(data, "export", "data", "export_class", "Write one class of what is stored into a zip")
    export.add_argument("--class", dest="kind", required=True, choices=["P0", "P1", "P2", "P3", "P4", "P5"])
    export.add_argument("--format", default="csv", choices=["csv", "md", "json"], help="of each table (csv)")
    export.add_argument("--out", metavar="FILE", help="the zip file (ilt-export-p1.zip)")
    keep = _word(data, "keep", "data", "keep", "Say how long the school's shared records are kept")
    keep.add_argument("--years", type=int, required=True, metavar="N", choices=range(1, 51))
    _word(data, "table", "data", "table", "Print what is stored, who sees it, and for how long")
    erase = _word(data, "erase", "data", "erase", "Erase the words of somebody who has left")
    erase.add_argument("--person", required=True, metavar="KEY", help="their key in the school file")
    hold = words.add_parser("hold", help="Keep something from being deleted").add_subparsers(
        metavar="add|lift|list", required=True
    )
    add = _word(hold, "add", "data", "hold_add", "Hold a decision (D-014), a class (P1) or everything")
    add.add_argument("object", metavar="WHAT")
    add.add_argument("--reason", required=True, metavar="WHY")
    lift = _word(hold, "lift", "data", "hold_lift", "Hold something no longer")
    lift.add_argument("object", metavar="WHAT")
    listed = _word(hold, "list", "data", "hold_list", "Say what is held, and what was deleted")
    for one in (export, erase, keep, add, lift, listed):
        one.add_argument("--school", metavar="KEY", help="which school, when there are several")


if __name__ == "__main__":
    sys.exit(main())
