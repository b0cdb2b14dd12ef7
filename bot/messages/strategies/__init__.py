"""What is said about the strategies: where they stand, how they change, and what staff are told of them."""

from bot.messages.strategies.forms import change as change
from bot.messages.strategies.forms import new as new
from bot.messages.strategies.forms import pause as pause
from bot.messages.strategies.forms import take_up as take_up
from bot.messages.strategies.goals import announced as announced
from bot.messages.strategies.goals import goals as goals
from bot.messages.strategies.page import Page as Page
from bot.messages.strategies.page import page as page
from bot.messages.strategies.page import section as section
