"""What comes back: walkthrough windows, and 1:1 check-ins between two people."""

from datetime import date, time
from typing import Annotated, Any

from pydantic import Field

from bot.errors import Refusal
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command
from bot.routines.school_file import Cadence, CheckInSection, SchoolFile, WindowSection
from bot.routines.setup import lines
from bot.routines.setup.rewriting import Saved, rewrite
from storage.unit_of_work import UnitOfWork

NEW = "+"
"""Stands for one that is not there yet; no key looks like it."""


class SetWindow(Command):
    which: str = NEW
    look_fors: str
    strategy: str | None = None
    opens: date
    closes: date
    goal: Annotated[int, Field(ge=1, le=100)] | None = None
    remove: bool = False


async def set_window(command: SetWindow, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Add a walkthrough window, or change or remove one."""
    permit(actor, "set-windows")

    def change(file: SchoolFile) -> dict[str, Any]:
        known = {one.key: one for one in file.walkthroughs}
        if command.which != NEW and command.which not in known:
            raise Refusal("This window is not there any more. Choose another one.", field="which")
        taken = lines.fresh(f"{command.look_fors}-{command.opens:%b-%Y}", known)
        key = taken if command.which == NEW else command.which
        wanted = WindowSection(key=key, **command.model_dump(exclude={"which", "remove"}))
        found = known | {key: wanted}
        if command.remove:
            del found[key]
        return {"walkthroughs": tuple(one.model_dump() for one in found.values())}

    return await rewrite("windows", change, actor=actor, work=work, clock=clock)


class SetCheckIn(Command):
    leader: str
    lead: str
    every: Cadence
    first: date
    at: time
    minutes: Annotated[int, Field(ge=10, le=120)] = 30
    remove: bool = False


async def set_check_in(command: SetCheckIn, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Let two people meet regularly, change when they do, or end it."""
    permit(actor, "set-checkins")
    if command.leader == command.lead:
        raise Refusal("A 1:1 needs two people. Choose another one.", field="lead")

    def change(file: SchoolFile) -> dict[str, Any]:
        known = {(one.leader, one.lead): one for one in file.check_ins}
        pair = (command.leader, command.lead)
        before = known[pair].model_dump() if pair in known else {}
        wanted = CheckInSection(**before | command.model_dump(exclude={"remove"}))
        found = known | {pair: wanted}
        if command.remove:
            del found[pair]
        return {"check_ins": tuple(one.model_dump() for one in found.values())}

    return await rewrite("checkins", change, actor=actor, work=work, clock=clock)
