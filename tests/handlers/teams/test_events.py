"""What Teams tells of its own accord: the app added and removed, and where it wants to be answered."""

from tests.handlers.teams.a_tenant import STAFF, TENANT, VISITOR, chat_of, user_id

ANA = "quin-poppy"


async def person_id(sample, key=ANA):
    return next(one.id for one in sample.people if one.key == key)


async def test_whoever_adds_the_app_is_greeted_once_and_reached_from_then_on(
    someone, sandbox, bot, known, sample
):
    ana, person = someone(), await person_id(sample)

    await sandbox.comings.install(ana.id)
    await sandbox.sender.again()
    await bot.afterwards.drain()

    (menu,) = ana.private
    assert "What would you like to do?" in menu
    addresses = await known()
    assert addresses[f"person:{person}"] == user_id(ANA)
    assert addresses[f"dm:person:{person}"] == chat_of(ANA)


async def test_whoever_removes_the_app_is_no_longer_reached_there(someone, sandbox, bot, known, sample):
    ana, person = someone(), await person_id(sample)
    await ana.types("hello")

    await sandbox.comings.uninstall(ana.id)
    await bot.afterwards.drain()

    assert f"dm:person:{person}" not in await known()
    await sandbox.comings.install(ana.id)
    await bot.afterwards.drain()
    assert (await known())[f"dm:person:{person}"] == chat_of(ANA)


async def test_whoever_the_school_does_not_know_is_left_in_peace(http, sandbox, bot):
    await sandbox.comings.install(VISITOR.id)
    await bot.afterwards.drain()

    assert sandbox.acting.messages("", VISITOR.id) == []


async def test_an_upgrade_is_no_reason_to_greet_again(someone, sandbox, bot):
    ana = someone()
    news = sandbox.activities.installation(
        sandbox.tenant.person(ana.id), sandbox.tenant.place("", ana.id), "add-upgrade"
    )

    await sandbox.sender.deliver(news)
    await bot.afterwards.drain()

    assert ana.private == []


async def test_people_who_come_and_go_in_a_team_are_none_of_the_bots_business(sandbox, someone, bot):
    ana = someone()

    await sandbox.comings.remove_member(STAFF, user_id("ray-quince"), ana.id)
    await sandbox.comings.add_member(STAFF, user_id("ray-quince"), ana.id)
    await bot.afterwards.drain()

    assert sandbox.calls.of("activities.create") == []
    assert sandbox.acting.errors == []


async def test_the_connector_may_move_and_is_remembered_where_it_is_now(someone, bot, known, sandbox):
    bot.tenants.introduce(bot.tenants.of_team(TENANT).school, TENANT, "https://smba.trafficmanager.net/old/")

    (said,) = await someone().types("status 12")

    assert said.words == "Input 12 is waiting for an answer."
    assert (await known())["service"] == sandbox.service_url


async def test_what_is_known_already_is_not_written_again(someone, logged):
    ana = someone()
    await ana.types("status 12")
    logged()

    await ana.types("status 12")

    assert "LearnAddresses" not in logged()
