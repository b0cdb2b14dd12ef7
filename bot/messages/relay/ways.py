"""The settings for what goes beyond staff: families, and the School Improvement Team."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.forms import ChoiceField, Form, Option
from bot.messages.vocabulary import Button, Message, context
from bot.model.relay_ways import DigestWay, RelayWays

LABEL = "Families and improvement team"
NAMES = {
    DigestWay.OFF: "No digest",
    DigestWay.CHANNEL: "Each month, in the channel of a team",
    DigestWay.DOCUMENT: "Each month, as a document for me",
}
BUTTON = Button(LABEL, "set-relay")


@dataclass(frozen=True)
class WaysSheet:
    """What holds, with the people and the teams that can be chosen, by id and by key."""

    ways: RelayWays
    people: Mapping[str, str]
    teams: Mapping[str, str]


def form(sheet: WaysSheet, values: Mapping[str, object]) -> Form:
    ways = sheet.ways
    digests = tuple(Option(way.value, name) for way, name in NAMES.items())
    return Form(
        title="Beyond staff",
        submit="Save",
        pieces=(
            ChoiceField(
                "approver",
                "Who approves what families read?",
                tuple(Option(key, name) for key, name in sheet.people.items()),
                ways.approver or None,
                optional=True,
                hint="The school leader, where nobody is named.",
            ),
            ChoiceField(
                "digest",
                "Digest for the School Improvement Team",
                digests,
                ways.digest.value,
                style="buttons",
            ),
            ChoiceField(
                "digest_team",
                "Which team is that?",
                tuple(Option(key, name) for key, name in sheet.teams.items()),
                ways.digest_team or None,
                optional=True,
            ),
            context("The school leader approves each digest first."),
        ),
    )


def saved(sheet: WaysSheet) -> Message:
    who = sheet.people.get(sheet.ways.approver, "the school leader")
    return Message(f"Saved. What families read is approved by {who}. {NAMES[sheet.ways.digest]}.")
