"""Who somebody on Slack is at the school, and where everybody is reached."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import event

from bot.model.audiences import Audience
from bot.model.languages import Language
from bot.model.people import Relation, the_clock
from bot.routines import drafts, people
from bot.sandbox.seed import User
from handlers.platform.workspaces import UnknownWorkspace
from handlers.slack.accounts import account_of
from tests.conftest import SCHOOL
from tests.handlers.slack.conftest import GUEST_KEY, user_id


async def known(perform) -> dict[str, str]:
    asking = people.KnownAddresses(platform="slack")
    return await perform(people.known_addresses, asking, actor=the_clock(SCHOOL))


async def test_somebody_new_is_found_by_email_once_and_remembered(slack, sandbox, sample, perform):
    ana = user_id(sample, "quin-poppy")

    found = [await slack.identity("T1", ana) for _ in range(3)]

    person = sample.keyed("quin-poppy")
    assert {actor.person_id for actor in found} == {person.id}
    assert len(sandbox.calls.of("users.info")) == 1
    assert (await known(perform))[Audience.person(person.id).key] == ana


async def test_who_is_not_on_the_roster_is_a_stranger(slack):
    actor = await slack.identity("T1", "U900")

    assert actor.relations == {Relation.STRANGER}


async def test_a_guest_of_the_workspace_is_a_guest_of_the_school(slack, sample):
    actor = await slack.identity("T1", user_id(sample, GUEST_KEY))

    assert actor.person_id == sample.keyed(GUEST_KEY).id
    assert Relation.GUEST in actor.relations
    assert Relation.STAFF not in actor.relations


async def test_a_guest_of_a_single_channel_holds_no_role(slack, sandbox, sample):
    rep = user_id(sample, "jay-ivy")
    guest = replace(sandbox.workspace.users[rep], is_restricted=True, is_ultra_restricted=True)
    sandbox.workspace.users[rep] = guest

    assert (await slack.identity("T1", rep)).relations == {Relation.GUEST}


async def test_somebody_slack_cannot_name_just_now_is_who_they_were(slack, sandbox, sample):
    ana = user_id(sample, "quin-poppy")
    await slack.directory.sync(SCHOOL)
    sandbox.faults.server_error("users.info", times=5)

    assert (await slack.identity("T1", ana)).person_id == sample.keyed("quin-poppy").id


async def test_once_everybody_is_known_nobody_waits_for_slack_to_be_asked(slack, sandbox, sample):
    await slack.directory.sync(SCHOOL)

    for person in sample.people:
        await slack.identity("T1", user_id(sample, person.key))

    assert sandbox.calls.of("users.info") == []


async def test_a_role_taken_away_is_gone_with_the_next_click(slack, sample, perform, units):
    ana = user_id(sample, "mina-linden")
    assert Relation.SCHOOL_LEADER in (await slack.identity("T1", ana)).relations
    async with units.writing(SCHOOL) as work:
        roster = await work.people.roster()
        person = roster.keyed("mina-linden")
        await work.people.forget([duty for duty in roster.duties if duty.person == person.id])

    assert Relation.SCHOOL_LEADER not in (await slack.identity("T1", ana)).relations


async def test_another_workspaces_requests_are_not_ours(slack):
    with pytest.raises(UnknownWorkspace):
        await slack.identity("T2", "U100")


def test_an_account_of_another_workspace_is_matched_with_nobody():
    shared = {"id": "U1", "team_id": "T2", "profile": {"email": "quin.poppy@sample.example"}}

    assert account_of(shared, "T1").email is None
    assert not account_of(shared, "T1").is_person
    assert account_of({**shared, "team_id": "T1"}, "T1").email == "quin.poppy@sample.example"
    assert account_of({**shared, "team_id": "T1", "is_email_confirmed": False}, "T1").email is None


async def test_the_directory_finds_people_by_email_and_channels_by_name(slack, sample, perform):
    found = await slack.directory.sync(SCHOOL)

    addresses = await known(perform)
    everyone = [person for person in sample.people if person.active]
    assert found.people == len(everyone)
    assert found.missing == ()
    assert addresses["ilt"] == "C2"
    assert addresses["all-staff"] == "C1"
    assert addresses["team:grade-3"] == "C3"
    assert addresses["workspace"] == "T1"


async def test_the_directory_says_what_is_missing(slack):
    found = {channel.audience: channel for channel in (await slack.directory.sync(SCHOOL)).channels}

    assert found["team:grade-4"].is_archived
    assert not found["team:grade-5"].has_bot
    assert found["team:k-1"].id is None
    assert found["ilt"].has_bot


async def test_a_workspace_of_many_people_is_read_to_its_end(slack, sandbox, sample):
    crowd = {f"U7{number:03}": User(f"U7{number:03}", f"Crowd {number}") for number in range(450)}
    sandbox.workspace.users = crowd | sandbox.workspace.users

    assert (await slack.directory.sync(SCHOOL)).missing == ()
    assert len(sandbox.calls.of("users.list")) == 3


async def test_a_second_look_changes_nothing(slack, perform):
    await slack.directory.sync(SCHOOL)
    before = await known(perform)

    await slack.directory.sync(SCHOOL)

    assert await known(perform) == before


async def test_a_busy_slack_is_waited_for(slack, sandbox):
    sandbox.faults.rate_limit("users.list", 1, times=1)

    async with asyncio.timeout(30):
        found = await slack.directory.sync(SCHOOL)

    assert found.missing == ()


async def test_who_sent_a_form_is_no_question_of_its_own(someone, engines):
    quin = someone("quin-poppy")
    await quin.types("/ilt input")
    asked = []

    def note(connection, cursor, statement, *_):
        asked.append(statement.split()[2])

    ways = (engines.writer.sync_engine, engines.reader.sync_engine)
    for engine in ways:
        event.listen(engine, "before_cursor_execute", note)
    assert await quin.submits(see="Too loud at lunch") is None
    for engine in ways:
        event.remove(engine, "before_cursor_execute", note)

    assert asked[:2] == ["requests", "numbers"]


async def test_who_is_known_from_before_is_who_they_are_when_the_school_has_changed_since(
    someone, routines, units, sample
):
    quin = someone("quin-poppy")
    await quin.types("/ilt input")
    await quin.submits(see="Too loud at lunch")
    await quin.types("/ilt input")
    async with units.writing(SCHOOL) as work:
        (await work.people.to_change()).keyed("quin-poppy").language = Language.SPANISH

    assert await quin.submits(see="Too loud at recess") is None

    assert [actor.language for _, actor in routines.kept] == [Language.ENGLISH, Language.SPANISH]


async def test_words_that_make_no_request_are_kept_for_whoever_has_the_account_by_now(
    someone, perform, sample
):
    """Not for who was last known by it: they would read them."""
    quin = someone("quin-poppy")
    await quin.types("/ilt input")
    await quin.submits(see="Too loud at lunch")
    await quin.types("/ilt memo")
    has_it_now = sample.keyed("jay-ivy")
    theirs = {Audience.person(has_it_now.id).key: quin.id}
    told = people.LearnAddresses(platform="slack", addresses=theirs)
    await perform(people.learn_addresses, told, actor=the_clock(SCHOOL))

    view = await quin.submits(words="ab")
    assert view.errors

    asked = drafts.FindDraft(verb="memo", about="")
    found = {}
    for key in ("quin-poppy", "jay-ivy"):
        found[key] = (await perform(drafts.find, asked, actor=sample.actor(sample.keyed(key).id))).draft
    assert found["quin-poppy"] is None
    assert found["jay-ivy"] is not None
