"""Who may see a staff input, who carries it and who owes the sender a word."""

from collections.abc import Iterable
from enum import StrEnum

from bot.model.everybody import Roster
from bot.model.people import Person, Relation, Role, Seat
from bot.model.publishing import AnswerCell, PeopleCell, publishable
from bot.model.staff_input.given import InputState, Mode, StaffInput


class Sight(StrEnum):
    """How much of an input somebody may see."""

    NAME = "name"
    WORDS = "words"


def carrier_for(roster: Roster, author: str, team: str | None) -> Person | None:
    """Who speaks for the sender: the team's rep, its lead, the deputy, the principal; never the sender."""
    seated = roster.seated(team, Seat.REP, Seat.LEAD) if team else []
    others = [*seated, *roster.holders(Role.DEPUTY), *roster.holders(Role.SCHOOL_LEADER)]
    return _first(others, but=author)


def carrier(given: StaffInput, roster: Roster) -> Person | None:
    """Whom the sender chose; once that person has left, whoever speaks for the team now."""
    chosen = roster.person(given.carrier) if given.carrier else None
    return chosen if chosen and chosen.active else carrier_for(roster, given.author, given.team)


def triager_for(roster: Roster, author: str) -> Person | None:
    """Who answers the ILT's input: the triager, the deputy, the principal; never the sender."""
    ranked = (roster.holders(role) for role in (Role.TRIAGER, Role.DEPUTY, Role.SCHOOL_LEADER))
    return _first((person for group in ranked for person in group), but=author)


def owner(given: StaffInput, roster: Roster) -> Person | None:
    """Who owes the sender the next word: the carrier until it is passed on, else the triager."""
    if given.mode is Mode.THROUGH_REP and given.passed_at is None:
        return carrier(given, roster)
    return triager_for(roster, given.author)


def standing(given: StaffInput, person: str, roster: Roster) -> frozenset[Relation]:
    """What a person is to this one input."""
    found: set[Relation] = {Relation.AUTHOR} if given.author == person else set()
    carries, owes = carrier(given, roster), owner(given, roster)
    if given.mode is Mode.THROUGH_REP and carries and carries.id == person:
        found.add(Relation.CARRIER)
    if owes and owes.id == person and Relation.CARRIER not in found:
        found.add(Relation.TRIAGER)
    return frozenset(found)


def sight(given: StaffInput, person: str, roster: Roster) -> Sight | None:
    """How much of an input a person may see now, None for nothing.

    The sender always sees it. The carrier sees the name. A named one is seen by triager and principal, and by
    the ILT once it is on an agenda; one through the rep is, once passed on or placed, seen by the same
    people without the name. Nobody but the sender sees who spoke for a team.
    """
    relations = roster.relations(person)
    if Relation.STRANGER in relations:
        return None
    if person == given.author:
        return Sight.NAME
    if given.state is InputState.WITHDRAWN:
        return None
    carries, owes = carrier(given, roster), owner(given, roster)
    if carries and carries.id == person:
        return Sight.WORDS if given.on_behalf else Sight.NAME
    open_to = {Relation.TRIAGER, Relation.SCHOOL_LEADER}
    open_to |= {Relation.ILT_MEMBER} if given.meeting_on else set()
    if given.shared and (relations & open_to or (owes and owes.id == person)):
        return Sight.NAME if given.mode is Mode.NAMED and not given.on_behalf else Sight.WORDS
    return None


def who_sees_a_name(roster: Roster, author: str, team: str | None) -> list[Person]:
    """Everyone who sees the sender of a named input before it is on an agenda, the sender left out."""
    speaks = carrier_for(roster, author, team)
    triages = [person for person in roster.people if Relation.TRIAGER in roster.relations(person.id)]
    found = [speaks, triager_for(roster, author), *triages, *roster.holders(Role.SCHOOL_LEADER)]
    seen = {person.id: person for person in found if person and person.id != author}
    return list(seen.values())


def team_in_words(given: StaffInput, roster: Roster) -> str:
    """The team an input came through, when it is large enough to be named; else an empty string."""
    team = roster.team(given.team) if given.team else None
    if team and given.on_behalf and given.credit:
        return team.name
    cells = [PeopleCell(team.key, len(roster.members(team.key)))] if team else []
    return team.name if team and publishable(cells, total_shown=False) else ""


def agreement(given: StaffInput, roster: Roster) -> str:
    """How many of a team agreed, "5 of 6", when that says nothing about anybody; else an empty string."""
    if given.agreed is None or given.present is None or given.team is None:
        return ""
    counts = (given.agreed, given.present - given.agreed)
    cell = AnswerCell("agreed", counts, len(roster.members(given.team)))
    return f"{given.agreed} of {given.present}" if publishable([cell], total_shown=False) else ""


def _first(people: Iterable[Person], *, but: str) -> Person | None:
    return next((person for person in people if person.id != but), None)
