"""Changing the questions that a facilitator is offered."""

from collections.abc import Mapping
from typing import Any

from bot.content.questions import question_bank
from bot.messages.forms import Form, TextField
from bot.messages.meetings.agenda import OUTCOME_NAMES
from bot.messages.vocabulary import Message, context, paragraph
from bot.model.agenda_items import Outcome
from bot.model.questions import Bank

LONGEST = 2000


def form(bank: Bank, given: Mapping[str, Any]) -> Form:
    """One box for each aim of an item, a question on each line."""
    fields = tuple(
        TextField(
            aim.value,
            OUTCOME_NAMES[aim],
            multiline=True,
            max_length=LONGEST,
            initial=str(given.get(aim.value, "\n".join(bank.all_of(aim)))),
            optional=True,
            hint="One question on each line.",
            is_ours=aim.value not in given and bank.all_of(aim) == question_bank().all_of(aim),
        )
        for aim in Outcome
    )
    note = context("Three are shown at a time, in this order. An empty box brings ours back.")
    return Form("The facilitator's questions", "Save", (*fields, note))


def saved(_: Bank) -> Message:
    said = "The questions are saved. The next item shows them."
    return Message(said, (paragraph(said),))
