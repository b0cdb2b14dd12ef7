"""`ilt-bot school apply` and `ilt-bot school export`."""

import asyncio
from argparse import Namespace
from pathlib import Path

from bot.app import opened
from bot.commands import school_yaml
from bot.errors import Problem, Refusal
from bot.model.people import Actor, Relation
from bot.routines import school, school_export
from bot.routines.requests import Nothing
from bot.settings import Settings


def operator(school_key: str) -> Actor:
    """Whoever has the keys to the machine: may set the school up, and is nobody in it."""
    return Actor(school_key, "operator", frozenset({Relation.BOT_ADMIN}))


def apply(arguments: Namespace) -> int:
    file = school_yaml.read(Path(arguments.file))

    async def work() -> school.Applied:
        async with opened(Settings()) as core:
            await core.upgrade()
            return await core.perform(
                school.apply, school.ApplySchool(file=file), actor=operator(file.school.key)
            )

    try:
        applied = asyncio.run(work())
    except Refusal as refusal:
        raise Problem(f"{arguments.file}: {refusal.sentence}") from refusal
    print("\n".join(applied.changes) or "Nothing to change: the school is as the file says.")
    return 0


def export(arguments: Namespace) -> int:
    async def work() -> str:
        async with opened(Settings()) as core:
            key = arguments.school or await core.only_school()
            file = await core.perform(school_export.export, Nothing(), actor=operator(key))
            return school_yaml.written(file)

    print(asyncio.run(work()), end="")
    return 0
