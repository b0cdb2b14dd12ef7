"""Staff input: what somebody sees at school, who may see it, and by when it is answered."""

from bot.model.staff_input.given import LONGEST_SEE as LONGEST_SEE
from bot.model.staff_input.given import LONGEST_SUGGEST as LONGEST_SUGGEST
from bot.model.staff_input.given import UNTOUCHED as UNTOUCHED
from bot.model.staff_input.given import DeclineReason as DeclineReason
from bot.model.staff_input.given import InputState as InputState
from bot.model.staff_input.given import Mode as Mode
from bot.model.staff_input.given import Scope as Scope
from bot.model.staff_input.given import StaffInput as StaffInput
from bot.model.staff_input.given import Topic as Topic
from bot.model.staff_input.promise import PROMISED_DAYS as PROMISED_DAYS
from bot.model.staff_input.promise import first_answer_by as first_answer_by
from bot.model.staff_input.promise import following as following
from bot.model.staff_input.promise import late_days as late_days
from bot.model.staff_input.promise import next_date as next_date
from bot.model.staff_input.promise import nudge_days as nudge_days
from bot.model.staff_input.promise import outcome_by as outcome_by
from bot.model.staff_input.sight import Sight as Sight
from bot.model.staff_input.sight import carrier as carrier
from bot.model.staff_input.sight import carrier_for as carrier_for
from bot.model.staff_input.sight import owner as owner
from bot.model.staff_input.sight import sight as sight
from bot.model.staff_input.sight import standing as standing
from bot.model.staff_input.sight import team_in_words as team_in_words
from bot.model.staff_input.sight import triager_for as triager_for
from bot.model.staff_input.sight import who_sees_a_name as who_sees_a_name
