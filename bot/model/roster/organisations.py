"""The organisations of a district: which school each belongs to, and which departments are its teams."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.roster.listed import ListedTeam, slug, unused


@dataclass(frozen=True, slots=True)
class Org:
    """A district, a school, a department: `kind` says which; `number` is what people know it by."""

    line: int
    source: str
    name: str
    kind: str
    number: str
    parent: str | None


def school_of(source: str, orgs: Mapping[str, Org]) -> str | None:
    """The school that an organisation is or belongs to."""
    here = orgs.get(source)
    while here is not None and here.kind != "school":
        here = orgs.get(here.parent) if here.parent else None
    return here.source if here else None


def teams_of(school: str, orgs: Mapping[str, Org], where: Mapping[str, str | None]) -> dict[str, ListedTeam]:
    """The departments within a school, by their id."""
    teams: dict[str, ListedTeam] = {}
    for org in orgs.values():
        if org.kind == "department" and where[org.source] == school:
            key = unused(slug(org.name), {team.key for team in teams.values()})
            parent = teams.get(org.parent) if org.parent else None
            teams[org.source] = ListedTeam(org.line, key, org.name, parent.key if parent else None)
    return teams
