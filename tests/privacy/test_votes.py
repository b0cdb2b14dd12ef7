"""Votes, taps and ballots: what a stolen database, the log and the audit tell of who gave which. Nothing."""

import re
from datetime import date, time

import pytest
from structlog.testing import capture_logs

from bot.model.decisions import Authority
from bot.model.people import the_clock
from bot.routines import consensus, decisions
from bot.routines.consensus import ending, opening, ratifying, voting
from bot.routines.consensus.shown import OneCheck
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.privacy.dump import changed, dump, file_of, log_of

OPENER = "dale-clover"
VOTERS = ("ada-acorn", "jay-ivy", "oli-nettle", "tea-sage", "yara-xylem", "hugo-ginger")
PROPOSAL = "Every math block starts with writing."


@pytest.fixture
def told(database):
    """What became different in the database since this was last called: table by table, as text."""
    kept = {"before": dump(file_of(database))}

    def tell() -> dict[str, str]:
        before, after = kept["before"], dump(file_of(database))
        kept["before"] = after
        return {
            table: repr([row for row in after[table] if row not in before.get(table, [])])
            for table in changed(before, after)
        }

    return tell


@pytest.fixture
async def voting_on(perform, who, sample):
    command = opening.OpenCheck(proposal=PROPOSAL, teams=("grade-3",), heard=("grade-3",))
    check = (await perform(opening.open_check, command, actor=who(OPENER))).check
    risk = voting.NameRisk(check=check.id, risk="workload", line="Too much at once.")
    with capture_logs() as lines:
        await perform(voting.name_risk, risk, actor=who("ada-acorn"))
    assert who("ada-acorn").person_id not in repr(lines)
    begin = voting.OpenVote(check=check.id, proposal=PROPOSAL, mitigation="One block a day")
    await perform(voting.open_vote, begin, actor=who(OPENER))
    return check


async def test_of_a_vote_that_closed_nothing_tells_who_voted_or_how(voting_on, perform, who, told, database):
    told()
    with capture_logs() as lines:
        for place, key in enumerate(VOTERS):
            vote = voting.CastVote(check=voting_on.id, value=2 + place % 3, reason="Start with one block.")
            await perform(voting.vote, vote, actor=who(key), once=f"view/{key}")
        await perform(voting.close_vote, OneCheck(check=voting_on.id), actor=who(OPENER))
        concern = ending.AddConcern(check=voting_on.id, words="What about Fridays?")
        await perform(ending.add_concern, concern, actor=who("tea-sage"))
        await perform(ending.park, OneCheck(check=voting_on.id), actor=who(OPENER))
    after = told()
    held = repr(after) + repr(lines)
    assert [key for key in VOTERS if who(key).person_id in held] == []
    assert "One block" not in repr(lines)
    assert not {"consensus_votes", "consensus_taps"} & set(after)


async def test_of_a_ballot_there_is_who_until_it_closes_and_never_which(
    perform, who, sample, told, clock, database
):
    command = decisions.RecordDecision(
        statement=PROPOSAL,
        why="It helps.",
        teams=("grade-3",),
        change="Three minutes",
        starts_on=date(2026, 11, 9),
        helper=who(OPENER).person_id,
        authority=Authority.FACULTY,
    )
    decision = (await perform(decisions.record, command, actor=who(OPENER))).telling.decision
    due = Timetable([consensus.due, decisions.due]).run_due
    clock.on(date(2026, 10, 20), time(7, 45))
    await perform(due, RunDue(), actor=the_clock(SCHOOL))
    told()
    with capture_logs() as lines:
        for key in VOTERS:
            ballot = ratifying.Ratify(decision=decision.id, ballot="yes")
            await perform(ratifying.ratify, ballot, actor=who(key), once=f"view/{key}")
    voted = told()
    rows = dump(file_of(database))["ratifiers"]
    assert rows == sorted(rows), "by an id made of chance, not in the order they came"
    assert [table for table, rows in voted.items() if who(VOTERS[0]).person_id in rows] == ["ratifiers"]
    without_ids = re.sub(r"[0-9a-f]{32}", "", voted["ratifiers"])
    assert [words for words in ("yes", "2026") if words in without_ids] == []
    assert log_of(file_of(database)) == b""
    assert [key for key in VOTERS if who(key).person_id in repr(lines)] == []
    clock.on(date(2026, 10, 26), time(15, 30))
    await perform(due, RunDue(), actor=the_clock(SCHOOL))
    assert dump(file_of(database))["ratifiers"] == []
