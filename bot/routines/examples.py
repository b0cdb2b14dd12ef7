"""The library of look-fors: finding one, its examples, and its words (R-035, R-041)."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from bot.content.look_fors import look_fors
from bot.errors import NotFound, Refusal
from bot.messages.examples import GRADES, NAME, REASON, SOURCE, TEXT, Entry, Library
from bot.model.examples import MOST, Example, ExampleKind
from bot.model.look_for_words import LookForWords, worded
from bot.model.people import Actor, Relation
from bot.model.walkthroughs import LookFor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.nameless import name_nobody
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

SHOWN = 6
FULL = f"This look-for has {MOST} examples. Take one out first, or keep the best."
GONE = "This example is no longer there."
NO_SUCH = "I do not find this look-for. /ilt find lists what there is."
SAME = "These are the words it has now. Change something, or cancel."

Line = Annotated[str, Field(min_length=3, max_length=TEXT)]


class FindLookFors(Question):
    """Look-fors about a word; without one, those of the school's walkthroughs."""

    search: Annotated[str, Field(max_length=60)] = ""


class AboutLookFor(Question):
    look_for: str


class AddExample(Command):
    look_for: str
    kind: ExampleKind
    text: Line
    grades: Annotated[str, Field(max_length=GRADES)] = ""
    source: Annotated[str, Field(max_length=SOURCE)] = ""


class DropExample(Command):
    example: str


class RewordLookFor(Command):
    look_for: str
    name: Annotated[str, Field(min_length=3, max_length=NAME)]
    students: Line
    teacher: Line
    not_this: Line
    reason: Annotated[str, Field(min_length=3, max_length=REASON)]


async def find(question: FindLookFors, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Library:
    permit(actor, "find")
    sees = await viewer(actor, work=work, clock=clock)
    examples, used = await work.examples.all(), await _used(work)
    word = question.search.casefold()
    found = [one for key, one in await _all(sees, work) if word or not used or key in used]
    fitting = [one for one in found if _fits(one, examples, word)]
    return _library(fitting, examples, sees, search=question.search)


async def prepare(question: AboutLookFor, *, actor: Actor, work: UnitOfWork, clock: Clock) -> LookFor:
    permit(actor, "add-example")
    return await _one(question.look_for, await viewer(actor, work=work, clock=clock), work)


async def prepare_rewording(
    question: AboutLookFor, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> LookFor:
    permit(actor, "reword-look-for")
    return await _one(question.look_for, await viewer(actor, work=work, clock=clock), work)


async def add(command: AddExample, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Library:
    """Keep an example; at most five, and nobody is named."""
    permit(actor, "add-example")
    sees = await viewer(actor, work=work, clock=clock)
    one = await _one(command.look_for, sees, work)
    name_nobody({"text": command.text, "source": command.source}, sees.roster)
    if sum(each.look_for == one.origin for each in await work.examples.all()) >= MOST:
        raise Refusal(FULL, field="text")
    values = command.model_dump()
    work.examples.add(Example(school=work.school, added_by=actor.person_id, added_on=sees.today, **values))
    await work.flush()
    done = "Saved. Observers see it under “What counts?” in the walkthrough form."
    return _library([one], await work.examples.all(), sees, done=done)


async def drop(command: DropExample, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Library:
    example = await work.examples.find(command.example)
    if example is None:
        raise NotFound(GONE)
    permit(actor, "drop-example", *([Relation.AUTHOR] if example.added_by == actor.person_id else []))
    sees = await viewer(actor, work=work, clock=clock)
    one = await _one(example.look_for, sees, work)
    await work.examples.drop(example)
    await work.flush()
    return _library([one], await work.examples.all(), sees, done="The example is taken out.")


async def reword(command: RewordLookFor, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Library:
    """Keep new words from today on; what was seen under the old ones stays apart from them."""
    permit(actor, "reword-look-for")
    sees = await viewer(actor, work=work, clock=clock)
    now = await _one(command.look_for, sees, work)
    values = command.model_dump()
    if all(values[name] == getattr(now, name) for name in ("name", "students", "teacher", "not_this")):
        raise Refusal(SAME, field="name")
    before = [one.number for one in await work.examples.words() if one.look_for == now.origin]
    number = max(before, default=1) + 1
    work.examples.add(LookForWords(school=work.school, number=number, on=sees.today, **values))
    await work.flush()
    one = await _one(command.look_for, sees, work)
    done = "Saved. It holds from today, and trends show a break there."
    return _library([one], await work.examples.all(), sees, done=done)


async def _used(work: UnitOfWork) -> set[str]:
    return {window.look_fors for window in await work.walkthroughs.windows()}


async def _all(sees: Viewer, work: UnitOfWork) -> list[tuple[str, LookFor]]:
    """Every look-for in the words that hold today, with the key of its set."""
    words = await work.examples.words()
    sets = [worded(one, words, sees.today) for one in look_fors().sets]
    return [(each.key, one) for each in sets for one in each.look_fors]


async def _one(code: str, sees: Viewer, work: UnitOfWork) -> LookFor:
    found = next((one for _, one in await _all(sees, work) if one.origin == code), None)
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def _fits(one: LookFor, examples: Sequence[Example], word: str) -> bool:
    own = (each.text for each in examples if each.look_for == one.origin)
    texts = (one.name, one.students, one.teacher, one.not_this, *own)
    return any(word in each.casefold() for each in texts)


def _library(
    found: Sequence[LookFor], examples: Sequence[Example], sees: Viewer, *, search: str = "", done: str = ""
) -> Library:
    actor = sees.actor
    may_drop = may(actor, "drop-example")
    entries = []
    for one in found[:SHOWN]:
        own = [each for each in examples if each.look_for == one.origin]
        mine = frozenset(each.id for each in own if may_drop or each.added_by == actor.person_id)
        entries.append(Entry(one, own, mine))
    return Library(
        search, entries, len(found), may(actor, "add-example"), may(actor, "reword-look-for"), done
    )
