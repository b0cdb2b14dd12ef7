"""What the charter says that other routines go by."""

from bot.content.charter import starters
from bot.model.charter import Part
from bot.model.protocol import InForce, Protocol
from storage.unit_of_work import UnitOfWork


async def protocol_in_force(work: UnitOfWork) -> InForce:
    """The protocol of the adopted charter with its version; the defaults, as version 0, without one."""
    adopted = await work.charters.adopted()
    return InForce(adopted.protocol, adopted.number) if adopted else InForce(Protocol())


async def purpose_in_force(work: UnitOfWork) -> str:
    """What the ILT is for, in one line: as adopted, else what every charter begins with (R-024)."""
    adopted = await work.charters.adopted()
    return (adopted.purpose if adopted else "") or starters()[Part.PURPOSE]
