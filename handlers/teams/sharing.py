"""Buttons that say more of where they stand than their verb and values do."""

from dataclasses import replace
from typing import Any

from handlers.teams.pages import Page

SAYS = ("Action.Execute", "Action.Submit")
HOME, WHOLE = "home", "whole"


def at_home(pages: list[Page], *, whole: bool = False) -> list[Page]:
    """The pages of a Home, every button with the page it is on: what is done there draws that page again,
    and all that is on a `whole` one."""
    kept = {WHOLE: True} if whole else {}
    return [replace(page, card=_marked(page.card, {HOME: n, **kept})) for n, page in enumerate(pages)]


def _marked(part: Any, place: dict[str, int]) -> Any:
    if isinstance(part, list):
        return [_marked(one, place) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") in SAYS:
        return {**part, "data": {**part.get("data", {}), **place}}
    return {name: _marked(value, place) for name, value in part.items()}
