"""Reading the audit."""

from bot.messages import audit as wording
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Question
from storage.unit_of_work import UnitOfWork


class SeeAudit(Question):
    """Who did what, newest first: a page of it, and only one action when it is named."""

    action: str = ""
    page: str = "1"


async def see(question: SeeAudit, *, actor: Actor, work: UnitOfWork, clock: Clock) -> wording.AuditPage:
    """One page. What was said is nowhere in it."""
    permit(actor, "audit")
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    page = max(1, int(question.page)) if question.page.isdecimal() else 1
    skip = (page - 1) * wording.ON_A_PAGE
    found = await work.audit.entries(question.action, skip=skip, limit=wording.ON_A_PAGE + 1)
    lines = tuple(
        wording.AuditLine(
            at=entry.at,
            who=roster.name(entry.actor) if entry.actor not in wording.NOBODY else entry.actor,
            action=entry.action,
            object=entry.object,
            outcome=entry.outcome,
        )
        for entry in found[: wording.ON_A_PAGE]
    )
    return wording.AuditPage(
        lines=lines,
        action=question.action,
        page=page,
        has_older=len(found) > wording.ON_A_PAGE,
        actions=await work.audit.actions(),
        zone=calendar.zone,
    )
