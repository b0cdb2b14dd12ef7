"""How a school passes on what concerns others than staff: who approves it, and where it goes."""

from dataclasses import dataclass
from enum import StrEnum


class DigestWay(StrEnum):
    """How the School Improvement Team gets its digest."""

    OFF = "off"
    CHANNEL = "channel"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class RelayWays:
    """`approver` approves what families read; the school leader where nobody is named. `digest_team` is the
    team whose channel gets the digest."""

    approver: str = ""
    digest: DigestWay = DigestWay.OFF
    digest_team: str = ""
