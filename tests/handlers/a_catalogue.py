"""A handful of interactions with next to nothing behind them, which use everything a form can hold."""

from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import Field

from bot.errors import NotPermitted, Refusal
from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Form,
    ManyField,
    NumberField,
    Option,
    TextField,
    TimeField,
)
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.people import Actor, Relation
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from handlers.interactions import Asking, Interaction
from storage.unit_of_work import UnitOfWork

KINDS = (Option("named", "Under my name"), Option("rep", "Through my rep"))
TEAMS = (Option("grade-3", "Grade 3"), Option("grade-4", "Grade 4"))
ROOMS = tuple(Option(f"room-{number}", f"Room {number}") for number in range(1, 251))


class OpenMenu(Question):
    """`/ilt` alone."""


class GiveInput(Command):
    see: Annotated[str, Field(min_length=10, max_length=40)]
    kind: Literal["named", "rep"] = "named"
    rep: Annotated[str, Field(max_length=40)] | None = None


class PlanVisit(Command):
    room: str
    teams: Annotated[tuple[str, ...], Field(min_length=1)]
    on: date
    at: time | None = None
    minutes: Annotated[int, Field(ge=5, le=60)] = 10
    quiet: bool = False
    changes: Annotated[dict[str, str], Field(max_length=5)] = {}


A_VISIT = PlanVisit(
    room="room-217",
    teams=("grade-3", "grade-4"),
    on=date(2026, 10, 22),
    at=time(9, 15),
    minutes=20,
    quiet=True,
    changes={"grade-3": "They move"},
)


class AskStatus(Question):
    code: Annotated[str, Field(pattern=r"^[0-9]+$")]


class GotIt(Command):
    decision: str


class AddItem(Command):
    title: Annotated[str, Field(min_length=1, max_length=150)]


class AddMessage(Command):
    title: Annotated[str, Field(min_length=1, max_length=600)]
    message_link: str = ""


class WriteMemo(Command):
    words: Annotated[str, Field(min_length=3)]
    mood: Literal["calm", "cross"] | None = None


class Whisper(Command):
    words: str


class Break(Command):
    words: str = ""


class Shapes(Question):
    """What the input form is drawn from."""

    kind: Literal["named", "rep"] = "named"


