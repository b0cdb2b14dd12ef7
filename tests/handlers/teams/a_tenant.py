"""The sample school's people in a tenant of Microsoft Teams, with some teams and channels."""

from bot.model.everybody import Roster
from bot.sandbox.teams.seed import App, Channel, Person, Seed, Team

TENANT = "99999999-8888-7777-6666-555555555555"
APP = App("11111111-2222-3333-4444-555555555555", "ILT Bot", "the-token")
STAFF = "19:staff@thread.tacv2"
ALL_STAFF = "19:all-staff@thread.tacv2"
ILT = "19:ilt@thread.tacv2"
GRADE_3 = "19:grade-3@thread.tacv2"
GRADE_4 = "19:grade-4@thread.tacv2"
GRADE_5 = "19:grade-5@thread.tacv2"
VISITOR = Person("29:vera", "Vera Visitor", "vera@elsewhere.example")
GUEST_KEY = "pia-olive"


def user_id(key: str) -> str:
    """The id under which the bot knows somebody of the sample school."""
    return f"29:{key}"


def chat_of(key: str) -> str:
    return f"a:{key}"


def seed(roster: Roster) -> Seed:
    """Everybody with their e-mail address, one of them a guest; a team for all, and teams of two grades.

    Grade 3 is a channel of the staff's team; Grade 4 has a team of its own, and Grade 5 one without the bot.
    """
    people = tuple(
        Person(
            user_id(person.key),
            person.name,
            person.email or "",
            role="guest" if person.key == GUEST_KEY else "user",
        )
        for person in roster.people
    )
    everyone = (*(person.id for person in people), VISITOR.id)
    channels = (Channel(ALL_STAFF, "All Staff"), Channel(ILT, "ILT"), Channel(GRADE_3, "grade-3"))
    teams = (
        Team(STAFF, "Sample School", everyone, channels),
        Team(GRADE_4, "Grade 4", everyone),
        Team(GRADE_5, "Grade 5", everyone, installed=False),
    )
    return Seed(TENANT, APP, (*people, VISITOR), teams, zone="America/Denver")
