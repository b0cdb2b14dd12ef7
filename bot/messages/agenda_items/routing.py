"""What is said when something is about one team only: to its lead, and to whoever brought it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph, text
from bot.model.agenda_items import AgendaItem

LONGEST_WORDS = 600
NEXT = "It is your team's now. If it is about more than your team, give it back and the ILT takes it up."


@dataclass(frozen=True, slots=True)
class Routing:
    """An input that may go to a team: what it is called, the words it goes in, and the teams there are."""

    label: str
    words: str
    teams: Mapping[str, str]
    team: str | None = None
    is_anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Went:
    """Something that went to a team, or what its lead answered."""

    title: str
    team: str
    lead: str
    told: bool = True


def item_for_team(item: AgendaItem, team: str, by: str) -> Message:
    """To the lead: an agenda item that is about this team only."""
    said = [paragraph(one) for one in (item.detail, item.example and f"For example: {item.example}") if one]
    return card(f"{by} brings something that is about {team} only:", item.title, said, f"item/{item.id}")


def input_for_team(label: str, words: str, team: str, by: str, thing: str) -> Message:
    """To the lead: staff input that is about this team only; without a sender where nobody may know."""
    who = f"{by} says" if by else "A colleague says"
    return card(f"{who} something that is about {team} only ({label}):", words, (), thing)


def card(opening: str, title: str, said: Sequence[Part], thing: str) -> Message:
    return Message(
        "Something for your team",
        (paragraph(opening), paragraph(bold(title)), *said, buttons(*_answers(thing)), context(NEXT)),
        private=True,
    )


def _answers(thing: str) -> tuple[Button, Button]:
    return (
        Button("We take it up", "take-up", {"thing": thing}, emphasis="primary"),
        Button("It is schoolwide", "give-back", {"thing": thing}),
    )


def waits(title: str, thing: str) -> Waiting:
    """On the lead's Home."""
    return Waiting(text("For your team: ", bold(title)), _answers(thing))


def taken_up(went: Went) -> Message:
    """To the lead who takes it up."""
    told = f" {went.title} is answered." if not went.told else " Whoever brought it is told."
    words = f"Thank you. {went.team} takes it up.{told}"
    return Message(words, (paragraph(words),), private=True)


def given_back(went: Went) -> Message:
    """To the lead who gives it back."""
    words = f"Thank you. The ILT has it again, and {went.team} has nothing left to do."
    return Message(words, (paragraph(words),), private=True)


def news_taken_up(went: Went) -> Message:
    """To whoever brought it."""
    words = f"{went.lead} and {went.team} take it up: "
    return Message("News about what you brought", (paragraph(words, bold(went.title), "."),), private=True)


def news_given_back(went: Went) -> Message:
    words = f" is about more than {went.team}, says {went.lead}. The ILT takes it up."
    return Message("News about what you brought", (paragraph(bold(went.title), words),), private=True)


def sender_routed(label: str, went: Went) -> Message:
    """To the sender of an input: where it went."""
    return Message(
        f"News about your input {label}",
        (
            paragraph(bold(label), f" is about {went.team} only, so {went.lead} has it now."),
            paragraph(f"You hear here whether {went.team} takes it up or gives it to the whole ILT."),
            buttons(Button("Show status", "status", {"number": label})),
        ),
        private=True,
    )


def form(routing: Routing, given: Mapping[str, object]) -> Form:
    """To whoever answers input: which team, and in which words."""
    own = "In your own words: a quote or a detail could give the sender away."
    chosen = str(given.get("team") or routing.team or "")
    return Form(
        f"Route {routing.label}",
        "Route it",
        (
            ChoiceField(
                "team",
                "Which team is it about?",
                tuple(Option(key, name) for key, name in routing.teams.items()),
                initial=chosen if chosen in routing.teams else None,
            ),
            TextField(
                "words",
                "What the lead reads",
                multiline=True,
                max_length=LONGEST_WORDS,
                initial=routing.words,
                hint=own if routing.is_anonymous else "",
            ),
            context("It is not on the ILT agenda then. The lead takes it up, or gives it back to the ILT."),
        ),
    )


def routed(went: Went) -> Message:
    """To whoever routed it."""
    told = " The sender is told." if went.told else " The sender reads it with the code."
    words = f"{went.title} goes to {went.lead} for {went.team}.{told}"
    return Message(words, (paragraph(words),), private=True)
