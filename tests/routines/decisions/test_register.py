"""Reading decisions: the register, and what became of each post."""

from datetime import date

import pytest
from sqlalchemy import func, select, update

from bot.errors import NotFound
from bot.messages.decisions import register as wording
from bot.messages.plain import plain
from bot.model.outbox import LetterState
from bot.routines import decisions
from bot.routines.decisions import FindDecisions, NoteReading, PutQuestion
from storage import tables
from tests.conftest import SCHOOL
from tests.routines.decisions.told import WEDNESDAY, recorded, relayed

SIX = ("k-1", "grade-2", "grade-3", "grade-4", "grade-5", "specialists")


async def looks_up(perform, actor, search=""):
    return plain(
        wording.register(await perform(decisions.look_up, FindDecisions(search=search), actor=actor))
    )


async def settle(units, decision, clock, **fates):
    """Let the posts of a decision end: all arrive, but for those named with their trouble."""
    outbox = tables.outbox.outbox
    async with units.writing(SCHOOL) as work:
        await work.session.execute(update(outbox).values(state=LetterState.SENT))
        for team, (state, trouble) in fates.items():
            key = f"decision/{decision.id}/relay/{team.replace('_', '-')}"
            ended = update(outbox).where(outbox.c.key == key).values(state=state, trouble=trouble)
            await work.session.execute(ended)


async def test_before_the_first_decision_the_register_says_so(perform, who):
    assert (await looks_up(perform, who("pia-olive"))).startswith("There is no decision yet.")


async def test_staff_read_what_has_gone_out_and_the_ilt_also_what_will(perform, clock, who):
    await relayed(perform, clock, who)
    await recorded(perform, clock, who, on=WEDNESDAY, statement="A second one")
    staff, ilt = [await looks_up(perform, who(key)) for key in ("pia-olive", "tea-sage")]
    assert "D-001" in staff
    assert "Decided Tue, Oct 27, in force from Mon, Nov 2." in staff
    assert "D-002" not in staff
    assert "Decided Wed, Oct 28, goes out Thu, Oct 29, 7:45 AM." in ilt
    assert "Relayed" not in staff


@pytest.mark.parametrize("search", ["writing", "WRITING math", "exit slip", "44%"])
async def test_decisions_are_found_by_their_words(perform, clock, who, search):
    await relayed(perform, clock, who)
    assert "D-001" in await looks_up(perform, who("pia-olive"), search)


async def test_words_that_are_nowhere_find_nothing_and_say_what_to_try(perform, clock, who):
    await relayed(perform, clock, who)
    assert (await looks_up(perform, who("pia-olive"), "writing homework")).startswith(
        'I found no decision about "writing homework". Try'
    )


@pytest.mark.parametrize("search", ["D-001", "d1", "1", "d-1"])
async def test_a_number_gives_the_whole_record(perform, clock, who, search):
    await relayed(perform, clock, who)
    said = await looks_up(perform, who("pia-olive"), search)
    for words in (
        "Grade 3: 3 minutes more in each block",
        "Grade 4: Start with one block a day",
        "Stops or shrinks: The written exit slip on Tuesdays",
        "Whom to ask: Dale Clover",
        "Review: Tue, Dec 8",
        "[Ask] [Concern]",
    ):
        assert words in said
    assert "[Withdraw]" not in said


async def test_only_who_may_withdraw_it_is_offered_that(perform, clock, who):
    await recorded(perform, clock, who)
    for key, offered in [("dale-clover", True), ("mina-linden", True), ("tea-sage", False)]:
        assert ("[Withdraw]" in await looks_up(perform, who(key), "D-001")) is offered


@pytest.mark.requirement("R-102")
async def test_the_register_says_how_many_channels_have_it(perform, clock, who, units):
    decision = await relayed(perform, clock, who, teams=SIX[:5])
    await settle(units, decision, clock)
    assert "Relayed 5 of 5." in await looks_up(perform, who("tea-sage"))


async def test_a_post_that_is_lost_or_in_doubt_is_said_to_be(perform, clock, who, units):
    decision = await relayed(perform, clock, who, teams=SIX[:3])
    await settle(
        units, decision, clock, grade_2=(LetterState.UNSURE, None), grade_3=(LetterState.FAILED, "gave_up")
    )
    said = await looks_up(perform, who("tea-sage"), "D-001")
    assert "Relayed 1 of 3." in said
    assert "Grade 2: nobody can tell whether it arrived; please look in the channel." in said
    assert "Grade 3: not delivered, it could not be delivered after several tries." in said


