"""The retention table: every table of the database, what is in it, who sees it, and for how long.

A test holds it equal to the database. The page on privacy is made from it, the nightly purge, the export
and what a person is shown about themselves.
"""

from bot.model.retention import decisions, learning, meetings, school, staff_input, strategies, work
from bot.model.retention.rules import Rule

RULES: tuple[Rule, ...] = (
    *school.RULES,
    *strategies.RULES,
    *meetings.RULES,
    *staff_input.RULES,
    *decisions.RULES,
    *learning.RULES,
    *work.RULES,
)
