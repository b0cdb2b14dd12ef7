"""What became of the bot's messages, in words: for who looks after it in chat, and for who runs it."""

from bot.messages.dates import moment
from bot.messages.delivery import TROUBLES, trouble_in_words
from bot.messages.home import HomeShare, Rank, Section
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
from bot.model.channels import wrong_of
from bot.model.deliveries import Fate, Missed, Report
from bot.model.outbox import LetterState
from bot.model.reaching import Hindrance, hindrance_of

TITLE = "Messages that did not arrive"
SEE = Button("See what became of them", "deliveries")
ON_HOME = 3
SAY_IT = "If it still matters, say it yourself."
NEEDLESS = "it was not needed any more"
NOTHING_TO_DO = "Nothing to do."
CHANNELS = "Type /ilt channels to see what helps."
ASK = "Ask whoever runs the bot to run `ilt-bot doctor`."
IF_LONG = f"If it waits for long: {ASK}"
LOOK_THROUGH = "Type /ilt quiet to go through it."
NO_CONTENT = "Private messages do not say whom they were for, and no message says here what it said."
NOTHING_MISSED = "Every message arrived as it was meant to."

HINDRANCES = {
    Hindrance.NOT_INSTALLED: "ILT Bot is not installed for them",
    Hindrance.BLOCKED: "they have turned off messages from ILT Bot",
    Hindrance.NO_ACCOUNT: "they have no account there that I can find",
    Hindrance.CLOSED: "the platform does not let me write to them",
}

DROPPED = {
    "reason_gone": "there was no reason for it any more",
    "routine_off": "its routine is switched off",
    "removed": "it was taken back before it went",
    "quiet": "somebody dropped it after a quiet time",
}


def fate_in_words(one: Missed) -> str:
    """What became of a message, and why, in a sentence."""
    match one.fate:
        case Fate.EXPIRED if one.letter.audience is None:
            return "It was never written: its moment had gone by, or somebody dropped it after a quiet time."
        case Fate.EXPIRED:
            return "It came too late: its moment had gone by before it could go."
        case Fate.FAILED:
            return f"It could not be delivered: {trouble_of(one)}."
        case Fate.UNSURE:
            return "Nobody can tell whether it arrived, and twice would have been worse than never."
        case Fate.DROPPED:
            needless = DROPPED.get(one.letter.trouble or "", NEEDLESS)
            return f"It was not sent: {needless}."
        case _:
            return waiting_in_words(one)


def waiting_in_words(one: Missed) -> str:
    """Why a message that is due has not gone."""
    letter = one.letter
    if letter.is_held:
        return "It is held back while your school is quiet."
    if letter.state is not LetterState.PENDING:
        return "It is on its way; whether it arrived is being looked up."
    if letter.trouble:
        return f"It will be tried again: {trouble_of(one)}."
    return "It waits for its turn."


def trouble_of(one: Missed) -> str:
    """What the platform said no for: "the channel is archived"."""
    code, audience = one.letter.trouble or "", one.letter.audience
    if code == "gave_up":
        return "the platform did not take it, however often I tried"
    if wrong_of(code) or code in TROUBLES:
        return trouble_in_words(code)
    hindrance = hindrance_of(code)
    if audience is not None and audience.person_id is not None and hindrance is not Hindrance.CLOSED:
        return HINDRANCES[hindrance]
    return f"the platform said {code}" if code else "the platform said no"


def to_do(one: Missed) -> str:
    """What to do about it."""
    match one.fate:
        case Fate.EXPIRED:
            return SAY_IT
        case Fate.FAILED:
            return f"{CHANNELS} {SAY_IT}" if _is_out_of_reach(one) else f"{SAY_IT} {ASK}"
        case Fate.UNSURE:
            return "Ask whether it arrived."
        case Fate.DROPPED:
            return NOTHING_TO_DO
        case _:
            return LOOK_THROUGH if one.letter.is_held else f"Nothing yet. {IF_LONG}"


