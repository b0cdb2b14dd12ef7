"""Forms as dialogs: what is filled in reaches the command, and a "no" keeps every word."""

import asyncio
from datetime import date, time

from bot.messages.vocabulary import Button, Message, buttons
from handlers.teams.blocks import Cards
from tests.conftest import SCHOOL
from tests.handlers.a_catalogue import A_VISIT, GiveInput
from tests.handlers.teams.a_tenant import VISITOR

LEADER = "mina-linden"
VISIT = {
    "room": "Room 217",
    "teams": ["Grade 3", "Grade 4"],
    "on": date(2026, 10, 22),
    "at": time(9, 15),
    "minutes": 20,
    "quiet": True,
    "changes__grade-3": "They move",
}


async def plan(person, **changed):
    await person.opens("walk")
    return await person.submits(**{**VISIT, **changed})


async def test_a_form_says_what_is_wrong_beside_the_field_and_keeps_the_words(someone, routines):
    ana = someone()
    await ana.opens("input")

    dialog = await ana.submits(see="Too loud")

    assert dialog.field("see").error == "⚠ Please write a little more: at least 10 characters."
    assert dialog.field("see").value == "Too loud"
    assert routines.kept == []


async def test_words_cleared_in_the_form_do_not_come_back(someone, routines):
    ana = someone()
    await ana.opens("input The bell is too loud")

    dialog = await ana.submits(see="  ")

    assert dialog.field("see").error == "⚠ Please fill this in."
    assert routines.kept == []


async def test_every_kind_of_field_reaches_the_command(someone, routines):
    assert await plan(someone(LEADER)) is None

    [(command, _)] = routines.kept
    assert command == A_VISIT


async def test_what_is_left_blank_is_the_commands_own_default(someone, routines):
    await plan(someone(LEADER), at=None, minutes=None, quiet=False, **{"changes__grade-3": ""})

    [(command, _)] = routines.kept
    assert (command.at, command.minutes, command.quiet, command.changes) == (None, 10, False, {})


async def test_a_refusal_stands_beside_its_field_and_undoes_everything(someone, routines):
    dialog = await plan(someone())

    assert dialog.field("on").error == "⚠ Only the school leader can plan a visit on a Friday."
    assert dialog.field("changes.grade-3").value == "They move"
    await plan(someone(LEADER))
    assert someone(LEADER).private[-1] == "Kept as 1."


async def test_a_form_refused_can_be_sent_again(someone, routines):
    ana = someone()
    await ana.opens("input")
    await ana.submits(see="Too loud")

    assert await ana.submits(see="Much too loud") is None

    assert [command.see for command, _ in routines.kept] == ["Much too loud"]


async def test_a_form_sent_twice_is_kept_once(someone, sandbox, routines, bot):
    ana = someone()
    await ana.opens("input")
    await ana.submits(see="The bell is too loud")

    answer = await sandbox.sender.again()
    await bot.afterwards.drain()

    assert (answer.status, answer.body) == (200, "")
    assert len(routines.kept) == 1
    assert [said for said in ana.private if said.startswith("Kept")] == ["Kept as 1."]


async def test_parts_appear_by_an_answer_and_the_words_stay(someone, routines):
    ana = someone()
    await ana.opens("input The bell is too loud")

    dialog = await ana.submits("Show what follows", kind="rep")

    assert [field.name for field in dialog.fields] == ["see", "kind", "rep"]
    assert dialog.field("see").value == "The bell is too loud"
    await ana.submits(rep="Oli")
    [(command, _)] = routines.kept
    assert command == GiveInput(see="The bell is too loud", kind="rep", rep="Oli")


async def test_what_follows_from_an_answer_is_shown_before_anything_is_sent(someone, routines):
    ana = someone()
    await ana.opens("input The bell is too loud")

    dialog = await ana.submits(kind="rep")

    assert "Some of this form follows from what you chose." in dialog.words
    assert routines.kept == []
    assert await ana.submits() is None
    assert [command.kind for command, _ in routines.kept] == ["rep"]


async def test_parts_that_went_away_again_are_not_sent(someone, routines):
    ana = someone()
    await ana.opens("input The bell is too loud")
    await ana.submits("Show what follows", kind="rep")
    await ana.submits("Show what follows", kind="named", rep="Oli")

    await ana.submits()

    [(command, _)] = routines.kept
    assert command == GiveInput(see="The bell is too loud", kind="named")


