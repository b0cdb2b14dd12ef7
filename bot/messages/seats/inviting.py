"""An invitation to the ILT: the form, the role card, the two answers, and the first three letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.forms import ChoiceField, DateField, Form, ManyField, Option, TextField
from bot.messages.home import Waiting
from bot.messages.seats.who import size
from bot.messages.seats.words import PERSPECTIVE, SEE_SEATS, SEE_WHO, WHY, term
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph, text

ASKED_OF_YOU = (
    "Before a meeting, ask one or two colleagues what the ILT should hear, and bring it.",
    "In the meeting, speak for them as well as for yourself. Roles go round; you can hand any of them on.",
    "Afterwards, tell your team what was decided and what changes for them.",
)
FOR_YOU = (
    "An agenda the school day before, and meetings that end on time.",
    "A seat with an end: nobody has to ask to be let go.",
    "Nothing here rates you, counts you or compares you.",
)
NO_REASON = "Either answer is fine. “Not now” needs no reason."
SOMETHING_WAITS = "There is an invitation for you"


@dataclass(frozen=True, slots=True)
class InvitingSheet:
    """Whom one may invite, for which teams, and the end that is proposed."""

    people: tuple[tuple[str, str], ...]
    teams: tuple[tuple[str, str], ...]
    team: str | None
    ends: date


@dataclass(frozen=True, slots=True)
class Offer:
    """A seat as it is offered: `by` invites, `for_whom` are the teams in words."""

    seat: str
    person: str
    by: str
    for_whom: str
    why: str
    ends: date | None
    members: int = 0


def form(sheet: InvitingSheet, given: Mapping[str, object]) -> Form:
    teams = tuple(Option(key, name) for key, name in sheet.teams)
    return Form(
        "Invite to the ILT",
        "Invite",
        (
            ChoiceField("person", "Whom?", tuple(Option(key, name) for key, name in sheet.people)),
            ManyField(
                "teams",
                "Which teams would they speak for?",
                teams,
                initial=(sheet.team,) if sheet.team else (),
            ),
            TextField(
                "why",
                "Why this seat?",
                max_length=WHY,
                hint="One line about the seat, not about the person. The ILT can read it.",
            ),
            DateField("ends", "Until when?", initial=sheet.ends, hint="The end of the next school year."),
            context("They get a private message with a role card. Only you hear their answer."),
        ),
    )


def invited(offer: Offer) -> Message:
    said = f"{offer.person} is invited to speak for {offer.for_whom}. You hear as soon as there is an answer."
    return Message(said, (paragraph(said), *size(offer.members), buttons(SEE_SEATS)), private=True)


def role_card(offer: Offer) -> list[Part]:
    until = f" Until {term(offer.ends)}." if offer.ends else ""
    return [
        paragraph(bold(f"You would speak for {offer.for_whom}."), f" {offer.why}{until}"),
        paragraph(bold("What we ask")),
        bullets(*ASKED_OF_YOU),
        paragraph(bold("What you can expect")),
        bullets(*FOR_YOU),
    ]


def answers(seat: str) -> tuple[Button, Button]:
    return (
        Button("Accept", "accept-seat", {"seat": seat}, emphasis="primary"),
        Button("Not now", "decline-seat", {"seat": seat}),
    )


def invitation(offer: Offer) -> Message:
    """What the invited person gets."""
    parts = [
        paragraph(f"{offer.by} invites you to the Instructional Leadership Team."),
        *role_card(offer),
        buttons(*answers(offer.seat)),
        context(NO_REASON),
    ]
    return Message(SOMETHING_WAITS, tuple(parts), private=True)


def waits(offer: Offer) -> Waiting:
    said = f"{offer.by} invites you to the ILT, to speak for {offer.for_whom}. {NO_REASON}"
    return Waiting(text(said), answers(offer.seat))


def accepted(offer: Offer) -> Message:
    until = f" until {term(offer.ends)}" if offer.ends else ""
    said = f"Welcome to the ILT. You speak for {offer.for_whom}{until}."
    next_up = (
        "Three short messages over the next five school days say how we work. No role at your first meeting."
    )
    own = Button("A perspective I bring", "my-perspective")
    return Message(said, (paragraph(said), paragraph(next_up), buttons(own, SEE_WHO)), private=True)


def declined(offer: Offer) -> Message:
    said = f"Thank you for answering. {offer.by} is told “not now”, and nothing else."
    return Message(said, (paragraph(said),), private=True)


def said_yes(offer: Offer) -> Message:
    said = f"{offer.person} accepts, and speaks for {offer.for_whom} from now on."
    return Message("Your invitation has an answer", (paragraph(said), buttons(SEE_WHO)), private=True)


def said_not_now(offer: Offer) -> Message:
    said = f"{offer.person} says: not now. No reason is asked for. You can invite somebody else."
    invite = Button("Invite somebody else", "invite-rep")
    return Message("Your invitation has an answer", (paragraph(said), buttons(invite)), private=True)


def lapsed(offer: Offer) -> Message:
    """To whoever invited, when nobody answered."""
    said = (
        f"Your invitation to {offer.person} has run out. A word in the hallway may be the better way to ask."
    )
    invite = Button("Invite again or somebody else", "invite-rep")
    return Message("An invitation has run out", (paragraph(said), buttons(invite)), private=True)


def withdrawn(offer: Offer) -> Message:
    said = f"Taken back: the invitation to {offer.person}."
    return Message(said, (paragraph(said), buttons(SEE_SEATS)), private=True)


def was_withdrawn(offer: Offer) -> Message:
    said = f"{offer.by} took the invitation to the ILT back. There is nothing for you to do."
    return Message("An invitation was taken back", (paragraph(said),), private=True)


def welcome(step: int, offer: Offer, meets: str) -> Message:
    """The first three letters to a new member (R-017): how we work, the role, a first small task."""
    parts = (how_we_work(meets), your_role(offer), first_task(offer))[step - 1]
    return Message(f"Welcome to the ILT: {step} of 3", tuple(parts))


def how_we_work(meets: str) -> list[Part]:
    return [
        paragraph(bold("How we work."), f" {meets}"),
        bullets(
            "Every item says where it comes from: a team, staff input, a walkthrough trend, a strategy.",
            "A decision says who decides, from when, and what changes for each team.",
            "What a person says in the room stays in the room. What was decided goes to everybody.",
        ),
        buttons(Button("See the agenda", "agenda"), Button("Read decisions", "decisions")),
    ]


def your_role(offer: Offer) -> list[Part]:
    return [paragraph(bold("Your role card.")), *role_card(offer), buttons(SEE_WHO)]


def first_task(offer: Offer) -> list[Part]:
    return [
        paragraph(
            bold("Your first small task."),
            f" Ask one colleague from {offer.for_whom}: what should the ILT hear? Then bring it.",
        ),
        buttons(Button("Add to the agenda", "add-item", emphasis="primary")),
        context("That was the last of three. From your second meeting on, a meeting role may come to you."),
    ]


@dataclass(frozen=True, slots=True)
class Own:
    """What somebody wrote of their own perspective, if anything."""

    words: str


def perspective_form(own: Own, given: Mapping[str, object]) -> Form:
    return Form(
        "A perspective I bring",
        "Save",
        (
            TextField(
                "words",
                "A perspective I bring",
                multiline=True,
                max_length=PERSPECTIVE,
                initial=own.words,
                optional=True,
                hint="Only if you like, in your own words. The ILT can read it. Empty it to delete it.",
            ),
        ),
    )


def perspective_saved(own: Own) -> Message:
    said = "Saved. The ILT can read it in Who speaks for whom." if own.words else "Nothing is kept of it now."
    return Message(said, (paragraph(said), buttons(SEE_WHO)), private=True)
