"""Who speaks for whom: for everybody, on Home, and for whoever keeps the seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.away import named
from bot.messages.dates import number_of
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.seats.topics import About, about
from bot.messages.seats.words import (
    SEE_SEATS,
    SEE_WHO,
    gaps,
    invite,
    kind_name,
    team_names,
    term,
    voice_name,
)
from bot.messages.vocabulary import (
    Button,
    Heading,
    Message,
    Part,
    Progress,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.coverage import Coverage
from bot.model.everybody import Roster
from bot.model.people import Person, in_words
from bot.model.seats import MANY, Held, IltSeat, SeatKind, is_odd_size

TITLE = "Who speaks for whom"
ON_HOME = 3
EVERYBODY = "Every team has a voice on the ILT."


@dataclass(frozen=True)
class Who:
    """The page as one person sees it.

    `keeps` is whether they look after the seats; `on_ilt` whether they read what members wrote of
    themselves; `invited` are the open invitations, for those who keep the seats alone.
    """

    found: Coverage
    roster: Roster
    multilingual: str
    person: Person | None
    speaker: Person | None
    keeps: bool
    on_ilt: bool
    ends: date
    invited: Sequence[IltSeat] = ()
    purpose: str = ""
    about: About | None = None

    @property
    def own(self) -> Held | None:
        return next(
            (one for one in self.found.seats if self.person and one.person.id == self.person.id), None
        )

    @property
    def incomplete(self) -> list[Held]:
        return [one for one in self.found.seats if not one.is_complete]


def shown(who: Who) -> Message:
    """`/ilt who`: what the ILT is for, gaps, then teams, seats, and what this person may do."""
    if who.about is not None:
        return about(who.about)
    purpose = [paragraph(bold("What the ILT is for: "), who.purpose)] if who.purpose else []
    parts: list[Part] = [Heading(TITLE), *purpose, *_gaps(who), *_mine(who), *_by_team(who), *_by_seat(who)]
    parts += _perspectives(who) if who.on_ilt else []
    parts += _for_keepers(who) if who.keeps else []
    return Message(TITLE, (*parts, buttons(*_actions(who))))


def _gaps(who: Who) -> list[Part]:
    lines = gaps(who.found, who.multilingual)
    if not lines:
        return [paragraph(EVERYBODY)]
    return [paragraph(bold("Not heard yet")), bullets(*lines)]


def _mine(who: Who) -> list[Part]:
    team = who.roster.team_of(who.person.id) if who.person else None
    if team is None or who.speaker is None or who.own is not None:
        return []
    return [paragraph("For your team, go to ", bold(named(who.speaker, who.roster)), ".")]


def _by_team(who: Who) -> list[Part]:
    heard = [voice for voice in who.found.voices if voice.is_heard]
    lines = [
        text(
            bold(voice_name(voice, who.multilingual)),
            f": {in_words(named(person, who.roster) for person in voice.people)}",
            f" (through {voice.through})" if voice.through else "",
        )
        for voice in heard
    ]
    count = Progress("Teams and grades with a voice", len(heard), len(who.found.voices))
    return [paragraph(bold("By team")), *([bullets(*lines)] if lines else []), count]


def _by_seat(who: Who) -> list[Part]:
    lines = [
        text(
            bold(kind_name(kind, who.multilingual)),
            f": {in_words(named(one, who.roster) for one in people)}",
        )
        for kind in SeatKind
        if kind is not SeatKind.REP and (people := who.found.by_kind.get(kind))
    ]
    return [paragraph(bold("By seat")), bullets(*lines)] if lines else []


def _perspectives(who: Who) -> list[Part]:
    lines = [
        text(bold(one.person.name), f": {one.seat.perspective}")
        for one in who.found.seats
        if one.seat and one.seat.perspective
    ]
    return [paragraph(bold("In their own words")), bullets(*lines)] if lines else []


def _for_keepers(who: Who) -> list[Part]:
    parts: list[Part] = []
    if who.incomplete:
        lines = [text(bold(one.person.name), f": {lacks(one, who.ends)}") for one in who.incomplete]
        parts += [paragraph(bold("Seats to complete")), bullets(*lines)]
    if who.invited:
        names = in_words(who.roster.name(seat.person) for seat in who.invited)
        parts.append(context(f"Invited: {names}. Only those who keep the seats see this."))
    return [*parts, *size(len(who.found.seats))]


def lacks(one: Held, ends: date) -> str:
    """What a seat does not say yet, and the end that is proposed for it."""
    missing = [
        *([] if one.seat and one.seat.why else ["why this seat"]),
        *([] if one.seat and one.seat.ends else [f"until when (proposed: {term(ends)})"]),
    ]
    return f"does not say {in_words(missing)}"


def size(members: int) -> list[Part]:
    """A word about the size of the ILT, when it is small or large (R-010)."""
    if not is_odd_size(members):
        return []
    said = "Large team: consider a span rep or a gallery-walk format."
    few = "Small team: consider inviting one or two more voices."
    return [context(f"{number_of(members, 'member')}. {said if members > MANY else few}")]


def _actions(who: Who) -> list[Button]:
    shown: list[Button] = []
    if who.keeps:
        shown += [invite(who.found), Button("Seats", "seats"), Button("Names and grades", "voice-settings")]
        shown.append(Button("Acting leader", "name-acting-leader"))
    if who.own is not None and who.own.seat is not None:
        shown.append(Button("My perspective", "my-perspective"))
    return [*shown, Button("Suggest a colleague", "nominate")]


def seats(who: Who) -> Message:
    """All seats, for those who keep them, with what can be done about each."""
    parts: list[Part] = [Heading("The seats of the ILT"), *size(len(who.found.seats))]
    for one in who.found.seats:
        parts += _seat(one, who)
    for seat in who.invited:
        name, team = who.roster.name(seat.person), team_names(seat.teams, who.roster, who.multilingual)
        parts += [
            paragraph(bold(name), f", invited to speak for {team}. No answer yet."),
            buttons(Button("Take it back", "withdraw-invitation", {"seat": seat.id})),
        ]
    return Message("The seats of the ILT", (*parts, buttons(invite(who.found), SEE_WHO)))


def _seat(one: Held, who: Who) -> list[Part]:
    for_whom = team_names(one.teams, who.roster, who.multilingual)
    kind = kind_name(one.kind, who.multilingual)
    why = f" {one.seat.why}" if one.seat and one.seat.why else ""
    until = f" Until {term(one.seat.ends)}." if one.seat and one.seat.ends else ""
    missing = "" if one.is_complete else f" Incomplete: {lacks(one, who.ends)}."
    values = {"person": one.person.id}
    sure = f"End the seat of {one.person.name} now? They are told, and thanked."
    first = one.person.name.partition(" ")[0]
    pressable = [Button(f"{'Edit' if one.is_complete else 'Complete'} {first}'s seat", "edit-seat", values)]
    if one.seat is not None:
        pressable.append(Button(f"Extend {first}'s", "extend-seat", values))
    pressable.append(Button(f"End {first}'s", "end-seat", values, confirm=sure))
    return [
        paragraph(bold(one.person.name), f", {kind}, speaks for {for_whom}.{why}{until}{missing}"),
        buttons(*pressable),
    ]


def share(who: Who, waiting: Sequence[Waiting]) -> HomeShare:
    """The section of Home: gaps first, whom to go to, and the whole page behind a button."""
    lines: list[str | Text] = [*gaps(who.found, who.multilingual)]
    more = [f"and {number_of(len(lines) - ON_HOME, 'more gap')}"] if len(lines) > ON_HOME else []
    shown: list[Part] = [bullets(*lines[:ON_HOME], *more)] if lines else [paragraph(EVERYBODY)]
    shown += _mine(who)
    pressable = [SEE_WHO, invite(who.found)] if who.keeps and lines else [SEE_WHO]
    section = Section(Rank.PEOPLE, TITLE, (*shown, buttons(*pressable)))
    return HomeShare(waiting=tuple(waiting), sections=(section,))


def to_complete(count: int) -> Waiting:
    """What waits for whoever keeps the seats."""
    thing = "seat on the ILT does" if count == 1 else "seats on the ILT do"
    return Waiting(text(f"{count} {thing} not say why or until when."), (SEE_SEATS,))
