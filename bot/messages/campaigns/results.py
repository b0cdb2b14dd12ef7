"""What came of a question: the answers for whoever sums them up, the result, and the list of questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.campaigns.asking import take_back
from bot.messages.dates import day, number_of
from bot.messages.forms import Form, NumberField, Piece, TextField
from bot.messages.vocabulary import (
    Button,
    Heading,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.campaigns import LONGEST_NEXT, LONGEST_THEME, THEMES, Campaign, CampaignState, Theme, published

SHOWN = 20
OWN_WORDS = "In your own words: a quote or a detail could give somebody away."
ASK = Button("Ask one question", "campaign")


@dataclass(frozen=True)
class Answers:
    """What one reader may read of a closed campaign: answers with names, those without, and those given
    through this reader. `withheld`: some without a name are not shown, since so few could have given them."""

    campaign: Campaign
    named: tuple[tuple[str, str], ...] = ()
    nameless: tuple[str, ...] = ()
    through_me: tuple[tuple[str, str], ...] = ()
    withheld: bool = False
    may_sum_up: bool = False


@dataclass(frozen=True)
class Standing:
    """One campaign in the list, with at least how many answers are in, and what may be done with it."""

    campaign: Campaign
    whom: str
    at_least: int = 0
    may: tuple[str, ...] = ()


def answers(one: Answers) -> Message:
    campaign = one.campaign
    parts: list[Part] = [Heading(f"{campaign.label}: what was answered"), paragraph(campaign.question)]
    if one.through_me:
        parts += [
            context("Through you; nobody else sees these names"),
            bullets(*map(_with_name, one.through_me)),
        ]
    if one.named:
        parts.append(bullets(*map(_with_name, one.named[:SHOWN])))
    if one.nameless:
        parts += [context("Without a name, in a mixed order"), bullets(*one.nameless[:SHOWN])]
    left = max(0, len(one.named) - SHOWN) + max(0, len(one.nameless) - SHOWN)
    if left:
        parts.append(context(f"And {left} more."))
    if one.withheld:
        parts.append(context("Some answers without a name are not shown: so few could have given them."))
    if one.may_sum_up:
        parts.append(buttons(_sum_up(campaign)))
    return Message(f"Answers to {campaign.label}", tuple(parts), private=True)


def _with_name(answer: tuple[str, str]) -> Text:
    return text(bold(f"{answer[0]}: "), answer[1])


def _sum_up(campaign: Campaign) -> Button:
    return Button("Sum up", "sum-up-campaign", {"campaign": campaign.id}, emphasis="primary")


def form(one: Answers, values: Mapping[str, object]) -> Form:
    themes: list[Piece] = []
    for place in range(1, THEMES + 1):
        first = place == 1
        themes += [
            TextField(
                f"themes.{place}",
                f"Theme {place}",
                max_length=LONGEST_THEME,
                optional=not first,
                hint=OWN_WORDS if first else "",
            ),
            NumberField(f"counts.{place}", f"How many answers say theme {place}?", 0, 500, optional=True),
        ]
    return Form(
        title=f"Sum up {one.campaign.label}",
        submit="Post the result",
        pieces=(
            paragraph(one.campaign.question),
            *themes,
            TextField("next_step", "What does the ILT do now?", multiline=True, max_length=LONGEST_NEXT),
            context("A theme of fewer than five answers is not shown by itself. No team is ever shown."),
        ),
    )


def result(campaign: Campaign, by: str, fewest: int, *, counted: bool) -> Message:
    """What is posted where the question was; without any number where everybody asked has answered."""
    shown, other = published(campaign.themes, fewest)
    lines = [_theme(one, counted) for one in shown]
    answers = f"{number_of(campaign.answers, 'answer')}, summed" if counted else "Summed"
    if other:
        lines.append(text("Other things that fewer people said"))
    return Message(
        f"You answered: {campaign.question}",
        (
            paragraph(bold("You answered: "), campaign.question),
            bullets(*lines),
            paragraph(bold("What happens next: "), campaign.next_step),
            context(f"{answers} up by {by}. No team and no name is shown."),
        ),
    )


def _theme(theme: Theme, counted: bool) -> Text:
    return text(theme.words, bold(f" ({number_of(theme.count, 'answer')})")) if counted else text(theme.words)


def too_few(campaign: Campaign, fewest: int) -> Message:
    """What is posted when so few answered that nothing may be shown."""
    said = (
        f"Fewer than {fewest} answers came in, so none is shown to anybody, and they are deleted. "
        "Thank you to all who answered. You can say it any time: /ilt input"
    )
    title = f"Closed: {campaign.question}"
    return Message(title, (paragraph(bold("The ILT asked: "), campaign.question), paragraph(said)))


def posted(campaign: Campaign) -> Message:
    said = f"The result of {campaign.label} goes back to where it was asked, when school is open."
    return Message(said, (paragraph(said), buttons(Button("See all questions", "campaigns"))))


def closed(campaign: Campaign) -> Message:
    """To whoever asked: the answers are there."""
    line = f"{campaign.label} is closed. {number_of(campaign.answers, 'answer')} came in."
    return Message(
        f"{campaign.label} is closed: the answers wait for you",
        (
            paragraph(bold(line), f" {campaign.question}"),
            paragraph("Please read them and sum them up. The result goes back to where it was asked."),
            buttons(_read(campaign), _sum_up(campaign)),
        ),
    )


def came_to_little(campaign: Campaign, fewest: int) -> Message:
    said = (
        f"{campaign.label} is closed. Fewer than {fewest} answers came in, so nobody sees them, and I have "
        "said so where it was asked. You can ask again, or ask more people."
    )
    return Message(said, (paragraph(said), buttons(ASK)))


def owed(campaign: Campaign) -> Message:
    """To the ILT, when nobody has summed it up."""
    said = f"{campaign.label} is closed and has no result yet: {campaign.question}"
    read = "Whoever asked, the triager or the principal can sum it up. People who answered wait for it."
    return Message(said, (paragraph(said), paragraph(read), buttons(_sum_up(campaign))))


def _read(campaign: Campaign) -> Button:
    return Button("Read the answers", "read-campaign", {"campaign": campaign.id})


def listed(found: Sequence[Standing]) -> Message:
    """Every question that is not long over, newest first."""
    title = "What the ILT asks"
    if not found:
        said = "The ILT has asked nothing yet. One question to all staff takes a minute."
        return Message(title, (paragraph(said), buttons(ASK)))
    parts: list[Part] = [Heading(title)]
    for one in found:
        parts.append(paragraph(bold(f"{one.campaign.label}  "), one.campaign.question))
        parts.append(context(status(one)))
        if offered := _offered(one):
            parts.append(buttons(*offered))
    return Message(title, (*parts, buttons(ASK)))


def _offered(one: Standing) -> list[Button]:
    campaign = one.campaign
    known = {
        "ask-campaign": Button("Ask it", "ask-campaign", {"campaign": campaign.id}),
        "change-campaign": Button("Change it", "change-campaign", {"campaign": campaign.id}),
        "read-campaign": _read(campaign),
        "sum-up-campaign": _sum_up(campaign),
        "drop-campaign": take_back(campaign),
    }
    return [known[verb] for verb in one.may]


def status(one: Standing) -> str:
    campaign = one.campaign
    match campaign.state:
        case CampaignState.DRAFT:
            return f"A draft for {one.whom}. Only you see it."
        case CampaignState.OPEN:
            until = f" until {day(campaign.closes_on)}" if campaign.closes_on else ""
            return f"Open{until}, to {one.whom}. {progress(one.at_least)}"
        case CampaignState.CLOSED:
            return f"Closed, asked of {one.whom}. The result is being summed up."
        case CampaignState.POSTED:
            themes = "; ".join(theme.words for theme in published(campaign.themes)[0])
            came = (
                f" {themes}. Next: {campaign.next_step}" if themes else " Too few answered to show anything."
            )
            return f"Asked of {one.whom}.{came}"
        case CampaignState.WITHDRAWN:
            return "Taken back."


def progress(at_least: int) -> str:
    return f"At least {at_least} answers are in." if at_least else "Fewer than 5 answers are in so far."
