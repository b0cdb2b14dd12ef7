"""The lists a school tags with, and which of the district's components have no work behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.messages.dates import number_of
from bot.messages.forms import ChoiceField, Form, ManyField, NumberField, Option, TextField
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph, text
from bot.model.people import in_words
from bot.model.strategies import Strategy
from bot.model.tags import Codes, Tags

LIST, NAME = 3000, 60
CODES = {
    Codes.NONE: "None",
    Codes.COMMON_CORE: "The Common Core",
    Codes.OWN: "Our own codes, below",
}
ONE_EACH = "One on each line."
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Tagging:
    """The school's lists and its active strategies."""

    tags: Tags
    strategies: Sequence[Strategy]


@dataclass(frozen=True)
class Coverage:
    """What covers each component; `uncovered` are those without active work."""

    tagging: Tagging
    uncovered: tuple[str, ...]
    may_change: bool


def lists(tagging: Tagging, given: Values) -> Form:
    """The form for the lists."""
    tags = tagging.tags
    options = tuple(Option(code.value, words) for code, words in CODES.items())
    return Form(
        "Lists to tag with",
        "Save",
        (
            ChoiceField("codes", "Which standards?", options, tags.codes.value, style="buttons"),
            _list("standards", "Our own codes", tags.standards),
            _list("components", "Components of the district's plan", tags.components),
            TextField(
                "components_of",
                "What is that plan called?",
                max_length=NAME,
                initial=tags.components_of,
                optional=True,
            ),
            NumberField(
                "instructional",
                "How much of each agenda is for instruction, in %?",
                50,
                100,
                initial=tags.instructional,
            ),
            context("Codes that are no longer on the list stay on what carries them already."),
        ),
    )


def _list(name: str, label: str, now: Sequence[str]) -> TextField:
    said = "\n".join(now)
    return TextField(name, label, multiline=True, max_length=LIST, initial=said, optional=True, hint=ONE_EACH)


def strategies(tagging: Tagging, given: Values) -> Form:
    """The form that says which components each strategy is work on."""
    options = tuple(Option(one, one[:75]) for one in tagging.tags.components)
    fields = tuple(
        ManyField(
            f"components.{one.key}",
            one.name[:75],
            options,
            tuple(tag for tag in one.components if tag in tagging.tags.components),
            optional=True,
        )
        for one in tagging.strategies
    )
    return Form("Tag the strategies", "Save", fields)


def saved(tagging: Tagging) -> Message:
    tags = tagging.tags
    words = (
        f"Saved: {number_of(len(tags.standards), 'code')} of your own, "
        f"{number_of(len(tags.components), 'component')}, {tags.instructional}% for instruction."
    )
    tag = (buttons(Button("Tag the strategies", "tag-strategies")),) if tags.components else ()
    return Message(words, (paragraph(words), *tag))


def coverage(found: Coverage) -> Message:
    """Which components have work behind them, and which have none (R-062)."""
    tags = found.tagging.tags
    if not tags.components:
        words = "There is no list of the district's components here yet."
        return Message(words, (paragraph(words), *_change(found)))
    of = f"{tags.components_of} components" if tags.components_of else "the district's components"
    done = len(tags.components) - len(found.uncovered)
    summary = f"{done} of {len(tags.components)} {of} have active work."
    if found.uncovered:
        parts: tuple[Part, ...] = (paragraph(bold("No active work: "), in_words(found.uncovered), "."),)
    else:
        parts = (paragraph("Every one of them has work behind it."),)
    return Message(summary, (paragraph(bold(summary)), *parts, _worked_on(found), *_change(found)))


def _worked_on(found: Coverage) -> Part:
    by = {
        one: in_words(goal.name for goal in found.tagging.strategies if one in goal.components) or "none yet"
        for one in found.tagging.tags.components
    }
    return bullets(*(text(bold(one), f": {names}") for one, names in by.items()))


def _change(found: Coverage) -> tuple[Part, ...]:
    if not found.may_change:
        return ()
    tag = (Button("Tag the strategies", "tag-strategies"),) if found.tagging.tags.components else ()
    return (buttons(*tag, Button("Change the lists", "set-tags")),)
