"""One whole meeting in its thread, as it is lived in chat (SC-1)."""

from datetime import date, time

import pytest

MEETING = date(2026, 10, 27)


class Thread:
    """The agenda's thread in #ilt."""

    def __init__(self, world) -> None:
        self.world = world

    @property
    def _root(self):
        seen = self.world.person("jay-ivy").sees("ilt")
        return next(one for one in reversed(seen) if one.words.startswith("Agenda"))

    def seen(self):
        return self.world.person("jay-ivy").thread("ilt", self._root.ts)

    def says(self, words: str) -> bool:
        return any(words in one.words for one in self.seen())

    async def press(self, person, label: str, saying: str = "") -> None:
        holding = [one for one in self.seen() if label in one.buttons and saying in one.words]
        acting = self.world.running.sandbox.acting
        await acting.press(person.account, self.world.channel("ilt"), holding[-1].ts, label=label)
        await self.world.settle()


@pytest.mark.requirement("R-050", "R-055")
async def test_a_meeting_is_started_led_from_item_to_item_and_ended_in_one_thread(world):
    jay, mina, uma = world.person("jay-ivy"), world.person("mina-linden"), world.person("uma-thistle")
    await jay.says("/ilt add-item Exit tickets")
    await jay.chooses("outcome", "decide")
    await jay.submits(title="Exit tickets", minutes=10, **ASKED)
    await world.until(MEETING, time(15, 20))
    thread = Thread(world)
    assert thread.says("Facilitator, press Start when you begin")
    lead = next(one for one in everybody(world) if "You are facilitating" in "".join(one.letters()))

    await world.until(MEETING, time(15, 31))
    await thread.press(lead, "Start")
    await thread.press(mina, "Start")
    assert "It runs already, since 3:31 PM" in mina.whispers()[-1]
    assert [one for one in thread.seen() if one.words.startswith("1. ")][1:] == []
    assert "The meeting runs: 1." in await lead.opens_home()
    assert "The meeting runs" not in await uma.opens_home()

    while not thread.says(". Exit tickets · 10 minutes"):
        await thread.press(lead, "Next")
    assert "You could ask about" in lead.letters()[-1]
    await lead.presses("Other questions")
    await thread.press(jay, "Add now")
    await jay.submits(title="Field day")
    await thread.press(lead, "Park", "Exit tickets")
    await lead.submits(point="Which grades?", owner="Jay Ivy")
    assert "You look after Which grades?" in jay.letters()[-1]

    await world.until(MEETING, time(15, 50))
    assert "is over its time. What now?" in lead.letters()[-1]
    assert thread.says("The facilitator chooses.")
    await thread.press(jay, "Extend 5")
    await thread.press(lead, "Extend 5")
    assert "has five minutes more" in lead.whispers()[-1]
    await thread.press(lead, "Next")

    await world.until(MEETING, time(16, 30))
    assert thread.says("5 minutes: decisions, owners, relay.")
    await thread.press(lead, "End the meeting", "Time.")
    await lead.submits(**{f"outcomes__{exit_tickets(lead)}": "decided"})
    assert thread.says("Started 3:31 PM, ended 4:30 PM (start +1, end 0).")
    assert "2 things in the parking lot" in await lead.opens_home()
    await lead.presses_at_home("Parking lot")
    assert "Which grades?" in lead.whispers()[-1] + lead.letters()[-1]


ASKED = {"detail": "Two lines", "example": "One example"}


def everybody(world):
    return [world.person(key) for key in world.accounts]


def exit_tickets(person) -> str:
    """The number of its line in the form that is open."""
    for block in person.form().blocks:
        label = str(block.get("label", {}).get("text", ""))
        if "Exit tickets" in label:
            return label.partition(".")[0]
    raise AssertionError("the form does not ask about it")
