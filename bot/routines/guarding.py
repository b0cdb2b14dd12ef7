"""Looking words over before anything is kept: the one place for every form and every platform."""

from bot.content.student_guard import student_guard
from bot.errors import Cautioned
from bot.messages import guard as wording
from bot.model.evaluation import rating_in
from bot.model.everybody import Roster
from bot.model.guard import texts_of
from bot.model.staff_input import names_in
from bot.routines.requests import Command, Request
from storage.unit_of_work import UnitOfWork


async def look_over(request: Request, work: UnitOfWork) -> None:
    """Raise `Cautioned` when a text of this command may name a child or rates a teacher; without a name,
    when it names a colleague either.

    What is found is told to the person who wrote it and to nobody else, and is written down nowhere.
    """
    if not isinstance(request, Command):
        return
    values = {name: getattr(request, name, None) for name in type(request).model_fields}
    texts = [(field, words) for field, words in texts_of(values) if is_free(field, words, request)]
    if not texts:
        return
    roster = await work.people.roster()
    adults = roster.adults
    for field, words in texts:
        found = student_guard().suspicion(words, adults)
        if found is not None:
            contact = (await work.settings.now()).safety_contact
            raise Cautioned(wording.TITLE, wording.names_a_student(found.words, contact), field=field)
        rating = rating_in(words, adults)
        if rating is not None:
            raise Cautioned(wording.TITLE, wording.rates_a_teacher(rating), field=field)
        if request.is_anonymous:
            _without_colleagues(field, words, roster)


def is_free(field: str, words: str, request: Request) -> bool:
    """Whether it is something a person wrote: more than one word, and not the name of a colleague."""
    return len(words.split()) > 1 and field.partition(".")[0] not in request.name_staff


def _without_colleagues(field: str, words: str, roster: Roster) -> None:
    named = next(iter(names_in(roster, words)), None)
    if named is not None:
        raise Cautioned(wording.TITLE, wording.names_a_colleague(named), field=field)
