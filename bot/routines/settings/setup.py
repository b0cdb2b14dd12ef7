"""The settings' parts of the school file: routines, budget, and who decides about what."""

from dataclasses import replace
from datetime import datetime

from bot.errors import Refusal
from bot.messages.charter.words import GOVERNED
from bot.messages.dates import number_of
from bot.model.settings import EVERYTHING, Authority, RoutineName, Settings
from bot.routines.school_file import AuthoritySection, BudgetSection, SchoolFile
from bot.routines.settings.switching import switch
from storage.unit_of_work import UnitOfWork


async def establish(file: SchoolFile, *, work: UnitOfWork, by: str, now: datetime) -> list[str]:
    """Make budget, authority and routines what the file says of them; say what that changed."""
    before = await work.settings.now()
    wanted = _with(before, file)
    if wanted.authority != before.authority and await work.charters.adopted() is not None:
        raise Refusal(f"authority: {GOVERNED}", field="authority")
    changes = _said(before, wanted)
    await work.settings.change(wanted, by=by, at=now, about=changes)
    if file.routines is None:
        return changes
    switched = await switch(frozenset(file.routines), work=work, by=by, now=now)
    return changes + switched.said


def _with(before: Settings, file: SchoolFile) -> Settings:
    wanted = before
    if file.budget is not None:
        budget = file.budget
        wanted = replace(wanted, messages_a_day=budget.messages_a_day, posts_a_day=budget.posts_a_day)
    if file.authority is not None:
        wanted = replace(wanted, authority=tuple(Authority(one.what, one.who) for one in file.authority))
    return wanted


def _said(before: Settings, after: Settings) -> list[str]:
    changes = []
    if (before.messages_a_day, before.posts_a_day) != (after.messages_a_day, after.posts_a_day):
        messages = number_of(after.messages_a_day, "message")
        posts = number_of(after.posts_a_day, "post")
        changes.append(f"Budget: {messages} to a person, {posts} in a channel on one school day.")
    if before.authority != after.authority:
        changes.append(f"Who decides: {number_of(len(after.authority), 'line')}.")
    return changes


async def exported_routines(work: UnitOfWork) -> tuple[RoutineName, ...] | None:
    """The routines that are on, in their own order; None when all of them are."""
    on = (await work.settings.now()).on
    return None if on == EVERYTHING else tuple(name for name in RoutineName if name in on)


async def exported_budget(work: UnitOfWork) -> BudgetSection | None:
    """The budget; None when it is the one that every school begins with."""
    settings = await work.settings.now()
    budget = BudgetSection(messages_a_day=settings.messages_a_day, posts_a_day=settings.posts_a_day)
    return None if budget == BudgetSection() else budget


async def exported_authority(work: UnitOfWork) -> tuple[AuthoritySection, ...] | None:
    settings = await work.settings.now()
    return tuple(AuthoritySection(what=one.what, who=one.who) for one in settings.authority) or None
