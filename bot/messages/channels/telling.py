"""What the people who can mend it are told when a channel has gone, once."""

from bot.messages.channels.naming import hash_name
from bot.messages.delivery import place
from bot.messages.vocabulary import Button, Message, Part, buttons, paragraph
from bot.model.channels import ChannelHealth, Wrong, team_of
from bot.model.everybody import Roster
from bot.model.people import Person

INVITE_BACK, USE_ANOTHER, DM_THE_LEAD = "Invite me back", "Use another channel", "DM the lead instead"
ALLOW = "Allow open posts"


def broken(health: ChannelHealth, reader: Person | None, told: Person, roster: Roster) -> Message:
    """What is wrong, who gets the posts until then, and what can be chosen. It names nobody who did it."""
    whose = place(health.where, roster)
    summary = {
        Wrong.UNMAPPED: f"{whose} has no channel that I can post in.",
        Wrong.ARCHIVED: f"{hash_name(health)} is archived.",
        Wrong.REMOVED: f"I am not in {hash_name(health)}.",
        Wrong.GONE: f"I cannot find {hash_name(health)} any more.",
        Wrong.EXTERNAL: f"{hash_name(health)} is shared with people outside your school.",
        Wrong.CLOSED: f"I am not allowed to post in {hash_name(health)}.",
    }[health.wrong or Wrong.GONE]
    lines: list[Part] = [
        paragraph(summary, " ", _meanwhile(health, reader, told, roster)),
        buttons(*choices(health)),
    ]
    if health.wrong is Wrong.REMOVED:
        lines.insert(1, paragraph("I will not come back by myself. What would you like?"))
    if health.wrong is Wrong.EXTERNAL:
        lines.insert(1, paragraph(_about_outside(health)))
    return Message(summary, tuple(lines))


def choices(health: ChannelHealth, *, for_admin: bool = True) -> tuple[Button, ...]:
    """The buttons that mend it."""
    about = {"audience": health.audience}
    another = Button(USE_ANOTHER if health.name else "Choose a channel", "map-channel", about)
    lead = Button(DM_THE_LEAD, "lead-instead", about)
    again = Button("Post in the channel again", "post-in-channel", about)
    if health.lead_instead:
        return (again, another)
    found: list[Button] = [another]
    if health.wrong is Wrong.REMOVED:
        found.insert(0, Button(INVITE_BACK, "invite-back", about))
    if health.wrong is Wrong.EXTERNAL and team_of(health.where) is not None and for_admin:
        found.insert(0, Button(ALLOW, "allow-external", about))
    if health.wrong is Wrong.CLOSED:
        found.insert(0, again)
    if health.is_broken and team_of(health.where) is not None:
        found.append(lead)
    return tuple(found)


def _meanwhile(health: ChannelHealth, reader: Person | None, told: Person, roster: Roster) -> str:
    whose = place(health.where, roster)
    if reader is None:
        return f"Nobody speaks for {whose} yet, so its posts are not sent."
    who = "you get" if reader is told else f"{reader.name} gets"
    return f"Until you choose, {who} the posts for {whose}."


def _about_outside(health: ChannelHealth) -> str:
    if team_of(health.where) is None:
        return "I do not post there. Please use a channel that only your school can read."
    return "I post there only if you allow it, and then only what all staff may know."
