"""You said, we did: every two weeks a person puts into words, for all staff, what became of staff input."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.staff_input import loop as wording
from bot.messages.staff_input.loop import Line, Open, Page, Posted, Wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.ids import new_id
from bot.model.people import Actor
from bot.model.staff_input import (
    FORTNIGHT,
    LONGEST_LINE,
    LOOKS_BACK,
    LoopLine,
    StaffInput,
    age_in_school_days,
    is_settled,
    may_credit,
    next_date,
    offer_days,
    sight,
    since,
    team_in_words,
    to_word,
)
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.staff_input.showing import show, visible
from bot.routines.staff_input.telling import opening_of
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NOT_THERE = "This input has nothing to tell any more. Type /ilt said to see what there is."
NO_WORDS = "Nothing is put into words yet. Type /ilt said, and begin with one input."
ALREADY = "{label} is posted already. Take that post back to change its words."
NO_POST = "This post was taken back already. Type /ilt said to see its lines."

Words = Annotated[str, Field(min_length=1, max_length=LONGEST_LINE)]


class AboutSaid(Question):
    input: str


class WordSaid(Command):
    """What was said and what was done, in a person's own words. `credit`: the sender is named."""

    input: str
    said: Words
    did: Words
    credit: bool = False


class PostSaid(Command):
    """Post every line that is ready."""


class TakeBackSaid(Command):
    post: str


