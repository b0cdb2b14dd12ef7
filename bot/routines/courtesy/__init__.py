"""How often the bot writes: what it holds together, and what each person wishes."""

from bot.routines.courtesy.pacing import LetGo as LetGo
from bot.routines.courtesy.pacing import let_go as let_go
