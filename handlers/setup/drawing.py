"""Each form of the setup, drawn from the school as it stands and from what its workspace has."""

from dataclasses import replace
from datetime import date, time

from bot.content.look_fors import look_fors
from bot.messages.forms import Form, Option
from bot.messages.setup import forms, series
from bot.model.people import Role, Seat
from bot.model.settings import TO_BEGIN_WITH
from bot.routines.school_file import MeetingsSection, PersonSection, SchoolFile
from bot.routines.setup import lines, suggestions
from bot.routines.setup.opening import Known
from bot.routines.setup.series import NEW
from handlers.interactions import Values


def school(known: Known, given: Values) -> Form:
    section = known.file.school
    hours = section.contract_hours
    return forms.school(
        forms.SchoolNow(
            section.name,
            section.zone,
            hours.opens,
            hours.closes,
            hours.half_day_closes,
            hours.late_start_opens,
            section.morning,
            section.first_day,
            section.last_day,
        )
    )


def channels(known: Known, given: Values) -> Form:
    now = known.file.channels
    return forms.channels(
        suggestions.ilt_channel(known.prospects, now.ilt),
        suggestions.all_staff_channel(known.prospects, now.all_staff),
    )


def teams(known: Known, given: Values) -> Form:
    return forms.teams(suggestions.teams(known.file, known.prospects))


def people(known: Known, given: Values) -> Form:
    words, left_over = suggestions.people(known.file, known.prospects)
    everybody = [(one.key, one.name) for one in known.file.people]
    return forms.people(words, left_over, everybody, len(everybody))


def roles(known: Known, given: Values) -> Form:
    names = {team.key: team.name for team in known.file.teams}
    everybody = [(one.key, f"{one.name}, {names.get(one.team, '')}"[:75]) for one in known.file.people]
    return forms.roles(everybody, _roles_now(known.file, is_new="roles" not in known.settings.steps))


def _roles_now(file: SchoolFile, *, is_new: bool) -> forms.Roles:
    """Who holds what; in a school that is being set up, who seems to by their titles."""

    def holding(role: Role) -> list[str]:
        held = [one.key for one in file.people if role in one.roles]
        guessed = [one.key for one in file.people if suggestions.holds(one, role)] if is_new else []
        return held or guessed if role is not Role.ILT_MEMBER else list(dict.fromkeys([*held, *guessed]))

    return forms.Roles(
        leader=next(iter(holding(Role.SCHOOL_LEADER)), None),
        deputies=holding(Role.DEPUTY),
        ilt=holding(Role.ILT_MEMBER),
        leads=_seated(file, Seat.LEAD, " lead" if is_new else None),
        reps=_seated(file, Seat.REP, " rep" if is_new else None),
        triager=next(iter(holding(Role.TRIAGER)), None),
        coaches=holding(Role.COACH),
        admins=holding(Role.BOT_ADMIN),
    )


def _seated(file: SchoolFile, seat: Seat, ending: str | None) -> list[str]:
    def sits(one: PersonSection) -> bool:
        return one.seat is seat or (ending is not None and one.title.casefold().endswith(ending))

    return [one.key for one in file.people if sits(one)]


def meetings(known: Known, given: Values) -> Form:
    now = known.file.meetings or MeetingsSection(first=date(2000, 1, 3), at=time(15, 30))
    return forms.meetings(
        forms.MeetingsNow(
            now.title,
            now.every,
            now.first if known.file.meetings else None,
            now.at,
            now.minutes,
            now.call_at,
            now.draft_at,
            now.publish_at,
            now.only_on,
        ),
        known.file.rotation.days,
    )


def strategies(known: Known, given: Values) -> Form:
    return forms.strategies([(one.name, one.status) for one in known.file.strategies])


def budget(known: Known, given: Values) -> Form:
    return forms.budget(known.settings.messages_a_day, known.settings.posts_a_day)


def authority(known: Known, given: Values) -> Form:
    return forms.authority(lines.authority_lines(known.file.authority or ()))


def routines(known: Known, given: Values) -> Form:
    is_new = not known.settings.live and "routines" not in known.settings.steps
    return forms.routines(TO_BEGIN_WITH if is_new else known.settings.on)


def window(known: Known, given: Values) -> Form:
    windows = {one.key: one for one in known.file.walkthroughs}
    options = [Option(NEW, "A new window")]
    options += [
        Option(key, f"{one.opens:%b} {one.opens.day} to {one.closes:%b} {one.closes.day}, {key}"[:75])
        for key, one in windows.items()
    ]
    chosen = str(given.get("which", NEW))
    held = windows.get(chosen)
    now = (
        series.Window(held.look_fors, held.strategy, held.opens, held.closes, held.goal)
        if held
        else series.Window()
    )
    sets = [Option(one.key, one.name) for one in look_fors().sets]
    goals = [Option(one.key, one.name) for one in known.file.strategies]
    return series.window(options, chosen if held else NEW, now, sets, goals)


def check_in(known: Known, given: Values) -> Form:
    people = [Option(one.key, one.name) for one in known.file.people]
    leader, lead = (str(given[one]) if given.get(one) else None for one in ("leader", "lead"))
    pair = (leader, lead)
    held = next((one for one in known.file.check_ins if (one.leader, one.lead) == pair), None)
    now = series.CheckIn()
    if held is not None:
        now = replace(now, every=held.every, first=held.first, at=held.at, minutes=held.minutes, exists=True)
    return series.check_in(people, leader, lead, now)


def privacy(known: Known, given: Values) -> Form:
    return series.privacy(max(5, known.settings.k), known.settings.safety_contact)
