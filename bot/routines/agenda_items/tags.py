"""The lists a school tags with, the components its strategies are work on, and which have no work (R-062)."""

from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from bot.errors import Refusal
from bot.messages.agenda_items.tags import LIST, NAME, Coverage, Tagging
from bot.model.people import Actor
from bot.model.tags import Codes, Tags, uncovered
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing
from storage.unit_of_work import UnitOfWork

MOST, LONGEST = 95, 75
List = Annotated[str, Field(max_length=LIST)]
TOO_MANY = f"At most {MOST} on one list, so that people find them on a phone."
TOO_LONG = "Please shorten “{one}” to 75 characters."
NO_CODES = "Write your own codes here, or choose another list."
NO_COMPONENTS = "Give the list of components first: Change the lists."
CHANGED = "The lists to tag with: changed."


class SetTags(Command):
    """The school's lists."""

    name_staff: ClassVar[frozenset[str]] = frozenset({"standards", "components", "components_of"})

    codes: Codes
    standards: List = ""
    components: List = ""
    components_of: Annotated[str, Field(max_length=NAME)] = ""
    instructional: Annotated[int, Field(ge=50, le=100)] = 80


class TagStrategies(Command):
    """The components each strategy is work on, by its key."""

    name_staff: ClassVar[frozenset[str]] = frozenset({"components"})

    components: Annotated[dict[str, tuple[str, ...]], Field(max_length=10)] = {}


async def before_tags(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Tagging:
    permit(actor, "set-tags")
    return await _tagging(work)


async def set_tags(command: SetTags, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Tagging:
    """Keep the lists. What carries a code or component that is gone keeps it."""
    permit(actor, "set-tags")
    standards = entries(command.standards, "standards")
    if command.codes is Codes.OWN and not standards:
        raise Refusal(NO_CODES, field="standards")
    components = entries(command.components, "components")
    tags = Tags(command.codes, standards, components, command.components_of, command.instructional)
    now = await work.settings.now()
    await work.settings.change(replace(now, tags=tags), by=actor.person_id, at=clock.now(), about=(CHANGED,))
    return await _tagging(work)


def entries(said: str, field: str) -> tuple[str, ...]:
    """A pasted list, each entry once; a `Refusal` beside one that is too long to be picked on a phone."""
    found = tuple(dict.fromkeys(one.strip() for line in said.splitlines() for one in line.split(";")))
    kept = tuple(one for one in found if one)
    if len(kept) > MOST:
        raise Refusal(TOO_MANY, field=field)
    for one in kept:
        if len(one) > LONGEST:
            raise Refusal(TOO_LONG.format(one=f"{one[:40]}…"), field=field)
    return kept


async def before_tagging(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Tagging:
    permit(actor, "tag-strategies")
    tagging = await _tagging(work)
    if not tagging.tags.components:
        raise Refusal(NO_COMPONENTS)
    return tagging


async def tag_strategies(command: TagStrategies, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Coverage:
    """Say which components each active strategy is work on."""
    permit(actor, "tag-strategies")
    tagging = await _tagging(work)
    for strategy in tagging.strategies:
        chosen = command.components.get(strategy.key, ())
        strategy.components = tuple(one for one in tagging.tags.components if one in chosen)
    return _covered(tagging, actor)


async def coverage(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Coverage:
    """Which components have no active work behind them."""
    permit(actor, "coverage")
    return _covered(await _tagging(work), actor)


async def _tagging(work: UnitOfWork) -> Tagging:
    return Tagging((await work.settings.now()).tags, await work.strategies.active())


def _covered(tagging: Tagging, actor: Actor) -> Coverage:
    missing = uncovered(tagging.tags.components, tagging.strategies)
    return Coverage(tagging, missing, may(actor, "set-tags"))
