"""What the bot says when a message could not go where it was meant to go, or may have gone twice."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages.plain import words
from bot.messages.vocabulary import Button, Context, Message, Part, buttons, context, paragraph
from bot.model.audiences import Audience
from bot.model.channels import CODES, wrong_of
from bot.model.everybody import Roster

TROUBLES = {
    "is_archived": "the channel is archived",
    "no_channel": "it has no channel that I know of",
    "channel_not_found": "I cannot find the channel",
    "not_in_channel": "I am not in the channel",
    "restricted_action": "I am not allowed to post in the channel",
    "external": "people outside the school read the channel",
    "by_choice": "somebody chose that its posts go to whoever speaks for it",
    "left_school": "this person has left the school",
    "reason_gone": "there was no reason for it any more",
    "nobody_to_tell": "the channel could not be reached, and nobody speaks for it",
    "left_platform": "the school has given up the platform where it stands",
    "gave_up": "it could not be delivered after several tries",
}

HOURS_LATE = timedelta(hours=2)
"""After this a letter says that it is late."""
LATE = "This comes late"
SAID_LATE = (LATE, "Esto llega tarde")
"""How the note about that begins, in each language."""
POST_FOR_ME = "Post it for me"
PERHAPS_TWICE = context(
    "This may be here twice: the first time, I could not find out whether it had arrived."
)
SAID_TWICE = ("This may be here twice", "Esto puede estar aquí dos veces")
"""How that begins, in each language."""


def trouble_in_words(code: str | None) -> str:
    """What went wrong, as it stands after a comma or a colon: "the channel is archived"."""
    wrong = wrong_of(code or "")
    return TROUBLES.get(CODES[wrong] if wrong else code or "", "the channel could not be reached")


def perhaps_twice(message: Message) -> Message:
    """The same message with a first line that says it may be there twice, once however often this is asked.

    The first: of several pages, others may not come, and below the last of them nobody would find it.
    """
    if says_perhaps_twice(message):
        return message
    return replace(message, parts=(PERHAPS_TWICE, *said(message)))


def says_perhaps_twice(message: Message) -> bool:
    return _notes(message, SAID_TWICE)


def late(message: Message, meant_for: datetime, now: datetime, zone: ZoneInfo) -> Message:
    """The same message, hours late with a first line that says when it was meant to come, once (R-302)."""
    if now - meant_for < HOURS_LATE or says_late(message):
        return message
    same_day = meant_for.astimezone(zone).date() == now.astimezone(zone).date()
    at = meant_for.astimezone(zone).time()
    due_on = dates.clock_time(at) if same_day else dates.moment(meant_for, zone)
    note = context(f"This comes late: it was meant for {due_on}.")
    return replace(message, parts=(note, *said(message)))


def says_late(message: Message) -> bool:
    """Whether it says so already, in these words or in those of whoever wrote it."""
    return _notes(message, SAID_LATE)


def _notes(message: Message, beginnings: tuple[str, ...]) -> bool:
    """Whether one of its small lines begins so."""
    lines = (words(part.spans) for part in message.parts if isinstance(part, Context))
    return any(line.startswith(beginnings) for line in lines)


def passed_on(
    message: Message, audience: Audience, code: str, reader: str, roster: Roster, letter: str | None = None
) -> Message:
    """The same message for `reader` (a person's id), with a first line on whom it was meant for, why it
    comes to them, and what to do. With `letter` (its key) its words can be had to copy (R-107)."""
    name = place(audience, roster)
    why = f"This was meant for {name}, but {trouble_in_words(code)}."
    line = paragraph(f"{why} It comes to you because {because(audience, reader, roster)}. Please share it.")
    summary = message.summary if message.private else f"For {name}: {message.summary}"
    parts: tuple[Part, ...] = (line, *said(message))
    if letter is not None and audience.key.startswith("team:") and not message.private:
        parts += (buttons(Button(POST_FOR_ME, "post-for-me", {"letter": letter})),)
    return Message(summary, parts, message.private)


def said(message: Message) -> tuple[Part, ...]:
    """Its parts; a message of one line says that line."""
    return message.parts or (paragraph(message.summary),)


def place(audience: Audience, roster: Roster) -> str:
    """An audience as people call it: "Grade 2", "the ILT", "all staff"."""
    if audience == Audience.ilt():
        return "the ILT"
    if audience == Audience.all_staff():
        return "all staff"
    if audience.person_id is not None:
        return roster.name(audience.person_id)
    key = audience.key.removeprefix("team:")
    team = roster.team(key)
    return team.name if team else key


def because(audience: Audience, reader: str, roster: Roster) -> str:
    """Why somebody gets what a channel could not: "you speak for Grade 2"."""
    team = audience.key.removeprefix("team:")
    if reader in {person.id for person in roster.members(team)}:
        return f"you speak for {place(audience, roster)}"
    if audience in (Audience.ilt(), Audience.all_staff()):
        return "you look after ILT Bot, or lead the school"
    return f"nobody speaks for {place(audience, roster)} yet"
