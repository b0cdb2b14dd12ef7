"""A problem of practice from a complaint to its end, as it is lived in chat."""

from datetime import date, time

REVIEW = date(2026, 11, 5)
GOOD = (
    "In grade 3 math we share after few seconds. If every block has 3 minutes of writing first, "
    "more students will explain how they know: from 44% to 60% of visits."
)


async def test_a_complaint_becomes_something_we_try_and_its_end_is_known(world):
    oli, dale, uma = world.person("oli-nettle"), world.person("dale-clover"), world.person("uma-thistle")
    await uma.says("/ilt problem")
    assert "Only ILT members" in uma.whispers()[-1]

    await oli.says("/ilt pop Students lack stamina")
    await oli.submits(statement="Students lack stamina")
    assert "how long tasks stay at one level" in oli.whispers()[-1]
    await dale.says("/ilt problems")
    assert "no problem of practice yet" in dale.whispers()[-1]

    await oli.presses("Four questions")
    await oli.submits(
        statement=GOOD,
        students="They explain how they know",
        marks__positive="pass",
        marks__solvable="pass",
        marks__measurable="pass",
        marks__specific="pass",
    )
    assert "It is framed" in oli.whispers()[-1]

    await oli.presses("Plan")
    await oli.submits(
        cause="We share too soon",
        move="Three minutes of writing",
        who="Grade 3",
        support="One planning time",
        measure="Visits in which students explain",
        review_on=REVIEW,
        stop_rule="No change after three weeks",
    )
    assert "P-001 is ready" in oli.whispers()[-1]
    await oli.presses("Start")

    await world.until(REVIEW, time(8))
    assert any("P-001 is up for review" in letter for letter in oli.letters())
    await oli.presses("What became of it")
    await oli.submits(how="resolved", learned="Writing first works in every block")
    await dale.says("/ilt problems math")
    assert "Writing first works" in dale.whispers()[-1]
