"""Asking about a decision, raising a concern, and answering."""

from datetime import date, time

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate
from bot.messages.decisions import questions as wording
from bot.messages.plain import plain, words
from bot.routines import decisions
from bot.routines.decisions import AboutDecision, AboutQuestion, AnswerQuestion, PutQuestion
from tests.conftest import DENVER, SCHOOL
from tests.routines.decisions.told import (
    FRIDAY,
    MORNING,
    THURSDAY,
    WEDNESDAY,
    letters,
    recorded,
    relayed,
    tick,
)

WORDS = "Does drawing count every day?"


async def asked(perform, decision, actor, text=WORDS, enquiry=decisions.ASK):
    return await perform(enquiry.put, PutQuestion(decision=decision.id, text=text), actor=actor)


async def answered(perform, question, actor, answer="Yes, all year."):
    return await perform(decisions.answer, AnswerQuestion(question=question.id, answer=answer), actor=actor)


async def about_questions(units):
    return [letter for letter in await letters(units) if letter.key.startswith("question")]


@pytest.fixture
async def decision(perform, clock, who):
    """D-001, relayed on Wednesday 28 October; it is ten o'clock that day."""
    found = await relayed(perform, clock, who)
    clock.on(WEDNESDAY, time(10, 0))
    return found


@pytest.mark.parametrize(
    ("enquiry", "title"), [(decisions.ASK, "A question"), (decisions.CONCERN, "A concern")]
)
async def test_the_ilt_gets_a_card_without_a_name(perform, clock, who, units, decision, enquiry, title):
    await asked(perform, decision, who("pia-olive"), enquiry=enquiry)
    (card,) = await about_questions(units)
    assert card.audience == "ilt"
    assert card.text.splitlines()[:2] == [f"{title} from Grade 3 about D-001", WORDS]
    assert "Pia" not in card.text + card.message.summary
    assert card.verbs == ["answer-question"]


async def test_a_team_of_fewer_than_five_is_not_named(perform, clock, who, units, decision):
    await asked(perform, decision, who("elsa-daisy"))
    (card,) = await about_questions(units)
    assert card.text.startswith("A question from a staff member about D-001")


async def test_a_question_in_the_evening_reaches_the_ilt_on_the_next_school_morning(
    perform, clock, who, units, decision
):
    clock.on(FRIDAY, time(20, 10))
    await asked(perform, decision, who("pia-olive"))
    (card,) = await about_questions(units)
    assert card.due_at.astimezone(DENVER).isoformat() == "2026-11-02T07:45:00-07:00"


async def test_whoever_asks_is_told_what_happens_next(perform, clock, who, decision):
    reply = wording.put(await asked(perform, decision, who("pia-olive")))
    assert plain(reply).splitlines() == [
        "Your question about D-001 is with the ILT, without your name.",
        "The answer comes to you alone. If nobody has answered by Fri, Oct 30, I remind the ILT.",
    ]


async def test_the_same_words_sent_twice_are_one_question(perform, clock, who, units, decision):
    await asked(perform, decision, who("pia-olive"))
    again = await asked(perform, decision, who("pia-olive"))
    await asked(perform, decision, who("quin-poppy"))
    assert "already. Nothing was sent twice." in wording.put(again).summary
    assert len(await about_questions(units)) == 2


async def test_asking_again_what_has_been_answered_shows_the_answer(perform, clock, who, decision):
    first = await asked(perform, decision, who("pia-olive"))
    await answered(perform, first.question, who("dale-clover"))
    again = plain(wording.put(await asked(perform, decision, who("pia-olive"))))
    assert "Yes, all year." in again
    assert "Answered by Dale Clover." in again


@pytest.mark.requirement("R-108")
async def test_the_answer_comes_to_whoever_asked_and_the_record_shows_how_long_it_took(
    perform, clock, who, units, decision
):
    put = await asked(perform, decision, who("pia-olive"))
    clock.on(THURSDAY, time(9, 0))
    await answered(perform, put.question, who("dale-clover"))
    answer = (await about_questions(units))[-1]
    assert answer.audience == f"person:{who('pia-olive').person_id}"
    assert answer.message.private
    assert answer.message.summary == "There is an answer for you."
    assert (
        f"Your question about D-001 has an answer.\nYou: {WORDS}\nDale Clover, Math coach: Yes, all year."
        in answer.text
    )
    assert answer.verbs == ["ask", "decisions"]
    found = await perform(decisions.look_up, decisions.FindDecisions(search="D-001"), actor=who("tea-sage"))
    (question,) = found.one.questions
    assert (question.answered_by, question.waited) == ("Dale Clover", 1)


async def test_an_answer_given_in_the_evening_waits_for_the_morning(perform, clock, who, units, decision):
    put = await asked(perform, decision, who("pia-olive"))
    clock.on(WEDNESDAY, time(21, 0))
    done = await answered(perform, put.question, who("dale-clover"))
    assert wording.answered(done).summary == (
        "Thank you. Your answer is in the record. "
        "Whoever asked gets it Thu, Oct 29, 7:45 AM, if they still work here."
    )
    answer = (await about_questions(units))[-1]
    assert answer.due_at.astimezone(DENVER).time() == MORNING


async def test_the_card_becomes_a_line_that_says_who_answered(perform, clock, who, decision):
    put = await asked(perform, decision, who("pia-olive"))
    done = await answered(perform, put.question, who("dale-clover"))
    card = plain(wording.answered_card(done))
    assert "Answered by Dale Clover." in card
    assert "[Answer]" not in card


async def test_the_first_answer_counts(perform, clock, who, decision):
    put = await asked(perform, decision, who("pia-olive"))
    await answered(perform, put.question, who("dale-clover"))
    with pytest.raises(OutOfDate, match="Dale Clover has answered this already"):
        await answered(perform, put.question, who("tea-sage"))
    with pytest.raises(OutOfDate):
        await perform(
            decisions.prepare_answer, AboutQuestion(question=put.question.id), actor=who("tea-sage")
        )


