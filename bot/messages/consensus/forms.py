"""The forms of consensus checks: opening one, what teams and members say, the vote, and its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.messages.consensus.cards import concerns, risk
from bot.messages.consensus.words import NAMED_RISKS, PASS_RULES, RISKS, WAYS_OF_VOTING, Sheet, authority
from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Form,
    ManyField,
    Option,
    Piece,
    TextField,
)
from bot.messages.vocabulary import Bullets, Context, Paragraph, bold, context, paragraph, text
from bot.model.consensus import ConsensusCheck, Risk, Vote
from bot.model.decisions import Authority
from bot.model.protocol import Protocol

PROPOSAL, WHY, LINE = 300, 600, 300
Values = Mapping[str, Any]
NO_NAME = "It is kept without your name, and shown to the ILT in no order."


@dataclass(frozen=True)
class Desk:
    """What the form for a new check offers: teams, problems and people who may advise by key or id; `heard`
    are the teams that spoke lately through their rep; `before` is the check it takes up again. `advisers`
    are the guests of the meeting that runs."""

    protocol: Protocol
    teams: Mapping[str, str]
    problems: Mapping[str, str]
    people: Mapping[str, str]
    heard: tuple[str, ...] = ()
    before: ConsensusCheck | None = None
    without_review: frozenset[str] = field(default_factory=frozenset)
    advisers: tuple[str, ...] = ()


def opening(desk: Desk, given: Values) -> Form:
    """The form; it asks for a review date where the problem it belongs to has none (R-070)."""
    was = desk.before
    teams = tuple(Option(key, name) for key, name in desk.teams.items())
    chosen = _listed(given, "teams", was.teams if was else ())
    return Form(
        "Consensus check",
        "Go on",
        (
            TextField("proposal", "The proposal", True, PROPOSAL, _said(given, "proposal", was)),
            TextField("why", "Why?", True, WHY, _said(given, "why", was), optional=True),
            _authority(desk, given),
            ManyField("teams", "Which teams does it touch?", teams, initial=chosen),
            *_heard(desk, given, chosen),
            *_problem(desk, given),
            *_more(desk),
            context(_how(desk.protocol)),
        ),
        carries={"revises": was.id} if was else {},
    )


def _authority(desk: Desk, given: Values) -> ChoiceField:
    was = desk.before.authority if desk.before else desk.protocol.authority
    options = tuple(Option(one.value, authority(one, desk.protocol)) for one in Authority)
    chosen = str(given.get("authority") or was)
    return ChoiceField("authority", "Who decides?", options, initial=chosen)


def _heard(desk: Desk, given: Values, chosen: tuple[str, ...]) -> tuple[Piece, ...]:
    teams = tuple(Option(key, name) for key, name in desk.teams.items())
    heard = _listed(given, "heard", tuple(team for team in desk.heard if team in chosen or not chosen))
    hint = "Ticked: teams whose rep spoke for them lately. The others can be asked in the next step."
    return (
        ManyField(
            "heard", "Which teams have been heard on it?", teams, initial=heard, optional=True, hint=hint
        ),
    )


def _problem(desk: Desk, given: Values) -> tuple[Piece, ...]:
    if not desk.problems:
        return ()
    options = tuple(Option(key, name) for key, name in desk.problems.items())
    chosen = str(given.get("problem") or "")
    choice = ChoiceField(
        "problem",
        "Which problem of practice does it answer?",
        options,
        initial=chosen if chosen in desk.problems else None,
        optional=True,
        refresh=True,
    )
    asked = DateField("review_on", "Its plan has no review day yet: when do we look at it?")
    return (choice, asked) if chosen in desk.without_review else (choice,)


def _more(desk: Desk) -> tuple[Piece, ...]:
    people = tuple(Option(key, name) for key, name in desk.people.items())
    pieces: list[Piece] = []
    if people:
        hint = "Their votes are reported apart and decide nothing."
        advisers = tuple(one for one in desk.advisers if one in desk.people)
        pieces.append(ManyField("guests", "Guests with an advisory vote", people, advisers, True, hint))
    return (*pieces, CheckField("leader_last", "Order", "The school leader votes when all others are in"))


def _how(protocol: Protocol) -> str:
    return (
        f"{WAYS_OF_VOTING[protocol.type]}. {PASS_RULES[protocol.type]} "
        "First comes a short pressure test. Votes stay hidden until it closes."
    )


def _listed(given: Values, name: str, else_: tuple[str, ...]) -> tuple[str, ...]:
    value = given.get(name)
    if value is None:
        return else_
    return (value,) if isinstance(value, str) else tuple(str(one) for one in value)


def _said(given: Values, name: str, was: ConsensusCheck | None) -> str:
    return str(given.get(name) or (getattr(was, name) if was else ""))


def skipping(sheet: Sheet, given: Values) -> Form:
    told = paragraph(f"Not yet heard: {sheet.named((*sheet.check.unasked, *sheet.check.unanswered))}.")
    reason = TextField(
        "reason", "Why does it not wait for them?", True, LINE, hint="Printed in the decision."
    )
    return Form("Proceed with reason", "Go on", (told, reason), carries={"check": sheet.check.id})


def speaking(sheet: Sheet, given: Values) -> Form:
    """What somebody of a team says about a proposal."""
    check = sheet.check
    pieces: tuple[Piece, ...] = (
        paragraph(bold("The ILT looks at this: "), check.proposal),
        *((paragraph(check.why),) if check.why else ()),
        TextField("words", "What would it mean for you?", True, LINE),
        context("The ILT reads it with your team's name. This app does not store who wrote it."),
    )
    return Form("Your view", "Send", pieces, carries={"check": check.id, **_team(given)})


def _team(given: Values) -> dict[str, str]:
    return {"team": str(given["team"])} if given.get("team") else {}


def tapping(sheet: Sheet, given: Values) -> Form:
    options = tuple(Option(one.value, RISKS[one]) for one in Risk)
    return Form(
        "Biggest risk",
        "Done",
        (
            paragraph(sheet.check.proposal),
            ChoiceField("risk", "What is the biggest risk?", options, style="buttons"),
            TextField("line", "A line about it", max_length=LINE, optional=True),
            context(NO_NAME),
        ),
        carries={"check": sheet.check.id},
    )


def mitigating(sheet: Sheet, given: Values) -> Form:
    """Opening the vote: where a risk was named, it asks what is done about it (R-081)."""
    check = sheet.check
    asked: tuple[Piece, ...] = ()
    if check.top_risk is not None:
        named = f"{NAMED_RISKS[check.top_risk]}. What do we do about it?"
        lines = tuple(paragraph(f"“{line}”") for line in check.risk_lines[:5])
        asked = (
            *_inside(risk(sheet)),
            *lines,
            TextField("mitigation", named, True, LINE),
        )
    proposal = TextField("proposal", "The proposal", True, PROPOSAL, check.proposal)
    told = context("Everybody who votes gets one private form. A vote can be changed until it closes.")
    return Form("Open the vote", "Open", (*asked, proposal, told), carries={"check": check.id})


def _inside(parts: list[Any]) -> tuple[Piece, ...]:
    """What can stand in a form of what stands in a message."""
    found: list[Piece] = []
    for part in parts:
        if isinstance(part, Paragraph | Context):
            found.append(part)
        elif isinstance(part, Bullets):
            found += [Paragraph((*text("• "), *item)) for item in part.items]
    return tuple(found)


@dataclass(frozen=True)
class Voting:
    """The proposal and this person's own vote so far."""

    sheet: Sheet
    vote: Vote | None = None


