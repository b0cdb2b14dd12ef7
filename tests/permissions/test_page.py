"""The page about permissions is made from the table."""

from pathlib import Path

from bot.commands.permissions import page
from bot.permissions import TABLE

PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"


def test_the_page_is_what_the_table_says():
    """When this fails: ilt-bot permissions > docs/permissions.md"""
    assert PAGE.read_text(encoding="utf-8") == page(TABLE)
