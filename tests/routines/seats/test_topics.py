"""`/ilt who` about something: a topic, a team, a person."""

import pytest

from bot.messages.plain import plain
from bot.messages.seats.who import shown
from bot.model.people import Actor
from bot.routines.seats import who as seats


@pytest.fixture
def ask(perform, who):
    async def asked(about: str, by: str = "uma-thistle", **changed: object) -> str:
        actor: Actor = who(by)
        return plain(shown(await perform(seats.see, seats.SeeWho(about=about), actor=actor)))

    return asked


@pytest.mark.requirement("R-031")
async def test_walkthroughs_are_not_evaluation_and_have_a_steward(ask):
    said = await ask("walkthroughs")
    assert said.startswith("Walkthroughs are for school-wide trends, not evaluation.")
    assert "Steward: Dale Clover, Math coach. Questions: go to Dale Clover." in said


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("input", "Steward: Noel Mint, Assistant principal"),
        ("1:1s", "What is said in a 1:1 stays between the two."),
        ("Grade 3", "Grade 3: Oli Nettle speaks for it on the ILT."),
        ("grade-3", "They recommend for the team, and relay what the ILT decides."),
        ("Mina Linden", "Leads the school, and decides what the charter leaves to the principal."),
        ("nettle", "Speaks for Grade 3: recommends for the team, and relays decisions."),
        ("Uma Thistle", "Brings ideas and concerns like everybody"),
        ("What is the ILT for?", "What the ILT is for:"),
        ("quidditch", "I know nobody and nothing called “quidditch” here."),
        ("a", "I know nobody and nothing called “a” here."),
    ],
)
async def test_what_is_asked_about_is_found(ask, about, said):
    assert said in await ask(about)
