"""The buttons with which an agenda is made."""

from datetime import timedelta

from bot.messages import dates
from bot.messages.vocabulary import Button
from bot.model.agenda import Line, Sheet
from bot.model.agenda_fit import shorter

PRESSED = 40


def day_of(sheet: Sheet) -> dict[str, str]:
    return {"day": sheet.meeting.day.isoformat()}


def finish(sheet: Sheet) -> Button:
    return Button("Finish the agenda", "finish-agenda", day_of(sheet), emphasis="primary")


def publish(sheet: Sheet) -> Button:
    return Button("Publish", "publish-agenda", day_of(sheet))


def fit(sheet: Sheet) -> Button:
    return Button("Fit to time", "fit-agenda", day_of(sheet))


def undo_fit(sheet: Sheet) -> Button:
    return Button("Undo", "unfit-agenda", day_of(sheet))


def settle(sheet: Sheet, line: Line, choice: str = "") -> Button:
    """To choose what becomes of an item; `choice` is what the form begins with."""
    values = day_of(sheet) | {"item": line.item or ""} | ({"choice": choice} if choice else {})
    return Button(f"Choose for “{short(line.title)}”", "settle-item", values)


def end_sooner(sheet: Sheet) -> Button:
    ends = sheet.meeting.starts_at + timedelta(minutes=shorter(sheet.agenda))
    at = dates.clock_time(ends.astimezone(sheet.zone).time())
    return Button(f"Use it, end at {at}", "shorten-meeting", day_of(sheet))


def learn(sheet: Sheet) -> Button:
    return Button(f"Learn together for {sheet.agenda.free} minutes", "use-for-learning", day_of(sheet))


def make_async(sheet: Sheet) -> Button:
    return Button(
        "Make it async",
        "make-async",
        day_of(sheet),
        confirm="Nobody meets: the ILT settles it in a thread, for three school days. "
        "You can still take this back until the meeting would begin.",
    )


def move(sheet: Sheet) -> Button:
    return Button("Move or skip the meeting", "rebook-meeting", day_of(sheet))


def meet(sheet: Sheet) -> Button:
    return Button("Meet after all", "meet-after-all", day_of(sheet))


def invite_guest(sheet: Sheet, item: str = "", kind: str = "") -> Button:
    """For one item; `kind` is the view they bring."""
    values = day_of(sheet) | ({"item": item} if item else {}) | ({"kind": kind} if kind else {})
    return Button("Invite a guest", "invite-guest", values)


def short(title: str) -> str:
    return title if len(title) <= PRESSED else f"{title[: PRESSED - 1].rstrip()}…"
