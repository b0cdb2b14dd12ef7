"""The ILT asks one question: a draft, then a post with one button, and taking it back."""

from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.campaigns import asking as wording
from bot.messages.campaigns.asking import Asked, Desk
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.campaigns import (
    DAYS,
    LONGEST_OPEN,
    LONGEST_QUESTION,
    Campaign,
    CampaignState,
    asked,
    is_enough,
)
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation, in_words
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.staff_input.telling import opening_of
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NOT_THERE = "I cannot find that question. Open Home to see what the ILT asks now."
NO_TEAM = "One of these teams is not there any more. Choose again."
TOO_SMALL = (
    "Fewer than {fewest} people would be asked, so no answer could be shown. Choose more teams, or all staff."
)
NO_DATES = "The school calendar has no school day to close it on. Ask for fewer days, or add the dates first."
GONE_OUT = "{label} has gone out already, so its words stay. You can take it back and ask anew."

Wording = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION)]
Days = Annotated[int, Field(ge=1, le=LONGEST_OPEN)]


class BeforeAsking(Question):
    what: str = ""


class AskQuestion(Command):
    """A draft of one question to some teams; to all staff when none is named."""

    what: Wording
    teams: tuple[str, ...] = ()
    days: Days = DAYS


class AboutCampaign(Question):
    campaign: str


class ChangeCampaign(AskQuestion):
    campaign: str


class OpenCampaign(Command):
    campaign: str


class DropCampaign(Command):
    campaign: str


async def prepare(question: BeforeAsking, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    permit(actor, "campaign")
    return Desk(_teams(await work.people.roster()))


async def draft(command: AskQuestion, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asked:
    """Keep a draft that only its author sees."""
    permit(actor, "campaign")
    sees = await viewer(actor, work=work, clock=clock)
    campaign = Campaign(
        school=work.school,
        number=await work.numbers.next("campaign"),
        question=command.what,
        teams=await _checked(command.teams, sees.roster, work),
        days=command.days,
        asked_by=actor.person_id,
        drafted_on=sees.today,
    )
    work.campaigns.add(campaign)
    return about(campaign, sees)


async def prepare_change(question: AboutCampaign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    campaign = await found(question.campaign, work)
    permit(actor, "change-campaign", *standing(campaign, actor))
    _is_draft(campaign)
    return Desk(_teams(await work.people.roster()), campaign)


async def change(command: ChangeCampaign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asked:
    campaign = await found(command.campaign, work)
    permit(actor, "change-campaign", *standing(campaign, actor))
    _is_draft(campaign)
    sees = await viewer(actor, work=work, clock=clock)
    campaign.question, campaign.days = command.what, command.days
    campaign.teams = await _checked(command.teams, sees.roster, work)
    return about(campaign, sees)


async def ask(command: OpenCampaign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asked:
    """Post the question in every chosen channel when school is open; it closes by itself."""
    campaign = await found(command.campaign, work)
    permit(actor, "ask-campaign", *standing(campaign, actor))
    _is_draft(campaign)
    sees = await viewer(actor, work=work, clock=clock)
    await _checked(campaign.teams, sees.roster, work)
    due_at = opening_of(sees.calendar, sees.now)
    try:
        campaign.open(sees.today, sees.calendar.shift(sees.calendar.today(due_at), campaign.days))
    except NoSchoolAhead as error:
        raise Refusal(NO_DATES) from error
    told = about(campaign, sees)
    message = wording.post(told, sees.roster.name(campaign.asked_by))
    for audience in channels(campaign):
        await work.outbox.post(
            audience,
            message,
            key=f"campaign/{campaign.id}/asked/{audience.key}",
            due_at=due_at,
            reason=f"campaign-open:{campaign.id}",
        )
    return told


async def drop(command: DropCampaign, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Campaign:
    """Discard a draft, or take a question back with its posts and its answers, until its result is out."""
    campaign = await found(command.campaign, work)
    permit(actor, "drop-campaign", *standing(campaign, actor))
    if not campaign.become(CampaignState.WITHDRAWN):
        raise OutOfDate(f"{campaign.label} is over already. There is nothing left to do.")
    for letter in await work.outbox.standing(f"campaign/{campaign.id}/asked/"):
        await work.outbox.remove(letter.key, edit="taken-back", due_at=clock.now())
    await work.campaigns.forget_answers(campaign.id)
    return campaign


async def found(campaign_id: str, work: UnitOfWork) -> Campaign:
    campaign = await work.campaigns.find(campaign_id)
    if campaign is None:
        raise NotFound(NOT_THERE)
    return campaign


def standing(campaign: Campaign, actor: Actor) -> tuple[Relation, ...]:
    return (Relation.AUTHOR,) if campaign.asked_by == actor.person_id else ()


def about(campaign: Campaign, sees: Viewer) -> Asked:
    return Asked(campaign, whom(campaign, sees.roster), len(asked(campaign, sees.roster)), campaign.closes_on)


def whom(campaign: Campaign, roster: Roster) -> str:
    """Who is asked, in words: "Grade 2 and Grade 3", or "all staff"."""
    teams = [roster.team(key) for key in campaign.teams]
    return in_words(team.name for team in teams if team) or wording.ALL_STAFF


def channels(campaign: Campaign) -> list[Audience]:
    return [Audience.team(key) for key in campaign.teams] or [Audience.all_staff()]


def _teams(roster: Roster) -> tuple[tuple[str, str], ...]:
    return tuple((team.key, team.name) for team in roster.teams)


async def _checked(teams: tuple[str, ...], roster: Roster, work: UnitOfWork) -> tuple[str, ...]:
    """The teams in the roster's order. Raises `Refusal` when one is gone, or so few are asked that no
    answer could ever be shown."""
    if not set(teams) <= {team.key for team in roster.teams}:
        raise Refusal(NO_TEAM, field="teams")
    chosen = tuple(team.key for team in roster.teams if team.key in teams)
    people = {one.id for key in chosen for one in roster.members(key)} or {
        one.id for one in roster.people if one.active
    }
    fewest = (await work.settings.now()).k
    if not is_enough(len(people), fewest):
        raise Refusal(TOO_SMALL.format(fewest=max(5, fewest)), field="teams")
    return chosen


def _is_draft(campaign: Campaign) -> None:
    if campaign.state is not CampaignState.DRAFT:
        raise OutOfDate(GONE_OUT.format(label=campaign.label))
