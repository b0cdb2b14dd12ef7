"""What is stored about the person who asks, and what they keep with somebody."""

from datetime import timedelta
from typing import Literal

from bot.errors import NotFound
from bot.messages.privacy import ON_A_PAGE, Kind, OwnWords, Pairing, Stored, WordsPage
from bot.model.people import Actor, Relation
from bot.model.retention import RULES, year_end
from bot.model.retention.words import WORDS
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from storage.unit_of_work import UnitOfWork

A_YEAR = timedelta(days=366)


class MyWords(Question):
    """My own words, a page of them."""

    page: str = "1"


class KeepPair(Command):
    """Keep, or do not keep, what one wrote with somebody for another school year."""

    other: str
    keep: Literal["yes", "no"]


async def see(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Stored:
    """Every kind of thing that is stored about the person, with how many; none of what they say."""
    permit(actor, "privacy")
    return await _stored(actor, work, clock)


async def _stored(actor: Actor, work: UnitOfWork, clock: Clock) -> Stored:
    about = await work.purging.about(RULES, actor.person_id)
    counted = ((rule, *about.get(rule.table, (0, 0))) for rule in RULES)
    kinds = (
        Kind(rule.what, rule.seen_by, rule.keep.value, rule.kind.value, own, naming)
        for rule, naming, own in counted
        if naming
    )
    return Stored(tuple(kinds), await _pairs(actor.person_id, work, clock))


async def _pairs(person: str, work: UnitOfWork, clock: Clock) -> tuple[Pairing, ...]:
    roster = await work.people.roster()
    today = (await work.calendar.whole()).today(clock.now())
    chosen = await work.retention.chosen(person, today)
    both = await work.retention.kept_pairs(today)
    others = await work.purging.others_of(person)
    return tuple(
        Pairing(other, roster.name(other), chosen.get(other), frozenset({person, other}) in both)
        for other in sorted(others, key=roster.name)
    )


async def my_words(question: MyWords, *, actor: Actor, work: UnitOfWork, clock: Clock) -> WordsPage:
    """What the person wrote, newest first; only their own."""
    permit(actor, "my-words")
    page = max(1, int(question.page)) if question.page.isdecimal() else 1
    skip, found = (page - 1) * ON_A_PAGE, await own_words(actor.person_id, work)
    return WordsPage(tuple(found[skip : skip + ON_A_PAGE]), page, len(found) > skip + ON_A_PAGE)


async def own_words(person: str, work: UnitOfWork) -> list[OwnWords]:
    """All of somebody's own words, newest first."""
    found = []
    for rule in RULES:
        for day, words in await work.purging.words(rule, WORDS.get(rule.table, ()), person):
            found.append(OwnWords(rule.what, day, " / ".join(word for word in words if word)))
    return sorted(found, key=lambda one: one.when, reverse=True)


async def keep_pair(command: KeepPair, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Stored:
    """Say whether what both wrote may outlive this school year; it does only when both say so."""
    others = await work.purging.others_of(actor.person_id)
    permit(actor, "keep-pair", *((Relation.PAIR,) if command.other in others else ()))
    if command.other not in others:
        raise NotFound("You have no 1:1 and no learning cycle with them.")
    calendar = await work.calendar.whole()
    until = year_end(calendar.today(clock.now()), calendar.last) + 2 * A_YEAR
    if command.keep == "yes":
        await work.retention.choose(actor.person_id, command.other, until)
    else:
        await work.retention.unchoose(actor.person_id, command.other)
    return await _stored(actor, work, clock)
