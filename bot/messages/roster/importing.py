"""What taking a roster file changes, in sentences for an administrator."""

from collections.abc import Iterator, Mapping, Sequence

from bot.messages.dates import number_of
from bot.model.everybody import Roster
from bot.model.people import Role, Seat, Team, in_words
from bot.model.roster.listed import ListedTeam, Slip
from bot.model.roster.plan import Entry, Plan

FIELDS = {"name": "name", "title": "title", "email": "e-mail", "source": "id"}
ROLES = {
    Role.ILT_MEMBER: "ILT member",
    Role.SCHOOL_LEADER: "school leader",
    Role.DEPUTY: "deputy",
    Role.TRIAGER: "triager",
    Role.COACH: "coach",
    Role.BOT_ADMIN: "bot admin",
}


def sentences(plan: Plan, roster: Roster) -> Iterator[str]:
    """Every change by itself, and then what is only worth knowing."""
    teams: list[Team | ListedTeam] = [*roster.teams, *plan.teams]
    names = {team.key: team.name for team in teams}
    for team in plan.teams:
        yield f"New team: {team.name}."
    for entry in plan.entries:
        yield from _of(entry, names)
    for person in plan.leaving:
        yield f"Leaves: {person.name}. Seats and roles are free, and what they looked after finds somebody."


def of_school(learnt: Mapping[str, object]) -> Iterator[str]:
    """What the school learns about itself."""
    if "source" in learnt:
        yield "School: its id in the file is remembered."
    if "first_day" in learnt:
        yield f"School: the year is from {learnt['first_day']} to {learnt['last_day']}."


def notes(plan: Plan) -> Iterator[str]:
    """What is not changed, though an administrator would like to know."""
    for person in plan.missing:
        yield f"Not in the file: {person.name}. They stay; with --leavers they leave."
    for entry in plan.entries:
        if entry.leads_already:
            yield f"The file has {entry.listed.name} as principal; the school leader stays as it is."
    without = sum(1 for entry in plan.entries if not (entry.listed.email or _email(entry)))
    if without:
        yield f"Without an e-mail: {number_of(without, 'person', 'people')}, who cannot be found in chat."


def in_short(plan: Plan) -> str:
    """The numbers: "12 new, 1 changed, 1 leaves"."""
    new = sum(1 for entry in plan.entries if entry.person is None)
    changed = sum(1 for entry in plan.entries if entry.person is not None and entry.changes_anything)
    counted = ((new, "new"), (changed, "changed"), (len(plan.leaving), "leaving"))
    said = ", ".join(f"{count} {word}" for count, word in counted if count)
    return said or "nothing to change"


def _of(entry: Entry, names: dict[str, str]) -> Iterator[str]:
    name = entry.person.name if entry.person else entry.listed.name
    team = names.get(entry.team, entry.team)
    if entry.person is None:
        yield f"New: {name} ({team})."
    elif entry.is_back:
        yield f"Back: {name} ({team})."
    elif entry.moves:
        before = names.get(entry.held.team, entry.held.team) if entry.held else "no team"
        yield f"Moves: {name} from {before} to {team}."
    if entry.fields:
        changed = in_words(FIELDS[one] for one in entry.fields)
        yield f"Changed: {name} ({changed})."
    if entry.is_reseated or (entry.seat is not Seat.MEMBER and (entry.person is None or entry.moves)):
        yield f"Seat: {name} is now {entry.seat} of {team}."
    for role in entry.gives:
        yield f"Role: {name} is now {ROLES.get(role, role.value)}."
    for role in entry.takes:
        yield f"Role: {name} is no longer {ROLES.get(role, role.value)}."


def _email(entry: Entry) -> str | None:
    return entry.person.email if entry.person else None


def lines(slips: Sequence[Slip], most: int = 10) -> str:
    """The first slips, a line each: "staff.csv, line 4, email: this is missing."."""
    said = [
        ", ".join(part for part in (one.file, f"line {one.line}", one.field) if part)
        + f": {_ended(one.words)}"
        for one in slips[:most]
    ]
    more = len(slips) - most
    return "\n".join([*said, f"... and {more} more."] if more > 0 else said)


def _ended(words: str) -> str:
    return words if words.endswith((".", "?")) else f"{words}."
