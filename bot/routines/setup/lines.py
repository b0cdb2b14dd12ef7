"""Lists that people type or paste, a line for each, read into sections of the school file and back."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.errors import Refusal
from bot.messages.channels.naming import as_written
from bot.routines.school_file import (
    WRITTEN,
    AlsoSection,
    AuthoritySection,
    PersonSection,
    TeamSection,
)

EMAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+$")
CHANNEL = re.compile(f"^{WRITTEN}$")
MOST = 120


def slug(name: str) -> str:
    """A key made of a name: small letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "x"


def fresh(name: str, taken: Collection[str]) -> str:
    """A key for a name that nothing else has."""
    first = slug(name)
    numbered = (f"{first}-{number}" for number in range(2, len(taken) + 3))
    return first if first not in taken else next(key for key in numbered if key not in taken)


def written_lines(words: str) -> list[tuple[int, list[str]]]:
    """The lines that say something, each with its number and its parts between commas, semicolons or tabs."""
    lines = ((number, re.split(r"[,;\t]", line)) for number, line in enumerate(words.splitlines(), 1))
    return [
        (number, [part.strip() for part in parts]) for number, parts in lines if any(map(str.strip, parts))
    ]


def teams(words: str, known: Sequence[TeamSection]) -> tuple[TeamSection, ...]:
    """Read "Grade 3, #grade-3" or "K-1, #k-1, covers kindergarten and grade-1" lines.

    A team that has this name already keeps its key and all else.
    """
    by_name = {team.name.casefold(): team for team in known}
    found: list[TeamSection] = []
    for number, parts in written_lines(words):
        name, channel = parts[0], _channel(parts[1] if len(parts) > 1 else "")
        _fits(number, name, channel, found)
        channel = channel.lstrip("#") if channel else None
        taken = {team.key for team in (*known, *found)}
        team = by_name.get(name.casefold()) or TeamSection(key=fresh(name, taken), name=name)
        update = {"name": name, "channel": channel, "covers": _covers(parts[2:]), "retired": False}
        found.append(team.model_copy(update=update))
    if not found:
        raise Refusal("Name at least one team, a line for each.", field="lines")
    return tuple(found)


def _channel(word: str) -> str | None:
    """Slack's channels have small letters only; what has no # before it may be a channel of Teams."""
    return (word.lower() if word.startswith("#") else word) or None


def _covers(parts: Sequence[str]) -> tuple[str, ...]:
    """The grades of a span: "covers kindergarten and grade-1"."""
    words = ",".join(parts)
    if not words.lower().startswith("covers "):
        return ()
    return tuple(slug(grade) for grade in re.split(r",| and |\+|&", words[len("covers ") :]) if grade.strip())


def _fits(number: int, name: str, channel: str | None, found: Iterable[TeamSection]) -> None:
    if not name or len(name) > MOST:
        raise Refusal(f"Line {number}: begin with the team's name.", field="lines")
    if channel is not None and not CHANNEL.match(channel):
        raise Refusal(
            f"Line {number}: {channel.lstrip('#')} is not a channel's name. Write it like #grade-3.",
            field="lines",
        )
    if any(team.name.casefold() == name.casefold() for team in found):
        raise Refusal(f"Line {number}: {name} is there twice. Keep one of the lines.", field="lines")


def team_lines(known: Iterable[TeamSection]) -> str:
    return "\n".join(_team_line(team) for team in known if not team.retired)


def _team_line(team: TeamSection) -> str:
    channel = as_written(team.channel) if team.channel else ""
    covers = f"covers {' and '.join(team.covers)}" if team.covers else ""
    return f"{team.name}, {channel}, {covers}".rstrip(", ")


@dataclass(frozen=True, slots=True)
class Person:
    """One line: "Oli Nettle, oli@school.example, Grade 3, Grade 3 lead"."""

    name: str
    email: str | None
    team: str
    title: str


def people(
    words: str, known: Sequence[PersonSection], of_school: Sequence[TeamSection]
) -> tuple[PersonSection, ...]:
    """Everybody known, with the people of these lines added; who is there already (by e-mail, or by name
    when the line has none) is brought up to date. The main team may be named or given by its key."""
    found = list(known)
    seen: dict[str, int] = {}
    for number, parts in written_lines(words):
        line = _person(number, parts)
        mark = (line.email or line.name).casefold()
        if mark in seen:
            raise Refusal(f"Line {number}: this person is in line {seen[mark]} too. Keep one.", field="lines")
        seen[mark] = number
        _put(line, _teams_of(number, line.team, of_school), found)
    return tuple(found)


def _teams_of(number: int, words: str, of_school: Sequence[TeamSection]) -> list[str]:
    """The keys of "ELL + Grade 3"; the first is the main team."""
    keys = {word: one.key for one in of_school for word in (one.name.casefold(), one.key)}
    named = [word.strip() for word in words.split("+")]
    unknown = next((word for word in named if word.casefold() not in keys), None)
    if unknown is not None:
        names = ", ".join(one.name for one in of_school if not one.retired)
        said = f"there is no team {unknown}" if unknown else "the team is missing"
        raise Refusal(f"Line {number}: {said}. Choose one of: {names}.", field="lines")
    return list(dict.fromkeys(keys[word.casefold()] for word in named))


def _person(number: int, parts: list[str]) -> Person:
    name, email, team, title = (*parts, "", "", "")[:4]
    if not name or len(name) > MOST:
        raise Refusal(f"Line {number}: begin with the name.", field="lines")
    if email and not EMAIL.match(email):
        raise Refusal(
            f"Line {number}: {email} is not an e-mail address. Write: Name, e-mail, team, title.",
            field="lines",
        )
    return Person(name, email or None, team, title[:MOST])


def _put(line: Person, teams: Sequence[str], found: list[PersonSection]) -> None:
    team, *others = teams

    def is_same(one: PersonSection) -> bool:
        if line.email and one.email:
            return one.email.casefold() == line.email.casefold()
        return one.name.casefold() == line.name.casefold()

    place = next((place for place, one in enumerate(found) if is_same(one)), None)
    if place is None:
        key = fresh(line.name, {one.key for one in found})
        also = tuple(AlsoSection(team=other) for other in others)
        found.append(
            PersonSection(key=key, name=line.name, email=line.email, team=team, title=line.title, also=also)
        )
        return
    before = found[place]
    update = {"name": line.name, "team": team, "title": line.title or before.title}
    kept = tuple(one for one in before.also if one.team != team)
    added = (other for other in others if other not in {one.team for one in kept})
    also = (*kept, *(AlsoSection(team=other) for other in added))
    found[place] = before.model_copy(update=update | {"email": line.email or before.email, "also": also})


def authority(words: str) -> tuple[AuthoritySection, ...]:
    """Read "Meeting dates: the principal" lines."""
    found = []
    for number, line in enumerate(words.splitlines(), 1):
        what, colon, who = (part.strip() for part in line.partition(":"))
        if not (what or who):
            continue
        if not (colon and what and who) or max(len(what), len(who)) > MOST:
            raise Refusal(f"Line {number}: write what it is about, a colon, and who decides.", field="lines")
        found.append(AuthoritySection(what=what, who=who))
    return tuple(found)


def authority_lines(known: Iterable[AuthoritySection]) -> str:
    return "\n".join(f"{one.what}: {one.who}" for one in known)
