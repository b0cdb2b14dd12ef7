"""`ilt-bot permissions`: who may do what, as a page to read."""

from argparse import Namespace
from collections.abc import Iterable

from bot.model.people import Relation
from bot.permissions import TABLE, Permission, plural

R = Relation
COLUMNS = (
    R.STAFF,
    R.GUEST,
    R.REP,
    R.LEAD,
    R.ILT_MEMBER,
    R.FACILITATOR,
    R.RECORDER,
    R.RELAY_LEAD,
    R.TRIAGER,
    R.COACH,
    R.DEPUTY,
    R.SCHOOL_LEADER,
    R.ACTING_LEADER,
    R.BOT_ADMIN,
    R.STRANGER,
)
TO_THE_THING = (R.AUTHOR, R.CARRIER, R.PAIR)
ALONE = frozenset({R.GUEST, R.STRANGER})

HEADING = """\
# Who may do what

This page is made by `ilt-bot permissions` from the table the bot itself asks. Whatever is not in it is
refused, to everybody. It is asked each time something is opened, pressed or sent, with what the person is
at that moment: who gave up a seat yesterday may not use it today.

* Everybody who works at the school is *staff*, whatever else they are. A *guest* is somebody with a guest
  account. A *stranger* is in the workspace and not in the school's list.
* An *acting leader* may do what the school leader may, except see what the leader and a lead wrote to
  each other.
* *Also* is for those to whom the thing itself belongs: who wrote it, the rep who carries it, the two of a
  pair.
* Nobody finds anything of another school, not even somebody who works at both and knows where it is.

"""


def run(arguments: Namespace) -> int:
    """Print the page that stands in docs/permissions.md."""
    print(page(TABLE), end="")
    return 0


def page(table: Iterable[Permission]) -> str:
    """The whole table in Markdown: a row for each verb, in the order of the table."""
    names = [relation.value for relation in COLUMNS]
    lines = [
        row(("To", "verb", *names, "also")),
        row(("---", "---", *(":-:" for _ in names), "---")),
        *(row((one.means, f"`{one.verb}`", *cells(one), also(one))) for one in table),
    ]
    return HEADING + "\n".join(lines) + "\n"


def row(words: Iterable[str]) -> str:
    return f"| {' | '.join(words)} |"


def cells(permission: Permission) -> list[str]:
    return ["yes" if is_open_to(permission, relation) else "" for relation in COLUMNS]


def is_open_to(permission: Permission, relation: Relation) -> bool:
    """Whether being this is enough: a rep is staff too, and an acting leader stands in for the leader."""
    held = {relation} | (set() if relation in ALONE else {R.STAFF})
    if relation is R.ACTING_LEADER:
        held.add(R.SCHOOL_LEADER)
    return not permission.to.isdisjoint(held)


def also(permission: Permission) -> str:
    standing = [relation for relation in TO_THE_THING if relation in permission.to]
    return plural(standing) if standing else ""
