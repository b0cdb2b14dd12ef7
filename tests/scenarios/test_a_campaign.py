"""The ILT asks one question: from the draft to the result in the same channel, as it is lived in chat."""

from datetime import date, time

import pytest

QUESTION = "What takes time that could go to reading?"
K1 = ("bea-birch", "cal-cedar", "dot-dogwood", "eli-elm", "fay-fern")


@pytest.mark.requirement("R-119")
async def test_one_question_goes_out_is_answered_and_its_result_comes_back_where_it_was_asked(world):
    oli, uma = world.person("oli-nettle"), world.person("uma-thistle")
    await uma.says("/ilt campaign")
    assert "Only ILT members" in uma.whispers()[-1]

    await oli.says(f"/ilt campaign {QUESTION}")
    await oli.submits(what=QUESTION, teams=["k-1"], days="3")
    assert "It goes to K-1 (8 people) and is open for 3 school days." in oli.whispers()[-1]
    await oli.presses("Ask it")
    assert "It closes on Thu, Oct 22" in oli.whispers()[-1]

    ida = world.person("ida-hazel")
    assert QUESTION in await ida.opens_home()
    await ida.presses_at_home("Answer")
    await ida.submits(answer="Long meetings.", mode="anonymous")
    assert "It is in, without your name" in str(ida.form().blocks)
    for place, key in enumerate(K1):
        teacher = world.person(key)
        await teacher.presses("Answer", "#k-1")
        await teacher.submits(answer=f"Copying takes {place} hours.", mode="named")
        assert "Your answer to Q-001 is in." in teacher.whispers()[-1]

    await world.until(date(2026, 10, 23), time(8))
    assert any("6 answers came in" in letter for letter in oli.letters())
    await oli.presses("Read the answers")
    assert "Bea Birch: Copying takes 0 hours." in oli.whispers()[-1]
    assert "Long meetings." not in oli.whispers()[-1], "only three others could have said it"
    await oli.presses("Sum up")
    await oli.submits(themes__1="Copying takes long", counts__1="5", next_step="We try a shared copier.")

    heard = [one for one in world.heard_in("#k-1", "ida-hazel") if "You answered" in one]
    assert "Copying takes long (5 answers)" in heard[-1]
    assert "What happens next: We try a shared copier." in heard[-1]