def voting(own: Voting, given: Values) -> Form:
    """The scale with its meaning; where the answer is low, a box for what would change that (R-089)."""
    check = own.sheet.check
    options = tuple(
        Option(str(answer.value), f"{answer.value}: {answer.says}") for answer in check.protocol.scale
    )
    before = str(own.vote.value) if own.vote else ""
    chosen = str(given.get("value") or before)
    low = chosen.lstrip("-").isdigit() and check.protocol.is_low(int(chosen))
    reason = TextField(
        "reason",
        "What would make it work for you?",
        True,
        LINE,
        initial=str(given.get("reason") or (own.vote.reason if own.vote else "")),
        optional=True,
        hint=NO_NAME,
    )
    return Form(
        "Your vote",
        "Vote",
        (
            paragraph(check.proposal),
            ChoiceField(
                "value",
                "Where do you stand?",
                options,
                initial=chosen or None,
                style="buttons",
                refresh=True,
            ),
            *((reason,) if low else ()),
            context("Nobody sees it before the vote closes, and nobody sees whose it was after that."),
        ),
        carries={"check": check.id},
    )


def hearing(sheet: Sheet, given: Values) -> Form:
    words = TextField("words", "What would make it work?", True, LINE, hint=NO_NAME)
    return Form(
        "A concern", "Send", (paragraph(sheet.check.proposal), words), carries={"check": sheet.check.id}
    )


def again(sheet: Sheet, given: Values) -> Form:
    """The next round, with the proposal edited or kept."""
    check = sheet.check
    heard = _inside(concerns(sheet))
    proposal = TextField(
        "proposal", "The proposal, as it is now", True, PROPOSAL, str(given.get("proposal") or check.proposal)
    )
    return Form("Vote again", "Open the vote", (*heard, proposal), carries={"check": check.id})


def deciding(sheet: Sheet, given: Values) -> Form:
    check = sheet.check
    reason = TextField(
        "reason", "Why do you decide it this way?", True, WHY, hint="Staff read it in the decision."
    )
    told = context("The post says that you decided after the ILT did not reach consensus.")
    return Form(
        "Decide with reason", "Decide", (paragraph(check.proposal), reason, told), carries={"check": check.id}
    )
