"""What is said about quiet: a lockdown, a bereavement, a strike."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.dates import number_of
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Heading, Message, Part, bold, buttons, context, paragraph, text

STOPS = (
    "Everything I start by myself stops at once: reminders, agendas, trends, digests. "
    "What people do themselves still works, and is answered."
)
ASK = "Go quiet? I start nothing by myself for anybody until you lift it."
SHOWN = 12


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Messages of one kind that were held back; `mark` tells them apart."""

    what: str
    whom: str
    count: int
    mark: str


def offer() -> Message:
    summary = "Quiet"
    return Message(
        summary,
        (
            Heading(summary),
            paragraph("For a hard day: a lockdown, a bereavement, a strike. ", STOPS),
            paragraph("When you lift it, you look through what was due. Nothing is poured out."),
            buttons(Button("Go quiet", "go-quiet", emphasis="danger", confirm=ASK)),
        ),
        private=True,
    )


def quiet(since: str) -> Message:
    """While it lasts; `since` is a moment in words."""
    summary = "Your school is quiet"
    return Message(
        summary,
        (
            Heading(summary),
            paragraph(f"Since {since}. ", STOPS),
            paragraph("Meetings and dates stay as they are. Nobody is told that you pressed this."),
            buttons(Button("Lift quiet", "lift-quiet", confirm="Lift quiet? Nothing old is sent by itself.")),
        ),
        private=True,
    )


def review(lines: Sequence[HeldBack], sent: int, dropped: int) -> Message:
    """After it is lifted: what was due meanwhile, to be sent or dropped."""
    summary = "Quiet is lifted"
    shown: list[Part] = [Heading(summary)]
    if sent or dropped:
        shown.append(paragraph(f"{'Sent' if sent else 'Dropped'}: {number_of(sent or dropped, 'message')}."))
    if not lines:
        shown.append(paragraph("Nothing is left over. I go on with what is due from now on."))
        return Message(summary, tuple(shown), private=True)
    total = sum(line.count for line in lines)
    said = (
        "1 message was due meanwhile and waits"
        if total == 1
        else f"{total} messages were due meanwhile and wait"
    )
    shown.append(paragraph(f"{said} for your word."))
    for line in lines[:SHOWN]:
        times = f"{line.count} times " if line.count > 1 else ""
        shown.append(paragraph(bold(line.what), f"  {times}to {line.whom}"))
        shown.append(
            buttons(
                Button("Send now", "send-held", {"line": line.mark}),
                Button("Drop", "drop-held", {"line": line.mark}),
            )
        )
    if len(lines) > SHOWN:
        shown.append(context(f"And {len(lines) - SHOWN} kinds more."))
    shown.append(
        buttons(
            Button("Send all", "send-held", confirm=f"Send all {total} now?"),
            Button("Drop all", "drop-held", confirm=f"Drop all {total}? They are never sent."),
        )
    )
    shown.append(context("What you leave here is not sent. What has lost its point goes by itself."))
    return Message(summary, tuple(shown), private=True)


def is_quiet() -> Waiting:
    """The line on Home of whoever can lift it."""
    return Waiting(text(bold("The school is quiet.")), (Button("Look", "quiet"),))


def is_left() -> Waiting:
    return Waiting(
        text("Quiet is lifted. See whether something that was due should still be sent."),
        (Button("Look", "quiet"),),
    )
