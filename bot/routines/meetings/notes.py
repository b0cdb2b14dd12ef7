"""What only the facilitator is told of a draft."""

from bot.messages.meetings.drafting import Notes
from bot.model.agenda import Sheet
from bot.model.coverage import NEEDED, coverage
from bot.model.everybody import Roster
from bot.model.settings import RoutineName
from bot.routines.asks import late_asks
from storage.unit_of_work import UnitOfWork


async def notes_of(sheet: Sheet, roster: Roster, work: UnitOfWork) -> Notes:
    """Whose voice nobody on the ILT brings (R-005), who would settle what is one team's alone, and what the
    district has not answered (R-045)."""
    settings = await work.settings.now()
    heard = coverage(roster, await work.seats.open_ones(), settings.grades).by_kind
    lead = roster.speaker_for(sheet.meeting.scope) if sheet.scope else None
    silent = [kind for kind in NEEDED if not heard.get(kind)]
    calendar = await work.calendar.whole()
    late = await late_asks(calendar, calendar.today(sheet.moments.draft), work)
    return Notes(silent, lead.name if lead else "", RoutineName.INPUT not in settings.off, late)
