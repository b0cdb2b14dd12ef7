"""From a draft to what holds: proposed to the ILT, commented on, adopted, and signed by name."""

from dataclasses import replace
from datetime import datetime

from bot.errors import Refusal
from bot.messages import dates
from bot.messages.charter import page as wording
from bot.messages.charter.forms import Adopting, Commenting
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.charter import Charter, CharterState, Part, Signature, review_day
from bot.model.meeting_series import MeetingSeries
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.charter.shown import answers_for, found, preview_of, standing
from bot.routines.charter.writing import CommentOnCharter
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NO_PURPOSE = "First say what the ILT is for, in one line. Press Purpose."
NOT_YET = "The ILT has it since {since}. You can adopt it from {ripe} on."
NOBODY = "Nobody is there to read it. Name a school leader first: /ilt settings"


class AboutCharter(Question):
    charter: str


class ProposeCharter(Command):
    charter: str


class TakeBackCharter(Command):
    charter: str


class DropCharter(Command):
    charter: str


class AdoptCharter(Command):
    charter: str


class SignCharter(Command):
    charter: str


async def propose(command: ProposeCharter, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Charter:
    """Put the draft before the ILT."""
    permit(actor, "propose-charter")
    sees = await viewer(actor, work=work, clock=clock)
    one = await found(command.charter, CharterState.DRAFT, work=work)
    if not (one.purpose and one.sections.get(Part.MISSION)):
        raise Refusal(NO_PURPOSE)
    one.become(CharterState.PROPOSED)
    one.proposed_at = sees.now
    name = sees.roster.name(actor.person_id)
    message = wording.proposal(one, name, one.ripe_on(sees.calendar))
    await tell_ilt(one, f"proposed/{sees.now:%Y%m%dT%H%M}", message, sees, work)
    return one


async def take_back(command: TakeBackCharter, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Charter:
    """Make a proposal a draft again, to change it."""
    one = await found(command.charter, CharterState.PROPOSED, work=work)
    permit(actor, "take-back-charter", *standing(one, actor))
    one.become(CharterState.DRAFT)
    one.proposed_at = None
    return one


async def drop(command: DropCharter, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Charter:
    """Let a draft go."""
    one = await found(command.charter, CharterState.DRAFT, work=work)
    permit(actor, "drop-charter", *standing(one, actor))
    await work.charters.drop(one)
    return one


async def before_comment(
    question: AboutCharter, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Commenting:
    permit(actor, "comment-charter")
    return Commenting(await found(question.charter, CharterState.PROPOSED, work=work))


async def comment(command: CommentOnCharter, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """Pass a comment on to whoever wrote the draft, and say who that is. It is kept nowhere else."""
    permit(actor, "comment-charter")
    sees = await viewer(actor, work=work, clock=clock)
    one = await found(command.charter, CharterState.PROPOSED, work=work)
    to = answers_for(one, sees.roster)
    if to is None:
        raise Refusal(NOBODY)
    message = wording.passed_on(one, sees.roster.name(actor.person_id), command.words)
    key = f"charter/{one.id}/comment/{actor.person_id}/{sees.now:%Y%m%dT%H%M%S}"
    at = sees.calendar.opening(sees.now)
    await work.outbox.post(Audience.person(to), message, key=key, due_at=at or sees.now)
    return sees.roster.name(to)


async def before_adopting(
    question: AboutCharter, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Adopting:
    """What would change with it, for whoever may adopt it."""
    permit(actor, "adopt-charter")
    sees = await viewer(actor, work=work, clock=clock)
    one = await _ripe(question.charter, sees, work)
    return Adopting(one, await preview_of(one.cadence, sees, work))


async def adopt(command: AdoptCharter, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Charter:
    """Let it hold from now on: the version before is over, and the times and lines it governs are set."""
    permit(actor, "adopt-charter")
    sees = await viewer(actor, work=work, clock=clock)
    one = await _ripe(command.charter, sees, work)
    before = await work.charters.adopted()
    if before is not None:
        before.become(CharterState.SUPERSEDED)
        await work.flush()
    one.become(CharterState.ADOPTED)
    one.adopted_at, one.adopted_by = sees.now, actor.person_id
    one.review_on = review_day(sees.calendar, sees.today)
    await _govern(one, actor.person_id, sees.now, work)
    await tell_ilt(one, "adopted", wording.adoption(one), sees, work)
    return one


async def sign(command: SignCharter, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Charter:
    """Keep that this member stands by this version; twice is once."""
    permit(actor, "sign-charter")
    sees = await viewer(actor, work=work, clock=clock)
    one = await found(command.charter, CharterState.ADOPTED, work=work)
    if actor.person_id not in await work.charters.signers(one):
        work.charters.add(
            Signature(school=work.school, charter=one.id, person=actor.person_id, signed_on=sees.today)
        )
    return one


async def tell_ilt(one: Charter, what: str, message: Message, sees: Viewer, work: UnitOfWork) -> None:
    """Post it where the ILT reads, in contract hours."""
    at = sees.calendar.opening(sees.now)
    if at is not None:
        await work.outbox.post(Audience.ilt(), message, key=f"charter/{one.id}/{what}", due_at=at)


async def _ripe(charter_id: str, sees: Viewer, work: UnitOfWork) -> Charter:
    """The proposal, once the ILT has had a school day to read it; a `Refusal` says when that is."""
    one = await found(charter_id, CharterState.PROPOSED, work=work)
    ripe, since = one.ripe_on(sees.calendar), one.proposed_at
    if ripe is not None and since is not None and sees.today < ripe:
        told = dates.day(sees.calendar.today(since))
        raise Refusal(NOT_YET.format(since=told, ripe=dates.day(ripe)))
    return one


async def _govern(one: Charter, by: str, now: datetime, work: UnitOfWork) -> None:
    """Set what the charter governs: the series' times, how news travels, and who decides about what."""
    settings, series = await work.settings.now(), await work.meetings.series()
    if series is not None:
        set_times(series, one)
    wanted = replace(settings, sharing=one.cadence.sharing, authority=one.authority)
    about = (f"{one.label} is adopted.",)
    await work.settings.change(wanted, by=by, at=now, about=about, anyway=True)


def set_times(series: MeetingSeries, one: Charter) -> None:
    """Let the series speak at the times of this version."""
    series.call_at = one.cadence.call_at
    series.draft_at = one.cadence.draft_at
    series.publish_at = one.cadence.publish_at
