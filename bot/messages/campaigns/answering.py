"""Answering a question of the ILT: a form with one field, and how the answer should be seen."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.dates import day
from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.staff_input.anonymous import HONEST
from bot.messages.vocabulary import Message, bold, context, paragraph
from bot.model.campaigns import LONGEST_ANSWER, Campaign
from bot.model.people import in_words
from bot.model.staff_input import Mode


@dataclass(frozen=True)
class Sheet:
    """What the form is drawn from. `seen_by` read a named answer; `carrier` is empty when nobody could
    carry it; `people` is of how many an answer without a name could be, nothing when it is not offered."""

    campaign: Campaign
    seen_by: tuple[str, ...]
    carrier: str
    people: int
    code: str
    before: str = ""


@dataclass(frozen=True)
class Given:
    """That an answer was kept, and how it is seen."""

    campaign: Campaign
    mode: Mode
    carrier: str = ""


def form(sheet: Sheet, values: Mapping[str, object]) -> Form:
    seen = in_words(sheet.seen_by) or "The ILT"
    note = (
        HONEST if sheet.people else "Without a name is not offered: so few are asked that people could guess."
    )
    again = " Your answer with a name from before is replaced." if sheet.before else ""
    return Form(
        title=f"The ILT asks: {sheet.campaign.label}",
        submit="Send",
        pieces=(
            paragraph(bold(sheet.campaign.question)),
            TextField(
                "answer",
                "Your answer",
                multiline=True,
                max_length=LONGEST_ANSWER,
                initial=sheet.before,
                hint="Patterns, not people: please leave out the names of students and colleagues.",
            ),
            ChoiceField("mode", "How should it be seen?", ways(sheet), style="buttons"),
            context(f"Named: {seen} can see your name. {note}{again}"),
        ),
        carries={"receipt": sheet.code},
    )


def ways(sheet: Sheet) -> tuple[Option, ...]:
    found = [Option(Mode.NAMED, "Named", "Your name goes with it")]
    if sheet.carrier:
        hint = f"Only {sheet.carrier} sees your name"
        found.append(Option(Mode.THROUGH_REP, f"Through {sheet.carrier}", hint))
    if sheet.people:
        label = f"Anonymous, counted with everybody asked (n={sheet.people})"
        found.append(Option(Mode.ANONYMOUS, label, "Please answer once"))
    return tuple(found)


def thanks(given: Given) -> Message | None:
    """What is read where it was asked; nothing for an answer without a name, which has a last page."""
    return None if given.mode is Mode.ANONYMOUS else Message("Your answer is in", (paragraph(_said(given)),))


def last_page(given: Given) -> Message | None:
    if given.mode is not Mode.ANONYMOUS:
        return None
    said = paragraph("Thank you. It is in, without your name. Nobody is notified.")
    return Message(
        "Your answer is in", (said, paragraph(_next(given.campaign)), context(HONEST)), private=True
    )


def _said(given: Given) -> str:
    seen = f" Only {given.carrier} sees your name." if given.mode is Mode.THROUGH_REP else ""
    return f"Thank you. Your answer to {given.campaign.label} is in.{seen} {_next(given.campaign)}"


def _next(campaign: Campaign) -> str:
    until = f"It closes on {day(campaign.closes_on)}; " if campaign.closes_on else ""
    return f"{until}then the result is posted where the question was."
