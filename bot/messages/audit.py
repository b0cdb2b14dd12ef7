"""What the audit looks like to a school leader or a bot admin."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.dates import moment
from bot.messages.vocabulary import Button, Message, Part, Table, buttons, code, context, paragraph

ON_A_PAGE = 15
NOBODY = ("operator", "clock")
MOST_ACTIONS = 20

WITHOUT_CONTENT = (
    "Who did what, and who looked at what is named. What was said stands nowhere here. What was asked or "
    "given without a name is not listed at all."
)
EMPTY = "The audit has nothing here yet. It begins with the first thing somebody does."


@dataclass(frozen=True, slots=True)
class AuditLine:
    at: datetime
    who: str
    action: str
    object: str
    outcome: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """One page; `actions` says what one can ask for, and how many rows there are of each."""

    lines: tuple[AuditLine, ...]
    action: str
    page: int
    has_older: bool
    actions: dict[str, int]
    zone: ZoneInfo


def page(shown: AuditPage) -> Message:
    """The rows as a table, with what else can be asked for below."""
    title = f"Audit, page {shown.page}" + (f", only {shown.action}" if shown.action else "")
    parts = (_table(title, shown), *_turning(shown), *_others(shown), context(WITHOUT_CONTENT))
    return Message(title, parts, private=True)


def _table(title: str, shown: AuditPage) -> Part:
    if not shown.lines:
        return paragraph(EMPTY)
    rows = tuple(
        (moment(line.at, shown.zone), line.who, line.action, line.object or "-", line.outcome)
        for line in shown.lines
    )
    return Table(title, ("When", "Who", "What", "Which", "How it ended"), rows)


def _turning(shown: AuditPage) -> tuple[Part, ...]:
    newer = Button("Newer", "audit", {"action": shown.action, "page": str(shown.page - 1)})
    older = Button("Older", "audit", {"action": shown.action, "page": str(shown.page + 1)})
    wanted = [*([newer] if shown.page > 1 else []), *([older] if shown.has_older else [])]
    return (buttons(*wanted),) if wanted else ()


def _others(shown: AuditPage) -> tuple[Part, ...]:
    if not shown.actions:
        return ()
    most = sorted(shown.actions.items(), key=lambda one: -one[1])[:MOST_ACTIONS]
    listed = ", ".join(f"{action} ({count})" for action, count in most)
    return (paragraph("To see only one kind, type ", code("/ilt audit kind"), f": {listed}."),)