class Routines:
    """Does next to nothing, and remembers it; every command also takes a number in the database."""

    def __init__(self) -> None:
        self.kept: list[tuple[Command, Actor]] = []

    async def keep(self, command: Command, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
        number = await work.numbers.next("kept")
        self.kept.append((command, actor))
        return number

    async def staff_only(
        self, question: Question, *, actor: Actor, work: UnitOfWork, clock: Clock
    ) -> Question:
        if actor.is_any(Relation.STRANGER):
            raise NotPermitted("I do not know you at this school yet.")
        return question

    async def leader_only(self, command: Command, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
        number = await self.keep(command, actor=actor, work=work, clock=clock)
        if not actor.is_any(Relation.SCHOOL_LEADER):
            raise NotPermitted("Only the school leader can plan a visit on a Friday.", field="on")
        return number

    async def status(self, question: AskStatus, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
        if question.code == "404":
            raise Refusal("There is no input 404. Check the number on your receipt.")
        return f"Input {question.code} is waiting for an answer."

    async def fail(self, command: Break, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
        await work.numbers.next("kept")
        raise RuntimeError(f"the words were: {command.words}")


def input_form(shapes: Shapes, given: Mapping[str, Any]) -> Form:
    see = TextField("see", "What do you see?", multiline=True, max_length=40)
    kind = ChoiceField("kind", "How?", KINDS, initial="named", style="buttons", refresh=True)
    rep = TextField("rep", "Which rep?", optional=True, max_length=40)
    return Form("Say something", "Send", (see, kind, rep) if shapes.kind == "rep" else (see, kind))


def visit_form(_: Question, given: Mapping[str, Any]) -> Form:
    return Form(
        "A visit",
        "Plan it",
        (
            paragraph("No teacher is named here."),
            ChoiceField("room", "Room", ROOMS),
            ManyField("teams", "Teams", TEAMS, style="boxes"),
            DateField("on", "On", initial=date(2026, 10, 20)),
            TimeField("at", "At", optional=True),
            NumberField("minutes", "Minutes", minimum=5, maximum=60, initial=10, optional=True),
            CheckField("quiet", "Quietly", "Do not announce it"),
            TextField("changes.grade-3", "What changes for Grade 3", optional=True),
            TextField("changes.grade-4", "What changes for Grade 4", optional=True),
            context("Only you see this."),
        ),
    )


def item_form(_: Question, given: Mapping[str, Any]) -> Form:
    return Form("An item", "Add", (TextField("title", "Title", max_length=150),))


def message_form(_: Question, given: Mapping[str, Any]) -> Form:
    return Form("A message", "Add", (TextField("title", "Title", max_length=600),))


def memo_form(_: Question, given: Mapping[str, Any]) -> Form:
    moods = (Option("calm", "Calm"), Option("cross", "Cross"))
    return Form(
        "A memo", "Keep it", (TextField("words", "Words"), ChoiceField("mood", "Mood", moods, optional=True))
    )


def whisper_form(_: Question, given: Mapping[str, Any]) -> Form:
    return Form("A whisper", "Send", (TextField("words", "Words"),))


def menu_message(_: object) -> Message:
    offered = buttons(
        Button("Say something", "input"),
        Button("Got it", "got-it", {"decision": "d1"}),
        Button("Also got it", "got-it", {"decision": "d2"}, confirm="Really?"),
        Button("Break", "break"),
    )
    return Message("Five things", (paragraph(bold("What would you like to do?")), offered))


def kept_message(number: object) -> Message:
    return Message(f"Kept as {number}.", (paragraph(f"Kept as {number}."),))


def unsayable(number: object) -> Message:
    raise RuntimeError("there are no words for it")


def catalogue(routines: Routines) -> tuple[Interaction[Any, Any], ...]:
    asks_nothing = {"question": Nothing, "routine": routines.staff_only}
    return (
        Interaction("menu", "What you can do", OpenMenu, routines.staff_only, menu_message, usage=""),
        Interaction("help", "Everything", OpenMenu, routines.staff_only, menu_message, usage="help"),
        Interaction("home", "Show all of Home", OpenMenu, routines.staff_only, lambda _: None),
        Interaction(
            "input",
            "Say something",
            GiveInput,
            routines.keep,
            kept_message,
            asking=Asking(Shapes, routines.staff_only, input_form),
            usage="input [what you see]",
            text_fills="see",
        ),
        Interaction(
            "walk",
            "Plan a visit",
            PlanVisit,
            routines.leader_only,
            kept_message,
            asking=Asking(**asks_nothing, form=visit_form),
            usage="walk",
        ),
        Interaction(
            "add-item",
            "Add an item",
            AddItem,
            routines.keep,
            kept_message,
            asking=Asking(**asks_nothing, form=item_form),
            usage="add-item",
            text_fills="title",
            repaint=lambda number: Message("Added", (paragraph(f"Added as {number}."),)),
        ),
        Interaction(
            "add-message",
            "Add a message",
            AddMessage,
            routines.keep,
            kept_message,
            asking=Asking(**asks_nothing, form=message_form),
        ),
        Interaction(
            "memo",
            "Write a memo",
            WriteMemo,
            routines.keep,
            kept_message,
            asking=Asking(**asks_nothing, form=memo_form),
            usage="memo [words]",
            text_fills="words",
            keeps_draft=True,
        ),
        Interaction(
            "whisper",
            "Say something without a name",
            Whisper,
            routines.keep,
            lambda _: None,
            asking=Asking(**asks_nothing, form=whisper_form),
            usage="whisper",
            closing=lambda number: Message("Keep this code", (paragraph(f"CODE-{number}"),)),
        ),
        Interaction(
            "status",
            "What became of it",
            AskStatus,
            routines.status,
            lambda said: Message(said),
            usage="status CODE",
            text_fills="code",
        ),
        Interaction(
            "got-it",
            "You have read it",
            GotIt,
            routines.keep,
            kept_message,
            repaint=lambda number: Message("Read", (paragraph(f"Read by you ({number})."),)),
        ),
        Interaction("break-reply", "Breaks when it answers", GotIt, routines.keep, unsayable),
        Interaction("break", "Breaks", Break, routines.fail, kept_message, usage="break", text_fills="words"),
        Interaction(
            "break-late",
            "Breaks in the form",
            Break,
            routines.fail,
            kept_message,
            asking=Asking(
                **asks_nothing,
                form=lambda _, given: Form("Break", "Break", (TextField("words", "Words", optional=True),)),
            ),
            usage="break-late",
        ),
    )
