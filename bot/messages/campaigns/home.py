"""What Home shows of questions: one to answer, answers to sum up, and where the ILT asks."""

from collections.abc import Sequence

from bot.messages.campaigns import pulse as pulse_words
from bot.messages.dates import day
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.vocabulary import Button, Part, bold, buttons, paragraph, text
from bot.model.campaigns import Campaign
from bot.model.pulses import STATEMENT, Pulse


def share(
    *, to_answer: Sequence[Campaign], to_sum_up: Sequence[Campaign], pulses: Sequence[Pulse], asks: bool
) -> HomeShare:
    parts: list[Part] = []
    for pulse in pulses:
        parts += [paragraph(f"How far do you agree: “{STATEMENT}”"), buttons(pulse_words.button(pulse))]
    for one in to_answer:
        until = f" Open until {day(one.closes_on)}." if one.closes_on else ""
        answer = Button("Answer", "answer-campaign", {"campaign": one.id})
        parts += [paragraph(bold("The ILT asks: "), f"{one.question}{until}"), buttons(answer)]
    if asks:
        parts.append(
            buttons(Button("Questions of the ILT", "campaigns"), Button("Student voice", "student-voice"))
        )
    rank = Rank.SAID if pulses or to_answer else Rank.BOARDS
    sections = (Section(rank, "What the ILT asks", tuple(parts)),) if parts else ()
    return HomeShare(tuple(_waiting(one) for one in to_sum_up), sections)


def _waiting(campaign: Campaign) -> Waiting:
    line = text(bold(f"{campaign.label} is closed. "), "People who answered wait for its result.")
    values = {"campaign": campaign.id}
    return Waiting(
        line,
        (Button("Read the answers", "read-campaign", values), Button("Sum up", "sum-up-campaign", values)),
    )
