"""Who does what at the meetings ahead, as the ILT reads it: with a swap, a way out, and the counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.messages import dates
from bot.messages.forms import Form, NumberField
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.meetings.agenda import ROLE_NAMES
from bot.messages.vocabulary import Button, Message, Part, Table, bold, buttons, context, paragraph, text
from bot.model.people import in_words
from bot.model.rotation import MeetingRole, RoleHolder, RoleState

ROLES = Button("Roles", "roles")
STATES = {
    RoleState.PROPOSED: "proposed",
    RoleState.CONFIRMED: "confirmed",
    RoleState.SERVED: "done",
}


@dataclass(frozen=True)
class RolesOf:
    """The roles of one meeting ahead; `state` is that of all that somebody has."""

    day: date
    on: date
    title: str
    holders: Mapping[MeetingRole, RoleHolder]
    state: RoleState


@dataclass(frozen=True)
class RolesPage:
    """What one person of the ILT sees. `services` are counts of this half year, by person in the order of
    the roster; `led` is how many of those meetings administrators facilitated, of how many."""

    me: str
    meetings: Sequence[RolesOf]
    names: Mapping[str, str]
    services: Mapping[str, Mapping[MeetingRole, int]] = field(default_factory=dict)
    led: tuple[int, int] = (0, 0)
    cap: int = 25
    leaders: Collection[str] = ()
    may_set: bool = False

    def name(self, person_id: str | None) -> str:
        return self.names.get(person_id or "", "someone who has left")


def page(seen: RolesPage) -> Message:
    if not seen.meetings:
        nothing = "No ILT meeting is planned, so there are no roles yet."
        return Message(nothing, (paragraph(nothing),))
    parts: list[Part] = []
    for one in seen.meetings:
        parts += _meeting(one, seen)
    return Message("Roles at the meetings ahead", (*parts, *_services(seen), *_cap(seen)))


def _meeting(one: RolesOf, seen: RolesPage) -> list[Part]:
    said = "; ".join(
        f"{ROLE_NAMES[role]}: {seen.name(holder.person)}" for role, holder in one.holders.items()
    )
    state = f"({STATES[one.state]})" if one.holders else ""
    heading = paragraph(
        bold(f"{one.title}, {dates.day(one.on)} "), f"{state} {said or 'Nobody yet.'}".strip()
    )
    pressable = [
        button
        for role in MeetingRole
        if one.state is not RoleState.SERVED
        for button in _ways(one, role, one.holders.get(role), seen)
    ]
    rows = [buttons(*pressable[start : start + 5]) for start in range(0, len(pressable), 5)]
    return [heading, *(line for line in _waiting_lines(one, seen)), *rows]


def _waiting_lines(one: RolesOf, seen: RolesPage) -> list[Part]:
    lines = [
        f"{seen.name(holder.person)} asks you to take the {ROLE_NAMES[role].lower()} role."
        for role, holder in one.holders.items()
        if holder.asked == seen.me
    ]
    lines += [
        f"{seen.name(holder.offered)} offers to take your {ROLE_NAMES[role].lower()} role."
        for role, holder in one.holders.items()
        if holder.offered and holder.person == seen.me
    ]
    return [paragraph(line) for line in lines]


def _ways(one: RolesOf, role: MeetingRole, holder: RoleHolder | None, seen: RolesPage) -> list[Button]:
    """What this person can do about one role of one meeting."""
    values, name = values_of(one.day, role), ROLE_NAMES[role].lower()
    if holder is None:
        return [Button(f"I'll be the {name}", "volunteer", values)]
    if holder.asked == seen.me:
        return answers(values)
    if holder.person == seen.me:
        offered = offers(values) if holder.offered else []
        swap = Button(f"Swap: {name}", "swap-role", values)
        return [*offered, swap, Button(f"I can't be the {name}", "hand-over", values)]
    if role is MeetingRole.FACILITATOR and holder.offered != seen.me:
        return [Button("I'd like to facilitate", "volunteer", values)]
    return []


def values_of(day: date, role: MeetingRole) -> dict[str, str]:
    return {"day": day.isoformat(), "role": role.value}


def answers(values: dict[str, str]) -> list[Button]:
    """To whom a role was offered in a swap."""
    accept = Button("I'll take it", "accept-swap", values, emphasis="primary")
    return [accept, Button("Not this time", "decline-swap", values)]


def offers(values: dict[str, str]) -> list[Button]:
    """To whose role somebody would like to have."""
    return [
        Button("Let them", "let-take", values, emphasis="primary"),
        Button("I'll keep it", "keep-role", values),
    ]


def _services(seen: RolesPage) -> tuple[Part, ...]:
    """How often each had each role this half year: counts in the roster's order, never a ranking."""
    if not any(sum(counts.values()) for counts in seen.services.values()):
        return ()
    columns = ("Member", *(ROLE_NAMES[role] for role in MeetingRole))
    rows = tuple(
        (seen.name(person), *(str(counts.get(role, 0)) for role in MeetingRole))
        for person, counts in seen.services.items()
    )
    return (Table("Services this half year", columns, rows), context("In the order of the roster."))


