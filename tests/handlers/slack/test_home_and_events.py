"""What Slack tells of its own accord: Home opened, somebody writes to the bot or names it."""


async def test_home_is_drawn_for_whoever_opens_it(someone, screen, sample):
    ana = someone()

    home = await ana.opens_home()

    assert "Drawn 1 times." in str(home.blocks)
    assert screen.drawn == [sample.actor(sample.keyed("quin-poppy").id)]


async def test_home_says_why_there_is_nothing_for_a_stranger(http, sandbox, slack):
    await sandbox.acting.open_home("U900")
    await slack.afterwards.drain()

    assert "I do not know you at this school yet." in str(sandbox.acting.home("U900").blocks)


async def test_what_is_written_to_the_bot_is_offered_as_input_and_not_kept(someone, sandbox, routines):
    ana = someone()

    await sandbox.acting.write_to_bot(ana.id, "The bell is <too> loud & long")
    await ana.slack.afterwards.drain()

    [_, said] = sandbox.acting.dms(ana.id)
    assert "I have not kept what you wrote." in said.words
    assert said.buttons == ["Send as input", "Help"]
    assert routines.kept == []
    await ana.presses(said, "Send as input", channel=sandbox.workspace.direct(ana.id).id)
    assert ana.view.values["see"]["see"]["value"] == "The bell is <too> loud & long"


async def test_more_than_a_button_carries_is_said(someone, sandbox):
    ana = someone()

    await sandbox.acting.write_to_bot(ana.id, "word " * 500)
    await ana.slack.afterwards.drain()

    assert "The form will hold the first 1500 characters of it." in ana.dms[-1]


async def test_an_event_told_twice_is_answered_once(someone, sandbox):
    ana = someone()
    sandbox.faults.deliver_twice("events_api")

    await sandbox.acting.write_to_bot(ana.id, "Hello")
    await ana.slack.afterwards.drain()

    assert len(sandbox.acting.dms(ana.id)) == 2


async def test_the_bot_does_not_answer_itself(someone, sandbox, slack):
    ana = someone()
    channel = sandbox.workspace.direct(ana.id).id
    event = {"type": "message", "channel": channel, "channel_type": "im", "user": "U0BOT", "text": "Hello"}

    await sandbox.events.tell("message.im", {**event, "bot_id": "B0BOT", "ts": "1.1"})
    await sandbox.events.tell("message.im", {**event, "user": ana.id, "subtype": "message_changed"})
    await slack.afterwards.drain()

    assert ana.dms == []


async def test_naming_the_bot_in_a_channel_shows_the_menu_to_that_person_alone(someone, sandbox):
    ana = someone()

    await sandbox.acting.say(ana.id, "C1", "What can you do, <@U0BOT>?")
    await ana.slack.afterwards.drain()

    assert "What would you like to do?" in ana.private[0]


async def test_other_events_are_heard_and_left_alone(someone, sandbox, slack):
    answer = await sandbox.events.tell("app_home_opened", {"type": "channel_archive", "channel": "C1"})
    await slack.afterwards.drain()

    assert answer is not None
    assert answer.ok
    assert sandbox.calls.of("chat.postMessage") == []
