"""How the time of a meeting went (R-055), and how meetings start and end over the year (R-050)."""

from collections.abc import Iterable

from bot.messages import dates
from bot.messages.live import words
from bot.messages.vocabulary import Chart, Heading, Message, Part, Series, Table, bold, context, paragraph
from bot.model.agenda_items import ItemKind, Outcome
from bot.model.live import MeetingRun, Met, Result, Took
from bot.model.live_room import Room
from bot.model.people import in_words

OPEN_TIME = "Time that no item had"
AIMS = {
    Outcome.INFORM: "Share",
    Outcome.DISCUSS: "Discuss",
    Outcome.DECIDE: "Decide",
    Outcome.LEARN: "Learn",
}


def receipt(room: Room, strategies: dict[str, str]) -> Message:
    """Planned against real minutes; `strategies` are the names of the strategies by key."""
    run, took = room.run, list(room.run.took())
    day = dates.day(room.meeting.on)
    return Message(
        f"How the time went: {room.meeting.title}, {day}",
        (
            Heading(f"How the time went: {room.meeting.title}, {day}"),
            paragraph(bold(_start_and_end(room)), f" {_met(run)}{_over(took)}"),
            _table(room, took),
            _by_aim(took),
            context(" ".join(_sums(run, took, strategies))),
            *_left(run),
        ),
    )


def table(room: Room) -> Table:
    """Each line's minutes, planned and real, with what became of it; the same table stands in the minutes."""
    return _table(room, list(room.run.took()))


def _start_and_end(room: Room) -> str:
    run = room.run
    started = (
        f"Started {words.clock(run.started_at, room)}, ended {words.clock(run.ended_at or run.end, room)}"
    )
    end_off = "not said" if run.end_off is None else words.off(run.end_off)
    return f"{started} (start {words.off(run.start_off)}, end {end_off})."


def _met(run: MeetingRun) -> str:
    if not run.met:
        return ""
    partly = f", {run.met.count(Met.PARTLY)} partly" if Met.PARTLY in run.met else ""
    return f"{run.met.count(Met.MET)} of {dates.number_of(len(run.met), 'objective')} met{partly}. "


def _over(took: Iterable[Took]) -> str:
    """What took more than planned: "+4 item 2"."""
    found = [f"{one.over:+d} item {one.line.number}" for one in took if one.line and one.over > 0]
    return f"{in_words(found)}." if found else "No item ran over."


def _table(room: Room, took: list[Took]) -> Table:
    rows = [_row(room, one) for one in took]
    total = ("Together", str(sum(one.planned for one in took)), str(sum(one.actual for one in took)), "")
    return Table(
        "Minutes, planned and real", ("Item", "Planned", "Real", "What became of it"), (*rows, total)
    )


def _row(room: Room, one: Took) -> tuple[str, ...]:
    line = one.line
    if line is None:
        return OPEN_TIME, str(one.planned), str(one.actual), ""
    result = words.RESULTS[line.result] if line.result and not line.is_frame else ""
    ran = "Ran over" if line.ran_over else ""
    added = "Added" if line.was_added else ""
    became = ", ".join(filter(None, (result, added, ran)))
    return words.numbered(line, room), str(one.planned), str(one.actual), became


def _by_aim(took: Iterable[Took]) -> Chart:
    found = [one for one in took if one.line]
    aims = [aim for aim in Outcome if any(one.line and one.line.aim is aim for one in found)]
    planned, actual = ([0.0] * len(aims), [0.0] * len(aims))
    for one in found:
        if one.line:
            planned[aims.index(one.line.aim)] += one.planned
            actual[aims.index(one.line.aim)] += one.actual
    series = (Series("Planned", tuple(planned)), Series("Real", tuple(actual)))
    return Chart(
        "Minutes by what items were there for", tuple(AIMS[aim] for aim in aims), series, unit=" min"
    )


def _sums(run: MeetingRun, took: list[Took], strategies: dict[str, str]) -> Iterable[str]:
    """By strategy, the share of work on instruction, and how many planned items were reached (R-056)."""
    keys = dict.fromkeys(one.line.strategy for one in took if one.line and one.line.strategy)
    for key in keys:
        own = [one for one in took if one.line and one.line.strategy == key]
        sums = f"{sum(one.actual for one in own)} of {sum(one.planned for one in own)} minutes"
        yield f"{strategies.get(key or '', 'A strategy that has ended')}: {sums}."
    kinds = [one for one in took if one.line and one.line.kind]
    whole = sum(one.actual for one in kinds)
    if whole:
        on = sum(one.actual for one in kinds if one.line and one.line.kind is ItemKind.INSTRUCTIONAL)
        yield f"Work on instruction: {round(100 * on / whole)}%."
    reached, planned = run.reached()
    yield f"{reached} of {dates.number_of(planned, 'planned item')} reached."


def _left(run: MeetingRun) -> tuple[Part, ...]:
    back = any(
        line.result in (Result.CARRIED, Result.PARKED, Result.GROUP) for line in run.lines if line.item
    )
    said = [
        "Nobody pressed End, so the meeting was closed as planned, unconfirmed." if run.was_left else "",
        "What was not finished is on the next agenda." if back else "",
    ]
    words_said = " ".join(filter(None, said))
    return (context(words_said),) if words_said else ()