async def test_a_long_register_shows_the_newest_and_how_to_find_the_others(perform, clock, who):
    for _ in range(9):
        await relayed(perform, clock, who)
    said = await looks_up(perform, who("pia-olive"))
    assert "D-009" in said
    assert "D-001  " not in said
    assert "The newest 8 of 9." in said


async def test_staff_read_how_much_was_asked_and_the_ilt_what(perform, clock, who):
    decision = await relayed(perform, clock, who)
    put = PutQuestion(decision=decision.id, text="Does drawing count?")
    await perform(decisions.ASK.put, put, actor=who("pia-olive"))
    staff, ilt = [await looks_up(perform, who(key), "D-001") for key in ("quin-poppy", "tea-sage")]
    assert "1 question or concern, 0 answered." in staff
    assert "Does drawing count?" not in staff
    assert "A question from Grade 3: Does drawing count? (waits for an answer)" in ilt
    assert "[Answer Grade 3]" in ilt
    assert "Pia" not in ilt


async def test_got_it_counts_a_person_once_and_says_what_to_do_when_it_is_unclear(perform, clock, who, units):
    decision = await relayed(perform, clock, who)
    for _ in range(2):
        kept = await perform(
            decisions.note_reading, NoteReading(decision=decision.id), actor=who("pia-olive")
        )
    assert plain(wording.thanks(kept)) == "Thank you. If something in D-001 is unclear, press Ask."
    async with units.reading(SCHOOL) as work:
        receipts = tables.decisions.decision_receipts
        assert await work.session.scalar(select(func.count()).select_from(receipts)) == 1


async def test_nobody_reads_who_has_read_it(perform, clock, who):
    decision = await relayed(perform, clock, who)
    before = await looks_up(perform, who("mina-linden"), "D-001")
    await perform(decisions.note_reading, NoteReading(decision=decision.id), actor=who("pia-olive"))
    assert await looks_up(perform, who("mina-linden"), "D-001") == before


async def test_a_decision_that_has_not_gone_out_cannot_have_been_read(perform, clock, who):
    kept = await recorded(perform, clock, who)
    command = NoteReading(decision=kept.telling.decision.id)
    with pytest.raises(NotFound):
        await perform(decisions.note_reading, command, actor=who("pia-olive"))


@pytest.mark.requirement("R-092")
async def test_a_search_finds_each_with_its_status_and_links_to_the_posts_themselves(
    perform, clock, who, units
):
    first = await relayed(perform, clock, who, statement="Homework ends at 20 minutes")
    second = await relayed(perform, clock, who, statement="Homework has one open task", teams=("grade-3",))
    await relayed(perform, clock, who, statement="Reading first")
    ended = decisions.ReviewDecision(
        decision=first.id, outcome="reverse", reason="Too short.", now_do="Homework as before."
    )
    await perform(decisions.review_decision, ended, actor=who("dale-clover"))
    outbox = tables.outbox.outbox
    async with units.writing(SCHOOL) as work:
        link = "https://school.example/" + outbox.c.key
        arrived = update(outbox).values(state=LetterState.SENT, link=link)
        await work.session.execute(arrived)
    found = await perform(decisions.look_up, FindDecisions(search="homework"), actor=who("pia-olive"))
    said = wording.register(found)
    assert "D-001  Homework ends at 20 minutes" in plain(said)
    assert "reversed Wed, Oct 28" in plain(said)
    assert "in force from Mon, Nov 2" in plain(said)
    assert "Owner: Dale Clover. Review: Tue, Dec 8. Authority: ILT decides." in plain(said)
    assert "Reading first" not in plain(said)
    linked = {span.url: span.text for part in said.parts for span in getattr(part, "spans", ()) if span.url}
    assert linked == {
        f"https://school.example/decision/{first.id}/relay/grade-3": "Grade 3",
        f"https://school.example/decision/{first.id}/relay/grade-4": "Grade 4",
        f"https://school.example/decision/{second.id}/relay/grade-3": "Grade 3",
    }


async def test_the_ilt_reads_how_old_decisions_in_force_are_and_how_many_reviews_are_due(perform, clock, who):
    await relayed(perform, clock, who)
    clock.on(date(2026, 12, 8))
    said = await looks_up(perform, who("tea-sage"))
    assert "1 decision in force, 1 review is due. The one in the middle is 22 school days old." in said
    assert "Other options are named in 0, both needs in 0, staff input in 0." in said
    assert "in the middle" not in await looks_up(perform, who("pia-olive"))
