"""The roster: how it comes in, how it keeps up with the workspace, and how people leave."""

from bot.routines.roster.home import home as home
