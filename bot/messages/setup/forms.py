"""The forms for each part of a school, filled with what holds now or with a suggestion."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.messages.channels.naming import as_written
from bot.messages.forms import (
    ChoiceField,
    DateField,
    Form,
    ManyField,
    NumberField,
    Option,
    Piece,
    TextField,
    TimeField,
)
from bot.messages.settings.introductions import DOES, NAMES
from bot.messages.vocabulary import context, paragraph
from bot.model.settings import RoutineName

SAVE = "Save"
EVERY = (Option("weekly", "Every week"), Option("biweekly", "Every second week"))
ZONES = (
    ("America/New_York", "Eastern"),
    ("America/Chicago", "Central"),
    ("America/Denver", "Mountain"),
    ("America/Phoenix", "Arizona"),
    ("America/Los_Angeles", "Pacific"),
    ("America/Anchorage", "Alaska"),
    ("Pacific/Honolulu", "Hawaii"),
    ("America/Puerto_Rico", "Atlantic"),
)


@dataclass(frozen=True, slots=True)
class SchoolNow:
    """What holds of a school and its hours now."""

    name: str
    zone: str
    opens: time
    closes: time
    half_day_closes: time
    late_start_opens: time
    morning: time
    first_day: date | None
    last_day: date | None


def school(now: SchoolNow) -> Form:
    zones = [Option(zone, f"{name} time ({zone})") for zone, name in ZONES]
    if now.zone not in dict(ZONES):
        zones.insert(0, Option(now.zone, now.zone))
    return Form(
        "School and hours",
        SAVE,
        (
            TextField("name", "What is your school called?", max_length=120, initial=now.name),
            ChoiceField("zone", "Time zone", tuple(zones), initial=now.zone),
            TimeField("opens", "Contract hours: from", now.opens),
            TimeField(
                "closes", "Contract hours: until", now.closes, hint="Outside these hours I start nothing."
            ),
            TimeField(
                "morning", "Morning time", now.morning, hint="When I say what there is to say that day."
            ),
            TimeField("half_day_closes", "On a half day: until", now.half_day_closes),
            TimeField("late_start_opens", "On a late start: from", now.late_start_opens),
            DateField("first_day", "First school day of the year", now.first_day, optional=True),
            DateField("last_day", "Last school day of the year", now.last_day, optional=True),
        ),
    )


def channels(ilt: str, all_staff: str) -> Form:
    return Form(
        "Channels",
        SAVE,
        (
            TextField(
                "ilt",
                "The ILT's channel",
                max_length=81,
                initial=as_written(ilt) if ilt else "",
                hint="A private channel. Invite me to it: /invite @ILT Bot. In Teams, add me to its team.",
            ),
            TextField(
                "all_staff",
                "The channel of all staff",
                max_length=81,
                initial=as_written(all_staff) if all_staff else "",
                optional=True,
                hint="I write here only when something concerns every team.",
            ),
        ),
    )


def teams(lines: str) -> Form:
    hint = (
        "Team, #channel. A team without a channel is reached through whoever speaks for it. "
        "A span of grades: K-1, #k-1, covers kindergarten and grade-1."
    )
    return Form(
        "Teams",
        SAVE,
        (
            TextField(
                "lines",
                "Your teams, a line for each",
                multiline=True,
                initial=lines,
                hint=hint,
                placeholder="Grade 3, #grade-3",
            ),
        ),
    )


def people(lines: str, left_over: int, staying: Iterable[tuple[str, str]], count: int) -> Form:
    """`staying` are key and name of everybody on the roster, `count` how many they are."""
    pieces: list[Piece] = [paragraph(f"On the roster now: {count}.")]
    if left_over:
        pieces.append(context(f"{left_over} more from your workspace follow when you have saved these."))
    pieces += [
        TextField(
            "lines",
            "Add people, or change them: a line for each",
            multiline=True,
            initial=lines,
            optional=True,
            hint="Name, e-mail, team (or ELL + Grade 3), title. Who is there already is found by e-mail.",
            placeholder="Oli Nettle, oli.nettle@school.example, Grade 3, Grade 3 lead",
        ),
        ManyField(
            "left",
            "Who has left?",
            tuple(Option(key, name) for key, name in staying),
            optional=True,
            hint="Their roles end, and what waits for them goes to somebody else.",
        ),
    ]
    return Form("People", SAVE, tuple(pieces))


@dataclass(frozen=True, slots=True)
class Roles:
    """Who holds what now, or is suggested: keys of people."""

    leader: str | None
    deputies: Sequence[str]
    ilt: Sequence[str]
    leads: Sequence[str]
    reps: Sequence[str]
    triager: str | None
    coaches: Sequence[str]
    admins: Sequence[str]


def roles(everybody: Iterable[tuple[str, str]], now: Roles) -> Form:
    """`everybody`: key and how they are shown ("Oli Nettle, Grade 3")."""
    options = tuple(Option(key, label) for key, label in everybody)

    def many(
        name: str, label: str, chosen: Sequence[str], hint: str = "", *, optional: bool = True
    ) -> ManyField:
        return ManyField(name, label, options, tuple(chosen), optional=optional, hint=hint)

    return Form(
        "Roles",
        SAVE,
        (
            ChoiceField("leader", "School leader", options, now.leader, hint="Usually the principal."),
            many("deputies", "Deputies", now.deputies, "They stand in for the school leader."),
            many("ilt", "Members of the ILT", now.ilt, "Four to twelve people work best.", optional=False),
            many("leads", "Team leads", now.leads, "They lead their team, and speak for it."),
            many("reps", "Team reps", now.reps, "They speak for a team that has no lead on the ILT."),
            ChoiceField(
                "triager",
                "Who answers staff input first?",
                options,
                now.triager,
                optional=True,
                hint="Left blank: the deputy, else the school leader.",
            ),
            many("coaches", "Coaches", now.coaches),
            many("admins", "Who looks after ILT Bot?", now.admins, optional=False),
        ),
    )


@dataclass(frozen=True, slots=True)
class MeetingsNow:
    """When the ILT meets now, or what a new series begins with."""

    title: str
    every: str
    first: date | None
    at: time
    minutes: int
    call_at: time
    draft_at: time
    publish_at: time
    only_on: str | None


def meetings(now: MeetingsNow, rotation: Sequence[str]) -> Form:
    """`rotation`: the days that go round (A, B), where the school has such."""
    days = tuple(Option(day, f"Only on {day} days") for day in rotation)
    rotating: tuple[Piece, ...] = ()
    if days:
        rotating = (ChoiceField("only_on", "Which days?", days, now.only_on, optional=True),)
    return Form(
        "ILT meetings",
        SAVE,
        (
            TextField("title", "Name", max_length=120, initial=now.title),
            ChoiceField("every", "How often?", EVERY, initial=now.every, style="buttons"),
            DateField(
                "first", "First meeting", now.first, hint="Days without school are left out by themselves."
            ),
            TimeField("at", "Begins at", now.at),
            NumberField("minutes", "Minutes", 15, 240, now.minutes),
            *rotating,
            TimeField("call_at", "Five school days before: I ask for items at", now.call_at),
            TimeField("draft_at", "Two school days before: the draft at", now.draft_at),
            TimeField("publish_at", "The school day before: the agenda at", now.publish_at),
        ),
    )


ORDER = (("first", "First"), ("second", "Second"), ("third", "Third"))


def strategies(now: Sequence[tuple[str, str]]) -> Form:
    """`now`: name and status of each."""
    shown = (*now, ("", ""), ("", ""), ("", ""))
    pieces: list[Piece] = [paragraph("What does your school work on this year? None is fine; three at most.")]
    for (field, label), (name, status) in zip(ORDER, shown, strict=False):
        pieces += [
            TextField(field, f"{label} strategy", max_length=120, initial=name, optional=True),
            TextField(
                f"{field}_status", "Where it stands, in a line", max_length=300, initial=status, optional=True
            ),
        ]
    return Form("Strategies", SAVE, tuple(pieces))


def budget(messages: int, posts: int) -> Form:
    return Form(
        "Message budget",
        SAVE,
        (
            paragraph("How much may I say of my own accord on one school day? The rest is put together."),
            NumberField("messages_a_day", "Direct messages to one person", 1, 10, messages),
            NumberField("posts_a_day", "Posts in one channel", 1, 10, posts),
            context("Answers to what somebody did, and a running meeting, do not count."),
        ),
    )


def authority(lines: str) -> Form:
    return Form(
        "Who decides about what",
        SAVE,
        (
            TextField(
                "lines",
                "What it is about: who decides",
                multiline=True,
                initial=lines,
                optional=True,
                hint="A line for each. Everybody can read this.",
                placeholder="Use of meeting time: the ILT, by consensus",
            ),
        ),
    )


def routines(on: Collection[RoutineName]) -> Form:
    options = tuple(Option(name.value, NAMES[name], DOES[name]) for name in RoutineName)
    return Form(
        "Routines",
        SAVE,
        (
            paragraph(
                "Begin with two. The others can be switched on whenever your school is ready for them."
            ),
            ManyField(
                "on",
                "Which routines do you begin with?",
                options,
                tuple(name.value for name in RoutineName if name in on),
                style="boxes",
                hint="What is off is nowhere to be seen.",
            ),
        ),
    )
