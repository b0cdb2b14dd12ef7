"""A school's agenda templates: reading them, making one its own, and comparing that with a newer default."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.agendas.templates import Compared, Shown
from bot.messages.languages import as_it_came
from bot.model.agenda_templates import AgendaCopy, AgendaTemplate, Part, Templates
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.meetings.shapes import templates_of
from bot.routines.requests import Command, Nothing, Question
from storage.unit_of_work import UnitOfWork

MOST, PROMPTS, NAME = 60, 600, 40
UNKNOWN = "There is no such template. /ilt templates lists all of them."
NOT_OURS = "You have not changed this template, so it is the default already."
Minutes = Annotated[int, Field(ge=0, le=MOST)]
Lines = Annotated[str, Field(max_length=PROMPTS)]


class AboutTemplate(Question):
    key: str


class EditTemplate(Command):
    """New minutes and questions for one section, by its id; a line is a question."""

    key: str
    name: Annotated[str, Field(min_length=1, max_length=NAME)]
    section: str = ""
    minutes: Mapping[str, Minutes] = {}
    prompts: Mapping[str, Lines] = {}


class RestoreTemplate(Command):
    """Let the default hold again."""

    key: str


class KeepTemplate(Command):
    """Keep the school's own, and be told again only of a default that is newer still."""

    key: str


async def see_all(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Templates:
    permit(actor, "templates")
    return await templates_of(work)


async def see(question: AboutTemplate, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """One template as the school has it."""
    permit(actor, "see-template")
    return _shown(await templates_of(work), question.key, actor)


async def prepare(question: AboutTemplate, *, actor: Actor, work: UnitOfWork, clock: Clock) -> AgendaTemplate:
    permit(actor, "edit-template")
    return _known(await templates_of(work), question.key)


async def edit(command: EditTemplate, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Change the school's own copy, made now unless there is one; the default itself never changes."""
    permit(actor, "edit-template")
    templates = await templates_of(work)
    copy = templates.copies.get(command.key) or _copy_of(_known(templates, command.key), work)
    default = templates.as_it_came(command.key)
    copy.name = as_it_came(command.name, default.name)
    copy.minutes = {**copy.minutes, **command.minutes}
    copy.prompts = {**copy.prompts, **_asked(command, default)}
    _refuse_too_long(copy.over(default), command)
    await work.flush()
    return _shown(await templates_of(work), command.key, actor)


async def compare(question: AboutTemplate, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Compared:
    """The school's own beside the default as it is now."""
    permit(actor, "see-template")
    templates = await templates_of(work)
    _own_copy(templates, question.key)
    ours, default = templates.own(question.key), templates.as_it_came(question.key)
    return Compared(ours, default, may(actor, "edit-template"))


async def restore(command: RestoreTemplate, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    permit(actor, "edit-template")
    templates = await templates_of(work)
    await work.agenda_templates.forget(_own_copy(templates, command.key))
    await work.flush()
    return _shown(await templates_of(work), command.key, actor)


async def keep(command: KeepTemplate, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    permit(actor, "edit-template")
    templates = await templates_of(work)
    copy = _own_copy(templates, command.key)
    copy.version = templates.as_it_came(command.key).version
    await work.flush()
    return _shown(await templates_of(work), command.key, actor)


def _shown(templates: Templates, key: str, actor: Actor) -> Shown:
    template = _known(templates, key)
    is_ours, is_newer = key in templates.copies, templates.has_newer(key)
    return Shown(template, is_ours, is_newer, may(actor, "edit-template"))


def _known(templates: Templates, key: str) -> AgendaTemplate:
    found = templates.find(key)
    if found is None:
        raise NotFound(UNKNOWN)
    return found


def _own_copy(templates: Templates, key: str) -> AgendaCopy:
    _known(templates, key)
    if key not in templates.copies:
        raise OutOfDate(NOT_OURS)
    return templates.copies[key]


def _copy_of(shipped: AgendaTemplate, work: UnitOfWork) -> AgendaCopy:
    """The whole of it, so that nothing of it changes with a newer default."""
    copy = AgendaCopy(
        school=work.school,
        key=shipped.key,
        name=shipped.name,
        minutes={one.id: one.minutes for one in shipped.timed},
        prompts={one.id: one.prompts for one in shipped.timed},
        version=shipped.version,
    )
    work.agenda_templates.add(copy)
    return copy


def _asked(command: EditTemplate, default: AgendaTemplate) -> Mapping[str, tuple[str, ...]]:
    """What was written for each section; what stands there as it came stays one of ours."""
    ours = {one.id: "\n".join(one.prompts) for one in default.sections}
    return {key: _lines(as_it_came(one, ours.get(key, ""))) for key, one in command.prompts.items()}


def _lines(written: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def _refuse_too_long(template: AgendaTemplate, command: EditTemplate) -> None:
    fixed = sum(one.minutes for one in template.timed if one.part is not Part.STATUS)
    if template.meets and fixed > template.length:
        field = next((f"minutes.{key}" for key in command.minutes), None)
        over = fixed - template.length
        raise Refusal(f"All parts together are {over} minutes too long for it.", field=field)