async def test_a_failure_leaves_the_form_open_with_a_reference(someone, logged):
    ana = someone()
    await ana.opens("break-late")

    dialog = await ana.submits(words="my secret words")

    said = dialog.field("words").error
    assert "Nothing was saved; your words are still here." in said
    assert dialog.field("words").value == "my secret words"
    in_the_log = logged()
    assert said.partition("(reference ")[2].rstrip(")") in in_the_log
    assert "secret words" not in in_the_log


async def test_a_form_of_an_older_version_says_so(someone, sandbox, routines):
    ana = someone()
    dialog = await ana.opens("input")
    for action in dialog.card["actions"]:
        action["data"]["_form"]["verb"] = "say-something"

    shown = await ana.submits(see="The bell is too loud")

    assert "I have been updated since you opened this form." in shown.words
    assert routines.kept == []


async def test_a_button_whose_form_is_refused_opens_a_page_that_says_why(http, sandbox, bot):
    page = Cards(lambda verb: True).pages(Message("A form", (buttons(Button("Add", "add-item")),)))[0]
    chat = await bot.tenants.opened(SCHOOL, VISITOR.id)
    message = await bot.connector.post(sandbox.service_url, chat, page.activity)

    await sandbox.acting.press(VISITOR.id, message, "Add")

    assert sandbox.acting.dialog(VISITOR.id).words == "I do not know you at this school yet."


async def test_who_cannot_be_written_to_reads_the_answer_on_the_last_page(someone, sandbox, routines):
    ana = someone()
    await ana.uses("add-item", "ILT")
    sandbox.acting.comings.block(ana.id)

    page = await ana.submits(title="Exit tickets")

    assert page.words == "Kept as 1."
    assert len(routines.kept) == 1


async def test_many_people_send_forms_at_once(someone, sample, routines):
    people = [someone(person.key) for person in sample.people if person.key != "pia-olive"][:8]
    await asyncio.gather(*(person.opens("input The bell is too loud") for person in people))

    await asyncio.gather(*(person.submits() for person in people))

    assert len(routines.kept) == 8
    assert {person.private[-1] for person in people} == {f"Kept as {number}." for number in range(1, 9)}


async def test_what_is_said_only_there_is_the_last_page_and_nothing_comes_in_the_chat(someone, routines):
    ana = someone()
    await ana.uses("whisper")

    page = await ana.submits(words="The bell is too loud")

    assert (page.title, page.words) == ("Keep this code", "CODE-1")
    assert (len(routines.kept), ana.private) == (1, [])


async def test_a_caution_can_be_followed_by_every_word_that_was_written(someone, routines):
    ana = someone()
    await ana.opens("memo Sam was late again")

    caution = await ana.submits(mood="cross")
    assert caution.words.startswith("This looks like it names a student: “Sam”.")
    dialog = await ana.submits("Edit")

    assert [field.value for field in dialog.fields] == ["Sam was late again", "cross"]
    assert routines.kept == []
    assert await ana.submits(words="Somebody was late again") is None
    assert len(routines.kept) == 1


async def test_a_caution_can_be_followed_by_nothing(someone, routines):
    ana = someone()
    await ana.opens("memo Sam was late again")
    await ana.submits()

    assert await ana.submits("Discard") is None

    assert routines.kept == []
    assert (await ana.opens("memo")).field("words").value == ""


async def test_a_draft_is_there_the_next_time_until_it_is_dropped_or_sent(someone, routines):
    ana = someone()
    await ana.opens("memo")
    saved = await ana.submits("Save for later", words="The bell")
    assert "Saved at" in saved.words
    ana.acting.close(ana.id)

    dialog = await ana.opens("memo")
    assert "This is what you had at" in dialog.words
    assert dialog.field("words").value == "The bell"
    afresh = await ana.submits("Start afresh")
    assert afresh.field("words").value == ""

    await ana.submits("Save for later", words="The bell")
    await ana.submits()
    assert [command.words for command, _ in routines.kept] == ["The bell"]
    assert (await ana.opens("memo")).field("words").value == ""
