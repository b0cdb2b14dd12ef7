"""What the charter says that other routines go by."""

from bot.model.protocol import InForce, Protocol
from storage.unit_of_work import UnitOfWork


async def protocol_in_force(work: UnitOfWork) -> InForce:
    """The protocol of the adopted charter with its version; the defaults, as version 0, without one."""
    return InForce(Protocol())
