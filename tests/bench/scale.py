"""How much is measured: all of it, or just enough to see that measuring works."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A whole run takes minutes and means something; a short one takes seconds and means nothing."""

    is_short: bool = False

    @property
    def rounds(self) -> int:
        return self.of(5, 1)

    def of(self, whole: int, short: int) -> int:
        return short if self.is_short else whole
