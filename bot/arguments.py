"""What may be written after the words of a command, each with a sentence for what may not."""

import argparse
import re
from datetime import date, datetime


def port(text: str) -> int:
    if not (text.isdigit() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text} is not a port; give a number such as 4000")
    return int(text)


def days(text: str) -> int:
    if not (text.isdigit() and 0 < int(text) <= 366):
        raise argparse.ArgumentTypeError(f"{text} is not a number of days; give one from 1 to 366")
    return int(text)


def a_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it like 2026-10-13") from None


def address(text: str) -> str:
    """Read an address that Slack and Teams take: https, and without the path the program adds."""
    if not text.startswith("https://") or len(text) < 12:
        raise argparse.ArgumentTypeError(
            f"{text} is not an address Slack or Teams can use; write it like https://ilt.example.org"
        )
    return text.rstrip("/").removesuffix("/slack/events").removesuffix("/api/messages")


def anywhere(text: str) -> str:
    """Read the address of a bot that may be on this computer."""
    if not re.fullmatch(r"https?://[^/\s]+/?", text):
        raise argparse.ArgumentTypeError(f"{text} is not an address; write it like http://127.0.0.1:8080")
    return text.rstrip("/")


def moment(text: str) -> datetime:
    """Read a moment; without an offset it is the school's wall clock."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a moment; write it like 2026-10-20T07:45") from None
