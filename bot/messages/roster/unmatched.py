"""Who of the roster was not found in the workspace."""

from collections.abc import Sequence

from bot.messages.dates import number_of
from bot.messages.home import HomeShare, Rank, Section
from bot.messages.vocabulary import bullets, context, paragraph
from bot.model.people import Person

MOST = 10


def share(lost: Sequence[Person]) -> HomeShare:
    """A section with their names; nothing when everybody was found."""
    if not lost:
        return HomeShare()
    said = f"I cannot write to {number_of(len(lost), 'person', 'people')} of the roster:"
    names = [f"{one.name} ({one.email})" if one.email else f"{one.name} (no e-mail)" for one in lost[:MOST]]
    names += [f"and {len(lost) - MOST} more"] if len(lost) > MOST else []
    how = (
        "Correct the e-mail in the roster file and take it again, or invite them to Slack. Only you see this."
    )
    return HomeShare(
        sections=(
            Section(Rank.PEOPLE, "Not found in Slack", (paragraph(said), bullets(*names), context(how))),
        )
    )
