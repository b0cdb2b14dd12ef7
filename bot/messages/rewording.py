"""The same message with other words in place of some."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from bot.messages.vocabulary import Message
from bot.model.quarantine import SHORTEST

T = TypeVar("T")
BEGINNING = 40


def reworded(message: Message, instead: Mapping[str, str]) -> Message:
    """Say `instead` wherever these words stand, also where only their beginning is quoted."""
    long = {old: new for old, new in instead.items() if len(old) >= SHORTEST}
    return _walked(message, long)


def _walked(part: T, instead: Mapping[str, str]) -> T:
    found: Any = part
    if isinstance(part, str):
        return _said(part, instead)  # type: ignore[return-value]
    if isinstance(part, tuple):
        walked = tuple(_walked(one, instead) for one in part)
        same = all(after is before for after, before in zip(walked, part, strict=True))
        return part if same else walked  # type: ignore[return-value]
    if is_dataclass(part) and not isinstance(part, type):
        changed = {
            one.name: _walked(getattr(found, one.name), instead) for one in fields(part) if one.name != "kind"
        }
        same = all(changed[name] is getattr(found, name) for name in changed)
        return part if same else replace(found, **changed)
    return part


def _said(words: str, instead: Mapping[str, str]) -> str:
    for old, new in instead.items():
        if old in words:
            words = words.replace(old, new)
        elif len(old) > BEGINNING and old[:BEGINNING] in words:
            words = new
    return words
