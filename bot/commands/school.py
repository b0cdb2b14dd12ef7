"""`ilt-bot school apply`, `ilt-bot school export` and what else is done to a school from the terminal."""

import asyncio
from argparse import Namespace
from pathlib import Path

from bot.app import opened
from bot.commands import school_yaml
from bot.errors import Problem, Refusal
from bot.messages.decisions.handover import markdown
from bot.model.people import Actor, Relation
from bot.routines import decisions, platforms, school, school_export
from bot.routines.requests import Nothing
from bot.routines.setup import beginning, lines
from bot.settings import Settings


def operator(school_key: str) -> Actor:
    """Whoever has the keys to the machine: may set the school up, and is nobody in it."""
    return Actor(school_key, "operator", frozenset({Relation.BOT_ADMIN}))


def apply(arguments: Namespace) -> int:
    """Make the school what the file says, or nothing at all, and say what that changed."""
    path = Path(arguments.file)
    written = school_yaml.read(path)

    async def work() -> school.Applied:
        async with opened(Settings.read()) as core:
            await core.upgrade()
            command = school.ApplySchool(file=written.file)
            return await core.perform(school.apply, command, actor=operator(written.file.school.key))

    try:
        applied = asyncio.run(work())
    except Refusal as refusal:
        raise Problem(written.refused(refusal)) from refusal
    print("\n".join(applied.changes) or "Nothing to change: the school is as the file says.")
    return 0


def new(arguments: Namespace) -> int:
    """Begin an empty school, and say who goes on with it, and how."""
    key = arguments.key or lines.slug(arguments.name)
    command = beginning.BeginSchool(name=arguments.name, zone=arguments.zone, admin_email=arguments.admin)

    async def work() -> str:
        async with opened(Settings.read()) as core:
            await core.upgrade()
            return await core.perform(beginning.begin, command, actor=operator(key))

    try:
        admin = asyncio.run(work())
    except Refusal as refusal:
        raise Problem(refusal.sentence.removeprefix("school.zone: ")) from refusal
    print(
        f"{arguments.name} is there, under the key {key}. {admin} ({arguments.admin}) sets it up in Slack "
        "or Teams: start `ilt-bot serve`, then type /ilt setup there.\n"
        "Nobody else hears from the bot before it is switched on."
    )
    return 0


def leave(arguments: Namespace) -> int:
    """Give a platform up, and say what came of it."""
    command = platforms.LeavePlatform(platform=arguments.platform)

    async def work() -> platforms.LeftPlatform:
        async with opened(Settings.read(), existing=True) as core:
            key = await core.school_named(arguments.school)
            return await core.perform(platforms.leave, command, actor=operator(key))

    try:
        left = asyncio.run(work())
    except Refusal as refusal:
        raise Problem(refusal.sentence) from refusal
    print("\n".join(platforms.said(left, arguments.platform)))
    return 0


def export(arguments: Namespace) -> int:
    """Print the school as a file that `apply` would change nothing with."""

    async def work() -> str:
        async with opened(Settings.read(), existing=True) as core:
            key = await core.school_named(arguments.school)
            file = await core.perform(school_export.export, Nothing(), actor=operator(key))
            return school_yaml.written(file)

    print(asyncio.run(work()), end="")
    return 0


def handover(arguments: Namespace) -> int:
    """Print what is handed on when the leadership changes, as a document."""

    async def work() -> str:
        async with opened(Settings.read(), existing=True) as core:
            key = await core.school_named(arguments.school)
            return markdown(await core.perform(decisions.hand_over, Nothing(), actor=operator(key)))

    print(asyncio.run(work()), end="")
    return 0
