"""What is handed on belongs to the ILT: it is whole whoever recorded it, and quotes nobody."""

import pytest

from bot.errors import NotPermitted
from bot.messages.decisions import handover as wording
from bot.messages.plain import plain
from bot.model.people import Actor
from bot.routines import decisions
from bot.routines.decisions import PutQuestion
from bot.routines.requests import Nothing
from tests.conftest import OPERATOR
from tests.routines.decisions.told import WEDNESDAY, recorded, relayed


async def packed(perform, actor: Actor):
    return await perform(decisions.hand_over, Nothing(), actor=actor)


async def test_the_pack_holds_what_stands_what_is_open_and_what_comes(perform, clock, who):
    decision = await relayed(perform, clock, who)
    await recorded(perform, clock, who, on=WEDNESDAY, statement="A <!channel> *loud* one")
    put = PutQuestion(decision=decision.id, text="Does drawing count?")
    await perform(decisions.ASK.put, put, actor=who("pia-olive"))
    pack = await packed(perform, who("mina-linden"))
    document, said = wording.markdown(pack), plain(wording.message(pack))
    for words in (
        "D-001: Every math block has 3 minutes of writing before talk. From Mon, Nov 2. "
        "Owner: Dale Clover. Review: Tue, Dec 8.",
        "1 question or concern about D-001 without an answer",
        "Tue, Dec 8: D-001 review",
    ):
        assert words in document
        assert words in said
    assert "A \\<!channel\\> \\*loud\\* one." in document
    assert "drawing" not in document
    assert "Pia" not in document


async def test_the_terminal_and_the_leader_may_read_it_and_staff_may_not(perform, clock, who):
    assert (await packed(perform, OPERATOR)).in_force == ()
    with pytest.raises(NotPermitted):
        await packed(perform, who("pia-olive"))
