"""An item that was carried over too often: shortened, routed to a team, or dropped with a reason."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.agendas import words
from bot.messages.agendas.forms import LONGEST, WHY, Settling
from bot.messages.agendas.words import Settled
from bot.messages.vocabulary import Message
from bot.model.agenda_fit import SHORTEST
from bot.model.agenda_items import AgendaItem, Provenance
from bot.model.audiences import Audience
from bot.model.people import Actor, Team
from bot.ports import Clock
from bot.routines.agendas.at_hand import AtHand, at_hand
from bot.routines.meetings.by_clock import key_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

GONE = "That item is not on this agenda any more."
AN_ANSWER_WAITS = "This is staff input, and somebody waits for an answer. Answer it in /ilt inputs."
WHY_NOT = "Say in a sentence why: whoever brought it reads this."


class OpenChoice(Question):
    """An item about which somebody chooses."""

    day: date
    item: str


class SettleItem(Command):
    """What becomes of it."""

    day: date
    item: str
    choice: Literal["shorten", "route", "drop"]
    minutes: Annotated[int, Field(ge=SHORTEST, le=LONGEST)] = SHORTEST
    team: str = ""
    why: Annotated[str, Field(max_length=WHY)] = ""


async def prepare(question: OpenChoice, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Settling:
    """The item as it stands on its agenda; a `Refusal` when it is not there any more."""
    hand = await at_hand(question.day, "settle-item", actor=actor, work=work, clock=clock)
    sheet = await hand.sheet()
    line = next((one for one in sheet.agenda.items if one.item == question.item), None)
    if line is None:
        raise OutOfDate(GONE)
    return Settling(sheet, line, hand.roster.teams)


async def settle(command: SettleItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Settled:
    """Do what was chosen. Whoever brought an item that goes is told why, and where it went."""
    hand = await at_hand(command.day, "settle-item", actor=actor, work=work, clock=clock)
    found = [one for one in await hand.items() if one.id == command.item]
    if not found:
        raise OutOfDate(GONE, field="choice")
    item = found[0]
    if command.choice == "shorten":
        return await _shorten(item, command.minutes, hand)
    if item.provenance is Provenance.INPUT:
        raise Refusal(AN_ANSWER_WAITS, field="choice")
    if not command.why:
        raise Refusal(WHY_NOT, field="why")
    team = _team(command, hand)
    item.drop()
    told = await _tell_author(item, command.why, team, actor, hand)
    said = f"“{item.title}” goes to {team.name}" if team else f"“{item.title}” is off"
    to = await _tell_team(item, command.why, team, hand) if team else told
    await hand.say_changed([said])
    return Settled(await hand.sheet(), item.title, team=team.name if team else "", told=to)


async def _shorten(item: AgendaItem, minutes: int, hand: AtHand) -> Settled:
    if minutes >= item.minutes > SHORTEST:
        raise Refusal(f"It has {item.minutes} minutes now. Give it fewer.", field="minutes")
    meeting = hand.kept()
    item.minutes = min(minutes, item.minutes)
    meeting.settled = (*meeting.settled, item.id)
    await hand.say_changed([f"“{item.title}” now has {item.minutes} minutes"])
    return Settled(await hand.sheet(), item.title, minutes=item.minutes)


def _team(command: SettleItem, hand: AtHand) -> Team | None:
    if command.choice == "drop":
        return None
    team = hand.roster.team(command.team)
    if team is None:
        raise Refusal("Choose the team that takes it up.", field="team")
    return team


async def _tell_team(item: AgendaItem, why: str, team: Team, hand: AtHand) -> str:
    """Tell whoever speaks for the team, and say who that is."""
    speaker = hand.roster.speaker_for(team.key)
    if speaker is None:
        raise Refusal(f"Nobody speaks for {team.name} yet. Choose another way.", field="team")
    message = words.routed_to_you(item.title, team.name, why, item.detail)
    await _post(speaker.id, message, f"routed/{item.id}", hand)
    return speaker.name


async def _tell_author(item: AgendaItem, why: str, team: Team | None, actor: Actor, hand: AtHand) -> str:
    """Tell whoever brought it, unless they did this themself; the name of who is told."""
    author = hand.roster.person(item.by or "")
    if author is None or not author.active or author.id == actor.person_id:
        return ""
    message = words.became_of_yours(item.title, why, team.name if team else "")
    await _post(author.id, message, f"became/{item.id}", hand)
    return author.name


async def _post(person: str, message: Message, what: str, hand: AtHand) -> None:
    await hand.work.outbox.post(
        Audience.person(person),
        message,
        key=key_of(hand.meeting.day, what),
        due_at=hand.plan.calendar.next_open(hand.now),
    )
