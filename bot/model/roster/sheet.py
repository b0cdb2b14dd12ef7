"""A staff list as one CSV file: a row for each person, with whatever columns the school has."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from bot.model.people import Role, Seat
from bot.model.roster.listed import (
    LONGEST,
    Listed,
    ListedSchool,
    ListedTeam,
    Reading,
    Slip,
    circle,
    is_email,
    slug,
    twice,
)
from bot.model.roster.table import NO_STUDENTS, NOT_STAFF, Row, Table, Unreadable, student_columns

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "full name", "staff name", "display name", "employee name", "teacher name", "teacher"),
    "first": ("first name", "given name", "first", "firstname"),
    "last": ("last name", "family name", "surname", "last", "lastname"),
    "email": ("email", "e mail", "email address", "e mail address", "mail", "work email", "school email"),
    "title": ("title", "job title", "position", "job"),
    "team": ("team", "grade team", "department", "dept", "group"),
    "parent": ("parent team", "team parent", "part of"),
    "seat": ("seat", "team seat", "team role"),
    "roles": ("roles", "role", "school roles", "bot roles"),
    "source": ("id", "staff id", "employee id", "sourced id", "employee number"),
}
"""The columns a list may have, each with the names that schools give it."""

SEATS = {
    "": None,
    "member": Seat.MEMBER,
    "teacher": Seat.MEMBER,
    "rep": Seat.REP,
    "representative": Seat.REP,
    "team rep": Seat.REP,
    "lead": Seat.LEAD,
    "team lead": Seat.LEAD,
    "leader": Seat.LEAD,
}
ROLES = {
    "ilt": Role.ILT_MEMBER,
    "ilt member": Role.ILT_MEMBER,
    "principal": Role.SCHOOL_LEADER,
    "school leader": Role.SCHOOL_LEADER,
    "deputy": Role.DEPUTY,
    "assistant principal": Role.DEPUTY,
    "vice principal": Role.DEPUTY,
    "triager": Role.TRIAGER,
    "coach": Role.COACH,
    "instructional coach": Role.COACH,
    "bot admin": Role.BOT_ADMIN,
}


def read(lines: Iterable[str], file: str) -> Reading:
    """The one school that the list describes, or every slip in it."""
    try:
        table = Table(lines, file)
        return _Sheet(table, file).reading()
    except Unreadable as error:
        return Reading(slips=(error.slip,))


class _Sheet:
    def __init__(self, table: Table, file: str) -> None:
        self._table, self._file = table, file
        self._slips: list[Slip] = []
        self._columns = {
            meant: found
            for meant, names in COLUMNS.items()
            if (found := next((name for name in names if name in table.columns), None))
        }

    def reading(self) -> Reading:
        if about_students := student_columns(self._table.columns, self._file):
            return Reading(slips=tuple(about_students))
        self._require_columns()
        if self._slips:
            return Reading(slips=tuple(self._slips))
        rows = list(self._table.rows())
        if students := self._students(rows):
            return Reading(slips=(students,))
        people = [self._person(row) for row in rows]
        teams = self._teams(rows)
        self._once(people)
        if not people:
            self._slip(1, "", "there is nobody in it")
        if self._slips:
            return Reading(slips=tuple(sorted(self._slips, key=lambda slip: slip.line)))
        return Reading((ListedSchool(tuple(people), teams, roles_are_all="roles" in self._columns),))

    def _slip(self, line: int, field: str, words: str) -> None:
        self._slips.append(Slip(line, field, words, self._file))

    def _require_columns(self) -> None:
        if "name" not in self._columns and not {"first", "last"} <= set(self._columns):
            self._slip(1, "name", "there is no column for the name; the first line names the columns")
        if "email" not in self._columns:
            self._slip(1, "email", "there is no column for the e-mail; people are found in chat by it")

    def _cell(self, row: Row, meant: str) -> str:
        return row[self._columns[meant]] if meant in self._columns else ""

    def _students(self, rows: list[Row]) -> Slip | None:
        """One slip for all rows of somebody who is no staff."""
        found = [
            (row.line, said)
            for row in rows
            for meant in ("roles", "title")
            if (said := self._cell(row, meant).casefold()) in NOT_STAFF
        ]
        if not found:
            return None
        line, said = found[0]
        words = f"{len(found)} of the rows are of a {said}. {NO_STUDENTS}"
        return Slip(line, "roles", words, self._file)

    def _person(self, row: Row) -> Listed:
        email = self._cell(row, "email")
        if not is_email(email):
            words = "this is missing" if not email else "this is not an e-mail address"
            self._slip(row.line, "email", f"{words}; write one like ana@school.example")
        team = self._cell(row, "team")
        return Listed(
            row.line,
            self._name(row),
            email,
            self._short(row, "title"),
            slug(team) if team else None,
            self._seat(row),
            self._roles(row),
            self._short(row, "source") or None,
        )

    def _name(self, row: Row) -> str:
        whole = self._cell(row, "name") or f"{self._cell(row, 'first')} {self._cell(row, 'last')}".strip()
        if not whole:
            self._slip(row.line, "name", "this is missing")
        if len(whole) > LONGEST:
            self._slip(row.line, "name", f"this is too long; {LONGEST} characters at most")
        return whole

    def _short(self, row: Row, meant: str) -> str:
        words = self._cell(row, meant)
        if len(words) > LONGEST:
            self._slip(row.line, meant, f"this is too long; {LONGEST} characters at most")
        return words

    def _seat(self, row: Row) -> Seat | None:
        words = self._cell(row, "seat").casefold()
        if words not in SEATS:
            self._slip(row.line, "seat", "this must be member, rep or lead")
        return SEATS.get(words)

    def _roles(self, row: Row) -> frozenset[Role] | None:
        if "roles" not in self._columns:
            return None
        found = set()
        for words in _parted(self._cell(row, "roles")):
            role = ROLES.get(words)
            if role is None:
                self._slip(row.line, "roles", f"I do not know one of these; {_meant(words)}")
            else:
                found.add(role)
        return frozenset(found)

    def _teams(self, rows: list[Row]) -> tuple[ListedTeam, ...]:
        """The teams in the order they come up; one that is part of itself is a slip."""
        teams: dict[str, ListedTeam] = {}
        for row in rows:
            name, parent = self._cell(row, "team"), self._cell(row, "parent")
            if len(name) > LONGEST:
                self._slip(row.line, "team", f"this is too long; {LONGEST} characters at most")
            key = slug(name)
            if name and (key not in teams or (parent and not teams[key].parent)):
                teams[key] = ListedTeam(row.line, key, name, slug(parent) if parent else None)
        again = circle({key: team.parent for key, team in teams.items()})
        if again is not None:
            words = "this team is part of itself, by way of its parents; leave one of them empty"
            self._slip(teams[again].line, "parent team", words)
        return tuple(teams.values())

    def _once(self, people: list[Listed]) -> None:
        """Nobody is there twice, and one person at most leads the school."""
        by_email = ((one.line, one.email.casefold()) for one in people if one.email)
        for line, before in twice(by_email):
            self._slip(line, "email", f"the same e-mail stands on line {before}; keep one of the two")
        for line, before in twice((one.line, one.source) for one in people if one.source):
            self._slip(line, "id", f"the same id stands on line {before}; keep one of the two")
        leaders = [one.line for one in people if Role.SCHOOL_LEADER in (one.roles or ())]
        for line in leaders[1:]:
            words = (
                f"line {leaders[0]} names a school leader already; a school has one. The other is a deputy"
            )
            self._slip(line, "roles", words)


def _parted(words: str) -> Iterator[str]:
    for part in words.replace(";", ",").replace("|", ",").replace("/", ",").split(","):
        if plain := " ".join(part.casefold().replace("_", " ").replace("-", " ").split()):
            yield plain


def _meant(words: str) -> str:
    close = get_close_matches(words, ROLES, n=1)
    return f"did you mean {close[0]}?" if close else f"roles are {', '.join(role.value for role in Role)}"
