"""Changing one part of a school: the school as a file, that part rewritten, and the file applied again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from bot.errors import Refusal
from bot.model.people import Actor
from bot.model.setup import Progress
from bot.ports import Clock
from bot.routines.requests import Nothing
from bot.routines.school import ApplySchool, apply
from bot.routines.school_export import export
from bot.routines.school_file import SchoolFile
from bot.routines.setup.progress import progress
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of changing one part: `changes` in sentences, and how far the setup is."""

    part: str
    changes: tuple[str, ...]
    progress: Progress


Change = Callable[[SchoolFile], dict[str, Any]]
"""Given the school as it stands, the sections of the file that are to be different."""


async def as_file(actor: Actor, work: UnitOfWork, clock: Clock) -> SchoolFile:
    return await export(Nothing(), actor=actor, work=work, clock=clock)


async def rewrite(part: str, change: Change, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Make the school what it would be if its file had said this, keep that as a version, and tick the part.

    Raises `Refusal` with what is wrong; nothing is changed then.
    """
    file = await as_file(actor, work, clock)
    wanted = checked(file, change(file))
    try:
        applied = await apply(ApplySchool(file=wanted), actor=actor, work=work, clock=clock)
    except Refusal as refusal:
        raise _without_place(refusal) from refusal
    return await ticked(part, applied.changes, actor=actor, work=work, clock=clock)


async def ticked(
    part: str, changes: tuple[str, ...], *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Saved:
    """Keep a version that says what changed in this part, and note that somebody has been through it."""
    settings = await work.settings.now()
    after = settings if settings.live else replace(settings, steps=settings.steps | {part})
    about = (f"{part}/{len(changes)}",)
    await work.settings.change(after, by=actor.person_id, at=clock.now(), about=about, anyway=bool(changes))
    await work.flush()
    return Saved(part, changes, await progress(work))


def checked(file: SchoolFile, different: dict[str, Any]) -> SchoolFile:
    """The file with these sections, as a whole that agrees with itself."""
    try:
        return SchoolFile.model_validate({**file.model_dump(), **different})
    except ValidationError as error:
        told = error.errors()[0]
        sentence = str(told.get("ctx", {}).get("error", told["msg"]))
        raise Refusal(sentence.partition(": ")[2] or sentence) from error


def _without_place(refusal: Refusal) -> Refusal:
    """The same sentence for somebody who has a form before them, and no file with lines."""
    place, colon, sentence = refusal.sentence.partition(": ")
    if not colon or " " in place:
        return refusal
    return Refusal(sentence[:1].upper() + sentence[1:], field=place.rpartition(".")[2])
