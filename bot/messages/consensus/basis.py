"""What a decision says of the consensus check it came out of."""

from bot.messages.vocabulary import Part, bold, paragraph
from bot.model.decisions import Basis, Decision


def small_print(decision: Decision) -> list[str]:
    """For the post: how it came about, and why not every team was asked (R-090)."""
    basis = decision.basis
    if basis is None:
        return []
    gaps = f"Not every team was asked first: {basis.gaps}"
    return [line for line in (basis.how, gaps if basis.gaps else "") if line]


def whole(decision: Decision) -> list[Part]:
    """For the record: the same, with the risk that was named, what is done about it, and the protocol."""
    basis = decision.basis
    if basis is None:
        return []
    parts: list[Part] = [paragraph(line) for line in small_print(decision)]
    if basis.risk:
        parts.append(paragraph(bold(f"{basis.risk}. "), basis.mitigation))
    return [*parts, paragraph(bold("Protocol: "), protocol(basis))]


def protocol(basis: Basis) -> str:
    """The version of the charter whose protocol it went by (R-026)."""
    return f"of charter version {basis.protocol}." if basis.protocol else "as it is without a charter."
