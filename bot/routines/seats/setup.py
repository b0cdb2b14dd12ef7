"""The seats' part of the school file, and what follows when somebody leaves the ILT."""

from dataclasses import replace
from datetime import datetime

from bot.model.everybody import Roster
from bot.model.people import Relation
from bot.model.seats import IltSeat, SeatState, implied_teams, kind_of
from bot.routines.school_file import SchoolFile, SeatSection, VoicesSection
from storage.unit_of_work import UnitOfWork


async def establish(file: SchoolFile, *, work: UnitOfWork, by: str, now: datetime) -> list[str]:
    """Make the seats what the file says. A seat it does not name stays while its person is on the ILT."""
    roster = await work.people.roster()
    await _voices(file.voices, by, now, work)
    known = {seat.person: seat for seat in await work.seats.open_ones() if seat.state is SeatState.ACTIVE}
    changes: list[str] = []
    for section in file.people:
        person = roster.keyed(section.key)
        if person is None or section.ilt is None:
            continue
        if Relation.ILT_MEMBER not in roster.relations(person.id):
            continue
        seat = known.get(person.id) or IltSeat(school=work.school, person=person.id)
        if _settle(seat, section.ilt, roster):
            changes.append(f"Seat of {person.name}: {'changed' if person.id in known else 'new'}.")
        if person.id not in known:
            work.seats.add(seat)
    await work.flush()
    return changes + await clear_out(work)


def _settle(seat: IltSeat, section: SeatSection, roster: Roster) -> bool:
    teams = section.teams or implied_teams(seat.person, roster)
    wanted = {
        "teams": teams,
        "kind": section.kind or kind_of(seat.person, teams, roster),
        "why": section.why,
        "starts": section.starts,
        "ends": section.ends,
    }
    changed = [name for name, value in wanted.items() if getattr(seat, name) != value]
    for name in changed:
        setattr(seat, name, wanted[name])
    return bool(changed)


async def _voices(section: VoicesSection | None, by: str, now: datetime, work: UnitOfWork) -> None:
    if section is None:
        return
    settings = replace(
        await work.settings.now(),
        multilingual=section.multilingual,
        grades=section.grades,
        language_hints=section.language_hints,
    )
    await work.settings.change(settings, by=by, at=now)


async def clear_out(work: UnitOfWork) -> list[str]:
    """Vacate the seats of people who have left or are on the ILT no more; their invitations lapse."""
    roster = await work.people.roster()
    changes: list[str] = []
    for seat in await work.seats.open_ones():
        relations = roster.relations(seat.person)
        if seat.state is SeatState.ACTIVE and Relation.ILT_MEMBER not in relations:
            seat.finish(SeatState.VACATED)
            changes.append(f"Seat of {roster.name(seat.person)}: vacated.")
        elif seat.state is SeatState.INVITED and Relation.STRANGER in relations:
            seat.state = SeatState.LAPSED
    return changes


async def exported(work: UnitOfWork) -> dict[str, SeatSection]:
    """The seats as a school file says them, by person. Nobody's own perspective is in it."""
    return {
        seat.person: SeatSection(
            kind=seat.kind, teams=seat.teams, why=seat.why, starts=seat.starts, ends=seat.ends
        )
        for seat in await work.seats.open_ones()
        if seat.state is SeatState.ACTIVE
    }


async def exported_voices(work: UnitOfWork) -> VoicesSection | None:
    """How the school names its voices; None while every default holds."""
    settings = await work.settings.now()
    section = VoicesSection.model_validate(
        {
            "multilingual": settings.multilingual,
            "grades": settings.grades,
            "language_hints": settings.language_hints,
        }
    )
    return None if section == VoicesSection() else section
