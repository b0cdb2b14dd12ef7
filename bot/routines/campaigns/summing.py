"""What came of a question: who may read the answers, and the result in a person's words."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.campaigns import results as wording
from bot.messages.campaigns.results import Answers, Standing
from bot.model.campaigns import (
    LONGEST_NEXT,
    LONGEST_THEME,
    THEMES,
    Campaign,
    CampaignAnswer,
    CampaignState,
    Theme,
    asked,
    could_be,
    is_enough,
    progress,
)
from bot.model.people import Actor, Relation
from bot.model.staff_input import Mode
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.campaigns.asking import AboutCampaign, channels, found, standing, whom
from bot.routines.requests import Command, Nothing
from bot.routines.staff_input.telling import opening_of
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

STATES = (CampaignState.DRAFT, CampaignState.OPEN, CampaignState.CLOSED, CampaignState.POSTED)
NEWEST = 8
STILL_OPEN = "{label} is still open. The answers can be read when it is closed, by everybody at once."
SUMMED_UP = "The result of {label} is posted already."
NO_THEME = "Please write one theme."


class SumUp(Command):
    """The themes by their place, how many answers say each, and what the ILT does now."""

    campaign: str
    themes: dict[str, Annotated[str, Field(max_length=LONGEST_THEME)]]
    counts: dict[str, Annotated[int, Field(ge=0, le=500)] | None] = {}
    next_step: Annotated[str, Field(min_length=1, max_length=LONGEST_NEXT)]


async def page(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[Standing]:
    """The questions there are, newest first: a draft only for its author."""
    permit(actor, "campaigns")
    sees = await viewer(actor, work=work, clock=clock)
    listed = [
        one
        for one in await work.campaigns.in_state(STATES)
        if one.state is not CampaignState.DRAFT or one.asked_by == actor.person_id
    ]
    return [await stands(one, sees, work) for one in listed[:NEWEST]]


async def stands(campaign: Campaign, sees: Viewer, work: UnitOfWork) -> Standing:
    actor, at_least = sees.actor, 0
    if campaign.state is CampaignState.OPEN:
        fewest = (await work.settings.now()).k
        people = len(asked(campaign, sees.roster))
        at_least = progress(await work.campaigns.count(campaign.id), people, fewest)
    verbs = {
        CampaignState.DRAFT: ("ask-campaign", "change-campaign", "drop-campaign"),
        CampaignState.OPEN: ("drop-campaign",),
        CampaignState.CLOSED: ("read-campaign", "sum-up-campaign", "drop-campaign"),
    }.get(campaign.state, ())
    relations = standing(campaign, actor)
    offered = tuple(verb for verb in verbs if may(actor, verb, *relations))
    return Standing(campaign, whom(campaign, sees.roster), at_least, offered)


async def read(question: AboutCampaign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Answers:
    """The answers as this person may read them, once the campaign is closed and enough came in."""
    campaign = await found(question.campaign, work)
    given = await work.campaigns.answers(campaign.id)
    carries = any(one.carrier == actor.person_id for one in given)
    relations = (*standing(campaign, actor), *((Relation.CARRIER,) if carries else ()))
    permit(actor, "read-campaign", *relations)
    if campaign.state not in (CampaignState.CLOSED, CampaignState.POSTED):
        raise OutOfDate(STILL_OPEN.format(label=campaign.label))
    sees = await viewer(actor, work=work, clock=clock)
    through_me = tuple(
        (sees.roster.name(one.author), one.words) for one in given if one.carrier == actor.person_id
    )
    if not may(actor, "sum-up-campaign", *relations):
        return Answers(campaign, through_me=through_me)
    return await _all(campaign, given, through_me, sees, work)


async def _all(
    campaign: Campaign,
    given: Sequence[CampaignAnswer],
    through_me: tuple[tuple[str, str], ...],
    sees: Viewer,
    work: UnitOfWork,
) -> Answers:
    fewest = (await work.settings.now()).k
    nameless = await work.campaigns.nameless(campaign.id)
    me = sees.actor.person_id
    nameless += [one.words for one in given if one.mode is Mode.THROUGH_REP and one.carrier != me]
    total = await work.campaigns.count(campaign.id)
    shown = is_enough(could_be(campaign, given, sees.roster, me), fewest) and is_enough(total, fewest)
    named = [(sees.roster.name(one.author), one.words) for one in given if one.mode is Mode.NAMED]
    return Answers(
        campaign,
        tuple(sorted(named)) if is_enough(total, fewest) else (),
        tuple(sorted(nameless)) if shown else (),
        through_me,
        withheld=bool(nameless) and not shown,
        may_sum_up=campaign.state is CampaignState.CLOSED,
    )


async def prepare_sum(question: AboutCampaign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Answers:
    return Answers(await _ready(question.campaign, actor, work))


async def sum_up(command: SumUp, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Campaign:
    """Keep the themes and post the result where the question was, when school is open."""
    campaign = await _ready(command.campaign, actor, work)
    places = [str(place) for place in range(1, THEMES + 1)]
    campaign.themes = tuple(
        Theme(command.themes[place], command.counts.get(place) or 0)
        for place in places
        if command.themes.get(place)
    )
    if not campaign.themes:
        raise Refusal(NO_THEME, field="themes.1")
    if any(theme.count > campaign.answers for theme in campaign.themes):
        raise Refusal(f"Only {campaign.answers} answers came in. Change the numbers.", field="counts.1")
    campaign.next_step = command.next_step
    campaign.become(CampaignState.POSTED)
    sees = await viewer(actor, work=work, clock=clock)
    fewest = (await work.settings.now()).k
    counted = campaign.answers < len(asked(campaign, sees.roster))
    message = wording.result(campaign, sees.roster.name(actor.person_id), fewest, counted=counted)
    for audience in channels(campaign):
        await work.outbox.post(
            audience,
            message,
            key=f"campaign/{campaign.id}/result/{audience.key}",
            due_at=opening_of(sees.calendar, sees.now),
        )
    return campaign


async def _ready(campaign_id: str, actor: Actor, work: UnitOfWork) -> Campaign:
    campaign = await found(campaign_id, work)
    permit(actor, "sum-up-campaign", *standing(campaign, actor))
    if campaign.state in (CampaignState.POSTED, CampaignState.WITHDRAWN):
        raise OutOfDate(SUMMED_UP.format(label=campaign.label))
    if campaign.state is not CampaignState.CLOSED:
        raise OutOfDate(STILL_OPEN.format(label=campaign.label))
    return campaign
