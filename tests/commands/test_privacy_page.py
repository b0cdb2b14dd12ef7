"""The page on privacy says what is stored, as the program itself has it."""

from pathlib import Path

from bot.messages.privacy import SEALED, stored_table
from bot.model.retention import RULES
from storage.sealed_columns import sealed_columns

PAGE = Path(__file__).parents[2] / "docs" / "privacy.md"


def test_the_table_of_what_is_stored_is_the_one_the_bot_deletes_by():
    """When this fails: put what `ilt-bot data table` prints between the two marks of the page."""
    inside = (
        PAGE.read_text(encoding="utf-8").partition("<!-- stored -->\n")[2].partition("<!-- /stored -->")[0]
    )

    assert inside == stored_table(RULES)


def test_what_the_table_calls_encrypted_is():
    assert {table.name for table, _ in sealed_columns()} == SEALED
