"""`/ilt who` with a topic, a team or a person: whom to go to, and what they do for the ILT (R-031)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.away import named
from bot.messages.seats.words import SEE_WHO
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.everybody import Roster
from bot.model.people import Person, Role, Team, in_words
from bot.model.settings import RoutineName

MOST = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a colleague may ask about. `stewards` look after it, the first role that anybody holds."""

    name: str
    words: tuple[str, ...]
    says: str
    decides: str
    stewards: tuple[Role, ...]
    routine: RoutineName | None = None


Of, R = RoutineName, Role
TOPICS: tuple[Topic, ...] = (
    Topic(
        "Walkthroughs",
        ("walkthrough", "walkthroughs", "walk", "trends", "visits"),
        "Walkthroughs are for school-wide trends, not evaluation.",
        "The ILT reads the trends together and recommends what to try next.",
        (R.COACH, R.SCHOOL_LEADER),
        Of.WALKTHROUGHS,
    ),
    Topic(
        "Staff input",
        ("input", "idea", "ideas", "concern", "concerns"),
        "Staff input is where anybody says what they see, with a name or without.",
        "Whoever answers places it on the agenda or says why not. You see its status within ten school days.",
        (R.TRIAGER, R.DEPUTY, R.SCHOOL_LEADER),
        Of.INPUT,
    ),
    Topic(
        "Decisions",
        ("decision", "decisions", "decide", "vote", "consensus"),
        "Decisions are made by the ILT, or it recommends and the principal decides.",
        "Each decision says who decided. Team reps pass it on and bring your questions back.",
        (R.SCHOOL_LEADER, R.DEPUTY),
        Of.DECISIONS,
    ),
    Topic(
        "The agenda",
        ("agenda", "meeting", "meetings", "items"),
        "The agenda is built from strategies, trends, staff input and what teams bring.",
        "Reps, leads and members add to it. Facilitating goes round.",
        (R.SCHOOL_LEADER, R.DEPUTY),
        Of.MEETINGS,
    ),
    Topic(
        "1:1 check-ins",
        ("1:1", "1:1s", "one-on-one", "one-on-ones", "checkin", "check-in", "check-ins"),
        "What is said in a 1:1 stays between the two.",
        "A leader and a lead meet. Nobody else reads what they write, and it is no evaluation.",
        (R.SCHOOL_LEADER, R.DEPUTY),
        Of.CHECKINS,
    ),
    Topic(
        "Learning cycles",
        ("cycle", "cycles", "learning"),
        "In a learning cycle two colleagues help each other grow as leaders.",
        "The two choose the goal. Nobody else reads it, and it is no evaluation.",
        (R.COACH, R.SCHOOL_LEADER),
        Of.CYCLES,
    ),
)
ILT_WORDS = ("ilt", "purpose", "charter", "mission")
ROLES: Mapping[Role, str] = {
    R.SCHOOL_LEADER: "Leads the school, and decides what the charter leaves to the principal.",
    R.ACTING_LEADER: "Leads the school for the time being, and decides what the principal would.",
    R.DEPUTY: "Stands in for the principal.",
    R.TRIAGER: "Answers staff input first.",
    R.COACH: "Coaches, and looks after walkthroughs and learning cycles.",
    R.ILT_MEMBER: "Sits on the ILT and votes there.",
    R.BOT_ADMIN: "Looks after ILT Bot.",
}


@dataclass(frozen=True)
class About:
    """What was found for the words somebody typed: a topic, the ILT itself, teams or people, or nothing."""

    asked: str
    roster: Roster
    topic: Topic | None = None
    is_ilt: bool = False
    purpose: str = ""
    steward: Person | None = None
    teams: Sequence[tuple[Team, Person | None]] = ()
    people: Sequence[Person] = ()
    known: Sequence[Topic] = ()


def about(found: About) -> Message:
    """The answer, first line first."""
    if found.topic is not None:
        return _topic(found, found.topic)
    if found.is_ilt:
        return ilt(found.purpose)
    if found.teams or found.people:
        return _found(found)
    return _nothing(found)


def ilt(purpose: str) -> Message:
    """What the ILT is for (R-024)."""
    return Message(
        "What the ILT is for",
        (
            paragraph(bold("What the ILT is for: "), purpose),
            buttons(Button("Read the charter", "charter"), SEE_WHO),
        ),
    )


def _topic(found: About, topic: Topic) -> Message:
    who = named(found.steward, found.roster) if found.steward else "nobody yet"
    title = f", {found.steward.title}" if found.steward and found.steward.title else ""
    return Message(
        topic.says,
        (
            paragraph(bold(topic.says)),
            paragraph(topic.decides),
            paragraph(bold("Steward: "), f"{who}{title}. ", bold("Questions: "), f"go to {who}."),
            buttons(SEE_WHO),
        ),
    )


def _found(found: About) -> Message:
    parts: list[Part] = []
    for team, speaker in found.teams[:MOST]:
        who = named(speaker, found.roster) if speaker else "nobody yet"
        parts.append(paragraph(bold(f"{team.name}: "), f"{who} speaks for it on the ILT."))
        parts.append(context("They recommend for the team, and relay what the ILT decides."))
    for person in found.people[:MOST]:
        title = f", {person.title}" if person.title else ""
        parts += [paragraph(bold(named(person, found.roster)), title), bullets(*lines_of(person, found))]
    return Message(f"About “{found.asked}”", (*parts, buttons(SEE_WHO)))


def lines_of(person: Person, found: About) -> list[str]:
    """What somebody decides, recommends or relays, by the roles they hold."""
    roster = found.roster
    held = {duty.role for duty in roster.duties if duty.person == person.id}
    spoken = [team.name for team in roster.teams if _speaks(person, team, roster)]
    lines = [said for role, said in ROLES.items() if role in held]
    if spoken:
        lines.append(f"Speaks for {in_words(spoken)}: recommends for the team, and relays decisions.")
    return lines or ["Brings ideas and concerns like everybody: /ilt input"]


def _speaks(person: Person, team: Team, roster: Roster) -> bool:
    speaker = roster.speaker_for(team.key)
    seated = any(one.team == team.key and one.person == person.id for one in roster.memberships)
    return seated and speaker is person


def _nothing(found: About) -> Message:
    known = [Button(one.name, "who", {"about": one.words[0]}) for one in found.known]
    said = f"I know nobody and nothing called “{found.asked}” here."
    return Message(said, (paragraph(said, " Try a name, a team, or one of these:"), buttons(*known, SEE_WHO)))
