"""Sessions in which the adults learn, and what each of them rests on (R-065)."""

from dataclasses import dataclass, field
from datetime import date

from bot.model.ids import new_id


@dataclass(eq=False, kw_only=True)
class PdSession:
    """One session of professional learning. `evidence` is what it rests on, as "kind:id"; `strategy` (a key)
    is what it is work on. One that was `let_go` belongs to no strategy, and is not asked about again."""

    school: str
    number: int
    title: str
    on: date
    by: str
    strategy: str | None = None
    evidence: tuple[str, ...] = ()
    feedback: str = ""
    let_go: bool = False
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return f"L-{self.number:03d}"
