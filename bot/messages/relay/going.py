"""How it goes with a decision: the question in the channels, and what may be read of the answers (R-098)."""

from collections.abc import Mapping

from bot.messages.dates import day
from bot.messages.decisions.words import shortened
from bot.messages.staff_input.anonymous import HONEST
from bot.messages.vocabulary import Button, Chart, Message, Part, Series, bold, buttons, context, paragraph
from bot.model.decisions import Decision
from bot.model.going import Going, GoingResult, GoingRound

NAMES: Mapping[Going, str] = {
    Going.WELL: "Going well",
    Going.MIXED: "Mixed",
    Going.NOT_YET: "Not yet",
    Going.HELP: "Need help",
}
TOO_FEW = "Too few answered, or all the same, so nothing is shown."
RECEIVED = "Answers received. Your team is small, so they count with the other teams only."
MOST_TEAMS = 4


def question(decision: Decision, asked: GoingRound) -> Message:
    summary = f"How is it going with {decision.label}?"
    return Message(
        summary,
        (
            paragraph(bold(summary), " ", shortened(decision.statement, 30, 200)),
            buttons(*answers(asked)),
            context(f"One tap, without a name, until {day(asked.closes_on)}. The result comes back here."),
        ),
    )


def answers(asked: GoingRound) -> list[Button]:
    taps = [
        Button(NAMES[mark], "how-it-goes", {"round": asked.id, "mark": mark.value})
        for mark in Going
        if mark is not Going.HELP
    ]
    return [*taps, Button(NAMES[Going.HELP], "need-help", {"round": asked.id})]


def thanks(asked: GoingRound) -> Message:
    said = f"Thank you. The result is posted {day(asked.closes_on)}."
    kept = "That you answered is kept until then, apart from what you said and without a time."
    return Message("Thank you", (paragraph(said), context(kept), context(HONEST)), private=True)


def for_channel(decision: Decision, found: GoingResult, *, is_small: bool) -> Message:
    """Below the post of one team: all together, or only that answers came."""
    title = f"How it goes with {decision.label}"
    if is_small:
        return Message(title, (paragraph(bold(title)), paragraph(RECEIVED)))
    return Message(title, (paragraph(bold(title)), *picture(found, {}), context(NEXT)))


def for_ilt(decision: Decision, found: GoingResult, names: Mapping[str, str]) -> Message:
    """Below the ILT's own post: all together, and the teams of which it may be shown."""
    title = f"How it goes with {decision.label}"
    return Message(title, (paragraph(bold(title)), *picture(found, names), context(NEXT)))


NEXT = "The ILT looks at this again when the decision is reviewed. Single answers are deleted."


def picture(found: GoingResult, names: Mapping[str, str]) -> list[Part]:
    if not found.counts:
        return [paragraph(TOO_FEW)]
    teams = [(names[key], counts) for key, counts in found.by_team.items() if key in names]
    rows = [("All together", found.counts), *teams[:MOST_TEAMS]]
    series = tuple(Series(name, shares(counts)) for name, counts in rows)
    chart = Chart("How it goes, in % of answers", tuple(NAMES.values()), series, unit="%")
    return [paragraph(in_words(found)), chart]


def shares(counts: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(float(round(100 * count / sum(counts))) for count in counts)


def in_words(found: GoingResult) -> str:
    """ "Going well 60%, Mixed 20%, Not yet 20%, Need help 0%." """
    if not found.counts:
        return TOO_FEW
    shown = zip(NAMES.values(), shares(found.counts), strict=True)
    return ", ".join(f"{name} {share:.0f}%" for name, share in shown) + "."


def last_line(on: GoingRound | None) -> str:
    """For the review: what the last round came to; empty when there was none."""
    if on is None or on.result is None:
        return ""
    return f"How it went ({day(on.closes_on)}): {in_words(on.result)}"
