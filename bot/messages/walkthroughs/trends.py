"""How a walkthrough trend is told: words first, then a chart and a table, then where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, number_of
from bot.messages.vocabulary import (
    Bullets,
    Button,
    Chart,
    Context,
    Heading,
    Message,
    Paragraph,
    Part,
    Series,
    Table,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.meetings import Meeting
from bot.model.publishing import FEWEST, FEWEST_ROOMS
from bot.model.walkthroughs import Change, Line, LookForSet, Snapshot, Trend, Visit, Window

PROMISE = "Not applicable is left out. Patterns, not people: no teacher, room or student is kept."
WITHHELD = "not enough visits"
MOST_CHARTS = 2
"""A message holds two charts at most; what a chart shows is always said in words as well."""

NEEDED = f"A trend needs at least {FEWEST} visits in {FEWEST_ROOMS} rooms."
FORMULA = (
    "Seen, in percent: visits marked Seen, divided by visits marked Seen, Partly or Not seen. "
    "Not applicable, and look-fors left empty, are left out.",
    "Likely between: the Wilson 95% interval of that share. Visits by one observer, or to one room, "
    "are alike, so the true range is rather wider.",
    "Rooms: nobody writes down a room. The largest number of first visits that any one observer counted "
    "is shown: there were at least so many.",
    "Change: clear from 15 points on, with 10 visits or more in both windows. Else it is within noise.",
    f"Withheld: a group with fewer than {FEWEST} visits or {FEWEST_ROOMS} rooms, and one more group when "
    f"the first could be worked out by subtraction. Figures change only after {FEWEST} more visits.",
)


@dataclass(frozen=True)
class WindowView:
    """What one ILT member may see of one window: the published trend, a count, and their own notes."""

    window: Window
    looked_for: LookForSet
    trend: Trend | None
    count: int
    rooms: int
    own: tuple[Visit, ...]


@dataclass(frozen=True)
class Overview:
    """Everything `/ilt trends` shows; `following` is the next window when nothing is there to see."""

    views: tuple[WindowView, ...]
    meeting: Meeting | None
    following: Window | None


def card(trend: Trend, meeting: Meeting | None) -> Message:
    """The trend as the ILT reads it."""
    shown = trend.shown
    title = f"Walkthrough trend: {trend.looked_for.name}"
    return Message(f"{title}, {number_of(shown.visits, 'visit')}", (Heading(title), *body(trend, meeting)))


def body(trend: Trend, meeting: Meeting | None, *, drawn: bool = True) -> list[Part]:
    parts: list[Part] = [span(trend), lines(trend), *broken(trend)]
    if drawn:
        parts.append(chart(trend))
    if len(trend.bands) > 1:
        parts.append(table(trend))
    return [*parts, context(PROMISE), pressable(trend, meeting)]


def span(trend: Trend) -> Paragraph:
    window, shown = trend.window, trend.shown
    until = f"{day(window.opens)} to {day(min(window.closes, shown.day))}"
    rooms = number_of(shown.rooms, "room")
    return paragraph(f"{until}: {number_of(shown.visits, 'visit')} to at least {rooms}.")


def lines(trend: Trend) -> Bullets:
    found = (sentence(name, line, changed, trend) for name, line, changed in trend.lines())
    return bullets(*found)


def broken(trend: Trend) -> list[Part]:
    """A line for each look-for that got new words: what was seen before stays apart (R-041)."""
    return [
        context(
            f"--- {day(one.since)} --- “{before}” is now “{one.name}”: {one.reason}. "
            "Visits before and after are not put together."
        )
        for before, one in trend.breaks()
        if one.since is not None
    ]


def sentence(name: str, line: Line, changed: Change | None, trend: Trend) -> Text:
    low, high = line.whole.likely
    likely = f", likely between {low} and {high}, in {number_of(line.whole.n, 'visit')}."
    goal = f" Goal {trend.window.goal}." if trend.window.goal else ""
    return text(bold(f"{name}: {line.whole.percent}%"), likely, goal, compared(changed, trend.before_closed))


def compared(changed: Change | None, before: date | None) -> str:
    if changed is None or before is None:
        return ""
    since = f"the window that closed on {day(before)}"
    if changed.points == 0:
        return f" The same as in {since}."
    way = "Up" if changed.points > 0 else "Down"
    noise = "" if changed.is_clear else ", within noise"
    return f" {way} {number_of(abs(changed.points), 'point')} since {since}{noise}."


def chart(trend: Trend) -> Chart:
    found = list(trend.lines())
    return Chart(
        "Seen and partly seen, in % of visits",
        tuple(name for name, _, _ in found),
        (
            Series("Seen", tuple(float(line.whole.percent) for _, line, _ in found)),
            Series("Partly", tuple(float(line.whole.percent_partly) for _, line, _ in found)),
        ),
        unit="%",
    )


def table(trend: Trend) -> Table:
    columns = ("Look-for", *(f"Grades {band.name}" for band in trend.bands))
    rows = ((name, *(cell(line, band.key) for band in trend.bands)) for name, line, _ in trend.lines())
    return Table("Seen, by grades", columns, tuple(rows))


def cell(line: Line, band: str) -> str:
    counts = line.bands.get(band)
    return f"{counts.percent}% of {counts.n}" if counts else WITHHELD


def pressable(trend: Trend, meeting: Meeting | None) -> Part:
    values = {"window": trend.window.id}
    how = Button("How is this computed?", "how-computed", {"figure": "trend", **values})
    if meeting is None:
        return buttons(how)
    label = f"Discuss at the ILT on {meeting.day:%b} {meeting.day.day}"
    return buttons(Button(label, "discuss-trend", values, emphasis="primary"), how)


def closing(window: Window, looked_for: LookForSet, trend: Trend | None, meeting: Meeting | None) -> Message:
    """What the ILT reads when a window has closed: its last figures, or that there are none."""
    said = f"The walkthrough window on {looked_for.name} is closed."
    kept = context("Visits are no longer tied to an observer or a day, and the notes are deleted.")
    if trend is None:
        why = f"There were too few visits for a trend, so no figures are shown. {NEEDED}"
        return Message(said, (paragraph(bold(said)), paragraph(why), kept))
    heading = Heading(f"Walkthrough trend: {looked_for.name}")
    return Message(said, (heading, paragraph(bold(said)), *body(trend, meeting), kept))


def overview(seen: Overview) -> Message:
    """`/ilt trends`: each window, what it shows or what is still missing, and one's own notes."""
    if not seen.views:
        nothing = "There are no walkthroughs yet."
        after = f" The next window opens on {day(seen.following.opens)}." if seen.following else ""
        return Message(nothing, (paragraph(nothing + after),))
    drawn = [view for view in seen.views if view.trend][:MOST_CHARTS]
    parts = [part for view in seen.views for part in viewed(view, seen.meeting, drawn=view in drawn)]
    return Message("Walkthrough trends", tuple(parts))


