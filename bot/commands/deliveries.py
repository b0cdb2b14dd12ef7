"""`ilt-bot deliveries`: which messages arrived, which did not, and why."""

import asyncio
import csv
import io
import json
from argparse import Namespace
from collections.abc import Mapping, Sequence

from bot.app import opened
from bot.commands.school import operator
from bot.messages import dates
from bot.messages.deliveries import fate_in_words, row, summed_up, to_do
from bot.model.deliveries import MISSED, Fate, Missed, Report
from bot.routines.deliveries import SeeDeliveries, see
from bot.settings import Settings

MOST = 1000
"""Messages listed of each school; what is beyond is counted."""

FILE = ("school", "meant_for", "to", "what", "state", "ended_at", "attempts", "why", "to_do")


def run(arguments: Namespace) -> int:
    """Print the report of one school, or of all."""
    fates = (Fate(arguments.state),) if arguments.state else MISSED
    asked = SeeDeliveries(days=arguments.days, fates=fates, most=MOST)
    reports = asyncio.run(_reports(asked, arguments.school))
    draw = {"text": as_text, "csv": as_csv, "json": as_json}[arguments.format]
    print(draw(reports), end="")
    return 0


async def _reports(asked: SeeDeliveries, school: str | None) -> Mapping[str, Report]:
    async with opened(Settings.read(), existing=True) as core:
        schools = [await core.school_named(school)] if school else await core.known_schools()
        return {key: await core.perform(see, asked, actor=operator(key)) for key in schools}


def as_text(reports: Mapping[str, Report]) -> str:
    """What a person reads: the counts of each kind, then each message that did not arrive."""
    return "\n".join(_page(school, report) for school, report in reports.items())


def _page(school: str, report: Report) -> str:
    days = dates.number_of(report.days, "day")
    if not report.counts:
        return f"{school}: there were no messages in the last {days}, and none waits.\n"
    lines = [f"{school}, the last {days}: {' '.join(summed_up(report))}", *_counts(report)]
    for one in report.missed:
        at, whom, what, why, do = row(one, report)
        lines += ["", f"{at}  {what}, for {whom}{_age(one, report)}", f"    {why} {do}"]
    if report.more:
        lines += ["", f"{report.more} more are not listed. Name a --state, or fewer --days."]
    return "\n".join((*lines, ""))


def _counts(report: Report) -> list[str]:
    """A table: how many of each kind met each fate that any of them met."""
    fates = [fate for fate in Fate if report.total(fate)]
    width = max(map(len, report.counts))
    lines = ["", "  ".join((" " * width, *fates))]
    for what, by_fate in sorted(report.counts.items()):
        cells = (f"{by_fate.get(fate, 0) or '':>{len(fate)}}" for fate in fates)
        lines.append("  ".join((f"{what:<{width}}", *cells)).rstrip())
    return lines


def _age(one: Missed, report: Report) -> str:
    """For how long a message has been waiting."""
    if one.fate is not Fate.WAITING:
        return ""
    minutes = max(0, int((report.now - one.letter.meant_for).total_seconds() // 60))
    return f", waits for {dates.long_time(minutes)}"


def as_csv(reports: Mapping[str, Report]) -> str:
    """One row for each message that did not arrive; moments in UTC."""
    out = io.StringIO()
    writer = csv.DictWriter(out, FILE, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_letters(reports))
    return out.getvalue()


def as_json(reports: Mapping[str, Report]) -> str:
    """The counts of each school, and its messages that did not arrive; moments in UTC."""
    schools = [
        {
            "school": school,
            "days": report.days,
            "counts": {what: dict(fates) for what, fates in sorted(report.counts.items())},
            "letters": _letters({school: report}),
            "not_listed": report.more,
        }
        for school, report in reports.items()
    ]
    return json.dumps(schools, indent=2, ensure_ascii=False) + "\n"


def _letters(reports: Mapping[str, Report]) -> Sequence[Mapping[str, str | int]]:
    return [
        {
            "school": school,
            "meant_for": one.letter.meant_for.isoformat(),
            "to": _inert(one.whom),
            "what": one.letter.what,
            "state": one.fate.value,
            "ended_at": one.letter.settled_at.isoformat() if one.letter.settled_at else "",
            "attempts": one.letter.attempts,
            "why": fate_in_words(one),
            "to_do": to_do(one),
        }
        for school, report in reports.items()
        for one in report.missed
    ]


def _inert(cell: str) -> str:
    """The same name, which no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
