"""The agenda templates, as they are read, changed and compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.content.agendas import agenda_templates
from bot.messages import dates
from bot.messages.forms import ChoiceField, Form, NumberField, Option, Piece, TextField
from bot.messages.vocabulary import (
    Button,
    Buttons,
    Heading,
    Message,
    Table,
    Text,
    bold,
    bullets,
    buttons,
    context,
    italic,
    paragraph,
    text,
)
from bot.model.agenda_templates import AgendaTemplate, Part, Section, Templates

MOST, PROMPTS, NAME, IN_ROW, LABEL = 60, 600, 40, 5, 75
PART_NAMES = {
    Part.STATUS: "Each other strategy",
    Part.DIVE: "The strategy we look at closely",
    Part.ITEMS: "What people bring",
}
COMPARE = "New default available - compare"


@dataclass(frozen=True)
class Shown:
    """One template; whether it is the school's own, whether a newer default has come, whether one may change
    it."""

    template: AgendaTemplate
    is_ours: bool
    is_newer: bool
    may_edit: bool


@dataclass(frozen=True)
class Compared:
    ours: AgendaTemplate
    default: AgendaTemplate
    may_edit: bool


def listed(templates: Templates) -> Message:
    """The reply to `/ilt templates`."""
    lines = tuple(_line(one, templates) for one in templates.all)
    looks = [Button(one.name, "see-template", {"key": one.key}) for one in templates.all]
    rows = (looks[start : start + IN_ROW] for start in range(0, len(looks), IN_ROW))
    newer = [one for one in templates.all if templates.has_newer(one.key)]
    compare = (Button(f"{COMPARE}: {one.name}", "compare-template", {"key": one.key}) for one in newer)
    return Message(
        "Agenda templates",
        (
            Heading("Agenda templates"),
            paragraph("A meeting has the one that fits its length, unless its agenda names another."),
            bullets(*lines),
            *(buttons(*row) for row in rows),
            *([buttons(*compare)] if newer else []),
            context("What you change is yours: a new version of the program never overwrites it."),
        ),
    )


def _line(template: AgendaTemplate, templates: Templates) -> Text:
    length = f" · {template.length} minutes" if template.meets else f" · {dates.days(template.days)}"
    ours = (" · changed by your school",) if template.key in templates.copies else ()
    return text(bold(template.name), length, *ours)


def shown(found: Shown) -> Message:
    template = found.template
    whose = "Changed by your school." if found.is_ours else "The default, as it came."
    return Message(
        template.name,
        (
            Heading(template.name),
            paragraph(whose),
            Table("Minutes", ("Part", "Minutes"), tuple(_row(one, template) for one in template.sections)),
            *(_prompts(template)),
            *_choices(found),
        ),
    )


def _row(section: Section, template: AgendaTemplate) -> tuple[str, str]:
    rest = "the rest" if section.part is Part.ITEMS else str(section.minutes)
    return name_of(section), rest if template.meets else ""


def name_of(section: Section) -> str:
    return section.title or PART_NAMES[section.part]


def _prompts(template: AgendaTemplate) -> tuple[Any, ...]:
    asked = [one for one in template.timed if one.prompts]
    lines = (
        text(bold(name_of(one)), *(words for each in one.prompts for words in ("\n", italic(each))))
        for one in asked
    )
    return (paragraph("Questions that go with them:"), bullets(*lines)) if asked else ()


def _choices(found: Shown) -> tuple[Buttons, ...]:
    key = {"key": found.template.key}
    change = [Button("Change it", "edit-template", key)] if found.may_edit else []
    compare = [Button(COMPARE, "compare-template", key)] if found.is_newer else []
    back = [_restore(found.template)] if found.may_edit and found.is_ours else []
    row = (*change, *compare, *back)
    return (buttons(*row),) if row else ()


def _restore(template: AgendaTemplate) -> Button:
    return Button(
        "Use the default",
        "restore-template",
        {"key": template.key},
        confirm="Your school's own minutes and questions for this template are dropped.",
    )


def compared(found: Compared) -> Message:
    """The school's own beside the default, minute by minute, then the questions that differ."""
    ours = {one.id: one for one in found.ours.sections}
    both = [(ours[one.id], one) for one in found.default.sections if one.id in ours]
    rows = tuple((name_of(new), str(own.minutes), str(new.minutes)) for own, new in both if _has_minutes(new))
    differ = [(own, new) for own, new in both if own.prompts != new.prompts]
    asked = tuple(line for own, new in differ for line in _asked(own, new))
    key = {"key": found.default.key}
    keep = Button("Keep ours", "keep-template", key, emphasis="primary")
    return Message(
        f"{found.ours.name}: yours and the default",
        (
            Heading(f"{found.ours.name}: yours and the default"),
            Table("Minutes", ("Part", "Yours", "Default"), rows),
            *([bullets(*asked)] if asked else []),
            *([buttons(keep, _restore(found.default))] if found.may_edit else []),
            context("Nothing changes until somebody chooses."),
        ),
    )


def _has_minutes(section: Section) -> bool:
    return section.part is not Part.ITEMS


def _asked(own: Section, new: Section) -> tuple[Text, Text]:
    name = name_of(new)
    return (
        text(bold(name), ", yours: ", italic(" ".join(own.prompts) or "-")),
        text(bold(name), ", default: ", italic(" ".join(new.prompts) or "-")),
    )


def edit(template: AgendaTemplate, given: Mapping[str, Any]) -> Form:
    """One part at a time: its minutes, and a question on each line."""
    parts = tuple(Option(one.id, name_of(one)[:LABEL]) for one in template.timed)
    chosen = str(given.get("section") or parts[0].value)
    section = next((one for one in template.timed if one.id == chosen), template.timed[0])
    came = next((one for one in agenda_templates() if one.key == template.key), template)
    return Form(
        "Change a template",
        "Save",
        (
            TextField(
                "name",
                "Name",
                max_length=NAME,
                initial=str(given.get("name", template.name)),
                is_ours="name" not in given and template.name == came.name,
            ),
            ChoiceField("section", "Which part?", parts, chosen, refresh=True),
            *_minutes(section, template),
            TextField(
                f"prompts.{section.id}",
                "Questions, one on each line",
                multiline=True,
                max_length=PROMPTS,
                initial="\n".join(section.prompts),
                optional=True,
                is_ours=section.prompts in [one.prompts for one in came.sections if one.id == section.id],
            ),
            context("This becomes your school's own. A new default never overwrites it."),
        ),
        carries={"key": template.key},
    )


def _minutes(section: Section, template: AgendaTemplate) -> tuple[Piece, ...]:
    if not template.meets:
        return ()
    return (NumberField(f"minutes.{section.id}", "How many minutes?", 0, MOST, initial=section.minutes),)