async def test_a_card_is_not_sent_once_somebody_has_answered(perform, clock, who, units, decision):
    put = await asked(perform, decision, who("pia-olive"))
    (card,) = await about_questions(units)
    kind, _, subject = card.reason.partition(":")
    async with units.reading(SCHOOL) as work:
        assert await decisions.REASONS[kind](subject, work, clock)
    await answered(perform, put.question, who("dale-clover"))
    async with units.reading(SCHOOL) as work:
        assert not await decisions.REASONS[kind](subject, work, clock)


@pytest.mark.parametrize(("key", "of"), [("uma-thistle", "Grade 4"), ("elsa-daisy", "a staff member")])
async def test_the_form_asks_for_words_alone_and_says_how_they_are_seen(
    perform, clock, who, decision, key, of
):
    desk = await perform(decisions.ASK.prepare, AboutDecision(decision=decision.id), actor=who(key))
    form = wording.form(desk, {})
    assert [field.name for field in form.fields] == ["text"]
    assert set(PutQuestion.model_fields) == {"decision", "text"}
    assert words(form.pieces[-1].spans) == (
        f'The ILT sees your words as "A question from {of}", without your name, '
        "and the answer comes to you alone."
    )


@pytest.mark.parametrize("key", ["quin-poppy", "pia-olive"])
async def test_staff_who_are_not_on_the_ilt_cannot_answer(perform, clock, who, decision, key):
    put = await asked(perform, decision, who("pia-olive"))
    with pytest.raises(NotPermitted):
        await answered(perform, put.question, who(key))


async def test_nobody_is_asked_about_a_decision_before_it_goes_out(perform, clock, who):
    kept = await recorded(perform, clock, who)
    with pytest.raises(NotFound):
        await asked(perform, kept.telling.decision, who("pia-olive"))
    with pytest.raises(OutOfDate, match="has not gone out yet"):
        await asked(perform, kept.telling.decision, who("tea-sage"))


async def test_a_question_from_last_year_that_is_gone_says_where_to_look(perform, who):
    with pytest.raises(NotFound, match="/ilt decisions"):
        await perform(decisions.prepare_answer, AboutQuestion(question="gone"), actor=who("tea-sage"))


async def test_after_two_school_days_the_ilt_is_reminded_once_of_all_that_waits(
    perform, clock, who, units, decision
):
    await asked(perform, decision, who("pia-olive"))
    await asked(perform, decision, who("elsa-daisy"), enquiry=decisions.CONCERN)
    clock.on(FRIDAY, time(7, 44))
    assert await tick(perform) == []
    clock.on(FRIDAY, MORNING)
    assert await tick(perform) == ["questions/waiting/2026-10-30"]
    assert await tick(perform) == []
    reminder = (await about_questions(units))[-1]
    assert reminder.audience == "ilt"
    assert reminder.text.splitlines()[:3] == [
        "2 questions and concerns have waited 2 school days for an answer.",
        "• D-001: question from Grade 3",
        "• D-001: concern from a staff member",
    ]


async def test_the_two_days_are_counted_from_when_the_ilt_got_it_and_skip_days_without_school(
    perform, clock, who, decision
):
    clock.on(date(2026, 11, 19), time(20, 0))
    await asked(perform, decision, who("pia-olive"))
    clock.on(date(2026, 11, 30), MORNING)
    assert await tick(perform) == []
    clock.on(date(2026, 12, 1), MORNING)
    assert await tick(perform) == ["questions/waiting/2026-12-01"]


async def test_a_question_of_yesterday_is_not_mentioned_with_those_that_have_waited(
    perform, clock, who, units, decision
):
    await asked(perform, decision, who("pia-olive"))
    clock.on(THURSDAY, time(10, 0))
    await asked(perform, decision, who("kit-juniper"))
    clock.on(FRIDAY, MORNING)
    await tick(perform)
    assert (await about_questions(units))[-1].text.startswith("1 question or concern has waited")


async def test_a_bot_that_was_down_mentions_all_that_waits_once(perform, clock, who, units, decision):
    await asked(perform, decision, who("pia-olive"))
    clock.on(THURSDAY, time(10, 0))
    await asked(perform, decision, who("kit-juniper"))
    clock.on(date(2026, 11, 3), time(9, 0))
    assert await tick(perform) == ["questions/waiting/2026-11-02"]
    assert (await about_questions(units))[-1].text.startswith("2 questions and concerns have waited")


async def test_an_answered_question_is_not_mentioned(perform, clock, who, units, decision):
    put = await asked(perform, decision, who("pia-olive"))
    await answered(perform, put.question, who("dale-clover"))
    clock.on(FRIDAY, MORNING)
    assert await tick(perform) == []
    async with units.reading(SCHOOL) as work:
        assert not await decisions.REASONS["questions-waiting"]("2026-10-30", work, clock)


async def test_an_answer_for_somebody_who_has_left_is_kept_and_the_reply_is_as_always(
    perform, clock, who, units, sample, decision
):
    first = await asked(perform, decision, who("pia-olive"))
    here = wording.answered(await answered(perform, first.question, who("dale-clover")))
    second = await asked(perform, decision, who("pia-olive"), text="And on Fridays?")
    async with units.writing(SCHOOL) as work:
        (await work.people.to_change()).keyed("pia-olive").active = False
    gone = wording.answered(await answered(perform, second.question, who("dale-clover")))
    assert gone == here
    answers = [one.key for one in await about_questions(units) if one.key.endswith("/answer")]
    assert answers == [f"question/{first.question.id}/answer"]
