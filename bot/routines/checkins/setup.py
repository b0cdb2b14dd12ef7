"""The 1:1 check-ins' part of the school file."""

from collections.abc import Sequence

from bot.errors import Refusal
from bot.model.checkins import Cadence, CheckInSeries
from bot.model.everybody import Roster
from bot.routines.school_file import CheckInSection
from storage.unit_of_work import UnitOfWork

SETTINGS = ("first", "at", "minutes", "only_on")


async def establish(sections: Sequence[CheckInSection], *, work: UnitOfWork, roster: Roster) -> list[str]:
    """Make the pairs what the file says; who is no longer in it has no check-ins ahead. Topics stay."""
    known = {(one.leader, one.lead): one for one in await work.checkins.all_series()}
    wanted: dict[tuple[str, str], CheckInSection] = {}
    for place, section in enumerate(sections):
        pair = _pair(place, section, roster)
        if pair in wanted:
            raise Refusal(f"check_ins[{place}]: these two are there twice. Keep one of the lines.")
        wanted[pair] = section
    changes = [
        said for pair, section in wanted.items() for said in _settled(pair, section, known, work, roster)
    ]
    for pair, series in known.items():
        if pair not in wanted and series.active:
            series.active = False
            changes.append(f"1:1 of {_names(pair, roster)}: ended.")
    return changes


async def exported(work: UnitOfWork, roster: Roster) -> list[CheckInSection]:
    """The pairs as a school file says them; whoever has left is left out."""
    keys = {person.id: person.key for person in roster.people if person.active}
    return [
        CheckInSection(
            leader=keys[one.leader],
            lead=keys[one.lead],
            every=one.cadence.value,
            first=one.first,
            at=one.at,
            minutes=one.minutes,
            only_on=one.only_on,
        )
        for one in await work.checkins.all_series()
        if one.active and {one.leader, one.lead} <= set(keys)
    ]


def _pair(place: int, section: CheckInSection, roster: Roster) -> tuple[str, str]:
    leader, lead = roster.keyed(section.leader), roster.keyed(section.lead)
    if leader is None or lead is None:
        raise Refusal(f"check_ins[{place}]: one of the two is not among the people. Correct the spelling.")
    if leader is lead:
        raise Refusal(f"check_ins[{place}]: leader and lead are the same person. Name two people.")
    return leader.id, lead.id


def _settled(
    pair: tuple[str, str],
    section: CheckInSection,
    known: dict[tuple[str, str], CheckInSeries],
    work: UnitOfWork,
    roster: Roster,
) -> list[str]:
    settings = {name: getattr(section, name) for name in SETTINGS} | {"cadence": Cadence(section.every)}
    series = known.get(pair)
    if series is None:
        work.checkins.add(CheckInSeries(school=work.school, leader=pair[0], lead=pair[1], **settings))
        return [f"New 1:1: {_names(pair, roster)}."]
    changed = [name for name, value in settings.items() if getattr(series, name) != value]
    for name in changed:
        setattr(series, name, settings[name])
    if not series.active:
        series.active = True
        return [f"1:1 of {_names(pair, roster)}: takes place again."]
    return [f"1:1 of {_names(pair, roster)}: changed."] if changed else []


def _names(pair: tuple[str, str], roster: Roster) -> str:
    return f"{roster.name(pair[0])} and {roster.name(pair[1])}"