async def page(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
    """What was settled since the last post and may be told, and what is still open."""
    permit(actor, "said")
    return await _page(await viewer(actor, work=work, clock=clock), work)


async def before_wording(question: AboutSaid, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Wording:
    permit(actor, "word-said")
    sees = await viewer(actor, work=work, clock=clock)
    given = await _settled(question.input, sees, work)
    lines = [line for line in await _unposted(sees, work) if line.tells_of(given)]
    name = _credited(given, sees) if may_credit(given) else ""
    return Wording(show(given, sees), _line(lines[0], given, sees) if lines else None, name)


async def word(command: WordSaid, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """Keep the words for the next post, in place of earlier ones, and say which input they are of."""
    permit(actor, "word-said")
    sees = await viewer(actor, work=work, clock=clock)
    given = await _settled(command.input, sees, work)
    await work.loop.forget(given.id)
    work.loop.add(
        LoopLine(
            school=work.school,
            input=given.id,
            said=command.said,
            did=command.did,
            credit=command.credit and may_credit(given),
            by=actor.person_id,
            worded_at=sees.now,
        )
    )
    return given.label


async def post(command: PostSaid, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Posted:
    """Let all staff read it, and each team what it may be named for, when school is open."""
    permit(actor, "post-said")
    sees = await viewer(actor, work=work, clock=clock)
    found = await _page(sees, work)
    if not found.ready:
        raise Refusal(NO_WORDS)
    number, due_at = new_id(), opening_of(sees.calendar, sees.now)
    told = {line.input for line in found.ready}
    for line in await _unposted(sees, work):
        if line.input in told:
            line.post, line.posted_at = number, sees.now
    for given in await work.inputs.by_ids(list(told)):
        given.tell_all(sees.now)
    message = wording.post(found.ready, found.unanswered)
    await work.outbox.post(Audience.all_staff(), message, key=f"said/{number}/staff", due_at=due_at)
    for team, lines in _by_team(found.ready):
        own = wording.for_team(lines)
        await work.outbox.post(Audience.team(team), own, key=f"said/{number}/team/{team}", due_at=due_at)
    return Posted(number, len(found.ready), len(found.unanswered))


async def take_back(command: TakeBackSaid, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
    """Take the post out of every channel; its lines are ready again. Say how many there are."""
    permit(actor, "take-back-said")
    lines = await work.loop.of_post(command.post)
    if not lines:
        raise NotFound(NO_POST)
    for letter in await work.outbox.standing(f"said/{command.post}/"):
        await work.outbox.remove(letter.key, edit="taken-back", due_at=clock.now())
    for line in lines:
        line.post = line.posted_at = None
    for given in await work.inputs.by_ids([line.input for line in lines]):
        given.untell()
    return len(lines)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """On the first school morning of every second week the triager is told what there is to tell."""
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    triager = roster.triager()
    if triager is None:
        return []
    weeks = (await work.settings.now()).sharing.digest_weeks
    mornings = [
        calendar.at(day, calendar.morning)
        for day in offer_days(calendar, calendar.today(after), calendar.today(until), weeks)
    ]
    return [
        Due(
            key=f"said/offer/{calendar.today(at)}",
            at=at,
            what="You said, we did: a draft is offered",
            why="the first school day of every second week",
            audience=Audience.person(triager.id),
            act=partial(_offer, Viewer(roster.actor(triager.id), roster, calendar, at), work),
            stale_at=calendar.at(calendar.today(at), calendar.closes),
            group="said/offer",
        )
        for at in mornings
        if after < at <= until
    ]


async def waiting(sees: Viewer, *, work: UnitOfWork) -> int:
    """How many inputs are settled and not told to all staff yet."""
    found = await _page(sees, work)
    return len(found.left) + len(found.ready)


async def _offer(sees: Viewer, work: UnitOfWork) -> Message | None:
    found = await _page(sees, work)
    if found.left or found.ready:
        return wording.offer(found)
    lately = await work.inputs.settled_since(sees.now - FORTNIGHT)
    is_first = lately or await work.loop.recent(sees.now - FORTNIGHT)
    return wording.nothing(len(found.unanswered)) if is_first else None


async def _page(sees: Viewer, work: UnitOfWork) -> Page:
    written = await work.loop.recent(_long_ago(sees))
    start = since(written, sees.now)
    given = _seen(await work.inputs.settled_since(_long_ago(sees)), sees)
    unposted = [line for line in written if line.posted_at is None]
    worded = _seen(await work.inputs.by_ids([line.input for line in unposted]), sees)
    pairs = [(line, one) for line in unposted for one in worded if line.tells_of(one)]
    unsettled = _seen(await work.inputs.unsettled(), sees)
    return Page(
        since=sees.calendar.today(start),
        left=tuple(visible(to_word(given, written, start), sees)),
        ready=tuple(_line(line, one, sees) for line, one in pairs),
        unanswered=tuple(_open(one, sees) for one in unsettled if one.awaits_outcome(sees.today)),
    )


def _seen(given: Iterable[StaffInput], sees: Viewer) -> list[StaffInput]:
    return [one for one in given if _may_see(one, sees)]


def _may_see(given: StaffInput, sees: Viewer) -> bool:
    return sight(given, sees.actor.person_id, sees.roster) is not None


async def _settled(input_id: str, sees: Viewer, work: UnitOfWork) -> StaffInput:
    given = await work.inputs.by_id(input_id)
    if given is None or not _may_see(given, sees) or not is_settled(given):
        raise NotFound(NOT_THERE)
    if any(line.posted_at and line.tells_of(given) for line in await work.loop.recent(_long_ago(sees))):
        raise OutOfDate(ALREADY.format(label=given.label))
    return given


def _long_ago(sees: Viewer) -> datetime:
    return sees.now - LOOKS_BACK


async def _unposted(sees: Viewer, work: UnitOfWork) -> list[LoopLine]:
    return [line for line in await work.loop.recent(sees.now) if line.posted_at is None]


def _line(line: LoopLine, given: StaffInput, sees: Viewer) -> Line:
    """The line as all staff read it; a name only where its sender agreed to that, and still does."""
    named = line.credit and may_credit(given)
    return Line(
        input=given.id,
        label=given.label,
        said=line.said,
        did=line.did,
        name=_credited(given, sees) if named else "",
        team=given.team or "" if named and team_in_words(given, sees.roster) else "",
    )


def _credited(given: StaffInput, sees: Viewer) -> str:
    return team_in_words(given, sees.roster) if given.on_behalf else sees.roster.name(given.author)


def _open(given: StaffInput, sees: Viewer) -> Open:
    return Open(
        given.topic,
        age_in_school_days(given, sees.calendar, sees.today),
        next_date(given, sees.calendar, sees.today),
    )


def _by_team(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    named = sorted((line for line in lines if line.team), key=lambda line: line.team)
    return [(team, list(own)) for team, own in groupby(named, key=lambda line: line.team)]
