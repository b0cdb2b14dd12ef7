"""The strategies as everybody may read them, with the minutes they got for the ILT."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.messages.dates import day, number_of
from bot.messages.home import Rank, Section
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph, text
from bot.model.strategies import MOST_ACTIVE, Strategy

STEPS = 3
ALL = Button("Strategies", "strategies")


@dataclass(frozen=True)
class Page:
    """Every strategy. `minutes` are those of the last meeting by strategy, out of `total`; `share` is the
    share of the last month's minutes that went to active strategies, in percent."""

    strategies: Sequence[Strategy]
    changes: int = 0
    since: date = date.min
    may_change: bool = False
    minutes: Mapping[str, int] = field(default_factory=dict)
    total: int = 0
    met_on: date | None = None
    share: int | None = None
    done: str = ""


def section(strategies: Sequence[Strategy]) -> Section:
    """On everybody's Home: what the school works on, and where each stands."""
    lines = (text(bold(one.name), f": {one.status}" if one.status else "") for one in strategies)
    return Section(Rank.GOALS, "What our school works on", (bullets(*lines), buttons(ALL)))


def page(found: Page) -> Message:
    active = [one for one in found.strategies if one.active]
    count = number_of(len(active), "active strategy", "active strategies")
    summary = found.done or f"{count}. We work on {MOST_ACTIVE} at a time, at most."
    parts: list[Part] = [paragraph(bold(summary))]
    for one in active:
        parts += _one(one, found)
    if found.total and found.met_on:
        used = sum(found.minutes.get(one.key, 0) for one in active)
        parts.append(
            context(f"At the ILT on {day(found.met_on)}: {used} of {found.total} minutes on strategies.")
        )
    if found.share is not None:
        parts.append(context(f"Of the ILT's minutes in the last month, {found.share}% went to strategies."))
    if found.changes:
        times = number_of(found.changes, "change")
        parts.append(context(f"{times} to active strategies since {day(found.since)}."))
    return Message(summary, (*parts, *_resting(found), *_new(found)))


def _one(one: Strategy, found: Page) -> list[Part]:
    status = f": {one.status}" if one.status else ""
    parts: list[Part] = [paragraph(bold(one.name), status)]
    if one.seen:
        parts.append(paragraph(bold("In classrooms: "), one.seen))
    if one.key in found.minutes:
        parts.append(context(f"{number_of(found.minutes[one.key], 'minute')} at the last ILT meeting."))
    parts += _history(one)
    if found.may_change:
        values = {"strategy": one.id}
        change, pause = Button("Change", "change-strategy", values), Button("Pause", "pause-strategy", values)
        parts.append(buttons(change, pause))
    return parts


def _history(one: Strategy) -> tuple[Part, ...]:
    said = []
    for version in one.versions[-STEPS:]:
        approved = f" Approved by {version.approved}." if version.approved else ""
        said.append(f"From {day(version.on)}: {version.reason}.{approved}")
    return (bullets(*said),) if said else ()


def _resting(found: Page) -> list[Part]:
    resting = [one for one in found.strategies if not one.active]
    parts: list[Part] = [paragraph(bold("Paused or ended"))] if resting else []
    for one in resting:
        parts.append(paragraph(one.name))
        if found.may_change:
            parts.append(buttons(Button("Take up again", "take-up-strategy", {"strategy": one.id})))
    return parts


def _new(found: Page) -> tuple[Part, ...]:
    if not found.may_change:
        return ()
    return (buttons(Button("New strategy", "new-strategy"), Button("Tell all staff", "announce-goals")),)
