"""Asking one question: the form, the draft, and the post with its one button."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, days
from bot.messages.forms import Form, ManyField, NumberField, Option, TextField
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph
from bot.model.campaigns import DAYS, LONGEST_OPEN, LONGEST_QUESTION, Campaign

DROP = "Take this question back? Answers that came in are deleted."
ALL_STAFF = "all staff"


@dataclass(frozen=True)
class Desk:
    """What the form is drawn from: the teams there are, and the draft that is changed."""

    teams: tuple[tuple[str, str], ...]
    draft: Campaign | None = None


@dataclass(frozen=True)
class Asked:
    """A campaign, whom it goes to in words, how many they are, and by when it would close."""

    campaign: Campaign
    whom: str
    people: int
    closes_on: date | None = None


def form(desk: Desk, values: Mapping[str, object]) -> Form:
    draft = desk.draft
    typed = str(values.get("what", ""))[:LONGEST_QUESTION]
    return Form(
        title="Ask one question",
        submit="Save the draft",
        pieces=(
            TextField(
                "what",
                "What do you want to know?",
                multiline=True,
                max_length=LONGEST_QUESTION,
                initial=draft.question if draft else typed,
                hint="One question, about practice and not about people.",
            ),
            ManyField(
                "teams",
                "Who is asked?",
                tuple(Option(key, name) for key, name in desk.teams),
                initial=draft.teams if draft else (),
                optional=True,
                hint="Leave it empty to ask all staff.",
            ),
            NumberField(
                "days",
                "Open for how many school days?",
                minimum=1,
                maximum=LONGEST_OPEN,
                initial=draft.days if draft else DAYS,
            ),
            context("Nobody reads it until you press Ask it."),
        ),
    )


def drafted(one: Asked) -> Message:
    """The draft as it would be read, and what happens next."""
    campaign = one.campaign
    parts: list[Part] = [
        paragraph(bold(f"{campaign.label}, a draft: "), campaign.question),
        paragraph(f"It goes to {one.whom} ({one.people} people) and is open for {days(campaign.days)}."),
        context("You read the answers when it is closed, sum them up, and the result goes back there."),
        buttons(
            Button("Ask it", "ask-campaign", {"campaign": campaign.id}, emphasis="primary"),
            Button("Change it", "change-campaign", {"campaign": campaign.id}),
            Button("Discard", "drop-campaign", {"campaign": campaign.id}),
        ),
    ]
    return Message(f"{campaign.label} is a draft", tuple(parts))


def opened(one: Asked) -> Message:
    until = f" It closes on {day(one.closes_on)}." if one.closes_on else ""
    said = (
        f"{one.campaign.label} goes to {one.whom} when school is open.{until} I bring you the answers then."
    )
    return Message(said, (paragraph(said), buttons(take_back(one.campaign))))


def take_back(campaign: Campaign) -> Button:
    return Button("Take it back", "drop-campaign", {"campaign": campaign.id}, confirm=DROP)


def dropped(campaign: Campaign) -> Message:
    said = f"{campaign.label} is taken back. Its posts and its answers are deleted."
    return Message(said, (paragraph(said),))


def post(one: Asked, asker: str) -> Message:
    """What everybody who is asked reads: one question, one button."""
    campaign = one.campaign
    until = f" until {day(one.closes_on)}" if one.closes_on else ""
    return Message(
        f"The ILT asks: {campaign.question}",
        (
            paragraph(bold("The ILT asks: "), campaign.question),
            buttons(Button("Answer", "answer-campaign", {"campaign": campaign.id}, emphasis="primary")),
            context(
                f"One minute, with your name or without, open{until}. {asker} sums it up, and the result "
                "is posted here."
            ),
        ),
    )
