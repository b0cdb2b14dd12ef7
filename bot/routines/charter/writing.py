"""Writing a version of the charter, section by section; what holds stays as it is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from bot.content.charter import starters
from bot.errors import Refusal
from bot.messages.charter.forms import COMMENT, LINE, TABLE, TOPICS, WORDS, Desk
from bot.messages.charter.page import Written
from bot.messages.dates import clock_time
from bot.messages.languages import as_it_came
from bot.model.cadence import Cadence, Sharing
from bot.model.charter import Charter, CharterState, Part
from bot.model.decisions import Authority
from bot.model.people import Actor
from bot.model.protocol import Fallback, Protocol, ProtocolType
from bot.model.settings import Authority as AuthorityLine
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.charter.shown import cadence_now, preview_of
from bot.routines.requests import Command, Nothing
from bot.routines.setup import lines
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

IS_PROPOSED = "{label} is with the ILT. To change it, first press Back to draft: /ilt charter"
OUTSIDE = "Choose a time from {opens} to {closes}: I start nothing outside contract hours."

Line = Annotated[str, Field(min_length=1, max_length=LINE)]
Words = Annotated[str, Field(max_length=WORDS)]
Percent = Annotated[int, Field(ge=50, le=100)]


class WritePurpose(Command):
    purpose: Line
    mission: Annotated[str, Field(min_length=1, max_length=WORDS)]
    goals: Words = ""
    norms: Words = ""


class WriteWays(Command):
    meetings: Words = ""
    accountability: Words = ""
    confidentiality: Words = ""
    rotation: Words = ""
    ilt_only: tuple[Part, ...] = ()


class WriteTimes(Command):
    communication: Words = ""
    call_at: time
    draft_at: time
    publish_at: time
    relay: Literal["next_day", "same_day"]
    relay_at: time
    digest_weeks: Annotated[int, Field(ge=1, le=8)]


class WriteDeciding(Command):
    name_staff: ClassVar[frozenset[str]] = frozenset({"lines"})

    decisions: Words = ""
    type: ProtocolType
    quorum_share: Percent
    rounds: Annotated[int, Field(ge=1, le=3)]
    fallback: Annotated[tuple[Fallback, ...], Field(min_length=1)]
    supermajority: Annotated[int, Field(ge=51, le=100)]
    authority: Authority
    ratify_topics: Annotated[str, Field(max_length=TOPICS)] = ""
    ratify_share: Percent
    lines: Annotated[str, Field(max_length=TABLE)] = ""


class CommentOnCharter(Command):
    charter: str
    words: Annotated[str, Field(min_length=1, max_length=COMMENT)]


async def prepare(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    """What a form about the charter is drawn from; refused while a version is with the ILT."""
    permit(actor, "write-charter")
    sees = await viewer(actor, work=work, clock=clock)
    draft = await the_draft(sees, work)
    calendar = sees.calendar
    known = "\n".join(f"{one.what}: {one.who}" for one in draft.authority)
    return Desk(draft, calendar.morning, calendar.opens, calendar.closes, known)


async def write_purpose(command: WritePurpose, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Written:
    permit(actor, "write-charter")
    return Written(await _put(command.model_dump(), await viewer(actor, work=work, clock=clock), work))


async def write_ways(command: WriteWays, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Written:
    permit(actor, "charter-ways")
    sees = await viewer(actor, work=work, clock=clock)
    draft = await _put(command.model_dump(exclude={"ilt_only"}), sees, work)
    draft.ilt_only = command.ilt_only
    return Written(draft)


async def write_times(command: WriteTimes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Written:
    """Keep the times in the draft, and show the next three dates of each before any of it applies."""
    permit(actor, "charter-times")
    sees = await viewer(actor, work=work, clock=clock)
    calendar = sees.calendar
    if not calendar.opens <= command.relay_at < calendar.closes:
        opens, closes = clock_time(calendar.opens), clock_time(calendar.closes)
        raise Refusal(OUTSIDE.format(opens=opens, closes=closes), field="relay_at")
    same_day = command.relay == "same_day"
    usual = not same_day and command.relay_at == calendar.morning
    draft = await _put({"communication": command.communication}, sees, work)
    draft.cadence = Cadence(
        call_at=command.call_at,
        draft_at=command.draft_at,
        publish_at=command.publish_at,
        sharing=Sharing(
            relay_same_day=same_day,
            relay_at=None if usual else command.relay_at,
            digest_weeks=command.digest_weeks,
        ),
    )
    return Written(draft, await preview_of(draft.cadence, sees, work))


async def write_deciding(command: WriteDeciding, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Written:
    """Keep how the ILT decides, and who decides about what."""
    permit(actor, "charter-deciding")
    sees = await viewer(actor, work=work, clock=clock)
    table = tuple(AuthorityLine(one.what, one.who) for one in lines.authority(command.lines))
    draft = await _put({"decisions": command.decisions}, sees, work)
    given = command.model_dump(exclude={"decisions", "lines"})
    draft.protocol, draft.authority = replace(draft.protocol, **given), table
    return Written(draft)


async def the_draft(sees: Viewer, work: UnitOfWork) -> Charter:
    """The draft there is, or the beginning of the next one, which is not kept yet."""
    ahead = await work.charters.ahead()
    if ahead is not None and ahead.state is CharterState.PROPOSED:
        raise Refusal(IS_PROPOSED.format(label=ahead.label))
    return ahead or await _begun(sees, work)


async def _begun(sees: Viewer, work: UnitOfWork) -> Charter:
    """The next version: what holds now, word for word; without a charter what every school begins with."""
    held = await work.charters.adopted()
    return Charter(
        school=work.school,
        number=await work.charters.latest_number() + 1,
        drafted_by=sees.actor.person_id,
        sections=dict(held.sections if held else starters()),
        ilt_only=held.ilt_only if held else (),
        cadence=await cadence_now(work),
        protocol=held.protocol if held else Protocol(),
        authority=(await work.settings.now()).authority,
    )


def _as_it_came(part: Part, said: str) -> str:
    return as_it_came(said, starters()[part]) if part in starters() else said


async def _put(words: Mapping[str, Any], sees: Viewer, work: UnitOfWork) -> Charter:
    """Keep these sections in the draft; the first words begin it."""
    draft = await the_draft(sees, work)
    said = {Part(name): _as_it_came(Part(name), one) for name, one in words.items()}
    draft.sections = {**draft.sections, **said}
    work.charters.add(draft)
    await work.flush()
    return draft
