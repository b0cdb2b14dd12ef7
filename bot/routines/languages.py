"""In which language the bot speaks to somebody, in a channel, and at the school (R-299)."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.model.audiences import Audience
from bot.model.languages import Language
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork


class LanguageAt(Question):
    """What is spoken at a platform's address: an account, a channel, a direct conversation."""

    platform: str
    address: str


async def language_at(question: LanguageAt, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Language:
    """The language of whoever reads there; the school's own when nobody knows who does."""
    audience = await work.people.addressed(question.platform, question.address)
    roster = await work.people.roster()
    return roster.language_of(Audience((audience or "").removeprefix("dm:")))


class MyLanguage(Question):
    """Which language one reads now."""


class ChooseLanguage(Command):
    """Read everything from now on in this language."""

    language: Language


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is spoken to somebody now, and whether that is new."""

    language: Language
    is_new: bool = True


async def mine(question: MyLanguage, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Chosen:
    permit(actor, "language")
    return Chosen(actor.language, is_new=False)


async def choose(command: ChooseLanguage, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Chosen:
    """Speak this language to the person from now on, what already waits for them included."""
    permit(actor, "choose-language")
    person = (await work.people.to_change()).person(actor.person_id)
    if person is not None:
        person.language = command.language
    return Chosen(command.language)


async def establish(language: Language, *, work: UnitOfWork, by: str, now: datetime) -> list[str]:
    """Let the school speak this language wherever nobody chose another."""
    before = await work.settings.now()
    changed = await work.settings.change(replace(before, language=language), by=by, at=now)
    return [f"Language: {language.own_name}."] if changed else []
