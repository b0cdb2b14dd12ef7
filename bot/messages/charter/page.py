"""The charter as it is read, and what is said when a version is written, proposed, adopted and signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages import dates
from bot.messages.charter.words import (
    STATES,
    Preview,
    button,
    how_we_decide,
    read,
    says,
    sections,
    sign,
    times,
)
from bot.messages.home import HomeShare, Waiting
from bot.messages.vocabulary import (
    Button,
    Heading,
    Message,
    Part,
    Progress,
    bold,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.charter import Charter, CharterState
from bot.model.people import in_words

WRITE = Button("Write the charter", "write-charter", emphasis="primary")
NO_CHARTER = "The ILT has no charter yet."
UNTIL_THEN = "Until one is adopted, this is what it is for:"


@dataclass(frozen=True)
class Page:
    """One version as one person sees it. `signers` are names, for members of the ILT alone.

    `ahead` is a newer version in the making; `protected` says how many meetings were held as planned.
    """

    charter: Charter | None
    purpose: str
    on_ilt: bool
    today: date
    signers: tuple[str, ...] = ()
    members: int = 0
    signed: bool = False
    adopted_on: date | None = None
    ahead: Charter | None = None
    adopted: int | None = None
    protected: str = ""
    preview: Preview | None = None
    may_adopt: bool = False
    ripe_on: date | None = None
    drafted_by: str = ""


def page(found: Page) -> Message:
    """`/ilt charter`."""
    one = found.charter
    if one is None:
        return _none(found)
    title = f"{one.label}, {STATES[one.state]}"
    parts: list[Part] = [Heading(title), *_about(found, one), *sections(one, on_ilt=found.on_ilt)]
    parts += [paragraph(bold("The vote")), how_we_decide(one.protocol)]
    if found.protected:
        parts.append(context(found.protected))
    if found.preview is not None and found.preview.changed:
        parts += [paragraph(bold("When I would write, with this version")), times(found.preview)]
    return Message(title, (*parts, *_pressable(found, one)))


def _none(found: Page) -> Message:
    parts: list[Part] = [paragraph(bold(NO_CHARTER), f" {UNTIL_THEN}"), paragraph(found.purpose)]
    if found.on_ilt:
        parts += [buttons(WRITE), context("Four short forms, filled in to begin with.")]
    return Message(NO_CHARTER, tuple(parts))


def _about(found: Page, one: Charter) -> list[Part]:
    if one.state is CharterState.DRAFT:
        return [context(f"Written by {found.drafted_by}. Only the ILT sees it.")]
    if one.state is CharterState.PROPOSED:
        said = f"Proposed by {found.drafted_by}."
        ripe = f" It can be adopted from {dates.day(found.ripe_on)} on." if found.ripe_on else ""
        return [context(f"{said}{ripe}")]
    since = f"Adopted on {dates.day(found.adopted_on)}." if found.adopted_on else ""
    review = f" Next look at it: {dates.day(one.review_on)}." if one.review_on and is_held(one) else ""
    parts: list[Part] = [context(f"{since}{review}")]
    if found.on_ilt and is_held(one):
        parts.append(Progress("Signed", len(found.signers), found.members))
        parts += [context(f"Signed by {in_words(found.signers)}.")] if found.signers else []
    return parts


def is_held(one: Charter) -> bool:
    return one.state is CharterState.ADOPTED


def _pressable(found: Page, one: Charter) -> list[Part]:
    if not found.on_ilt:
        return []
    pressed = {
        CharterState.DRAFT: _of_draft,
        CharterState.PROPOSED: _of_proposal,
        CharterState.ADOPTED: _of_adopted,
        CharterState.SUPERSEDED: _of_superseded,
    }[one.state](found, one)
    return [buttons(*pressed)]


def _of_draft(found: Page, one: Charter) -> list[Button]:
    sure = f"Propose {one.label} to the ILT? It is posted in the ILT's channel."
    return [
        *edits(),
        Button("Propose it", "propose-charter", {"charter": one.id}, emphasis="primary", confirm=sure),
        Button("Drop it", "drop-charter", {"charter": one.id}, confirm=f"Drop the draft of {one.label}?"),
    ]


def edits() -> list[Button]:
    return [
        Button("Purpose", "write-charter"),
        Button("Ways of working", "charter-ways"),
        Button("Communication", "charter-times"),
        Button("How we decide", "charter-deciding"),
    ]


def _of_proposal(found: Page, one: Charter) -> list[Button]:
    adopt = [Button("Adopt it", "adopt-charter", {"charter": one.id}, emphasis="primary")]
    back = button("Back to draft", "take-back-charter", one)
    return [*(adopt if found.may_adopt else []), button("Comment", "comment-charter", one), back]


def _of_adopted(found: Page, one: Charter) -> list[Button]:
    pressed = [] if found.signed else [sign(one)]
    if found.ahead is not None:
        return [*pressed, read(found.ahead.number, f"See v{found.ahead.number}, {STATES[found.ahead.state]}")]
    return [*pressed, Button("Change it", "write-charter")]


def _of_superseded(found: Page, one: Charter) -> list[Button]:
    return [read(found.adopted, f"Read v{found.adopted}")] if found.adopted else []


@dataclass(frozen=True)
class Written:
    """A draft after a change; with a preview when the bot's times were changed."""

    charter: Charter
    preview: Preview | None = None


