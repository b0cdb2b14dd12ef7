"""Answering a question of the ILT: with a name, through the rep, or so that nobody can know who it was."""

from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.campaigns.answering import Given, Sheet
from bot.model.campaigns import (
    LONGEST_ANSWER,
    Campaign,
    CampaignAnswer,
    CampaignState,
    CampaignWords,
    asked,
    could_be,
    is_enough,
    offers_anonymous,
    readers,
)
from bot.model.everybody import Roster
from bot.model.people import Actor, Person
from bot.model.receipts import kept_of, new_code
from bot.model.staff_input import Mode, carrier_for
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.campaigns.asking import AboutCampaign, found
from bot.routines.requests import Command
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

OTHERS_ARE_ASKED = "This question went to other teams. You can say it as input any time: /ilt input"
OVER = "This question is closed, so your answer does not count any more. You can say it as input: /ilt input"
NOT_OUT = "This question has not been asked yet."
NOBODY_CARRIES = "There is nobody who could carry this for you. Choose Named."
TOO_FEW = "So few are asked that people could guess who wrote it. Choose Named or Through my rep."


class AnswerCampaign(Command):
    """`receipt` is what the form brought along, so that the same form counts once without a name."""

    campaign: str
    answer: Annotated[str, Field(min_length=1, max_length=LONGEST_ANSWER)]
    mode: Mode
    receipt: Annotated[str, Field(max_length=40)] = ""

    @property
    def is_anonymous(self) -> bool:
        return self.mode is Mode.ANONYMOUS


async def prepare_answer(question: AboutCampaign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    campaign, sees = await _open(question.campaign, actor=actor, work=work, clock=clock)
    seen_by = [one for one in readers(campaign, sees.roster) if one.id != actor.person_id]
    carrier = _carrier(sees.roster, actor.person_id)
    before = await work.campaigns.answer_of(campaign.id, actor.person_id)
    return Sheet(
        campaign,
        tuple(one.name for one in seen_by),
        carrier.name if carrier else "",
        await _counted_with(campaign, sees, work),
        new_code(),
        before.words if before else "",
    )


async def answer(command: AnswerCampaign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Given:
    """Keep the answer. A second one with a name takes the place of the first."""
    campaign, sees = await _open(command.campaign, actor=actor, work=work, clock=clock)
    if command.mode is Mode.ANONYMOUS:
        return await _seal(command, campaign, sees, work)
    team, carrier = sees.roster.team_of(actor.person_id), None
    if command.mode is Mode.THROUGH_REP:
        carrier = _carrier(sees.roster, actor.person_id)
        if carrier is None:
            raise Refusal(NOBODY_CARRIES, field="mode")
    kept = await work.campaigns.answer_of(campaign.id, actor.person_id)
    if kept is None:
        kept = CampaignAnswer(
            school=work.school,
            campaign=campaign.id,
            author=actor.person_id,
            team=team.key if team else None,
            carrier=None,
            mode=command.mode,
            words="",
            answered_on=sees.today,
        )
        work.campaigns.add(kept)
    kept.words, kept.mode, kept.carrier = command.answer, command.mode, carrier.id if carrier else None
    return Given(campaign, command.mode, carrier.name if carrier else "")


async def _seal(command: AnswerCampaign, campaign: Campaign, sees: Viewer, work: UnitOfWork) -> Given:
    if not await _counted_with(campaign, sees, work):
        raise Refusal(TOO_FEW, field="mode")
    await work.campaigns.keep_nameless(
        CampaignWords(
            school=work.school,
            campaign=campaign.id,
            words=command.answer,
            until=campaign.closes_on or sees.today,
            id=kept_of(command.receipt or new_code())[:32],
        )
    )
    return Given(campaign, Mode.ANONYMOUS)


async def _counted_with(campaign: Campaign, sees: Viewer, work: UnitOfWork) -> int:
    """How many are asked, when somebody without a name could be any of enough of them; else nothing."""
    fewest = (await work.settings.now()).k
    named = await work.campaigns.answers(campaign.id)
    left = could_be(campaign, named, sees.roster)
    fits = offers_anonymous(campaign, sees.roster, fewest) and is_enough(left, fewest)
    return len(asked(campaign, sees.roster)) if fits else 0


async def _open(campaign_id: str, *, actor: Actor, work: UnitOfWork, clock: Clock) -> tuple[Campaign, Viewer]:
    """The campaign, when it is open and this person is asked. Raises `Refusal` with what to do instead."""
    permit(actor, "answer-campaign")
    campaign = await found(campaign_id, work)
    if campaign.state is not CampaignState.OPEN:
        raise OutOfDate(NOT_OUT if campaign.state is CampaignState.DRAFT else OVER)
    sees = await viewer(actor, work=work, clock=clock)
    if actor.person_id not in {one.id for one in asked(campaign, sees.roster)}:
        raise Refusal(OTHERS_ARE_ASKED)
    return campaign, sees


def _carrier(roster: Roster, person: str) -> Person | None:
    team = roster.team_of(person)
    return carrier_for(roster, person, team.key if team else None)
