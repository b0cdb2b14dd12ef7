"""Every verb and every button, tried by everybody: what is allowed is what the table says.

The verbs are those of the catalogue, and what is asked is filled in from their own fields, so a new
verb is tried without a line here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NotPermitted, Refusal
from bot.model.people import Actor, Relation
from bot.permissions import BY_VERB
from bot.routines.audited import THINGS
from bot.routines.requests import Request
from bot.routines.start import Start
from handlers.catalogue import catalogue
from handlers.interactions import Interaction
from tests.conftest import SCHOOL
from tests.permissions.conftest import Things
from tests.permissions.filling import filled

INTERACTIONS = catalogue(Start([]))
TO_THE_THING = frozenset({Relation.AUTHOR, Relation.CARRIER, Relation.PAIR})
ALONE = frozenset({Relation.STRANGER, Relation.GUEST, Relation.CLOCK})
FORMS_TOO = frozenset({"staff", "guest", "stranger", "school leader", "triager", "uma-thistle", "oli-nettle"})
"""Who tries to open each form too: a form asks the same table."""

CLOSED = ("refused", "NotFound")
GENERAL = frozenset({"how-computed"})
"""Verbs that answer everybody with a general page when they do not find the thing."""

BYSTANDER = "max-laurel"
ROUTINES = Path(__file__).parents[2] / "bot" / "routines"


def everybody(who) -> Iterator[tuple[str, Actor]]:
    """One actor for each relation to the school, and those who are something to one of the things."""
    somebody = who(BYSTANDER).person_id
    for relation in Relation:
        if relation in TO_THE_THING or relation is Relation.CLOCK:
            continue
        person = "" if relation is Relation.STRANGER else somebody
        has = {relation} if relation in ALONE else {relation, Relation.STAFF}
        if relation is Relation.ACTING_LEADER:
            has.add(Relation.SCHOOL_LEADER)
        yield relation.value, Actor(SCHOOL, person, frozenset(has))
    for key in ("uma-thistle", "oli-nettle", "mina-linden", "dale-clover"):
        yield key, who(key)


def is_open(verb: str, actor: Actor, things: Things, asks: tuple[str, ...]) -> bool:
    """What the table says, standing to the thing included."""
    to = BY_VERB[verb].to
    standing = {
        relation
        for name in asks
        for relation, people in things.standing.get(name, {}).items()
        if actor.person_id in people
    }
    return not to.isdisjoint(actor.relations | standing)


def is_by_school(verb: str) -> bool:
    """Whether the verb is open by what one is to the school alone, so that it is refused before a look."""
    return BY_VERB[verb].to.isdisjoint(TO_THE_THING | {Relation.FACILITATOR})


async def door(perform, routine: Any, asked: tuple[Request, bool], actor: Actor) -> str:
    """How far somebody gets: "in" (done, or something broke further in), "refused", or another refusal."""
    request, is_well_formed = asked
    try:
        await perform(routine, request, actor=actor)
    except NotPermitted:
        return "refused"
    except Refusal as refusal:
        return type(refusal).__name__
    except Exception:
        if is_well_formed:
            raise
    return "in"


def named_in(one: Interaction[Any, Any]) -> tuple[str, ...]:
    return tuple(name for name in one.command.model_fields if name in THINGS)


def test_every_verb_has_a_row_and_every_row_is_asked_for():
    sources = "".join(file.read_text(encoding="utf-8") for file in ROUTINES.rglob("*.py"))
    verbs = {one.verb for one in INTERACTIONS}

    assert verbs <= set(BY_VERB)
    assert [verb for verb in BY_VERB if verb not in verbs and f'"{verb}"' not in sources] == []


@pytest.mark.requirement("R-296")
@pytest.mark.parametrize("part", range(3))
async def test_what_each_relation_may_do_is_what_the_table_says(part, rehearse, things, who):
    wrong = []
    people = list(everybody(who))
    for one in INTERACTIONS[part::3]:
        request = filled(one.command, things.ids)
        opening = filled(one.asking.question, things.ids) if one.asking else None
        for name, actor in people:
            allowed = is_open(one.verb, actor, things, named_in(one))
            came = await door(rehearse, one.routine, request, actor)
            if one.asking is not None and opening is not None and name in FORMS_TOO:
                asked = await door(rehearse, one.asking.routine, opening, actor)
                came = "refused" if "refused" in (came, asked) and not allowed else came
                if allowed and asked == "refused":
                    wrong.append(f"{name} may {one.verb} but not open its form")
            if allowed and came == "refused":
                wrong.append(f"{name} may {one.verb} and is refused")
            elif not allowed and (came == "in" or (is_by_school(one.verb) and came not in CLOSED)):
                wrong.append(f"{name} may not {one.verb} and gets {came}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.requirement("R-303")
async def test_nobody_of_another_school_finds_anything_whatever_they_are_there(rehearse, things, elsewhere):
    """Knowing an id of this school is no help: at theirs there is no such thing."""
    reached = []
    for one in INTERACTIONS:
        if one.verb in GENERAL or not any(name in things.ids for name in named_in(one)):
            continue
        if await door(rehearse, one.routine, filled(one.command, things.ids), elsewhere) == "in":
            reached.append(one.verb)

    assert reached == []
