"""What a `school.yaml` may say: the shape of the file, checked before anything is changed."""

from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bot.model.calendar import DayKind
from bot.model.languages import Language
from bot.model.people import Role, Seat
from bot.model.seats import SeatKind
from bot.model.settings import RoutineName
from bot.model.teams import TeamKind

Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
Name = Annotated[str, Field(min_length=1, max_length=120)]
WRITTEN = r"(#+[a-z0-9_-]{1,80}|[^#\s][^\n\r]{0,79})"
"""A channel as people write it: "#grade-3" on Slack, "Grade 3" on Teams."""
ChannelName = Annotated[
    str,
    BeforeValidator(str),
    Field(pattern=f"^{WRITTEN}$"),
    AfterValidator(lambda name: name.lstrip("#")),
]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday"]
Cadence = Literal["weekly", "biweekly"]
RotationDay = Annotated[str, Field(min_length=1, max_length=20)]


class Section(BaseModel):
    """A part of the file; a word it does not know is an error, so that a slip is not silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class Hours(Section):
    """When the bot may start to speak; sooner over on a half day, later on a late start."""

    opens: time = time(7, 30)
    closes: time = time(15, 30)
    half_day_closes: time = time(12)
    late_start_opens: time = time(9, 30)


class SchoolSection(Section):
    key: Key
    name: Name
    zone: str
    morning: time = time(7, 45)
    contract_hours: Hours = Hours()
    first_day: date | None = None
    last_day: date | None = None
    language: Language = Language.ENGLISH


class ChannelsSection(Section):
    ilt: ChannelName | None = None
    all_staff: ChannelName | None = None


class TeamSection(Section):
    """A team. Without a `kind` it stays what it was, and a new one is what its name says.

    A span `covers` the keys of its grades, whether or not they are teams of their own.
    """

    key: Key
    name: Name
    channel: ChannelName | None = None
    kind: TeamKind | None = None
    covers: Annotated[tuple[Key, ...], Field(max_length=14)] = ()
    parent: Key | None = None
    retired: bool = False
    language: Language | None = None


class AlsoSection(Section):
    """Another team that somebody sits in; its key alone means as a member."""

    team: Key
    seat: Seat = Seat.MEMBER

    @model_validator(mode="before")
    @classmethod
    def from_key(cls, given: object) -> object:
        return {"team": given} if isinstance(given, str) else given


class SeatSection(Section):
    """A seat on the ILT: for which teams somebody speaks (their own, without any), why, and until when."""

    kind: SeatKind | None = None
    teams: tuple[Key, ...] = ()
    why: Annotated[str, Field(max_length=300)] = ""
    starts: date | None = None
    ends: date | None = None


class PersonSection(Section):
    key: Key
    name: Name
    title: str = ""
    email: str | None = None
    slack: Annotated[str, Field(pattern=r"^[UW][A-Z0-9]+$")] | None = None
    teams: Annotated[str, Field(pattern=r"^29:[^\s]{1,250}$")] | None = None
    team: Key
    seat: Seat = Seat.MEMBER
    also: Annotated[tuple[AlsoSection, ...], Field(max_length=10)] = ()
    roles: tuple[Role, ...] = ()
    ilt: SeatSection | None = None
    language: Language | None = None


class VoicesSection(Section):
    """How the school names its multilingual seat, its grades, and whether private hints are given."""

    multilingual: Literal["ELL", "ESL", "MLL", "EAL"] = "ELL"
    grades: tuple[Key, ...] = ()
    language_hints: bool = True


class MeetingsSection(Section):
    """The ILT's series: every week or every second week, from a first date on."""

    title: Name = "ILT"
    every: Cadence = "biweekly"
    first: date
    at: time
    minutes: Annotated[int, Field(ge=15, le=240)] = 60
    call_at: time = time(7, 45)
    draft_at: time = time(13, 0)
    publish_at: time = time(14, 0)
    only_on: RotationDay | None = None


class StrategySection(Section):
    key: Key
    name: Name
    status: Annotated[str, Field(max_length=300)] = ""


class WindowSection(Section):
    """A walkthrough window: one look-for set, from `opens` to `closes`, both inclusive."""

    key: Key
    look_fors: str
    strategy: Key | None = None
    opens: date
    closes: date
    goal: Annotated[int, Field(ge=1, le=100)] | None = None


class CheckInSection(Section):
    leader: Key
    lead: Key
    every: Cadence = "biweekly"
    first: date
    at: time
    minutes: Annotated[int, Field(ge=10, le=120)] = 30
    only_on: RotationDay | None = None


