"""A consensus check as the ILT reads it, at each step."""

from collections.abc import Callable, Mapping

from bot.messages.consensus.words import (
    AT_THE_BAR,
    NAMED_RISKS,
    PASS_RULES,
    VOICES,
    WAYS_OF_VOTING,
    Sheet,
    authority,
    button,
    scale,
    state_of,
)
from bot.messages.dates import moment, number_of
from bot.messages.vocabulary import (
    Button,
    Chart,
    Message,
    Part,
    Progress,
    Series,
    Table,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
)
from bot.model.consensus import CheckState, ConsensusCheck, Tally
from bot.model.protocol import Fallback
from bot.model.publishing import FEWEST, AnswerCell, publishable

S = CheckState


def card(sheet: Sheet) -> Message:
    """The proposal, how it stands, and what can be done next."""
    check = sheet.check
    title = f"Consensus check {check.label}: {state_of(check)}"
    parts: list[Part] = [paragraph(bold(title)), paragraph(check.proposal)]
    return Message(title, (*parts, *STANDS[check.state](sheet)), private=True)


def closed(check: ConsensusCheck) -> Message:
    """What stands in the place of a card that is over."""
    title = f"Consensus check {check.label}: {state_of(check)}"
    told = context("This step is closed. What it came to, and what comes next, stands below.")
    return Message(title, (paragraph(bold(title)), paragraph(check.proposal), told), private=True)


def about(sheet: Sheet) -> list[Part]:
    """Why, who decides, and why that is so where it is not what was chosen."""
    check = sheet.check
    lines: list[Part] = [paragraph(bold("Why: "), check.why)] if check.why else []
    lines.append(context(f"{authority(check.authority, check.protocol)}."))
    return [*lines, context(check.switched)] if check.switched else lines


def matrix(sheet: Sheet) -> Table:
    """Team by team, how far it was brought in (R-090)."""
    check = sheet.check
    rows = tuple((sheet.teams.get(key, key), VOICES[check.voices.get(key)]) for key in check.teams)
    return Table("Voices", ("Team", "How far"), rows)


def _voices(sheet: Sheet) -> list[Part]:
    check = sheet.check
    parts: list[Part] = [*about(sheet), matrix(sheet)]
    if check.unasked:
        parts.append(paragraph(f"Not yet asked: {sheet.named(check.unasked)}."))
        ask = button("Ask them now (48 h)", "ask-voices", check)
        return [*parts, buttons(ask, button("Proceed with reason", "skip-voices", check), _park(check))]
    until = f" until {moment(check.waits_until, sheet.zone)}" if check.waits_until else ""
    parts.append(paragraph(f"They can answer{until}. Then it goes on by itself."))
    return [*parts, buttons(button("Proceed with reason", "skip-voices", check), _park(check))]


def _pressure(sheet: Sheet) -> list[Part]:
    check = sheet.check
    parts: list[Part] = [*about(sheet)]
    if check.gaps:
        parts.append(context(f"Not asked: {sheet.named(check.unasked)}. Why: {check.gaps}"))
    if sheet.said:
        parts.append(bullets(*(f"{team}: {words}" for team, words in sheet.said)))
    parts += [
        paragraph("Two minutes: what is the biggest risk? Your tap has no name on it."),
        Progress("Have named one", sheet.cast, sheet.eligible),
    ]
    name = button("Name the biggest risk", "name-risk", check)
    return [*parts, buttons(name, button("Open the vote", "open-vote", check), _park(check))]


def _voting(sheet: Sheet) -> list[Part]:
    check = sheet.check
    parts: list[Part] = [
        *about(sheet),
        *risk(sheet),
        bullets(*scale(check.protocol)),
        context(
            f"{WAYS_OF_VOTING[check.protocol.type]}, round {check.round}. "
            f"{PASS_RULES[check.protocol.type]} It takes {number_of(sheet.needs, 'vote')}."
        ),
        context(f"Hidden from everybody until all are in, it is closed{_bell(sheet)}."),
        Progress("Votes in", sheet.cast, sheet.eligible),
    ]
    if check.leader_last:
        parts.append(context("The school leader votes last."))
    vote = Button("Vote", "vote", {"check": check.id}, emphasis="primary")
    return [*parts, buttons(vote, button("Close the vote", "close-vote", check))]


def _bell(sheet: Sheet) -> str:
    until = sheet.check.waits_until
    return f", or it is {moment(until, sheet.zone)}" if until else ""


def risk(sheet: Sheet) -> list[Part]:
    """The risk that was named most, and what is done about it."""
    top = sheet.check.top_risk
    if top is None:
        return []
    of = sum(sheet.check.risks.values())
    taps = AnswerCell("risks", tuple(sheet.check.risks.values()), sheet.eligible)
    may_be_shown = publishable([taps], total_shown=True, fewest=sheet.fewest)
    many = f" ({sheet.check.risks[top]} of {of})" if may_be_shown else ""
    then = f". {sheet.check.mitigation}" if sheet.check.mitigation else "."
    return [paragraph(bold(NAMED_RISKS[top]), many, then)]


def _paused(sheet: Sheet) -> list[Part]:
    check = sheet.check
    line = f"{sheet.cast} of {sheet.eligible} votes are in, and it takes {sheet.needs}. They stay hidden."
    again = button("Give it 48 hours", "resume-vote", check)
    return [paragraph(line), buttons(again, _park(check))]


def _hearing(sheet: Sheet) -> list[Part]:
    check = sheet.check
    low = "Somebody cannot live with it yet. Nothing is decided."
    parts: list[Part] = [*result(sheet), paragraph(low), *concerns(sheet)]
    hear = button("What would make it work?", "add-concern", check)
    return [*parts, buttons(hear, button("Vote again", "vote-again", check), _park(check))]


