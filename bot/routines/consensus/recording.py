"""From a check that passed to the decision that is recorded of it."""

from bot.errors import OutOfDate, Refusal
from bot.messages.consensus.cards import how_decided
from bot.messages.consensus.prefill import Passed
from bot.messages.consensus.words import NAMED_RISKS, authority
from bot.model.consensus import CheckState, ConsensusCheck
from bot.model.decisions import Authority, Basis, Decision
from bot.model.people import Actor, Relation
from bot.routines.consensus.shown import fewest, found, moved_on, result
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

LEADER_DECIDES = (
    "The ILT recommends this, and the school leader decides. "
    "Ask the school leader to press Record this decision."
)


async def passed(check_id: str | None, actor: Actor, work: UnitOfWork) -> Passed | None:
    """The check that passed, for whoever records it; None without one. What the ILT only recommends, the
    school leader records."""
    if not check_id:
        return None
    check = await found(check_id, work)
    if check.state is not CheckState.PASSED:
        raise OutOfDate(moved_on(check))
    if check.authority is Authority.PRINCIPAL and not actor.is_any(Relation.SCHOOL_LEADER):
        raise Refusal(LEADER_DECIDES)
    return Passed(check, how_decided(check, await fewest(work)))


def basis(came: Passed, chosen: Authority, mitigation: str) -> Basis:
    """What the decision keeps of the check; raises `Refusal` where another authority was chosen."""
    check = came.check
    if chosen is not came.authority:
        holds = authority(came.authority, check.protocol)
        raise Refusal(f"The ILT checked it as: {holds}. Choose that, or open a new check.", field="authority")
    if check.top_risk is not None and not mitigation:
        raise Refusal("Say in a line what we do about this risk.", field="mitigation")
    return Basis(
        check.id,
        check.version,
        how=came.how,
        risk=NAMED_RISKS[check.top_risk] if check.top_risk else "",
        mitigation=mitigation,
        gaps=check.gaps,
    )


async def adopted(check: ConsensusCheck, decision: Decision, sees: Viewer, work: UnitOfWork) -> None:
    """The check ends with this decision; its card says so."""
    check.become(CheckState.ADOPTED)
    check.decision = decision.id
    await work.flush()
    await result(check, sees, work)
