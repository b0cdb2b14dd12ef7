"""Finding whom somebody asks about: a topic, a team, a person, or the ILT itself."""

from bot.messages.seats.topics import ILT_WORDS, TOPICS, About
from bot.model.everybody import Roster
from bot.model.people import Person, Team
from bot.routines.charter.in_force import purpose_in_force
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

SHORTEST = 3


async def find_about(asked: str, sees: Viewer, work: UnitOfWork) -> About:
    """What these words mean here. A person or a team by name comes before a topic, whole names first."""
    roster, words = sees.roster, asked.casefold().strip(" ?.!")
    known = tuple(one for one in TOPICS if one.routine not in sees.actor.off)
    topic = next((one for one in known if set(words.split()) & set(one.words)), None)
    teams = [(team, _speaker(team, roster)) for team in roster.teams if _is(words, team.name, team.key)]
    people = [one for one in roster.people if one.active and _is(words, one.name)]
    if topic is not None and not (teams or people):
        return About(asked, roster, topic=topic, steward=roster.first_of(*topic.stewards), known=known)
    is_ilt = not (teams or people) and any(word in words for word in ILT_WORDS)
    purpose = await purpose_in_force(work) if is_ilt else ""
    return About(
        asked, roster, is_ilt=is_ilt, purpose=purpose, teams=tuple(teams), people=tuple(people), known=known
    )


def _is(words: str, *names: str) -> bool:
    """Whether somebody means this name: all of it, or every word of theirs begins one of its words."""
    folded = [name.casefold() for name in names]
    if words in folded:
        return True
    meant = [word for word in words.replace("@", " ").split() if word]
    parts = " ".join(folded).split()
    long_enough = sum(map(len, meant)) >= SHORTEST
    return bool(meant) and long_enough and all(any(part == word for part in parts) for word in meant)


def _speaker(team: Team, roster: Roster) -> Person | None:
    return roster.speaker_for(team.key)
