"""What only the facilitator is told of a draft."""

from bot.messages.meetings.drafting import Notes
from bot.model.agenda import Sheet
from bot.model.coverage import NEEDED, coverage
from bot.model.people import Roster
from bot.model.settings import RoutineName
from storage.unit_of_work import UnitOfWork


async def notes_of(sheet: Sheet, roster: Roster, work: UnitOfWork) -> Notes:
    """Whose voice nobody on the ILT brings (R-005), and who would settle what is one team's alone."""
    settings = await work.settings.now()
    heard = coverage(roster, await work.seats.open_ones(), settings.grades).by_kind
    lead = roster.speaker_for(sheet.meeting.scope) if sheet.scope else None
    silent = [kind for kind in NEEDED if not heard.get(kind)]
    return Notes(silent, lead.name if lead else "", RoutineName.INPUT not in settings.off)