def viewed(view: WindowView, meeting: Meeting | None, *, drawn: bool) -> list[Part]:
    parts: list[Part] = [Heading(f"Walkthrough trend: {view.looked_for.name}")]
    if view.trend is None:
        parts.append(paragraph(missing(view)))
    else:
        parts += body(view.trend, meeting, drawn=drawn)
        more = view.count - view.trend.shown.visits
        if more > 0:
            parts.append(waiting(more, is_closed=view.window.is_closed))
    return parts + own_notes(view.own)


def missing(view: WindowView) -> str:
    """What a window still lacks: a count, never a figure."""
    rooms = f", to at least {number_of(view.rooms, 'room')}" if view.rooms else ""
    if view.window.is_closed:
        return f"Closed with {number_of(view.count, 'visit')}. {NEEDED}"
    return f"{number_of(view.count, 'visit')} so far{rooms}. {NEEDED}"


def waiting(more: int, *, is_closed: bool) -> Context:
    if is_closed:
        return context(f"{number_of(more, 'later visit')} came too few to be shown.")
    return context(
        f"{number_of(more, 'newer visit')} not in the figures yet: they change after {FEWEST} more visits, "
        "at the end of a school week or when the window closes."
    )


def own_notes(own: Sequence[Visit]) -> list[Part]:
    noted = [visit for visit in own if visit.notes]
    if not noted:
        return []
    return [
        paragraph(bold("Your own notes")),
        bullets(*(f"{day(visit.day)}: {visit.notes}" if visit.day else visit.notes for visit in noted)),
        context("Only you see these. They are deleted when the window closes."),
    ]


def in_brief(trend: Trend) -> str:
    """The trend in one paragraph, for an agenda."""
    told = (f"{name}: {line.whole.percent}% ({line.whole.n} visits)" for name, line, _ in trend.lines())
    goal = f" Goal {trend.window.goal}." if trend.window.goal else ""
    return f"{'; '.join(told)}.{goal}"


def on_the_agenda(meeting: Meeting) -> Message:
    said = f"It is on the agenda of the ILT on {day(meeting.day)}."
    return Message(said, (paragraph(said), context("You will see it in the draft and in the agenda.")))


def how_computed(snapshot: Snapshot | None, looked_for: LookForSet | None) -> Message:
    """The formulas in words, and for the ILT the counts behind the figures (R-305)."""
    said = "How the walkthrough trend is computed"
    parts: list[Part] = [Heading(said), bullets(*FORMULA)]
    if snapshot and looked_for:
        names = {look_for.code: look_for.name for look_for in looked_for.look_fors}
        counted = (
            f"{names.get(line.look_for, line.look_for)}: {line.whole.n} of {snapshot.visits} visits counted, "
            f"{number_of(len(line.withheld), 'group')} of grades withheld."
            for line in snapshot.lines
        )
        parts += [paragraph(bold(f"As of {day(snapshot.day)}")), bullets(*counted)]
    return Message(said, tuple(parts))
