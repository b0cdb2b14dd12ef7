"""How a school is set up in chat, and how any part of it is changed later."""

from collections.abc import Callable
from typing import Any

from bot.messages import dates
from bot.messages.forms import Form
from bot.messages.setup import wizard as wording
from bot.messages.vocabulary import Message
from bot.model.setup import PARTS
from bot.perform import Routine
from bot.routines.letters import whom
from bot.routines.requests import Command
from bot.routines.settings import privacy
from bot.routines.setup import parts, series, wizard
from bot.routines.setup.opening import Known, OpenPart, opens
from bot.routines.setup.rewriting import Saved
from bot.routines.timetable import Timetable
from handlers.interactions import Asking, Interaction, Values
from handlers.setup import drawing


def saved(result: Saved) -> Message:
    return wording.saved(result.part, result.changes, result.progress)


def previewed(found: wizard.Previewed) -> Message:
    ahead = [
        wording.Ahead(
            dates.moment(one.at, found.zone), one.what, whom(found.roster, one.audience.key), one.why
        )
        for one in found.ahead
    ]
    skipped = sum(part not in found.progress.done for part in PARTS)
    return wording.preview(ahead, sorted(found.settings.on), found.progress, skipped)


def switched_on(result: wizard.SwitchedOn) -> Message:
    return wording.switched_on(result.progress, result.switched.on)


def part(
    name: str,
    help: str,
    command: type[Command],
    routine: Routine[Any, Saved],
    form: Callable[[Known, Values], Form],
) -> Interaction[Any, Any]:
    """One part of the school: a form drawn from what holds, and what saving it does."""
    verb = f"set-{name}"
    return Interaction(
        verb=verb,
        help=help,
        asking=Asking(question=OpenPart, routine=opens(verb), form=form),
        command=command,
        routine=routine,
        reply=saved,
    )


EACH: tuple[Interaction[Any, Any], ...] = (
    part("school", "Change the school and its hours", parts.SetSchool, parts.set_school, drawing.school),
    part("channels", "Change the channels", parts.SetChannels, parts.set_channels, drawing.channels),
    part("teams", "Change the teams", parts.SetTeams, parts.set_teams, drawing.teams),
    part("people", "Add people, or say who has left", parts.SetPeople, parts.set_people, drawing.people),
    part("roles", "Change who does what", parts.SetRoles, parts.set_roles, drawing.roles),
    part("meetings", "Change when the ILT meets", parts.SetMeetings, parts.set_meetings, drawing.meetings),
    part(
        "strategies", "Change the strategies", parts.SetStrategies, parts.set_strategies, drawing.strategies
    ),
    part("budget", "Change the message budget", parts.SetBudget, parts.set_budget, drawing.budget),
    part("authority", "Change who decides", parts.SetAuthority, parts.set_authority, drawing.authority),
    part("routines", "Choose the routines", wizard.SetRoutines, wizard.set_routines, drawing.routines),
    part("windows", "Plan walkthroughs", series.SetWindow, series.set_window, drawing.window),
    part("checkins", "Change who meets for a 1:1", series.SetCheckIn, series.set_check_in, drawing.check_in),
    part(
        "privacy", "Raise the smallest group shown", privacy.SetPrivacy, privacy.set_privacy, drawing.privacy
    ),
)

SETUP = Interaction(
    verb="setup",
    help="Set your school up, step by step",
    usage="setup",
    command=wizard.OpenSetup,
    routine=wizard.see,
    reply=wording.overview,
)

LATER = Interaction(
    verb="setup-later",
    help="Go on with the setup later",
    command=wizard.SetupLater,
    routine=wizard.later,
    reply=wording.later,
)


def interactions(timetable: Timetable) -> tuple[Interaction[Any, Any], ...]:
    """The way through the setup, its forms, its preview and its switch."""
    through = wizard.Wizard(timetable)
    return (
        SETUP,
        LATER,
        Interaction(
            verb="setup-preview",
            help="See what the first two weeks would bring",
            command=wizard.Preview,
            routine=through.preview,
            reply=previewed,
        ),
        Interaction(
            verb="switch-on",
            help="Switch the school on",
            command=wizard.Switch,
            routine=through.switch_on,
            reply=switched_on,
        ),
        *EACH,
    )
