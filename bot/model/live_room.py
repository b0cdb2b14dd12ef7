"""A meeting that runs or ran, with all that is said around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.model.agenda_items import AgendaItem
from bot.model.live import MeetingRun, RunLine
from bot.model.meetings import Meeting
from bot.model.rotation import MeetingRole

GONE = "An item that is no longer kept"


@dataclass(frozen=True)
class Room:
    """One run with its meeting, the agenda items of its lines by id, its roles, people's names by id, who
    leads the school, and how many meetings there were before it."""

    run: MeetingRun
    meeting: Meeting
    zone: ZoneInfo
    items: Mapping[str, AgendaItem] = field(default_factory=dict)
    holders: Mapping[MeetingRole, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    leaders: frozenset[str] = frozenset()
    meetings_before: int = 0

    def title(self, line: RunLine) -> str:
        """What a line is called now: an item by its own words, which may have been changed or hidden."""
        if line.item is None:
            return line.title
        item = self.items.get(line.item)
        return item.title if item else GONE

    def name(self, person_id: str | None) -> str:
        return self.names.get(person_id or "", "someone who has left")

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    @property
    def facilitator(self) -> str | None:
        """Who leads it now."""
        return self.holders.get(MeetingRole.FACILITATOR) or self.run.facilitator

    def leads(self, person_id: str) -> bool:
        """Whether this person leads the meeting, or has a role in it and so may stand in for who does."""
        return person_id == self.facilitator or person_id in self.holders.values()

    def agreed(self, people: tuple[str, ...]) -> bool:
        """Whether these are two, with the facilitator or the school leader among them (R-088)."""
        return len(people) > 1 and any(one == self.facilitator or one in self.leaders for one in people)
