"""Who was not found in the workspace stands on the bot admin's Home, and on nobody else's."""

from bot.model.audiences import Audience
from bot.model.people import the_clock
from bot.routines import people, roster
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL


async def test_only_the_bot_admin_sees_who_was_not_found(perform, units, who, sample, clock):
    async def titles(key: str) -> list[str]:
        async with units.reading(SCHOOL) as work:
            share = await roster.home(await viewer(who(key), work=work, clock=clock), work=work)
        return [f"{section.title}: {section.parts}" for section in share.sections]

    assert await titles("noel-mint") == [], "before the workspace was looked through"
    found = {
        Audience.person(one.id).key: f"U{n}" for n, one in enumerate(sample.people) if one.name != "Eli Elm"
    }
    learn = people.LearnAddresses(platform="slack", addresses=found | {"workspace": "T1"})
    await perform(people.learn_addresses, learn, actor=the_clock(SCHOOL))

    [said] = await titles("noel-mint")
    assert "Eli Elm (eli.elm@sample.example)" in said
    assert "Ada Acorn" not in said
    assert await titles("mina-linden") == await titles("eli-elm") == []


async def test_an_account_that_went_to_somebody_else_is_not_the_former_ones_any_more(perform, sample):
    async def reached(key: str) -> None:
        audience = Audience.person(sample.keyed(key).id).key
        learn = people.LearnAddresses(platform="slack", addresses={audience: "U1"})
        await perform(people.learn_addresses, learn, actor=the_clock(SCHOOL))

    await reached("ada-acorn")
    await reached("bea-birch")

    asking = people.WhoIs(platform="slack", address="U1")
    actor = await perform(people.who_is, asking, actor=the_clock(SCHOOL))
    assert actor.person_id == sample.keyed("bea-birch").id


async def test_who_is_found_on_one_of_two_platforms_is_found(perform, units, who, sample, clock):
    ids = {one.key: Audience.person(one.id).key for one in sample.people}
    on_teams = {"ada-acorn", "bea-birch"}
    slack = {address: f"U{key}" for key, address in ids.items() if key not in {*on_teams, "eli-elm"}}
    teams = {ids[key]: f"29:{key}" for key in on_teams}
    for platform, found in (("slack", slack), ("teams", teams)):
        learn = people.LearnAddresses(platform=platform, addresses=found | {"workspace": "T1"})
        await perform(people.learn_addresses, learn, actor=the_clock(SCHOOL))

    async with units.reading(SCHOOL) as work:
        share = await roster.home(await viewer(who("noel-mint"), work=work, clock=clock), work=work)

    [section] = share.sections
    assert section.title == "Not found in Slack or Teams"
    assert "Eli Elm" in str(section.parts)
    assert "Ada Acorn" not in str(section.parts)
