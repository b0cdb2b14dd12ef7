"""Days and times as `bot.messages.dates` writes them, said in another language."""

import re

from bot.model.languages import Language

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SHORT = re.compile(rf"({'|'.join(DAYS)}), ({'|'.join(MONTHS)}) (\d{{1,2}})(, (.+))?")
LONG = re.compile(r"([A-Z][a-z]+day), ([A-Z][a-z]+) (\d{1,2})(, (.+))?")
DATED = re.compile(r"([A-Z][a-z]+) (\d{1,2}), (\d{4})")
EDGES = re.compile(r"((?:[,:] )?)(.+?)([.,:]?)", re.DOTALL)
CLOCK = re.compile(r"(\d{1,2}:\d{2}) (AM|PM)")


def day_said(text: str, language: Language) -> str | None:
    """A day, a time or both, with a sign before or after it (", Mon, Oct 26."); None when it is neither."""
    edges = EDGES.fullmatch(text)
    said = _day_said(edges[2], language) if edges else None
    return f"{edges[1]}{said}{edges[3]}" if edges and said else None


def _day_said(text: str, language: Language) -> str | None:
    if CLOCK.fullmatch(text):
        return text
    dated = DATED.fullmatch(text)
    if dated is not None:
        return _dated(dated, language)
    found = SHORT.fullmatch(text) or LONG.fullmatch(text)
    if found is None or not _is_clock(found[5]):
        return None
    month = next((place for place, name in enumerate(MONTHS, 1) if found[2].startswith(name)), None)
    weekday = next((place for place, name in enumerate(DAYS) if found[1].startswith(name)), None)
    if month is None or weekday is None:
        return None
    return _written(weekday, month, int(found[3]), len(found[1]) > 3, language) + (found[4] or "")


def _dated(found: re.Match[str], language: Language) -> str | None:
    """ "June 2, 2028", without a weekday."""
    from babel import Locale

    english, other = (Locale(one).months["format"]["wide"] for one in ("en", str(language)))
    month = next((place for place, name in english.items() if name == found[1]), None)
    return f"{found[2]} de {other[month]} de {found[3]}" if month else None


def _is_clock(rest: str | None) -> bool:
    return rest is None or CLOCK.fullmatch(rest) is not None


def _written(weekday: int, month: int, day: int, is_long: bool, language: Language) -> str:
    from babel import Locale

    locale = Locale(str(language))
    width = "wide" if is_long else "abbreviated"
    weekday_name = locale.days["format"][width][weekday]
    month_name = locale.months["format"][width][month]
    return f"{weekday_name} {day} de {month_name}" if is_long else f"{weekday_name} {day} {month_name}"