class DaysSection(Section):
    """One day, or all days from `first` to `last`."""

    first: date
    last: date | None = None
    kind: DayKind = DayKind.NO_SCHOOL
    note: Annotated[str, Field(max_length=200)] = ""
    opens: time | None = None
    closes: time | None = None


class RotationSection(Section):
    """Days that go round on school days, such as A and B; `starts` is a first day of the round."""

    days: Annotated[tuple[RotationDay, ...], Field(max_length=10)] = ()
    starts: date | None = None


class BudgetSection(Section):
    """How much the bot may say of its own accord: to one person, and in one channel, on one school day."""

    messages_a_day: Annotated[int, Field(ge=1, le=10)] = 2
    posts_a_day: Annotated[int, Field(ge=1, le=10)] = 1


class AuthoritySection(Section):
    """Who decides about something, in the school's own words."""

    what: Annotated[str, Field(min_length=1, max_length=120)]
    who: Annotated[str, Field(min_length=1, max_length=120)]


class SchoolFile(Section):
    """A whole school, as an administrator writes it down.

    What it does not say of `routines`, `budget` and `authority` stays as it is; in a new school all
    routines are on.
    """

    school: SchoolSection
    channels: ChannelsSection
    teams: tuple[TeamSection, ...]
    people: tuple[PersonSection, ...]
    voices: VoicesSection | None = None
    meetings: MeetingsSection | None = None
    strategies: Annotated[tuple[StrategySection, ...], Field(max_length=8)] = ()
    walkthroughs: tuple[WindowSection, ...] = ()
    check_ins: tuple[CheckInSection, ...] = ()
    calendar: tuple[DaysSection, ...] = ()
    rotation: RotationSection = RotationSection()
    routines: tuple[RoutineName, ...] | None = None
    budget: BudgetSection | None = None
    authority: Annotated[tuple[AuthoritySection, ...], Field(max_length=20)] | None = None

    @model_validator(mode="after")
    def agrees_with_itself(self) -> Self:
        """Every key named somewhere is defined, and defined once; the first slip is said by its place."""
        teams = self._unique("teams", [team.key for team in self.teams])
        people = self._unique("people", [person.key for person in self.people])
        self._check_parents(teams)
        for place, person in enumerate(self.people):
            self._known(f"people[{place}].team", person.team, teams)
            self._check_also(place, person, teams)
            for key in person.ilt.teams if person.ilt else ():
                self._known(f"people[{place}].ilt.teams", key, teams)
        for place, pair in enumerate(self.check_ins):
            self._known(f"check_ins[{place}].leader", pair.leader, people)
            self._known(f"check_ins[{place}].lead", pair.lead, people)
        self._rotation()
        strategies = self._unique("strategies", [strategy.key for strategy in self.strategies])
        for place, window in enumerate(self.walkthroughs):
            self._known(f"walkthroughs[{place}].strategy", window.strategy, strategies)
        return self

    def _check_parents(self, teams: set[str]) -> None:
        parents = {team.key: team.parent for team in self.teams}
        for place, team in enumerate(self.teams):
            self._known(f"teams[{place}].parent", team.parent, teams)
            above, passed = team.parent, [team.key]
            while above is not None and above not in passed:
                passed, above = [*passed, above], parents.get(above)
            if above == team.key:
                circle = " -> ".join([*passed, above])
                raise ValueError(
                    f"teams[{place}].parent: these teams are in a circle: {circle}. Take one parent out."
                )

    def _check_also(self, place: int, person: PersonSection, teams: set[str]) -> None:
        named = [person.team, *(also.team for also in person.also)]
        for also in person.also:
            self._known(f"people[{place}].also", also.team, teams)
        twice = next((key for spot, key in enumerate(named) if key in named[:spot]), None)
        if twice is not None:
            raise ValueError(f"people[{place}].also: {twice} is there twice. Name each team once.")

    def _rotation(self) -> None:
        """Whoever asks for a day of the rotation asks for one that there is."""
        days = set(self.rotation.days)
        if self.meetings is not None:
            self._known("meetings.only_on", self.meetings.only_on, days)
        for place, pair in enumerate(self.check_ins):
            self._known(f"check_ins[{place}].only_on", pair.only_on, days)

    @staticmethod
    def _unique(section: str, keys: list[str]) -> set[str]:
        twice = next((key for place, key in enumerate(keys) if key in keys[:place]), None)
        if twice is not None:
            raise ValueError(f"{section}: the key {twice} is there twice. Give each its own key.")
        return set(keys)

    @staticmethod
    def _known(place: str, key: str | None, known: set[str]) -> None:
        if key is not None and key not in known:
            raise ValueError(f"{place}: there is no {key}. Define it, or correct the spelling.")
