"""The least that can be asked of each verb: a command filled from its own fields."""

import types
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import ValidationError

from bot.routines.requests import Request

SOON = date(2026, 11, 10)
NOWHERE = "0" * 32


def filled(kind: type[Request], things: Mapping[str, str]) -> tuple[Request, bool]:
    """A request of this kind about the things; False beside it when its own rules do not take it so."""
    kind.model_rebuild()
    values = {
        name: things[name] if name in things else of(field.annotation, field.metadata)
        for name, field in kind.model_fields.items()
        if field.is_required() or name in things
    }
    try:
        return kind.model_validate(values), True
    except ValidationError:
        whole = {
            name: field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()
        }
        return kind.model_construct(**(whole | values)), False


def of(annotation: Any, metadata: Any = ()) -> Any:
    """The least value of a type."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return of(inner, more)
    if origin is Literal:
        return get_args(annotation)[0]
    if origin in (Union, types.UnionType):
        return None if type(None) in get_args(annotation) else of(get_args(annotation)[0])
    if origin in (dict, tuple, list, set, frozenset):
        return origin()
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation))
    return _plain(annotation, metadata)


def _plain(annotation: Any, metadata: Any) -> Any:
    if annotation is str:
        return NOWHERE
    if annotation is bool:
        return False
    if annotation is int:
        return next((one.ge for one in metadata if getattr(one, "ge", None) is not None), 1)
    if annotation is datetime:
        return datetime.combine(SOON, time(10))
    return {date: SOON, time: time(10)}.get(annotation)
