"""`/ilt settings`: what holds, who changed it, and the switches."""

from typing import Any
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages.channels.naming import as_written
from bot.messages.settings import page as wording
from bot.messages.vocabulary import Message
from bot.model.everybody import Roster
from bot.model.people import Role, in_words
from bot.routines.school_file import SchoolFile
from bot.routines.settings import showing
from handlers.interactions import Interaction

NONE = "none"


def page(found: showing.SettingsPage) -> Message:
    latest = changed(found.version, found.roster) if found.version else None
    return wording.page(facts(found), found.on, latest, privacy=found.may_change_privacy)


def facts(found: showing.SettingsPage) -> list[tuple[str, str]]:
    """What holds, a line for each part."""
    file, roster = found.file, found.roster
    section = file.school
    hours = section.contract_hours
    leaders = in_words(person.name for person in roster.holders(Role.SCHOOL_LEADER)) or NONE
    budget = file.budget
    return [
        ("School", f"{section.name}, {section.zone}"),
        ("Contract hours", f"{dates.clock_time(hours.opens)} to {dates.clock_time(hours.closes)}"),
        ("Morning time", dates.clock_time(section.morning)),
        (
            "Channels",
            in_words(as_written(name) for name in (file.channels.ilt, file.channels.all_staff) if name),
        ),
        ("Teams", in_words(team.name for team in file.teams if not team.retired) or NONE),
        (
            "People",
            f"{len(file.people)}; school leader: {leaders}; ILT: {len(roster.holders(Role.ILT_MEMBER))}",
        ),
        ("ILT meetings", _meetings(file)),
        ("Strategies", in_words(one.name for one in file.strategies) or NONE),
        (
            "Message budget",
            f"{budget.messages_a_day} to a person and {budget.posts_a_day} in a channel on a school day"
            if budget
            else "2 to a person and 1 in a channel on a school day",
        ),
        (
            "Who decides",
            "; ".join(f"{one.what}: {one.who}" for one in file.authority or ()) or "not written down",
        ),
    ]


def _meetings(file: SchoolFile) -> str:
    held = file.meetings
    if held is None:
        return NONE
    often = "every week" if held.every == "weekly" else "every second week"
    return f"{often} from {dates.day(held.first)}, {dates.clock_time(held.at)}, {held.minutes} minutes"


def changed(version: showing.Version, roster: Roster) -> wording.Changed:
    when = dates.moment(version.changed_at, ZoneInfo(roster.school.zone))
    return wording.Changed(
        version.number, when, showing.name_of(version, roster), wording.about(version.about)
    )


def history(found: showing.History) -> Message:
    return wording.history([changed(version, found.roster) for version in found.versions])


def switched(result: showing.RoutineSwitched) -> Message:
    return wording.switched(result.routine, result.is_on, result.changed)


INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="settings",
        help="See and change your school's settings",
        usage="settings",
        command=showing.SeeSettings,
        routine=showing.see,
        reply=page,
    ),
    Interaction(
        verb="settings-history",
        help="Who changed the settings, and when",
        command=showing.SeeHistory,
        routine=showing.history,
        reply=history,
    ),
    Interaction(
        verb="switch-routine",
        help="Switch a routine on or off",
        command=showing.SwitchRoutine,
        routine=showing.switch_routine,
        reply=switched,
    ),
)