def _is_out_of_reach(one: Missed) -> bool:
    code = one.letter.trouble or ""
    return wrong_of(code) is not None or hindrance_of(code) is not Hindrance.CLOSED


def overview(report: Report) -> Message:
    """What became of the messages of some days, and each that did not arrive as it was meant to."""
    title = f"Messages of the last {report.days} days"
    parts: list[Part] = [Heading(title), bullets(*summed_up(report))]
    for (fate, do), alike in together(report).items():
        parts += [paragraph(bold(f"{fate} "), do), bullets(*(on_home(one, report) for one in alike))]
    if report.more:
        parts += [paragraph(f"{report.more} more are not listed; whoever runs the bot can list them all.")]
    return Message(title, (*parts, context(NO_CONTENT)), private=True)


def together(report: Report) -> dict[tuple[str, str], list[Missed]]:
    """The messages of which the same is to be said: what became of them, and what to do about it."""
    alike: dict[tuple[str, str], list[Missed]] = {}
    for one in report.missed:
        alike.setdefault((fate_in_words(one), to_do(one)), []).append(one)
    return alike


def row(one: Missed, report: Report) -> tuple[str, str, str, str, str]:
    """One message: the moment it was meant for, to whom, what, what became of it, and what to do."""
    at = moment(one.letter.meant_for, report.zone)
    return at, one.whom, one.letter.what, fate_in_words(one), to_do(one)


def summed_up(report: Report) -> list[str]:
    """How many arrived, and how many met each other fate: a sentence each."""
    arrived = report.total(Fate.ARRIVED, Fate.LATE, Fate.TOGETHER, Fate.ELSEWHERE)
    said = [in_number(arrived, Fate.ARRIVED)]
    said += [in_number(report.total(fate), fate) for fate in COUNTED if report.total(fate)]
    all_is_well = arrived and not report.missed and not report.total(Fate.LATE, Fate.ELSEWHERE)
    said += [NOTHING_MISSED] if all_is_well else []
    return said


COUNTED = (
    Fate.LATE,
    Fate.ELSEWHERE,
    Fate.WAITING,
    Fate.EXPIRED,
    Fate.FAILED,
    Fate.UNSURE,
    Fate.DROPPED,
)


def in_number(count: int, fate: Fate) -> str:
    """How many messages met a fate, in a sentence."""
    one, more = {
        Fate.LATE: ("Of these, 1 came late.", f"Of these, {count} came late."),
        Fate.ELSEWHERE: ("1 went another way.", f"{count} went another way."),
        Fate.WAITING: ("1 waits.", f"{count} wait."),
        Fate.EXPIRED: (
            "1 message came too late to be useful.",
            f"{count} messages came too late to be useful.",
        ),
        Fate.FAILED: ("1 message could not be delivered.", f"{count} messages could not be delivered."),
        Fate.UNSURE: ("1 message may not have arrived.", f"{count} messages may not have arrived."),
        Fate.DROPPED: ("1 was not needed any more.", f"{count} were not needed any more."),
    }.get(fate, ("1 message arrived.", f"{count} messages arrived."))
    return one if count == 1 else more


def share(report: Report, fates: tuple[Fate, ...]) -> HomeShare:
    """What was lost in some days, on Home; nothing when nothing was."""
    if not report.missed:
        return HomeShare()
    said = [in_number(report.total(fate), fate) for fate in fates if report.total(fate)]
    shown: list[Text | str] = [on_home(one, report) for one in report.missed[:ON_HOME]]
    parts = (paragraph(" ".join(said)), bullets(*shown), buttons(SEE))
    return HomeShare(sections=(Section(Rank.AMISS, TITLE, parts),))


def on_home(one: Missed, report: Report) -> Text:
    """One message in a line: when it was meant for, what it was, and whom it was for."""
    return text(f"{moment(one.letter.meant_for, report.zone)}: {one.letter.what}, for {one.whom}")
