"""Nobody learns who asks or raises a concern about a decision: not from a message, form, list or log."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.commands.upcoming import said
from bot.messages.decisions import questions as wording
from bot.messages.decisions import register
from bot.model.audiences import Audience
from bot.model.people import Role, the_clock
from bot.routines import decisions, letters
from bot.routines.decisions import AboutDecision, AboutQuestion, AnswerQuestion, FindDecisions, PutQuestion
from bot.routines.timetable import NextMoment, Timetable, WhatIsAhead
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.letters import letters as posted
from tests.routines.decisions.told import FRIDAY, MORNING, WEDNESDAY, relayed, tick

BOTH = pytest.mark.parametrize("enquiry", [decisions.ASK, decisions.CONCERN], ids=["ask", "concern"])


@dataclass(frozen=True)
class Asker:
    """Somebody who asks, and everything by which they could be recognized."""

    actor: Any
    traces: tuple[str, ...]

    def shows_in(self, *seen: object) -> list[str]:
        return [trace for trace in self.traces for one in seen if trace in repr(one)]


@pytest.fixture
def asker(who, sample) -> Asker:
    person = sample.keyed("pia-olive")
    first, last = person.name.split()
    return Asker(who("pia-olive"), (first, last, person.id, person.key, person.email))


@pytest.fixture
def the_ilt(sample):
    found = sample.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER)
    assert "oli-nettle" in {person.key for person in found}, "the asker's own lead looks too"
    return [sample.actor(person.id) for person in found]


@pytest.fixture
async def decision(perform, clock, who):
    found = await relayed(perform, clock, who)
    clock.on(WEDNESDAY, time(10, 0))
    return found


async def put(perform, decision, asker, enquiry) -> Any:
    command = PutQuestion(decision=decision.id, text="Every day?")
    return (await perform(enquiry.put, command, actor=asker.actor)).question


async def seen_by(actor, perform, clock, units) -> list[object]:
    """What one member of the ILT finds in the register and on Home."""
    found = await perform(decisions.look_up, FindDecisions(), actor=actor)
    one = await perform(decisions.look_up, FindDecisions(search="D-001"), actor=actor)
    async with units.reading(SCHOOL) as work:
        share = await decisions.home(await viewer(actor, work=work, clock=clock), work=work)
    return [register.register(found), register.register(one), share]


@BOTH
async def test_the_answer_form_and_every_list_of_every_ilt_member_are_without_the_asker(
    perform, clock, units, decision, asker, the_ilt, enquiry
):
    question = await put(perform, decision, asker, enquiry)
    for member in the_ilt:
        desk = await perform(decisions.prepare_answer, AboutQuestion(question=question.id), actor=member)
        form = wording.answer_form(desk, {})
        assert "I do not show who it is." in repr(form)
        lists = await seen_by(member, perform, clock, units)
        assert "Every day?" in repr(lists)
        assert asker.shows_in(form, *lists) == []


@BOTH
async def test_nothing_that_is_sent_to_others_or_that_others_read_afterwards_names_the_asker(
    perform, clock, units, decision, asker, the_ilt, enquiry
):
    await put(perform, decision, asker, enquiry)
    clock.on(FRIDAY, MORNING)
    assert await tick(perform) == ["questions/waiting/2026-10-30"]
    async with units.reading(SCHOOL) as work:
        (question,) = await work.decisions.open_questions()
    answer = AnswerQuestion(question=question.id, answer="Yes.")
    done = await perform(decisions.answer, answer, actor=the_ilt[0])
    to_asker = Audience.person(asker.actor.person_id).key
    others = [one for one in await posted(units) if one.audience != to_asker]
    assert sum(one.key.startswith("question") for one in others) == 2
    lists = [await seen_by(member, perform, clock, units) for member in the_ilt]
    assert asker.shows_in(*others, wording.answered(done), wording.answered_card(done), *lists) == []


@BOTH
async def test_an_answer_that_waits_for_the_morning_is_listed_without_whom_it_is_for(
    perform, clock, sample, decision, asker, the_ilt, enquiry
):
    question = await put(perform, decision, asker, enquiry)
    clock.on(WEDNESDAY, time(21, 0))
    await perform(decisions.answer, AnswerQuestion(question=question.id, answer="Yes."), actor=the_ilt[0])
    until, operator = clock.now() + timedelta(days=3), the_clock(SCHOOL)
    timetable = Timetable([decisions.due])
    ahead = await perform(timetable.whats_ahead, WhatIsAhead(until=until), actor=operator)
    ahead += await perform(letters.written, letters.WhatIsWritten(until=until), actor=operator)
    lines = said(sample, ahead)
    assert any("There is an answer for you.  to one person" in line for line in lines)
    coming = await perform(timetable.next_moment, NextMoment(), actor=operator)
    assert asker.shows_in(lines, coming.what, coming.why) == []


@BOTH
async def test_the_log_does_not_say_who_asks(perform, decision, asker, enquiry):
    with capture_logs() as lines:
        await perform(enquiry.prepare, AboutDecision(decision=decision.id), actor=asker.actor)
        await put(perform, decision, asker, enquiry)
    assert [line["request"] for line in lines] == ["AboutDecision", "PutQuestion"]
    assert asker.shows_in(*lines) == []
    assert "Every day?" not in repr(lines)


async def test_the_notification_of_an_answer_does_not_say_that_its_reader_asked(
    perform, clock, units, decision, asker, the_ilt
):
    question = await put(perform, decision, asker, decisions.CONCERN)
    await perform(decisions.answer, AnswerQuestion(question=question.id, answer="Yes."), actor=the_ilt[0])
    answer = (await posted(units))[-1]
    assert answer.message.private
    assert answer.message.summary == "There is an answer for you."
