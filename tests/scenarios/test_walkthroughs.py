"""Walkthroughs: a visit on a phone, and what the ILT makes of all of them."""

from datetime import date, time

import pytest


@pytest.mark.requirement("R-128", "R-305")
async def test_visits_become_a_trend_that_is_explained_and_put_on_the_agenda(world):
    dale, oli, pia = world.person("dale-clover"), world.person("oli-nettle"), world.person("pia-olive")

    await pia.says("/ilt-walk", "grade-3")
    assert not pia.has_form()
    assert "Only ILT members" in pia.whispers()[-1]

    await dale.says("/ilt-walk", "ilt")
    await dale.submits(band="3-5", subject="math", first_visit="yes", notes="Great class", marks__RT1="seen")
    assert dale.has_form(), "the words are kept while the form says what to change"
    await dale.submits(
        band="3-5", subject="math", first_visit="yes", notes="7 of 9 pairs spoke", marks__RT1="seen"
    )
    assert "Thank you. That makes 5 visits" in dale.whispers()[-1]

    await oli.presses("How is this computed?", "ilt")
    assert "visits marked Seen, divided by" in oli.whispers()[-1]
    await oli.presses("Discuss at the ILT on Oct 27", "ilt")
    assert "on the agenda of the ILT on Tue, Oct 27" in oli.whispers()[-1]

    await oli.says("/ilt trends", "ilt")
    assert "pairs spoke" not in oli.whispers()[-1]
    await dale.says("/ilt trends", "ilt")
    assert "7 of 9 pairs spoke" in dale.whispers()[-1]

    await world.until(date(2026, 11, 2), time(7, 45))
    assert any(
        "window on Reasoning and student talk is closed" in words
        for words in world.heard_in("ilt", by="dale-clover")
    )
