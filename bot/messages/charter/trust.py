"""The ILT's one question about trust: asked, answered in private, and told as one figure or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages.dates import moment
from bot.messages.forms import ChoiceField, Form, Option
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph, text
from bot.model.trust import TrustRound

STATEMENT = "I can disagree here."
ANSWERS: Mapping[int, str] = {
    5: "Yes, always",
    4: "Mostly",
    3: "Sometimes",
    2: "Rarely",
    1: "No",
}
HONEST = (
    "This app does not store who wrote it, only that you have answered. "
    "Slack or Teams and the district may keep their own logs."
)
PROMPT = "When did somebody here change our mind by disagreeing? What made that possible?"
CLOSE, APART = 0.8, 1.3
"""Standard deviations up to which answers lie close together, or somewhat apart."""


@dataclass(frozen=True)
class Asked:
    round: TrustRound
    zone: ZoneInfo


def answer_button(asked: TrustRound) -> Button:
    return Button("Answer privately", "answer-trust", {"round": asked.id}, emphasis="primary")


def asking(asked: Asked) -> Message:
    """To the ILT."""
    said = f"One question for the ILT: “{STATEMENT}” How true is that for you?"
    return Message(
        said,
        (
            paragraph(bold(said)),
            buttons(answer_button(asked.round)),
            context(f"Open until {moment(asked.round.closes_at, asked.zone)}. {HONEST}"),
        ),
    )


def talking(members: int, fewest: int) -> Message:
    """To an ILT in which nobody could be hidden: something to talk about instead, and why (R-086)."""
    said = "A question to talk about at your next meeting"
    return Message(
        said,
        (
            paragraph(bold(PROMPT)),
            context(
                f"Other schools answer this without names. With {members} members nobody could stay unknown: "
                f"that takes more than {fewest}. So I do not ask it in writing."
            ),
        ),
    )


def form(asked: Asked, given: Mapping[str, Any]) -> Form:
    options = tuple(Option(str(rating), said) for rating, said in ANSWERS.items())
    return Form(
        "One question",
        "Send",
        (
            ChoiceField("rating", STATEMENT, options, style="buttons"),
            context(f"It counts once and cannot be changed, because nobody knows which is yours. {HONEST}"),
        ),
        carries={"round": asked.round.id},
    )


def thanks(asked: Asked) -> Message:
    when = moment(asked.round.closes_at, asked.zone)
    said = f"Thank you. The ILT hears how it looks on {when}, if enough of you answer."
    return Message(said, (paragraph(said),), private=True)


def result(asked: TrustRound, fewest: int) -> Message:
    """To the ILT, with the way to the charter."""
    said = f"“{STATEMENT}” What the ILT said"
    if asked.average is None or asked.spread is None:
        shown = paragraph(
            "There is nothing I can show without showing somebody: too few answered, or all said the same."
        )
        note = context(f"I show it when at least {fewest} answer, not everybody, and not all the same.")
    else:
        shown = paragraph(bold(f"{asked.average} out of 5 on average. "), f"{spread_of(asked.spread)}")
        note = context("What each person said is deleted now.")
    return Message(
        said,
        (
            paragraph(bold(said)),
            shown,
            paragraph("What in how we work would make it easier to disagree? The charter is a place for it."),
            buttons(Button("Look at the charter", "charter"), Button("Change it", "write-charter")),
            note,
        ),
    )


def spread_of(spread: float) -> str:
    if spread <= CLOSE:
        return "The answers lie close together."
    return "The answers lie somewhat apart." if spread <= APART else "The answers lie far apart."


def waits(asked: TrustRound) -> Waiting:
    return Waiting(text(bold("One question for the ILT, without names")), (answer_button(asked),))
