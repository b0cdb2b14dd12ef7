"""How the bot words walkthroughs: the form, the thanks, the trend and how it is computed."""

from bot.messages.walkthroughs.trends import card as card
from bot.messages.walkthroughs.trends import closing as closing
from bot.messages.walkthroughs.trends import how_computed as how_computed
from bot.messages.walkthroughs.trends import in_brief as in_brief
from bot.messages.walkthroughs.trends import missing as missing
from bot.messages.walkthroughs.trends import on_the_agenda as on_the_agenda
from bot.messages.walkthroughs.trends import overview as overview
from bot.messages.walkthroughs.visits import NO_MARKS as NO_MARKS
from bot.messages.walkthroughs.visits import PROBLEMS as PROBLEMS
from bot.messages.walkthroughs.visits import form as form
from bot.messages.walkthroughs.visits import none_open as none_open
from bot.messages.walkthroughs.visits import section as section
from bot.messages.walkthroughs.visits import thanks as thanks
