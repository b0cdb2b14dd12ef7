"""Who of the roster was not found in the workspace."""

from collections.abc import Iterable, Sequence

from bot.messages.dates import number_of
from bot.messages.home import HomeShare, Rank, Section
from bot.messages.vocabulary import bullets, context, paragraph
from bot.model.people import Person
from bot.model.platforms import named

MOST = 10


def share(lost: Sequence[Person], platforms: Iterable[str]) -> HomeShare:
    """A section with the names of those who are on no platform; nothing when everybody was found."""
    if not lost:
        return HomeShare()
    said = f"I cannot write to {number_of(len(lost), 'person', 'people')} of the roster:"
    names = [f"{one.name} ({one.email})" if one.email else f"{one.name} (no e-mail)" for one in lost[:MOST]]
    names += [f"and {len(lost) - MOST} more"] if len(lost) > MOST else []
    where = named(platforms)
    how = (
        "Correct the e-mail in the roster file and take it again, "
        f"or invite them to {where}. Only you see this."
    )
    return HomeShare(
        sections=(
            Section(Rank.AMISS, f"Not found in {where}", (paragraph(said), bullets(*names), context(how))),
        )
    )
