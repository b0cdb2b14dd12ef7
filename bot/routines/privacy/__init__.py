"""What is stored about somebody, their own words, and erasing them."""

from bot.routines.privacy.erasing import EraseMine as EraseMine
from bot.routines.privacy.erasing import EraseSomeone as EraseSomeone
from bot.routines.privacy.erasing import Reapply as Reapply
from bot.routines.privacy.erasing import before_erasing as before_erasing
from bot.routines.privacy.erasing import erase_mine as erase_mine
from bot.routines.privacy.erasing import erase_someone as erase_someone
from bot.routines.privacy.erasing import reapply as reapply
from bot.routines.privacy.own import KeepPair as KeepPair
from bot.routines.privacy.own import MyWords as MyWords
from bot.routines.privacy.own import keep_pair as keep_pair
from bot.routines.privacy.own import my_words as my_words
from bot.routines.privacy.own import see as see
