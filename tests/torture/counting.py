"""What came of it: every letter and every deed, in the database and where people read it."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from bot.model.outbox import LetterAct, LetterState
from bot.sandbox.workspace import Workspace
from storage import tables
from storage.engine import Engines
from tests.torture.front import Request
from tests.torture.mail import Written
from tests.torture.people import DONE, Deed
from tests.torture.reading import Read
from tests.torture.trial import Trial

REMARK = re.compile(r"Remark (\d{6})")
OPEN = (LetterState.PENDING, LetterState.SENDING, LetterState.CHECKING)
WHERE_NOBODY_LOOKS: dict[str, str] = {
    "never": "where the bot may not look: rather never",
    "again": "where the bot may not look: rather twice",
}
"""How the letters are called whose platform tells nothing, by the error that they prefer."""


@dataclass
class Counts:
    """Figures by name, and what is wrong about them, each in a sentence."""

    figures: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def count(self, name: str, found: list[str] | int, *, allowed: bool = False) -> None:
        """Note a figure; what was found may not be there unless it is allowed."""
        number = found if isinstance(found, int) else len(found)
        self.figures[name] = number
        if number and not allowed:
            some = "" if isinstance(found, int) else f": {', '.join(found[:5])}"
            self.wrong.append(f"{name}: {number}{some}")


@dataclass(frozen=True)
class Stand:
    """The outbox, the requests kept, the audit and the inputs, as they stand in the end."""

    rows: Mapping[str, Any]
    kept: frozenset[str]
    audited: Counter[str]
    inputs: Counter[str]


async def standing(engines: Engines) -> Stand:
    """Read it all."""
    outbox, requests, audit = tables.outbox.outbox.c, tables.work.requests.c, tables.audit.audit.c
    given = tables.staff_input.staff_input.c
    async with engines.reader.connect() as database:
        rows = (
            await database.execute(
                select(
                    outbox.id,
                    outbox.school,
                    outbox.key,
                    outbox.audience,
                    outbox.state,
                    outbox.due_at,
                    outbox.act,
                    outbox.thread,
                    outbox.address,
                    outbox.reference,
                    outbox.attempts,
                    outbox.if_unknown,
                    outbox.told_in,
                    outbox.trouble,
                    outbox.first_tried_at,
                ).order_by(outbox.id)
            )
        ).all()
        kept = (await database.scalars(select(requests.key))).all()
        actions = await database.execute(select(audit.action, func.count()).group_by(audit.action))
        seen = (await database.scalars(select(given.see))).all()
        inputs = Counter(found[1] for one in seen if (found := REMARK.search(one)))
        return Stand(
            {row.key: row for row in rows},
            frozenset(key.partition("/")[2] for key in kept),
            Counter({action: number for action, number in actions}),  # noqa: C416  # a result is no mapping
            inputs,
        )


def letters(
    counts: Counts,
    written: Mapping[str, Written],
    stand: Stand,
    read: Mapping[str, list[Read]],
    trial: Trial,
) -> None:
    """Count what was lost, doubled or changed wrongly against what each letter declared."""
    wrong = defaultdict[str, list[str]](list)
    blind: Counter[str] = Counter()
    for key, one in written.items():
        row, there = stand.rows[key], read.get(key[-6:], [])
        is_blind = trial.is_blind(one.audience)
        if one.kind in ("stale", "removed"):
            if there:
                wrong["sent in vain" if one.kind == "stale" else "not taken back"].append(key)
            continue
        carrier = stand.rows[row.told_in] if row.told_in else row
        blind[carrier.if_unknown] += is_blind
        if not there:
            declared = is_blind and carrier.if_unknown == "never" and carrier.state is LetterState.UNSURE
            wrong["lost, as declared" if declared else "lost"].append(
                f"{key} {row.state} {row.trouble or ''}"
            )
        if len(there) > 1:
            declared = (
                is_blind and carrier.if_unknown == "again" and all(each.is_marked for each in there[1:])
            )
            wrong["doubled, as declared" if declared else "doubled"].append(f"{key} {row.state}")
        if one.kind == "edited" and there and not any("was edited" in each.says for each in there):
            edit = stand.rows.get(f"{key}/edit/1")
            wrong["not edited"].append(f"{key} {edit.state if edit else ''} {edit.trouble if edit else ''}")
    for name in ("lost", "doubled", "sent in vain"):
        counts.count(name, wrong[name])
    for name in ("not taken back", "not edited"):
        counts.count(name, wrong[name], allowed=not trial.sees_all)
    if not trial.sees_all:
        for kind, name in (("never", "lost, as declared"), ("again", "doubled, as declared")):
            counts.figures[WHERE_NOBODY_LOOKS[kind]] = blind[kind]
            counts.count(name, wrong[name], allowed=True)


def pages(counts: Counts, stand: Stand, marks: Counter[tuple[str, int]], *, readable: bool) -> None:
    """Count pages of any letter of the bot that stand twice, by the mark that each carries."""
    blind = {row.id for row in stand.rows.values() if row.if_unknown == "again"}
    if marks:
        counts.figures["messages in Slack"] = sum(marks.values())
    twice = [f"{letter} page {page}" for (letter, page), times in marks.items() if times > 1]
    counts.count("pages twice", [one for one in twice if readable or one.split()[0] not in blind])


def states(counts: Counts, stand: Stand, now: datetime, *, readable: bool) -> None:
    """Count the ends of all letters, those of the deeds among them: nothing due may be left open."""
    rows = stand.rows.values()
    counts.figures["letters through the outbox"] = len(rows)
    left = [row.key for row in rows if row.state in OPEN and row.due_at <= now]
    counts.count("left open", left)
    counts.figures["not due yet"] = sum(row.state in OPEN and row.due_at > now for row in rows)
    for state in LetterState:
        if state not in OPEN:
            counts.figures[state.value] = sum(row.state is state for row in rows)
    counts.count(
        "failed",
        [f"{row.key} {row.trouble}" for row in rows if row.state is LetterState.FAILED],
        allowed=not readable,
    )
    counts.count("unsure", [row.key for row in rows if row.state is LetterState.UNSURE], allowed=not readable)
    counts.figures["most tries"] = max((row.attempts for row in rows), default=0)


def order(counts: Counts, written: Mapping[str, Written], stand: Stand) -> None:
    """Count letters that stand above one that was due earlier in the same place, and was there to be taken
    when the later one was."""
    places: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for key in written:
        row = stand.rows[key]
        if row.state is LetterState.SENT and row.act is LetterAct.POST and row.reference and not row.thread:
            places[row.school, row.audience].append(row)
    found = []
    for rows in places.values():
        rows.sort(key=lambda row: row.reference)
        for place, row in enumerate(rows):
            kept_at = written[row.key].kept_at
            over = [one for one in rows[:place] if (row.due_at, row.id) < (one.due_at, one.id)]
            if late := [one.key for one in over if kept_at < one.first_tried_at]:
                found.append(f"{row.key} after {late[0]}")
    counts.count("out of order", found)


def early(
    counts: Counts, stand: Stand, written: Mapping[str, Written], handed: Mapping[str, list[datetime]]
) -> None:
    """Count letters that were handed over before their time, and say by how much."""
    found = []
    for key, one in written.items():
        first = min(handed.get(stand.rows[key].id, []), default=one.due_at)
        if first < one.due_at:
            found.append(f"{key} by {(one.due_at - first).total_seconds():.3f} s")
    counts.count("sent too early", found)


def is_told_no(said: list[str]) -> bool:
    """Whether somebody whose wish was not kept was told something else than that it is done."""
    return bool(said) and not any(word in one for one in said for word in DONE)


def deeds(
    counts: Counts,
    done: list[Deed],
    requests: Mapping[str, Request],
    stand: Stand,
    workspace: Workspace,
    told: Mapping[str, list[str]],
) -> None:
    """Count each thing that people did: once in the database, once where they read it; `told` is what the bot
    said to each request."""
    counts.figures["deeds"] = len(done)
    counts.figures["tries"] = sum(deed.tries for deed in done)
    counts.figures["requests"] = len(requests)
    counts.figures["deliveries"] = sum(request.deliveries for request in requests.values())
    counts.count("deeds given up", [f"{deed.kind} {deed.number}" for deed in done if not deed.is_done])
    by_kind = defaultdict(list)
    for name, request in requests.items():
        by_kind[request.kind].append((name, request))
    forms = [deed for deed in done if deed.kind == "form"]
    counts.count("forms lost", [deed.words for deed in forms if not stand.inputs[f"{deed.number:06d}"]])
    sent = sum(name in stand.kept for name, _ in by_kind["form"])
    counts.count("forms done twice", max(0, stand.inputs.total() - sent))
    for kind, action in (("command", "say-away"), ("button", "pause-messages")):
        kept = sum(name in stand.kept for name, _ in by_kind[kind])
        counts.figures[f"{kind}s done"] = stand.audited[action]
        counts.count(f"{kind}s done twice", max(0, stand.audited[action] - kept))
    undone = [
        (f"{kind} {name}", told[request.answers])
        for kind in ("button", "command")
        for name, request in by_kind[kind]
        if request.taken and name not in stand.kept
    ]
    counts.figures["not done, and told so"] = sum(is_told_no(said) for _, said in undone)
    counts.count("taken and not done", [which for which, said in undone if not is_told_no(said)])
    hasty = [one for name, one in requests.items() if one.hasty and not one.taken and name not in stand.kept]
    counts.figures["taken in haste, not done, and warned of it"] = sum(bool(one.warned) for one in hasty)
    counts.figures["taken in haste and not done"] = sum(not one.warned for one in hasty)
    answers(counts, done, workspace)


def answers(counts: Counts, done: list[Deed], workspace: Workspace) -> None:
    """Count what people who wrote to the bot read in answer."""
    said: Counter[str] = Counter()
    for conversation in workspace.conversations.values():
        for message in conversation.messages.values():
            if message.user == workspace.bot_id and (found := REMARK.search(json.dumps(message.blocks))):
                said[found[1]] += "Did you mean" in message.text
    events = [deed for deed in done if deed.kind == "event"]
    counts.count("answered twice", [str(deed.number) for deed in events if said[f"{deed.number:06d}"] > 1])
    counts.figures["not answered, as declared"] = sum(not said[f"{deed.number:06d}"] for deed in events)
