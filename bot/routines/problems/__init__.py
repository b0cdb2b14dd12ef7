"""Problems of practice: framed, checked, planned, tried, and brought to an end."""

from bot.routines.problems.by_clock import REASONS as REASONS
from bot.routines.problems.by_clock import due as due
from bot.routines.problems.ending import EndProblem as EndProblem
from bot.routines.problems.ending import end as end
from bot.routines.problems.ending import prepare_end as prepare_end
from bot.routines.problems.framing import AboutProblem as AboutProblem
from bot.routines.problems.framing import ChangeProblem as ChangeProblem
from bot.routines.problems.framing import FrameProblem as FrameProblem
from bot.routines.problems.framing import ReframeProblem as ReframeProblem
from bot.routines.problems.framing import change as change
from bot.routines.problems.framing import frame as frame
from bot.routines.problems.framing import prepare as prepare
from bot.routines.problems.framing import prepare_change as prepare_change
from bot.routines.problems.framing import prepare_reframing as prepare_reframing
from bot.routines.problems.framing import reframe as reframe
from bot.routines.problems.planning import DiscussProblem as DiscussProblem
from bot.routines.problems.planning import PlanProblem as PlanProblem
from bot.routines.problems.planning import StartProblem as StartProblem
from bot.routines.problems.planning import discuss as discuss
from bot.routines.problems.planning import plan as plan
from bot.routines.problems.planning import prepare_plan as prepare_plan
from bot.routines.problems.planning import start as start
from bot.routines.problems.register import FindProblems as FindProblems
from bot.routines.problems.register import home as home
from bot.routines.problems.register import look_up as look_up
