"""What the ILT asks of staff: campaigns, the staff pulse, student voice, and who works on the same."""

from bot.routines.campaigns.answering import AnswerCampaign as AnswerCampaign
from bot.routines.campaigns.answering import answer as answer
from bot.routines.campaigns.answering import prepare_answer as prepare_answer
from bot.routines.campaigns.asking import AboutCampaign as AboutCampaign
from bot.routines.campaigns.asking import AskQuestion as AskQuestion
from bot.routines.campaigns.asking import BeforeAsking as BeforeAsking
from bot.routines.campaigns.asking import ChangeCampaign as ChangeCampaign
from bot.routines.campaigns.asking import DropCampaign as DropCampaign
from bot.routines.campaigns.asking import OpenCampaign as OpenCampaign
from bot.routines.campaigns.asking import ask as ask
from bot.routines.campaigns.asking import change as change
from bot.routines.campaigns.asking import draft as draft
from bot.routines.campaigns.asking import drop as drop
from bot.routines.campaigns.asking import prepare as prepare
from bot.routines.campaigns.asking import prepare_change as prepare_change
from bot.routines.campaigns.by_clock import REASONS as REASONS
from bot.routines.campaigns.by_clock import due as due
from bot.routines.campaigns.home import home as home
from bot.routines.campaigns.summing import SumUp as SumUp
from bot.routines.campaigns.summing import page as page
from bot.routines.campaigns.summing import prepare_sum as prepare_sum
from bot.routines.campaigns.summing import read as read
from bot.routines.campaigns.summing import sum_up as sum_up
