"""What is stored, who sees it, and for how long it is kept."""

from bot.model.retention.hold import EVERYTHING as EVERYTHING
from bot.model.retention.hold import Hold as Hold
from bot.model.retention.hold import Receipt as Receipt
from bot.model.retention.hold import wanted as wanted
from bot.model.retention.rules import CLASSES as CLASSES
from bot.model.retention.rules import LETTERS as LETTERS
from bot.model.retention.rules import DataClass as DataClass
from bot.model.retention.rules import Keep as Keep
from bot.model.retention.rules import Rule as Rule
from bot.model.retention.rules import cutoff as cutoff
from bot.model.retention.rules import year_end as year_end
from bot.model.retention.table import RULES as RULES
