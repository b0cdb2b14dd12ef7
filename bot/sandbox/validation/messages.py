"""What Slack refuses in a message: its blocks one by one, and all of them together."""

from bot.sandbox.validation.blocks import check_blocks
from bot.sandbox.validation.checks import problem

CHARACTERS_MOST = 13_200
"""Undocumented, measured by others: https://github.com/slackapi/bolt-js/issues/2509"""
AT_MOST = {"table": 1, "data_visualization": 2}


def validate_message(blocks: object) -> list[str]:
    """Return everything Slack would refuse about the blocks of a message, in Slack's own words."""
    found = check_blocks(blocks, "message", "/blocks")
    if found or not isinstance(blocks, list):
        return found
    for kind, most in AT_MOST.items():
        if sum(block["type"] == kind for block in blocks) > most:
            found.append(problem(f"no more than {most} {kind} blocks allowed", "/blocks"))
    if is_too_long(blocks):
        found.append(problem(f"must be less than {CHARACTERS_MOST + 1} characters", "/blocks"))
    return found


def is_too_long(blocks: list[dict[str, object]]) -> bool:
    """Say whether the words of all blocks exceed what one message holds; tables count for themselves."""
    counted = [block for block in blocks if block.get("type") not in ("table", "data_table")]
    return _characters(counted) > CHARACTERS_MOST


def _characters(part: object) -> int:
    if isinstance(part, str):
        return len(part)
    if isinstance(part, dict):
        return sum(map(_characters, part.values()))
    return sum(map(_characters, part)) if isinstance(part, list) else 0
