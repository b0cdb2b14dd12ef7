"""Who may do what, in one place: every verb, in words, with the relations it is open to.

What is absent is refused. A relation may be to the school (ILT member) or to the one thing at
hand (its author, one of the pair): the routine names the latter when it asks.
"""

from bot.permissions import (
    agendas,
    channels,
    checkins,
    decisions,
    ilt,
    meetings,
    records,
    seats,
    settings,
    staff_input,
    start,
    strategies,
    walkthroughs,
)
from bot.permissions.relations import Permission

TABLE: tuple[Permission, ...] = (
    *start.TABLE,
    *staff_input.TABLE,
    *walkthroughs.TABLE,
    *agendas.TABLE,
    *strategies.TABLE,
    *meetings.TABLE,
    *ilt.TABLE,
    *decisions.TABLE,
    *checkins.TABLE,
    *channels.TABLE,
    *records.TABLE,
    *settings.TABLE,
    *seats.TABLE,
)

BY_VERB = {permission.verb: permission for permission in TABLE}
