"""The words for seats, gaps and terms that every message about them shares."""

from collections.abc import Iterable
from datetime import date

from bot.messages.vocabulary import Button
from bot.model.coverage import Coverage, Voice
from bot.model.everybody import Roster
from bot.model.people import Team, in_words
from bot.model.seats import MULTILINGUAL_LABELS, SeatKind
from bot.model.teams import TeamKind

WHY, PERSPECTIVE, BECAUSE = 300, 300, 300
KIND_NAMES = {
    SeatKind.REP: "Team rep",
    SeatKind.SPECIAL_EDUCATION: "Special education",
    SeatKind.SPECIALIST: "Specialists",
    SeatKind.COACH: "Instructional coach",
    SeatKind.ADMINISTRATOR: "Administrator",
}
SEE_WHO = Button("Who speaks for whom", "who")
SEE_SEATS = Button("See all seats", "seats")


def kind_name(kind: SeatKind, multilingual: str) -> str:
    """A kind of seat in the school's words: `multilingual` is its own label for that seat (R-006)."""
    return multilingual if kind is SeatKind.MULTILINGUAL else KIND_NAMES[kind]


def team_name(team: Team, multilingual: str) -> str:
    """The team's own name; one that is only the label of the multilingual seat follows that label."""
    is_label = team.kind is TeamKind.MULTILINGUAL and team.name.upper() in MULTILINGUAL_LABELS
    return multilingual if is_label else team.name


def team_names(keys: Iterable[str], roster: Roster, multilingual: str) -> str:
    """The teams somebody speaks for, as a sentence lists them; "the whole school" for none."""
    teams = [team_name(team, multilingual) for key in keys if (team := roster.team(key)) is not None]
    return in_words(teams) or "the whole school"


def voice_name(voice: Voice, multilingual: str) -> str:
    return team_name(voice.team, multilingual) if voice.team else voice.name


def term(day: date) -> str:
    """The day a seat ends: "June 4, 2028"."""
    return f"{day:%B} {day.day}, {day.year}"


def gaps(found: Coverage, multilingual: str) -> list[str]:
    """Every gap, one line each."""
    lines = ["School leader - nobody yet"] if found.leader is None else []
    lines += [f"{voice_name(voice, multilingual)} - no rep yet" for voice in found.silent]
    return lines + [f"{kind_name(kind, multilingual)} - no voice on the ILT yet" for kind in found.missing]


def invite(found: Coverage) -> Button:
    """Invite somebody, for the first team that has nobody."""
    first = next((voice.team.key for voice in found.silent if voice.team), None)
    return Button("Invite a rep", "invite-rep", {"teams": first} if first else {}, emphasis="primary")
