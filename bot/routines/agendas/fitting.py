"""Making an agenda fit its meeting, in sight of everybody, and taking that back."""

from datetime import date

from bot.errors import OutOfDate, Refusal
from bot.messages import dates
from bot.messages.agendas.words import Fitted
from bot.model.agenda import Sheet
from bot.model.agenda_fit import fitted, left_over
from bot.model.agenda_items import Provenance
from bot.model.calendar import A_DAY
from bot.model.meetings import Meeting
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.agendas.at_hand import AtHand, at_hand
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

FIT, MOVE, OFF = "fit", "move:", "off:"
FITS = "It fits already: nothing has to be trimmed."
NOTHING_TO_GIVE = (
    "What was brought is as short as it can be. Move an item to the next meeting, or take one off."
)
NOTHING_TRIMMED = "Nothing is trimmed now, so there is nothing to take back."
GONE = "That item is not on this agenda any more."
NO_NEXT = "No further meeting is planned, so it cannot be moved."
AN_ANSWER_WAITS = "This is staff input, and somebody waits for an answer: move it to the next meeting."


class FitAgenda(Command):
    """Trim what was brought until the agenda fits."""

    day: date


class UnfitAgenda(Command):
    """Give back what was trimmed."""

    day: date


async def fit(command: FitAgenda, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Fitted:
    """Trim the items in proportion; standing strategies keep their minutes."""
    hand = await at_hand(command.day, "fit-agenda", actor=actor, work=work, clock=clock)
    before = await hand.sheet()
    if not before.agenda.over:
        raise OutOfDate(FITS)
    cut = await _trim(hand, before)
    if not cut:
        raise Refusal(NOTHING_TO_GIVE)
    await hand.say_changed(cut)
    return Fitted(await hand.sheet(), tuple(cut))


async def unfit(command: UnfitAgenda, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Fitted:
    """Give the items back the minutes they had, where they have fewer now."""
    hand = await at_hand(command.day, "unfit-agenda", actor=actor, work=work, clock=clock)
    meeting = hand.kept()
    given = []
    for item in await hand.items():
        had = meeting.trimmed.get(item.id, 0)
        if had > item.minutes:
            item.minutes = had
            given.append(f"“{item.title}” has {dates.number_of(had, 'minute')} again")
    meeting.trimmed = {}
    if not given:
        raise OutOfDate(NOTHING_TRIMMED)
    await hand.say_changed(given)
    return Fitted(await hand.sheet(), tuple(given), is_undone=True)


async def _trim(hand: AtHand, sheet: Sheet) -> list[str]:
    """Trim, remember what there was before, and say what changed."""
    after, meeting, said = fitted(sheet.agenda), hand.kept(), []
    trimmed = dict(meeting.trimmed)
    for item in await hand.items():
        if item.id in after:
            trimmed.setdefault(item.id, item.minutes)
            item.minutes = after[item.id]
            said.append(f"“{item.title}” now has {dates.number_of(item.minutes, 'minute')}")
    meeting.trimmed = trimmed
    return said


def following(hand: AtHand) -> Meeting | None:
    """The meeting to which an item can be moved."""
    return hand.plan.landing(hand.meeting.day + A_DAY, hand.now)


async def use_fix(fix: str, hand: AtHand) -> None:
    """Let the agenda fit in the way that was chosen; a `Refusal` beside the choice when it still does not."""
    sheet = await hand.sheet()
    if not sheet.agenda.over:
        return
    if fix == FIT:
        await _trim(hand, sheet)
    elif fix:
        await _give_up(fix, sheet, hand)
    over = (await hand.sheet()).agenda.over
    if over:
        raise Refusal(_too_long(over, sheet), field="fix")


def _too_long(over: int, sheet: Sheet) -> str:
    """The overrun, and the three ways out of it (R-052)."""
    most = "" if not left_over(sheet.agenda) else " (not enough by itself)"
    return (
        f"It is {dates.number_of(over, 'minute')} too long. Fit it to the time{most}, "
        "move an item to the next meeting, or take one off."
    )


async def _give_up(fix: str, sheet: Sheet, hand: AtHand) -> None:
    kind, _, wanted = fix.partition(":")
    found = next((one for one in await hand.items() if one.id == wanted), None)
    if found is None:
        raise OutOfDate(GONE, field="fix")
    if f"{kind}:" == MOVE:
        then = following(hand)
        if then is None:
            raise Refusal(NO_NEXT, field="fix")
        found.day = then.day
    elif found.provenance is Provenance.INPUT:
        raise Refusal(AN_ANSWER_WAITS, field="fix")
    else:
        found.drop()
