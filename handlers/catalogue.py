"""Every interaction, in the order `/ilt help` lists them."""

from typing import Any

from bot.routines.start import Start
from handlers import (
    agenda_items,
    agendas,
    asks,
    audit,
    away,
    calendar,
    campaigns,
    channels,
    charter,
    checkins,
    commitments,
    consensus,
    courtesy,
    cycles,
    decisions,
    deliveries,
    examples,
    guests,
    initiatives,
    languages,
    live,
    loop,
    meetings,
    minutes,
    on_behalf,
    pd,
    principal,
    privacy,
    problems,
    quarantine,
    quiet,
    relay,
    retention,
    roles,
    rounds,
    schools,
    seats,
    settings,
    setup,
    staff_input,
    start,
    strategies,
    threads,
    walkthroughs,
)
from handlers.interactions import Interaction

ROUTINES: tuple[Interaction[Any, Any], ...] = (
    *staff_input.INTERACTIONS,
    *on_behalf.INTERACTIONS,
    *loop.INTERACTIONS,
    *campaigns.INTERACTIONS,
    *meetings.INTERACTIONS,
    *roles.INTERACTIONS,
    *guests.INTERACTIONS,
    *live.INTERACTIONS,
    *rounds.INTERACTIONS,
    *minutes.INTERACTIONS,
    *commitments.INTERACTIONS,
    *agendas.INTERACTIONS,
    *agenda_items.INTERACTIONS,
    *problems.INTERACTIONS,
    *strategies.INTERACTIONS,
    *initiatives.INTERACTIONS,
    *asks.INTERACTIONS,
    *principal.INTERACTIONS,
    *pd.INTERACTIONS,
    *charter.INTERACTIONS,
    *decisions.INTERACTIONS,
    *relay.INTERACTIONS,
    *consensus.INTERACTIONS,
    *threads.INTERACTIONS,
    *walkthroughs.INTERACTIONS,
    *examples.INTERACTIONS,
    *checkins.INTERACTIONS,
    *cycles.INTERACTIONS,
    *calendar.INTERACTIONS,
    *away.INTERACTIONS,
    *channels.INTERACTIONS,
    *deliveries.INTERACTIONS,
    *courtesy.INTERACTIONS,
    *quarantine.INTERACTIONS,
    *audit.INTERACTIONS,
    *retention.INTERACTIONS,
    *privacy.INTERACTIONS,
    *seats.INTERACTIONS,
    *languages.INTERACTIONS,
    *schools.INTERACTIONS,
    *settings.INTERACTIONS,
)


class TwoWithOneVerb(Exception):
    """Two interactions claim the same verb; a verb names one thing."""


def catalogue(begin: Start) -> tuple[Interaction[Any, Any], ...]:
    """All interactions: the menu and help, then every routine's own. Each verb is there once."""
    routines = (*ROUTINES, *quiet.interactions(begin.timetable), *setup.interactions(begin.timetable))
    found = (*start.interactions(begin, routines), *routines)
    verbs = [one.verb for one in found]
    if len(set(verbs)) < len(verbs):
        raise TwoWithOneVerb(next(verb for verb in verbs if verbs.count(verb) > 1))
    return found
