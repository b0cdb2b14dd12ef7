"""Finding each listed person among those the school knows: by the file's own id, else by e-mail."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.model.people import Person
from bot.model.roster.listed import Listed, Slip

Matched = list[tuple[Listed, Person | None]]

REUSED = (
    "this id belonged to somebody with another name and e-mail; what they wrote hangs on it. "
    "Give each person an id of their own"
)
TAKEN = "somebody else has this e-mail here; correct one of the two, or let who has left leave with --leavers"


@dataclass(frozen=True)
class Match:
    """Every listed person with the one they are, None for somebody new; and what speaks against it."""

    people: Matched
    slips: list[Slip]


def match(listed: Iterable[Listed], known: tuple[Person, ...], *, leavers: bool) -> Match:
    """Match the file with the school. An e-mail or an id that went to somebody else makes nobody the same.

    With `leavers`, whoever is not in the file leaves, so that their e-mail is free.
    """
    found = list(_found(tuple(listed), known))
    return Match(found, [*_reused(found), *_twice(found), *_emails_taken(found, known, leavers)])


def _found(listed: tuple[Listed, ...], known: tuple[Person, ...]) -> Iterator[tuple[Listed, Person | None]]:
    active_last = sorted(known, key=lambda one: one.active)
    by_id = {one.source: one for one in active_last if one.source}
    by_email = {one.email.casefold(): one for one in active_last if one.email}
    ids = {one.source for one in listed}
    for one in listed:
        same_id = by_id.get(one.source or "")
        same_email = by_email.get((one.email or "").casefold())
        if same_id is None and same_email is not None and _is_the_same(one, same_email, ids):
            yield one, same_email
        else:
            yield one, same_id


def _is_the_same(listed: Listed, person: Person, ids: set[str | None]) -> bool:
    """Whether who has the same e-mail is the same person: not when the name is another one altogether."""
    is_free = not person.source or person.source not in ids
    return is_free and _share_a_name(listed, person)


def _share_a_name(listed: Listed, person: Person) -> bool:
    return not set(listed.name.casefold().split()).isdisjoint(person.name.casefold().split())


def _reused(found: Matched) -> Iterator[Slip]:
    """An id whose name and e-mail are both another's: nobody may come into what somebody else wrote."""
    for one, person in found:
        if person is not None and not _share_a_name(one, person):
            same_email = (one.email or "").casefold() == (person.email or "").casefold()
            if not same_email:
                yield Slip(one.line, "id", REUSED)


def _twice(found: Matched) -> Iterator[Slip]:
    lines: dict[str, int] = {}
    for one, person in found:
        if person is not None:
            before = lines.setdefault(person.id, one.line)
            if before != one.line:
                yield Slip(one.line, "id", f"this is the same person as on line {before}; keep one")


def _emails_taken(found: Matched, known: tuple[Person, ...], leavers: bool) -> Iterator[Slip]:
    """Nobody gets an e-mail that belongs to somebody who stays."""
    listed = {person.id for _, person in found if person is not None}
    staying = (one for one in known if one.active and one.id not in listed and not leavers)
    taken = {one.email.casefold() for one in staying if one.email}
    for one, person in found:
        email = (one.email or (person and person.email) or "").casefold()
        if email and email in taken:
            yield Slip(one.line, "email", TAKEN)
        taken.add(email)
