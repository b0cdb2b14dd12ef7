"""What a school that is being set up is offered, from what its workspace has: a start, never a decision."""

import re
from collections.abc import Iterable, Sequence

from bot.messages.channels.naming import as_written
from bot.model.channels import alike
from bot.model.people import Role
from bot.model.prospects import Prospect
from bot.routines.school_file import PersonSection, SchoolFile, TeamSection
from bot.routines.setup.lines import team_lines

ROOM = 2900
"""Characters that fit into one field."""
TEAMLIKE = re.compile(
    r"^(pre-?k|tk|k|kindergarten)?(-?\d+)?$|^(grade|gr|g)-?\d+(-\d+)?$|^\d+(st|nd|rd|th)-grade$"
)
SPAN = re.compile(r"^(?:grades?-)?(k|\d+)-(\d+)$")
SUBJECTS = frozenset(
    {
        "specialists",
        "specials",
        "special-education",
        "sped",
        "ell",
        "esl",
        "math",
        "science",
        "ela",
        "arts",
        "counseling",
    }
)
UNMAPPED = ("Special education", "ELL")
"""Teams that most schools have, and that seldom have a channel of their own."""


def ilt_channel(prospects: Iterable[Prospect], now: str | None) -> str:
    names = [one.name for one in prospects if one.is_channel]
    return next((name for name in names if is_for_the_ilt(alike(name))), now or "")


def is_for_the_ilt(name: str) -> bool:
    return "ilt" in name.split("-") or "leadership" in name


def all_staff_channel(prospects: Iterable[Prospect], now: str | None) -> str:
    names = {alike(one.name): one.name for one in prospects if one.is_channel}
    usual = ("all-staff", "staff", "everyone", "all", "general")
    return now or next((names[name] for name in usual if name in names), "")


def teams(file: SchoolFile, prospects: Iterable[Prospect]) -> str:
    """The teams there are, or, where there is only the first, those that the channels' names suggest."""
    known = [team for team in file.teams if not team.retired]
    if len(known) > 1:
        return team_lines(known)
    there = {alike(one.name): one.name for one in prospects if one.is_channel}
    channels = [name for name in there.values() if is_like_a_team(alike(name))]
    named = {spoken(name).casefold() for name in channels}
    found = [suggested(name) for name in sorted(channels, key=lambda name: in_order(alike(name)))]
    found += [name for name in UNMAPPED if found and name.casefold() not in named]
    return "\n".join([*found, team_lines(known)])


def suggested(channel: str) -> str:
    """A line for a channel; "k-1" and "grade-4-5" look like spans of two grades."""
    span = SPAN.match(alike(channel))
    covers = f", covers {grade(span[1])} and {grade(span[2])}" if span else ""
    return f"{spoken(channel)}, {as_written(channel)}{covers}"


def grade(word: str) -> str:
    return "kindergarten" if word == "k" else f"grade-{word}"


def is_like_a_team(channel: str) -> bool:
    return channel in SUBJECTS or bool(channel and TEAMLIKE.match(channel))


def in_order(channel: str) -> tuple[bool, str]:
    """Grades first, kindergarten before them."""
    return (channel in SUBJECTS, "0" + channel if channel.startswith(("k", "pre", "tk")) else channel)


def spoken(channel: str) -> str:
    """A team's name as its channel has it: "grade-3" is "Grade 3", "k-1" is "K-1"."""
    if channel != alike(channel):
        return channel
    if len(channel) <= 3:
        return channel.upper()
    return channel.replace("-", " ").capitalize()


def people(file: SchoolFile, prospects: Iterable[Prospect]) -> tuple[str, int]:
    """A line for everybody in the workspace who is not on the roster yet, or there without a title, and how
    many did not fit."""
    known = {mark for one in file.people for mark in marks(one) if mark and one.title}
    untitled = {mark for one in file.people for mark in marks(one) if mark and not one.title}
    current = [team for team in file.teams if not team.retired]
    lines = [
        f"{one.name}, {one.email or ''}, {team_of(one.title, current)}, {one.title}".rstrip(", ")
        for one in once(prospects)
        if not marks(one) & known and (one.title or not marks(one) & untitled)
    ]
    fitting: list[str] = []
    for line in lines:
        if sum(map(len, fitting)) + len(fitting) + len(line) > ROOM:
            break
        fitting.append(line)
    return "\n".join(fitting), len(lines) - len(fitting)


def once(prospects: Iterable[Prospect]) -> list[Prospect]:
    """Everybody who has an account, though they may have one on each of several platforms."""
    found: dict[str, Prospect] = {}
    for one in prospects:
        if not one.is_channel:
            mark = (one.email or f"{one.platform} {one.address}").casefold()
            if mark not in found or (one.title and not found[mark].title):
                found[mark] = one
    return list(found.values())


def marks(one: Prospect | PersonSection) -> set[str]:
    """What somebody is known by: the e-mail address, else the name."""
    return {(one.email or one.name).casefold(), one.name.casefold()}


def team_of(title: str, teams: Sequence[TeamSection]) -> str:
    """The team whose name is in the title; the last team, where the office usually is, when there is none."""
    words = f" {title.casefold()} "
    named = [team.name for team in teams if f" {team.name.casefold()} " in words]
    subject = next((team.name for team in teams if team.name.casefold() in ("specialists", "specials")), None)
    is_special = any(word in words for word in (" music ", " art ", " pe ", " coach ", " library ", " stem "))
    fallback = subject if subject and is_special else (teams[-1].name if teams else "")
    return max(named, key=len, default=fallback)


def holds(person: PersonSection, role: Role) -> bool:
    """Whether a title sounds like a role."""
    title = person.title.casefold()
    match role:
        case Role.SCHOOL_LEADER:
            return title in ("principal", "school leader", "head of school", "head teacher")
        case Role.DEPUTY:
            return title.startswith(("assistant principal", "deputy", "vice principal"))
        case Role.COACH:
            return title.endswith("coach")
        case Role.ILT_MEMBER:
            return title.endswith((" rep", " lead", "coach", "principal")) or "principal" in title
        case _:
            return False
