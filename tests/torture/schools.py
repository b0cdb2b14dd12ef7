"""Two schools in one workspace, new this moment."""

from bot.app.core import SystemClock
from bot.app.sample import SampleSchool, sample_school
from bot.model.people import Actor, Relation
from bot.perform import Performer
from bot.routines import school
from bot.routines.school_file import SchoolFile
from storage import migrations
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.databases import SEALER


def schools() -> list[SampleSchool]:
    """The sample school, and the same a second time with people and channels of its own."""
    sample = sample_school()
    told = sample.file.model_dump(mode="json")
    told["school"] |= {"key": "next-elementary", "name": "Next Elementary"}
    told["channels"] = {place: f"next-{name}" for place, name in told["channels"].items()}
    for team in told["teams"]:
        team["channel"] = team["channel"] and f"next-{team['channel']}"
    for person in told["people"]:
        person["email"] = person["email"].replace("@sample.", "@next.")
    return [sample, SampleSchool(SchoolFile.model_validate(told))]


async def moved_in(url: str, schools: list[SampleSchool]) -> None:
    """Bring the database to the program's shape, and apply the schools."""
    engines = connect(url, SEALER)
    await migrations.upgrade(engines.writer)
    perform = Performer(UnitsOfWork(engines), SystemClock())
    for one in schools:
        operator = Actor(one.key, "operator", frozenset({Relation.BOT_ADMIN}))
        await perform(school.apply, school.ApplySchool(file=one.file), actor=operator)
    await engines.dispose()