def written(result: Written) -> Message:
    """After each form: what changed, and the way on; the dates before anything applies."""
    said = f"{result.charter.label} is saved as a draft."
    parts: list[Part] = [paragraph(bold(said), " Nothing changes before it is adopted.")]
    if result.preview is not None:
        parts += [paragraph("With this version, the next dates would be:"), times(result.preview)]
    more = [one for one in edits() if one.verb != "write-charter"]
    return Message(said, (*parts, buttons(read(result.charter.number, "Read the draft"), *more)))


def proposal(one: Charter, by: str, ripe_on: date | None) -> Message:
    """To the ILT."""
    said = f"{one.label} is proposed by {by}."
    from_then = f" From {dates.day(ripe_on)} on it can be adopted." if ripe_on else ""
    return Message(
        said,
        (
            paragraph(bold(said), f"{from_then}"),
            paragraph(one.purpose),
            buttons(read(one.number), button("Comment", "comment-charter", one)),
            context("Read it, and say what should change. The school leader adopts it after that."),
        ),
    )


def proposed(one: Charter) -> Message:
    return says(f"{one.label} is with the ILT now. Comments come to you.", buttons(read(one.number)))


def taken_back(one: Charter) -> Message:
    return says(f"{one.label} is a draft again. You can change it and propose it anew.", buttons(*edits()))


def lapsed(one: Charter) -> Message:
    """To whoever wrote it."""
    said = f"{one.label} is a draft again: it was not adopted in four weeks."
    return Message(said, (paragraph(bold(said)), buttons(read(one.number, "Read the draft"))))


def dropped(one: Charter) -> Message:
    return says(f"The draft of {one.label} is gone. What holds stays as it is.")


def passed_on(one: Charter, by: str, words: str) -> Message:
    """A comment, to whoever wrote the draft."""
    return Message(
        f"A comment on {one.label}",
        (
            paragraph(bold(f"{by} on {one.label}:")),
            paragraph(words),
            buttons(read(one.number, "Read the draft")),
            context("To change it, press Back to draft there. Then it is proposed anew."),
        ),
        private=True,
    )


def commented(to: str) -> Message:
    return says(f"Your comment goes to {to}. Thank you.")


def ripe(one: Charter) -> Message:
    """To the school leader, once the ILT has had its day."""
    said = f"{one.label} can be adopted: the ILT has seen it."
    adopt = Button("Adopt it", "adopt-charter", {"charter": one.id}, emphasis="primary")
    return Message(said, (paragraph(bold(said)), buttons(read(one.number), adopt)))


def adoption(one: Charter) -> Message:
    """To the ILT."""
    said = f"{one.label} is adopted. Please read it and sign it."
    return Message(
        said,
        (
            paragraph(bold(said)),
            paragraph(one.purpose),
            buttons(read(one.number), sign(one)),
            context("It holds from now on. All staff can read it: /ilt charter"),
        ),
    )


def adopted(one: Charter) -> Message:
    return says(f"{one.label} is adopted. The ILT is asked to sign it.", buttons(read(one.number), sign(one)))


def signed(one: Charter) -> Message:
    return says(f"You signed {one.label}. Thank you.", buttons(read(one.number)))


def review(one: Charter) -> Message:
    """To the ILT, on its review day."""
    said = f"{one.label} is up for review. Does it still say how we work?"
    return Message(
        said,
        (
            paragraph(bold(said)),
            buttons(read(one.number), Button("Change it", "write-charter")),
            context("If it still fits, there is nothing to do."),
        ),
    )


def share(waiting: Sequence[Waiting]) -> HomeShare:
    return HomeShare(waiting=tuple(waiting))


def to_sign(one: Charter) -> Waiting:
    return Waiting(text(bold(f"{one.label} - not signed yet")), (read(one.number), sign(one)))


def to_adopt(one: Charter) -> Waiting:
    adopt = Button("Adopt it", "adopt-charter", {"charter": one.id}, emphasis="primary")
    return Waiting(text(bold(f"{one.label} can be adopted")), (read(one.number), adopt))
