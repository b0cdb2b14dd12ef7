"""The communication plan of a decision: who passes it on, also where no channel reaches (R-109)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.decisions.words import Telling
from bot.messages.forms import ChoiceField, Form, ManyField, Option, Piece, TextField
from bot.messages.vocabulary import (
    Button,
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
from bot.model.decisions import Decision
from bot.model.decisions_record import Beyond

NOT_SHARED = 300
BEYOND: Mapping[Beyond, str] = {
    Beyond.SUBSTITUTES: "Substitutes and paraprofessionals",
    Beyond.FAMILIES: "Families",
    Beyond.IMPROVEMENT_TEAM: "School Improvement Team",
    Beyond.DISTRICT: "The district office",
}
ASK_FOR_A_PERSON = "No channel reaches them. Choose a person who tells them."


@dataclass(frozen=True, slots=True)
class PlanDesk:
    """The decision, who may pass it on by id, and who does so now by whom they tell."""

    telling: Telling
    people: Mapping[str, str]
    tellers: Mapping[str, str]


def team(key: str) -> str:
    return f"team:{key}"


def beyond(whom: Beyond) -> str:
    return f"beyond:{whom}"


def form(desk: PlanDesk, values: Mapping[str, object]) -> Form:
    """Whom no channel reaches, each with a person; and one team whose relay lead is to be another."""
    decision = desk.telling.decision
    ticked = values.get("audiences")
    now = tuple(whom for whom in Beyond if beyond(whom) in desk.tellers)
    chosen = now if ticked is None else tuple(whom for whom in Beyond if whom in as_list(ticked))
    people = tuple(Option(key, name) for key, name in desk.people.items())
    wanted = values.get("team")
    return Form(
        title=f"{decision.label}: who is told",
        submit="Keep",
        pieces=(
            paragraph("Each team reads it in its channel, or hears it from its relay lead."),
            ManyField(
                "audiences",
                "Who else should hear of it?",
                tuple(Option(whom.value, name) for whom, name in BEYOND.items()),
                tuple(whom.value for whom in chosen),
                optional=True,
                style="boxes",
                refresh=True,
            ),
            *(
                ChoiceField(
                    f"tellers.{whom}",
                    f"Who tells: {BEYOND[whom]}?",
                    people,
                    desk.tellers.get(beyond(whom)),
                    optional=True,
                    hint="No channel reaches them.",
                )
                for whom in chosen
            ),
            ChoiceField(
                "team",
                "Name another relay lead for a team?",
                tuple(Option(key, desk.telling.team(key)) for key in decision.teams),
                optional=True,
                refresh=True,
            ),
            *relay_lead(desk, wanted if isinstance(wanted, str) else "", people),
            TextField(
                "not_shared",
                "What is not shared?",
                True,
                NOT_SHARED,
                decision.not_shared,
                optional=True,
                hint="Only the ILT reads this.",
            ),
        ),
    )


def relay_lead(desk: PlanDesk, key: str, people: tuple[Option, ...]) -> tuple[Piece, ...]:
    if key not in desk.telling.decision.teams:
        return ()
    label = f"Who passes it on in {desk.telling.team(key)}?"
    return (ChoiceField(f"leads.{key}", label, people, desk.tellers.get(team(key)), optional=True),)


def as_list(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(one) for one in value] if isinstance(value, list | tuple | set | frozenset) else []


def button(decision: Decision) -> Button:
    return Button("Who is told", "plan-relay", {"decision": decision.id})


@dataclass(frozen=True, slots=True)
class Plan:
    """Who passes a decision on, by name: its teams first, then those beyond the channels."""

    telling: Telling
    teams: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]

    @property
    def lines(self) -> list[Text]:
        return [text(bold(f"{whom}: "), who) for whom, who in (*self.teams, *self.others)]


def planned(plan: Plan) -> Message:
    summary = f"It is noted who passes {plan.telling.decision.label} on."
    parts: list[Part] = [paragraph(bold(summary)), bullets(*plan.lines)]
    if plan.others:
        parts.append(context("Whoever tells others gets a message when the decision goes out."))
    return Message(summary, tuple(parts))


def record(plan: Plan) -> list[Part]:
    """For the ILT: who passes it on, and what stays inside."""
    kept = plan.telling.decision.not_shared
    parts: list[Part] = [paragraph(bold("Who passes it on")), bullets(*plan.lines)] if plan.lines else []
    return [*parts, paragraph(bold("Not shared: "), kept)] if kept else parts


def please_tell(told: Telling, whom: Beyond) -> Message:
    """To the person who said they would, when staff hear of it."""
    decision = told.decision
    to = BEYOND[whom]
    summary = f"Please tell them about {decision.label}: {to}"
    return Message(
        summary,
        (
            paragraph(bold(f"Please tell: {to}")),
            paragraph(decision.statement),
            context("No channel reaches them, and the ILT counts on you. Two sentences are enough."),
            buttons(Button("Details", "decisions", {"number": decision.label})),
        ),
    )