def concerns(sheet: Sheet) -> list[Part]:
    check = sheet.check
    if not check.concerns:
        return [context("Hear them: what would make it work? Say it aloud, or write it without your name.")]
    return [paragraph(bold("Concerns, in no order")), bullets(*check.concerns)]


def _fallback(sheet: Sheet) -> list[Part]:
    check = sheet.check
    ways = check.protocol.fallback
    line = f"No consensus after {number_of(check.round, 'round')}. What can be done now:"
    options = [LEFT_TO_DO[way].format(share=check.protocol.supermajority) for way in ways]
    pressed = [Button("Revise", "check", {"revises": check.id})] if Fallback.REVISE in ways else []
    if Fallback.SUPERMAJORITY in ways and check.by_supermajority:
        pressed.append(button("Adopt by supermajority", "take-supermajority", check))
    return [
        *result(sheet),
        paragraph(line),
        bullets(*options),
        *concerns(sheet),
        buttons(*pressed, _park(check)),
    ]


LEFT_TO_DO: Mapping[Fallback, str] = {
    Fallback.PRINCIPAL: "The school leader decides and says why",
    Fallback.REVISE: "Revise it and begin again",
    Fallback.PARK: "Park it",
    Fallback.SUPERMAJORITY: "Adopt it where {share} % can live with it",
}


def _passed(sheet: Sheet) -> list[Part]:
    check = sheet.check
    parts: list[Part] = [*result(sheet)]
    if check.leader_reason:
        parts += [paragraph(how_decided(check, sheet.fewest)), paragraph(bold("Why: "), check.leader_reason)]
    parts.append(context("Next: record it, so that staff hear of it."))
    record = Button("Record this decision", "decide", {"check": check.id}, emphasis="primary")
    return [*parts, buttons(record, _park(check))]


def _adopted(sheet: Sheet) -> list[Part]:
    number = f" as {sheet.label}" if sheet.label else ""
    return [*result(sheet), context(f"It is recorded{number}.")]


def _parked(sheet: Sheet) -> list[Part]:
    again = Button("Take it up again", "check", {"revises": sheet.check.id})
    return [*result(sheet), context("It is parked. Nothing is decided."), buttons(again)]


def _revised(sheet: Sheet) -> list[Part]:
    return [*result(sheet), context("Another proposal took its place.")]


STANDS: Mapping[CheckState, Callable[[Sheet], list[Part]]] = {
    S.VOICES: _voices,
    S.PRESSURE: _pressure,
    S.VOTING: _voting,
    S.PAUSED: _paused,
    S.HEARING: _hearing,
    S.FALLBACK: _fallback,
    S.PASSED: _passed,
    S.ADOPTED: _adopted,
    S.PARKED: _parked,
    S.REVISED: _revised,
}


def _park(check: ConsensusCheck) -> Button:
    asked = f"Park {check.label}? Nothing is decided then."
    return Button("Park", "park-check", {"check": check.id}, confirm=asked)


def result(sheet: Sheet) -> list[Part]:
    """What the last round came to: the votes at the bar, and their spread where that points at nobody."""
    tally = sheet.check.last
    if tally is None:
        return []
    parts: list[Part] = [paragraph(f"Round {tally.round}: {came_to(sheet.check, tally, sheet.fewest)}.")]
    parts.append(_spread(sheet, tally) if tally.is_shown(sheet.fewest) else context(NOT_SHOWN))
    if tally.advice:
        parts.append(paragraph(advice(sheet.check, tally)))
    return parts


NOT_SHOWN = "How the votes spread is not shown: with so many or so few of them, somebody could be told."


def at_the_bar(check: ConsensusCheck, tally: Tally) -> str:
    """ "8 of 10 at 3+"."""
    agree = sum(not check.protocol.is_low(vote) for vote in tally.votes)
    return f"{agree} of {tally.cast} {AT_THE_BAR[check.protocol.type]}"


def came_to(check: ConsensusCheck, tally: Tally, fewest: int = FEWEST) -> str:
    """The same, without a number where somebody could be told from it: few voted, or nobody agrees."""
    if tally.cast >= fewest and not all(check.protocol.is_low(vote) for vote in tally.votes):
        return at_the_bar(check, tally)
    return "it passed" if tally.passed else "it did not pass"


def advice(check: ConsensusCheck, tally: Tally) -> str:
    """What guests said, apart from what counts (R-021)."""
    low = sum(times for value, times in tally.advice.items() if check.protocol.is_low(value))
    return f"Guests: {number_of(low, 'concern')}." if low else "Guests: no concern."


def _spread(sheet: Sheet, tally: Tally) -> Chart:
    named = tuple(f"{answer.value}: {answer.says}" for answer in sheet.check.protocol.scale)
    counts = tuple(float(tally.counts.get(answer.value, 0)) for answer in sheet.check.protocol.scale)
    return Chart(f"Votes, round {tally.round}", named, (Series("Votes", counts),))


def how_decided(check: ConsensusCheck, fewest: int = FEWEST) -> str:
    """How the ILT came to it, as the record and the post say it."""
    tally = check.last
    if tally is None:
        return ""
    bar = came_to(check, tally, fewest)
    if check.leader_reason:
        return f"Principal decided after ILT did not reach consensus ({bar})."
    if not tally.passed:
        return f"The ILT adopted it by supermajority ({bar})."
    return f"The ILT reached consensus in round {tally.round} ({bar})."