def _cap(seen: RolesPage) -> tuple[Part, ...]:
    led, of = seen.led
    said = f"Administrators facilitated {led} of {dates.number_of(of, 'meeting')} this half year. "
    rule = f"They are proposed for at most {seen.cap}% of meetings."
    change = (buttons(Button("Change this", "set-facilitation")),) if seen.may_set else ()
    return (context(f"{said if of else ''}{rule}"), *change)


def home(seen: RolesPage) -> HomeShare:
    """My roles at the meetings ahead, and the swaps that wait for my answer."""
    lines: list[str] = []
    waiting: list[Waiting] = []
    for one in seen.meetings:
        mine = [ROLE_NAMES[role].lower() for role, holder in one.holders.items() if holder.person == seen.me]
        lines += [f"{dates.day(one.on)}: {in_words(mine)}."] if mine else []
        waiting += _asked(one, seen)
    parts = (paragraph(" ".join(lines)), buttons(ROLES))
    return HomeShare(tuple(waiting), (Section(Rank.DATES, "My roles", parts),) if lines else ())


def _asked(one: RolesOf, seen: RolesPage) -> list[Waiting]:
    found = []
    for role, holder in one.holders.items():
        values, name, day = values_of(one.day, role), ROLE_NAMES[role].lower(), dates.day(one.on)
        if holder.asked == seen.me:
            said = f"{seen.name(holder.person)} asks you to be the {name} on {day}."
            found.append(Waiting(text(said), tuple(answers(values))))
        elif holder.offered and holder.person == seen.me:
            said = f"{seen.name(holder.offered)} offers to be the {name} on {day} for you."
            found.append(Waiting(text(said), tuple(offers(values))))
    return found


def ahead(
    days: Sequence[tuple[date, Mapping[MeetingRole, str]]], names: Mapping[str, str]
) -> tuple[Part, ...]:
    """In the call for items: who does what at the meetings whose roles were shared out now (R-078)."""
    lines = []
    for on, roles in days:
        said = in_words(f"{ROLE_NAMES[role].lower()} {names.get(who, '')}" for role, who in roles.items())
        lines.append(f"Roles on {dates.day(on)}: {said}.")
    return (context(f"{' '.join(lines)} Press Roles to swap, or if you can't."),) if lines else ()


def cap_form(cap: int, given: object) -> Form:
    field_ = NumberField("percent", "At most, in percent of the meetings", 0, 100, initial=cap)
    told = context("Above this, administrators are not proposed to facilitate. They can still volunteer.")
    return Form("Who facilitates", "Save", (field_, told))


def cap_saved(cap: int) -> Message:
    said = f"Administrators are now proposed to facilitate at most {cap}% of the meetings."
    return Message(said, (paragraph(said), buttons(ROLES)))
