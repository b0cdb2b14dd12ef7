"""Once a day the roster is compared with the workspace."""

from datetime import date, time

import pytest

from bot.model.people import the_clock
from bot.routines import people
from bot.routines.requests import Nothing
from bot.routines.roster.reconciling import Reconcile, reconcile
from tests.conftest import SCHOOL
from tests.letters import letters

FRIDAY = date(2026, 10, 23)


@pytest.fixture
def night(perform, sample, clock):
    """Compare with a workspace in which these people's accounts are deactivated, or live."""

    async def compared(
        *gone: str,
        day: date = FRIDAY,
        at: time = time(3),
        living: tuple[str, ...] = (),
        on: str = "slack",
    ) -> None:
        clock.on(day, at)
        ids = {key: sample.keyed(key).id for key in (*gone, *living)}
        seen = Reconcile(
            platform=on,
            matched=41,
            gone=tuple(ids[key] for key in gone),
            living=tuple(ids[key] for key in living),
        )
        await perform(reconcile, seen, actor=the_clock(SCHOOL))

    return compared


@pytest.fixture
def active(perform):
    async def keys() -> set[str]:
        roster = await perform(people.whole_roster, Nothing(), actor=the_clock(SCHOOL))
        return {person.key for person in roster.people if person.active}

    return keys


@pytest.fixture
def said(units):
    """What was said under a key of the roster, with whom it was said to."""

    async def about(what: str) -> list[tuple[str, str]]:
        return [
            (one.audience, one.text) for one in await letters(units) if one.key.startswith(f"roster/{what}")
        ]

    return about


async def test_whose_account_is_deactivated_has_left_and_the_admin_hears_who(night, active, said, who):
    await night("bea-birch")

    assert "bea-birch" not in await active()
    [(to, text)] = await said("gone")
    assert to == f"person:{who('noel-mint').person_id}"
    assert "Bea Birch" in text


async def test_it_waits_for_the_night_and_happens_once_a_day(night, active):
    await night("bea-birch", at=time(1))
    assert "bea-birch" in await active()

    await night(at=time(2))
    await night("bea-birch", at=time(15))
    assert "bea-birch" in await active()

    await night("bea-birch", day=date(2026, 10, 24))
    assert "bea-birch" not in await active()


@pytest.mark.parametrize(("gone", "leave"), [(8, True), (9, False), (41, False)])
async def test_an_outage_empties_no_school(night, active, said, sample, gone, leave):
    keys = [person.key for person in sample.people[:gone]]

    await night(*keys)

    assert len(await active()) == (41 - gone if leave else 41)
    assert bool(await said("too-many")) is not leave


async def test_an_account_that_lives_again_is_said_once_and_nothing_happens_by_itself(night, active, said):
    await night("bea-birch")
    for day in (26, 27):
        await night(day=date(2026, 10, day), living=("bea-birch", "cal-cedar"))

    assert "bea-birch" not in await active()
    [(_, text)] = await said("back")
    assert "Bea Birch" in text
    assert "Cal Cedar" not in text


async def test_who_is_on_another_platform_too_stays_and_leaves_when_that_account_has_gone_as_well(
    night, active, said, units, sample
):
    key = f"person:{sample.keyed('bea-birch').id}"
    async with units.writing(SCHOOL) as work:
        for platform in ("slack", "teams"):
            await work.people.reach(platform, "workspace", "T1")
            await work.people.reach(platform, key, "U1")

    await night("bea-birch", "cal-cedar")
    assert "bea-birch" in await active()
    assert "cal-cedar" not in await active()
    [(_, text)] = await said("stays")
    assert "They are still in Teams" in text
    assert "Bea Birch" in text
    assert "Bea Birch" not in (await said("gone"))[0][1]

    await night("bea-birch", on="teams", at=time(4))
    assert "bea-birch" not in await active()
