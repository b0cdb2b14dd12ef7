"""Every message that the bot says in the sample school can be shown on every platform, whole."""

from bot.messages.vocabulary import (
    Bullets,
    Buttons,
    Chart,
    Context,
    Divider,
    Facts,
    Heading,
    Paragraph,
    Progress,
    Table,
)
from bot.routines.start import Start
from bot.sandbox.reading import labels, plain_text
from bot.sandbox.teams import reading
from bot.sandbox.teams.validation.activities import activity_problems, size
from bot.sandbox.validation import validate_message
from handlers.catalogue import catalogue
from handlers.platform.verbs import Verbs
from handlers.slack.pages import pages
from handlers.teams.blocks import Cards
from handlers.teams.spelling import spelled
from tests.contract.saying import unsaid
from tests.letters import buttons_of

VERBS = Verbs(catalogue(Start([])))
CARDS = Cards(VERBS.opens)
KINDS = {Bullets, Buttons, Chart, Context, Divider, Facts, Heading, Paragraph, Progress, Table}
MOST = 28 * 1024


def test_the_messages_tried_have_every_part_there_is(lived):
    assert {type(part) for message in lived.said for part in message.parts} == KINDS


def test_whatever_is_said_is_said_whole_on_slack(lived):
    wrong: list[object] = []
    for message in lived.said:
        drawn = [page.content["blocks"] for page in pages(message)]
        wrong += [problem for one in drawn for problem in validate_message(one)]
        wrong += unsaid(message, map(plain_text, drawn))
        pressed = [label for one in drawn for label in labels(one)]
        wrong += [one.label for one in buttons_of(message) if one.label not in pressed]

    assert wrong == []


def test_whatever_is_said_is_said_whole_on_teams(lived):
    wrong: list[object] = []
    for message in lived.said:
        spoken = spelled(message, VERBS.typable)
        drawn = [page.activity for page in CARDS.pages(spoken)]
        wrong += [problem for one in drawn for problem in activity_problems(one)]
        wrong += [f"{size(one)} bytes" for one in drawn if size(one) > MOST]
        shown = [each["content"] for one in drawn for each in one["attachments"]]
        wrong += unsaid(spoken, map(reading.plain_text, shown))
        carried = [brought_back(action) for card in shown for action in reading.buttons(card)]
        wrong += [one for one in buttons_of(message) if (one.verb, one.values) not in carried]

    assert wrong == []


def test_a_private_message_says_nothing_of_itself_in_a_notification(lived):
    """What a notification shows on Teams is the summary, and the text that stands for a card."""
    private = [one for one in lived.said if one.private]
    told = [page.activity for one in private for page in CARDS.pages(one)]

    assert private
    assert all("text" not in one for one in told)
    for message in private:
        for page in CARDS.pages(message):
            summary = page.summary.removeprefix("(continued) ")
            assert message.summary.startswith(summary.rstrip("…"))
            assert page.card["fallbackText"] in (message.summary, page.summary)


def brought_back(action: dict) -> tuple[str | None, object]:
    """The verb and the values with which a button comes back."""
    data = action.get("data", {})
    return action.get("verb") or data.get("verb"), data.get("values")
