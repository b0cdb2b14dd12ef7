"""Modals: what is asked, what is said beside the fields, what is kept."""

import asyncio

from tests.handlers.a_catalogue import A_VISIT, GiveInput
from tests.handlers.slack.conftest import the_bot_says

LEADER, TEACHER = "mina-linden", "quin-poppy"
VISIT = {
    "teams": ["grade-3", "grade-4"],
    "on": "2026-10-22",
    "at": "09:15",
    "minutes": "20",
    "quiet": ["checked"],
    "changes.grade-3": "They move",
}


async def plan(person, sandbox, **changed):
    await person.types("/ilt walk")
    [room] = await sandbox.acting.suggest(person.id, person.view.id, "room", "room 217")
    return await person.submits(**{"room": room, **VISIT, **changed})


async def test_a_form_says_what_is_wrong_beside_the_field_and_keeps_the_words(someone, routines):
    ana = someone()
    await ana.types("/ilt input")

    view = await ana.submits(see="Too loud")

    assert view.errors == {"see": "Please write a little more: at least 10 characters."}
    assert view.values["see"]["see"]["value"] == "Too loud"
    assert routines.kept == []


async def test_a_blank_is_said_beside_the_field(someone):
    ana = someone()
    await ana.types("/ilt input")

    view = await ana.submits(see="     ")

    assert view.errors == {"see": "Please fill this in."}


async def test_every_kind_of_field_reaches_the_command(someone, routines, sandbox):
    assert await plan(someone(LEADER), sandbox) is None

    [(command, _)] = routines.kept
    assert command == A_VISIT


async def test_what_is_left_blank_is_the_commands_own_default(someone, routines, sandbox):
    blank = {"at": None, "minutes": None, "quiet": [], "changes.grade-3": ""}
    await plan(someone(LEADER), sandbox, **blank)

    [(command, _)] = routines.kept
    assert (command.at, command.minutes, command.quiet, command.changes) == (None, 10, False, {})


async def test_a_choice_among_hundreds_is_found_by_typing(someone, sandbox):
    leader = someone(LEADER)
    await leader.types("/ilt walk")

    async def offered(typed):
        found = await sandbox.acting.suggest(leader.id, leader.view.id, "room", typed)
        return [one["value"] for one in found]

    assert len(await offered("")) == 100
    assert await offered("room 25") == ["room-25", "room-125", "room-225", "room-250"]
    assert await offered("nowhere") == []


async def test_a_refusal_stands_beside_its_field_and_undoes_everything(
    someone, routines, sandbox, perform, who
):
    teacher = someone(TEACHER)

    view = await plan(teacher, sandbox)

    assert view.errors == {"on": "Only the school leader can plan a visit on a Friday."}
    assert view.values["changes.grade-3"]["changes.grade-3"]["value"] == "They move"
    await plan(someone(LEADER), sandbox)
    assert someone(LEADER).private[-1] == "Kept as 1."


async def test_a_form_refused_can_be_sent_again(someone, sandbox, routines):
    ana = someone()
    await ana.types("/ilt input")
    await ana.submits(see="Too loud")

    assert await ana.submits(see="Much too loud") is None

    assert [command.see for command, _ in routines.kept] == ["Much too loud"]


async def test_a_form_sent_twice_is_kept_once(someone, sandbox, routines):
    ana = someone()
    await ana.types("/ilt input")
    sandbox.faults.deliver_twice("interactive")

    await ana.submits(see="The bell is too loud")

    assert len(routines.kept) == 1
    assert [said for said in ana.private if said.startswith("Kept")] == ["Kept as 1."]


async def test_parts_appear_by_an_answer_and_the_words_stay(someone, routines):
    ana = someone()
    await ana.types("/ilt input The bell is too loud")

    await ana.chooses("kind", "rep")

    assert [block["block_id"] for block in ana.view.blocks] == ["see", "kind", "rep"]
    assert ana.view.values["see"]["see"]["value"] == "The bell is too loud"
    await ana.submits(rep="Oli")
    [(command, _)] = routines.kept
    assert command == GiveInput(see="The bell is too loud", kind="rep", rep="Oli")


async def test_parts_that_went_away_again_are_not_sent(someone, routines):
    ana = someone()
    await ana.types("/ilt input The bell is too loud")
    await ana.chooses("kind", "rep")
    await ana.chooses("rep", "Oli")
    await ana.chooses("kind", "named")

    await ana.submits()

    [(command, _)] = routines.kept
    assert command == GiveInput(see="The bell is too loud", kind="named")


async def test_a_value_from_a_button_can_be_cleared_once_its_field_appears(someone, routines, sandbox):
    ts = the_bot_says(sandbox, ("Say", "input", '{"see":"The bell is too loud","rep":"Oli"}'))
    ana = someone()
    await sandbox.acting.press(ana.id, "C1", ts, label="Say")
    await ana.slack.afterwards.drain()
    await ana.chooses("kind", "rep")
    assert ana.view.values["rep"]["rep"]["value"] == "Oli"

    await ana.submits(rep="")

    [(command, _)] = routines.kept
    assert command == GiveInput(see="The bell is too loud", kind="rep", rep=None)


async def test_a_form_drawn_again_too_late_changes_nothing(someone, sandbox, slack):
    ana = someone()
    await ana.types("/ilt input")
    sandbox.faults.refuse("views.update", "hash_conflict")

    await ana.chooses("kind", "rep")

    assert [block["block_id"] for block in ana.view.blocks] == ["see", "kind"]
    assert ana.private == []


async def test_words_cleared_in_the_form_do_not_come_back(someone, routines):
    ana = someone()
    await ana.types("/ilt input The bell is too loud")

    view = await ana.submits(see="  ")

    assert view.errors == {"see": "Please fill this in."}
    assert routines.kept == []


async def test_a_failure_leaves_the_form_open_with_a_reference(someone, logged):
    ana = someone()
    await ana.types("/ilt break-late")

    view = await ana.submits(words="my secret words")

    assert "Nothing was saved; your words are still here." in view.errors["words"]
    assert view.values["words"]["words"]["value"] == "my secret words"
    in_the_log = logged()
    assert view.errors["words"].partition("(reference ")[2].rstrip(")") in in_the_log
    assert "secret words" not in in_the_log


async def test_a_form_of_an_older_version_says_so_and_keeps_the_words(someone, sandbox):
    ana = someone()
    await ana.types("/ilt input")
    ana.view.body["callback_id"] = "say-something"

    view = await ana.submits(see="The bell is too loud")

    assert "I have been updated" in view.errors["see"]


async def test_a_stranger_fills_in_no_form_in_vain(http, sandbox, slack):
    await sandbox.acting.command("U900", "C1", "/ilt input something")
    await slack.afterwards.drain()

    assert sandbox.acting.top_view("U900") is None


async def test_many_people_send_forms_at_once(someone, sandbox, sample, routines):
    people = [someone(person.key) for person in sample.people if person.key != "pia-olive"][:12]
    await asyncio.gather(*(person.types("/ilt input The bell is too loud") for person in people))

    await asyncio.gather(*(person.submits() for person in people))

    assert len(routines.kept) == 12
    assert {person.private[-1] for person in people} == {f"Kept as {number}." for number in range(1, 13)}
