"""The one question to whoever looks after a decision that nothing has followed."""

from bot.messages.dates import day
from bot.messages.decisions.reviewing import button as review
from bot.messages.threads.opening import button as whole
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.decisions import Decision, Step
from bot.model.going import GoingRound


def prompt(decision: Decision) -> Message:
    summary = f"Nothing has followed {decision.label} yet"
    close = review(decision, Step.EXPIRE)
    return Message(
        summary,
        (
            paragraph(bold(summary), " ", decision.statement),
            context("It went out six weeks ago. Do you know whether it helped? I ask only once."),
            buttons(
                Button("Ask the teams", "collect-evidence", {"decision": decision.id}, emphasis="primary"),
                review(decision),
                Button("Close with a reason", close.verb, close.values),
                whole(decision.label),
            ),
        ),
    )


def collecting(decision: Decision, asked: GoingRound) -> Message:
    return Message(
        f"I ask the teams of {decision.label} on {day(asked.opens_on)}. "
        f"The result is posted {day(asked.closes_on)}."
    )
