"""The tables, one file per noun, and nothing about what they mean."""

from storage.tables import agenda_templates as agenda_templates
from storage.tables import anonymous_input as anonymous_input
from storage.tables import audit as audit
from storage.tables import away as away
from storage.tables import calendar as calendar
from storage.tables import channels as channels
from storage.tables import checkins as checkins
from storage.tables import courtesy as courtesy
from storage.tables import cycles as cycles
from storage.tables import decisions as decisions
from storage.tables import drafts as drafts
from storage.tables import loop as loop
from storage.tables import meetings as meetings
from storage.tables import outbox as outbox
from storage.tables import people as people
from storage.tables import problems as problems
from storage.tables import quarantine as quarantine
from storage.tables import retention as retention
from storage.tables import roster as roster
from storage.tables import seats as seats
from storage.tables import settings as settings
from storage.tables import staff_input as staff_input
from storage.tables import strategies as strategies
from storage.tables import walkthroughs as walkthroughs
from storage.tables import work as work
from storage.tables.base import metadata as metadata
