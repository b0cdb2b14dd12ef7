"""A OneRoster 1.1 or 1.2 export: the CSV files of a district's student information system, staff alone.

https://www.imsglobal.org/spec/oneroster/v1p2/bind/csv
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.model.people import Role
from bot.model.roster.listed import (
    LONGEST,
    Listed,
    ListedSchool,
    ListedTeam,
    Reading,
    Slip,
    circle,
    is_email,
    twice,
)
from bot.model.roster.organisations import Org, school_of, teams_of
from bot.model.roster.table import NO_STUDENTS, NOT_STAFF, Row, Table, Unreadable

Files = Mapping[str, Callable[[], Iterable[str]]]
"""The files of an export by name; each may be read from its beginning, as often as need be."""

VERSIONS = ("1.1", "1.2")
STUDENT_FILES = ("demographics", "enrollments", "results", "scoreScales", "lineItems")
TITLES = {
    "administrator": "Administrator",
    "aide": "Aide",
    "counselor": "Counselor",
    "districtadministrator": "District administrator",
    "principal": "Principal",
    "proctor": "Proctor",
    "siteadministrator": "Administrator",
    "systemadministrator": "System administrator",
    "teacher": "Teacher",
}
"""The roles of staff, each with the title of somebody of whom no other is known."""


@dataclass(frozen=True, slots=True)
class Post:
    """One role of one user at one organisation."""

    line: int
    user: str
    role: str
    org: str


def read(files: Files, today: date) -> Reading:
    """Every school of the export with its staff and its school year, or every slip in it."""
    try:
        return _Export(files, today).reading()
    except Unreadable as error:
        return Reading(slips=(error.slip,))


class _Export:
    def __init__(self, files: Files, today: date) -> None:
        self._files, self._today = files, today
        self._slips: list[Slip] = []

    def reading(self) -> Reading:
        version = self._version()
        self._refuse_students()
        orgs = {} if self._slips else self._orgs()
        users = {} if self._slips else self._users()
        posts = [] if self._slips else list(self._posts(version, users))
        if not self._slips:
            self._check(posts)
        if self._slips:
            return Reading(slips=tuple(self._slips))
        return self._schools(orgs, users, posts)

    def _slip(self, file: str, line: int, field: str, words: str) -> None:
        self._slips.append(Slip(line, field, words, file))

    def _rows(self, file: str, *needed: str) -> Iterator[Row]:
        """The rows of a file that are not marked as deleted; one that is not there is a slip."""
        if file not in self._files:
            self._slip(file, 1, "", "this file is missing; export it too")
            return
        table = Table(self._files[file](), file)
        lacking = [column for column in needed if column not in table.columns]
        if lacking:
            raise Unreadable(Slip(1, lacking[0], "this column is missing; export it too", file))
        for row in table.rows():
            if row["status"].casefold() != "tobedeleted":
                yield row

    def _version(self) -> str:
        said = {
            row["property name"]: row["value"] for row in self._rows("manifest.csv", "property name", "value")
        }
        version = said.get("oneroster.version", "")
        if not self._slips and version not in VERSIONS:
            self._slip(
                "manifest.csv", 1, "oneroster.version", "this must be 1.1 or 1.2; export as one of them"
            )
        for name, value in said.items():
            if name.startswith("file.") and value == "delta":
                words = "this holds only what has changed; export everything (bulk)"
                self._slip("manifest.csv", 1, name, words)
        return version

    def _refuse_students(self) -> None:
        for name in STUDENT_FILES:
            file = f"{name}.csv"
            if file in self._files and any(Table(self._files[file](), file).rows()):
                self._slip(file, 2, "", f"this file is about students. {NO_STUDENTS}")
        for file in ("users.csv", "roles.csv"):
            rows = Table(self._files[file](), file).rows() if file in self._files else ()
            found = [
                (row.line, row["role"].casefold()) for row in rows if row["role"].casefold() in NOT_STAFF
            ]
            if found:
                kinds = ", ".join(sorted({role for _, role in found}))
                words = f"{len(found)} of the rows are not staff ({kinds}). {NO_STUDENTS}"
                self._slip(file, found[0][0], "role", words)

    def _orgs(self) -> dict[str, Org]:
        orgs: dict[str, Org] = {}
        for row in self._rows("orgs.csv", "sourced id", "name", "type"):
            org = Org(
                row.line,
                row["sourced id"],
                row["name"],
                row["type"].casefold(),
                row["identifier"],
                row["parent sourced id"] or None,
            )
            if org.source in orgs:
                first = orgs[org.source].line
                self._slip("orgs.csv", row.line, "sourcedId", f"the same id stands on line {first}; keep one")
            if not 0 < len(org.name) <= LONGEST:
                self._slip("orgs.csv", row.line, "name", f"a name has 1 to {LONGEST} characters")
            orgs[org.source] = org
        self._check_orgs(orgs)
        return orgs

    def _check_orgs(self, orgs: dict[str, Org]) -> None:
        again = circle({key: org.parent for key, org in orgs.items()})
        if again is not None:
            words = "this organisation is part of itself, by way of its parents; correct one of them"
            self._slip("orgs.csv", orgs[again].line, "parentSourcedId", words)
        if not self._slips and not any(org.kind == "school" for org in orgs.values()):
            self._slip("orgs.csv", 1, "type", "there is no organisation of the type school")

    def _users(self) -> dict[str, Row]:
        users: dict[str, Row] = {}
        for row in self._rows("users.csv", "sourced id", "given name", "family name"):
            source = row["sourced id"]
            if source in users:
                first = users[source].line
                self._slip(
                    "users.csv", row.line, "sourcedId", f"the same id stands on line {first}; keep one"
                )
            if row["email"] and not is_email(row["email"]):
                self._slip(
                    "users.csv", row.line, "email", "this is not an e-mail address; correct or empty it"
                )
            if not 0 < len(_name(row)) <= LONGEST or len(source) > LONGEST:
                self._slip("users.csv", row.line, "givenName", f"a name has 1 to {LONGEST} characters")
            users[source] = row
        emails = ((row.line, row["email"].casefold()) for row in users.values() if row["email"])
        for line, before in twice(emails):
            words = f"the same e-mail stands on line {before}; keep one of the two"
            self._slip("users.csv", line, "email", words)
        return users

    def _posts(self, version: str, users: Mapping[str, Row]) -> Iterator[Post]:
        """Who is what and where: in 1.1 the users say it themselves, in 1.2 a file of its own."""
        if version == "1.1":
            for user, row in users.items():
                for org in row["org sourced ids"].split(","):
                    yield Post(row.line, user, row["role"].casefold(), org.strip())
            return
        for row in self._rows("roles.csv", "user sourced id", "role", "org sourced id"):
            user = row["user sourced id"]
            yield Post(row.line, user, row["role"].casefold(), row["org sourced id"])

    def _check(self, posts: list[Post]) -> None:
        file = "roles.csv" if "roles.csv" in self._files else "users.csv"
        for post in posts:
            if post.role not in TITLES:
                self._slip(file, post.line, "role", f"this must be one of {', '.join(TITLES)}")

    def _schools(self, orgs: dict[str, Org], users: dict[str, Row], posts: list[Post]) -> Reading:
        where = {source: school_of(source, orgs) for source in orgs}
        here: dict[str, dict[str, list[Post]]] = defaultdict(lambda: defaultdict(list))
        placed: set[str] = set()
        for post in posts:
            school = where.get(post.org)
            if school is not None and post.user in users and _is_enabled(users[post.user]):
                here[school][post.user].append(post)
                placed.add(post.user)
        first, last = self._school_year()
        schools = []
        for org in orgs.values():
            if org.kind == "school":
                teams = teams_of(org.source, orgs, where)
                people = [self._person(users[user], held, teams) for user, held in here[org.source].items()]
                self._one_principal(people)
                named = tuple(sorted(teams.values(), key=lambda team: team.line))
                schools.append(
                    ListedSchool(
                        tuple(people),
                        named,
                        org.name,
                        org.source,
                        org.number,
                        first,
                        last,
                        titles_are_guessed=True,
                    )
                )
        elsewhere = sum(1 for user, row in users.items() if user not in placed and _is_enabled(row))
        if self._slips:
            return Reading(slips=tuple(self._slips))
        return Reading(tuple(schools), elsewhere=elsewhere)

    @staticmethod
    def _person(row: Row, posts: list[Post], teams: Mapping[str, ListedTeam]) -> Listed:
        roles = {post.role for post in posts}
        team = next((teams[post.org].key for post in posts if post.org in teams), None)
        return Listed(
            row.line,
            _name(row),
            row["email"] or None,
            TITLES["principal" if "principal" in roles else min(roles)],
            team,
            roles=frozenset({Role.SCHOOL_LEADER}) if "principal" in roles else None,
            source=row["sourced id"],
        )

    def _one_principal(self, people: list[Listed]) -> None:
        leaders = [one.line for one in people if one.roles]
        for line in leaders[1:]:
            words = f"line {leaders[0]} is the principal of the same school; a school has one"
            self._slip("users.csv", line, "role", words)

    def _school_year(self) -> tuple[date | None, date | None]:
        """The school year that is under way, else the next one, else the last."""
        if "academicSessions.csv" not in self._files:
            return None, None
        years = []
        for row in self._rows("academicSessions.csv", "type", "start date", "end date"):
            if row["type"].casefold() != "schoolyear":
                continue
            try:
                years.append((date.fromisoformat(row["start date"]), date.fromisoformat(row["end date"])))
            except ValueError:
                self._slip("academicSessions.csv", row.line, "startDate", "write days as 2026-08-17")
        ahead = [year for year in sorted(years) if year[1] >= self._today]
        return ahead[0] if ahead else max(years, default=(None, None))


def _name(row: Row) -> str:
    given = row["preferred given name"] or row["given name"]
    family = row["preferred family name"] or row["family name"]
    return f"{given} {family}".strip()


def _is_enabled(row: Row) -> bool:
    return row["enabled user"].casefold() not in ("false", "0", "no")
