"""Handing a letter over ends before its lease does, so that nobody sends it behind somebody's back."""

import asyncio
from datetime import timedelta

from bot.model.audiences import Audience
from tests.postgres import on_both

GRADE_2 = Audience.team("grade-2")


@on_both
async def test_a_letter_whose_handing_over_takes_longer_than_its_lease_is_not_sent_by_two_replicas(
    another_courier, office, posting, clock
):
    await posting(GRADE_2, "Once")
    office.delays.append(1.0)
    slow = asyncio.create_task(another_courier(lease=timedelta(seconds=0.4)).deliver_due())
    await office.handed(1)
    await asyncio.sleep(0.4)
    clock.advance(seconds=1)

    other = another_courier()
    await other.settle_overdue()
    await other.deliver_due()
    await slow

    assert office.said(GRADE_2) == ["Once"]
