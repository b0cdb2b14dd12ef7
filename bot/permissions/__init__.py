"""Who may do what: the table, and asking it."""

from bot.permissions.asking import may as may
from bot.permissions.asking import permit as permit
from bot.permissions.asking import plural as plural
from bot.permissions.relations import Permission as Permission
from bot.permissions.table import BY_VERB as BY_VERB
from bot.permissions.table import TABLE as TABLE
