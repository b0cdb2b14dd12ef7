"""What the input form asks for, whichever way it is given."""

from typing import Annotated

from pydantic import Field

from bot.model.staff_input import LONGEST_SEE, LONGEST_SUGGEST, Mode, Need, Scope, Topic
from bot.routines.requests import Command


class GiveInput(Command):
    """`receipt` is the code that the form brought along for the case that it is given without a name."""

    see: Annotated[str, Field(min_length=1, max_length=LONGEST_SEE)]
    suggest: Annotated[str, Field(max_length=LONGEST_SUGGEST)] = ""
    topic: Topic = Topic.OTHER
    needs: tuple[Need, ...] = ()
    scope: Scope
    mode: Mode
    credit: bool = False
    receipt: Annotated[str, Field(max_length=40)] = ""

    @property
    def is_anonymous(self) -> bool:
        return self.mode is Mode.ANONYMOUS
