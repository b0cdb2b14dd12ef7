"""What a passed check already says, in the form that records the decision."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.messages.consensus.words import NAMED_RISKS
from bot.messages.forms import ChoiceField, DateField, Form, ManyField, Piece, TextField
from bot.messages.vocabulary import context
from bot.model.consensus import ConsensusCheck
from bot.model.decisions import Authority

MITIGATION = 300


@dataclass(frozen=True, slots=True)
class Passed:
    """A check that passed and is not recorded yet, and how the ILT came to it, in words."""

    check: ConsensusCheck
    how: str

    @property
    def authority(self) -> Authority:
        """Who decided: the school leader in place of an ILT that did not reach consensus."""
        instead = self.check.leader_reason and self.check.authority is Authority.ILT
        return Authority.PRINCIPAL if instead else self.check.authority

    @property
    def values(self) -> Mapping[str, object]:
        """What the form begins with, by field."""
        check = self.check
        why = " ".join(part for part in (check.why, check.leader_reason) if part)
        return {
            "statement": check.proposal,
            "why": why,
            "authority": self.authority.value,
            "teams": check.teams,
            "review_on": check.review_on,
        }


def prefilled(form: Form, passed: Passed | None) -> Form:
    """The same form, begun with what the check says; it asks what is done about the risk (R-081)."""
    if passed is None:
        return form
    check = passed.check
    pieces = [_begun(piece, passed.values) for piece in form.pieces]
    lines = [context(f"{check.label}. {passed.how}")]
    lines += [context(f"Not every team was asked. Why: {check.gaps}")] if check.gaps else []
    carries = {**form.carries, "check": check.id}
    return replace(form, pieces=(*lines, *pieces[:-1], *_risk(check), pieces[-1]), carries=carries)


def _begun(piece: Piece, values: Mapping[str, object]) -> Piece:
    name = getattr(piece, "name", "")
    value = values.get(name)
    if not value:
        return piece
    if isinstance(piece, TextField | ChoiceField | DateField | ManyField):
        return replace(piece, initial=value)  # type: ignore[arg-type]
    return piece


def _risk(check: ConsensusCheck) -> tuple[Piece, ...]:
    top = check.top_risk
    if top is None:
        return ()
    asked = f"{NAMED_RISKS[top]}. What do we do about it?"
    return (TextField("mitigation", asked, max_length=MITIGATION, initial=check.mitigation),)
