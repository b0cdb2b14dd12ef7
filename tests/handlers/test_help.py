"""`/ilt help` lists what somebody may type by what it is for, on a page that can be read on a phone."""

from bot.permissions import may
from bot.routines.start import AskForHelp, Start
from handlers.catalogue import catalogue

TEACHER, PRINCIPAL = "uma-thistle", "mina-linden"


def by_verb():
    return {one.verb: one for one in catalogue(Start(()))}


async def helped(perform, actor):
    return await perform(by_verb()["help"].routine, AskForHelp(), actor=actor)


async def test_a_teacher_reads_first_how_to_say_something(perform, who):
    groups = await helped(perform, who(TEACHER))
    assert groups[0].title == "Say something, and see what became of it"
    assert [line.usage for line in groups[0].lines][:2] == [
        "input [what you see]",
        "status [number or code]",
    ]
    assert "Answer staff" not in {group.title for group in groups}


async def test_what_a_principal_may_type_is_listed_once_and_a_second_name_never(perform, who):
    actor = who(PRINCIPAL)
    listed = [line.usage for group in await helped(perform, actor) for line in group.lines]
    typed = [one.usage for one in by_verb().values() if one.usage and may(actor, one.verb)]
    assert sorted(listed) == sorted(set(typed) - {"help", "pop [one sentence]"})


async def test_no_list_is_longer_than_a_phone(perform, who):
    groups = await helped(perform, who(PRINCIPAL))
    assert max(len(group.lines) for group in groups) <= 12
