"""One of a pair has left: their learning cycles end, and stay closed to everybody else."""

from collections.abc import Collection
from datetime import datetime

from bot.messages import cycles as wording
from bot.model.cycles import CycleState
from bot.routines.cycles.sheets import setting, tell, view_of
from storage.unit_of_work import UnitOfWork


async def end_for(person: str, *, gone: Collection[str], work: UnitOfWork, now: datetime) -> None:
    """End every open cycle of somebody who has left; the other one is told unless they are `gone` too."""
    for cycle in await work.cycles.open_cycles_of(person):
        active = cycle.state is CycleState.ACTIVE
        cycle.state = CycleState.ENDED if active else CycleState.DECLINED
        other = cycle.other(person)
        if other in gone:
            continue
        seen = await setting(work, now)
        view = await view_of(cycle, other, work=work, seen=seen)
        await tell(other, wording.partner_left(view), f"{cycle.id}/left", work=work, at=seen.at_work())
