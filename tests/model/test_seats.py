"""Who speaks for whom: the rules."""

from datetime import UTC, date, datetime

import pytest

from bot.model.coverage import coverage, without_a_team
from bot.model.everybody import Roster
from bot.model.people import Duty, Membership, Person, Role, School, Seat, Team
from bot.model.seats import IltSeat, SeatKind, SeatState, is_odd_size, proposed_end
from bot.model.teams import TeamKind, likely_kind

WHEN = datetime(2026, 10, 19, 18, tzinfo=UTC)


def team(key: str, kind: TeamKind = TeamKind.GRADE, covers: tuple[str, ...] = ()) -> Team:
    return Team(school="s", key=key, name=key.replace("-", " ").title(), kind=kind, covers=covers)


TEAMS = (
    team("k-1", TeamKind.GRADE_SPAN, ("kindergarten", "grade-1")),
    team("grade-2"),
    team("special-education", TeamKind.SPECIAL_EDUCATION),
    team("math", TeamKind.VERTICAL),
    team("office", TeamKind.ADMINISTRATION),
)


def school(*members: tuple[str, str, Seat, tuple[Role, ...]], teams: tuple[Team, ...] = TEAMS) -> Roster:
    """A school in which each of these sits in a team this way and has these roles."""
    people = tuple(Person(school="s", key=name, name=name.title(), id=name) for name, _, _, _ in members)
    sits = tuple(Membership(school="s", person=name, team=key, seat=seat) for name, key, seat, _ in members)
    duties = tuple(
        Duty(school="s", person=name, role=role) for name, _, _, roles in members for role in roles
    )
    home = School(id="s", name="School", zone="America/Denver", since=WHEN)
    return Roster(home, people, teams, sits, duties)


ILT = (Role.ILT_MEMBER,)
ANA = ("ana", "k-1", Seat.REP, ILT)
BEN = ("ben", "special-education", Seat.MEMBER, ILT)
PAM = ("pam", "office", Seat.MEMBER, (Role.ILT_MEMBER, Role.SCHOOL_LEADER))


@pytest.mark.requirement("R-001")
def test_a_team_without_an_active_member_is_a_gap_and_no_other_is():
    found = coverage(school(ANA, BEN, PAM), ())
    assert [voice.name for voice in found.silent] == ["Grade 2"]


@pytest.mark.requirement("R-003")
def test_the_rep_of_a_span_counts_for_every_grade_in_it():
    heard = {voice.key: voice for voice in coverage(school(ANA, BEN, PAM), ()).voices}
    assert {heard["kindergarten"].through, heard["grade-1"].through} == {"K 1"}
    assert heard["kindergarten"].people == heard["grade-1"].people != ()
    assert "k-1" not in heard


def test_a_grade_with_a_team_of_its_own_is_heard_through_the_span_that_covers_it():
    span = team("upper", TeamKind.GRADE_SPAN, ("grade-2",))
    roster = school(("ana", "upper", Seat.REP, ILT), teams=(span, team("grade-2")))
    assert [(voice.key, voice.through) for voice in coverage(roster, ()).voices] == [("grade-2", "Upper")]


def test_a_vertical_team_and_the_office_need_no_rep():
    assert {"math", "office"}.isdisjoint({voice.key for voice in coverage(school(PAM), ()).voices})


@pytest.mark.parametrize("teams", [TEAMS, tuple(one for one in TEAMS if one.key != "special-education")])
def test_an_empty_special_education_seat_is_flagged_like_a_missing_grade(teams):
    found = coverage(school(ANA, PAM, teams=teams), ())
    flagged = {OF.kind for voice in found.silent if (OF := voice.team)} | set(found.missing)
    assert {TeamKind.SPECIAL_EDUCATION, SeatKind.SPECIAL_EDUCATION} & flagged
    assert SeatKind.MULTILINGUAL in found.missing


def test_a_seat_says_for_whom_its_person_speaks_whatever_team_they_sit_in():
    seat = IltSeat(school="s", person="ana", teams=("grade-2",))
    found = coverage(school(ANA, BEN, PAM), [seat])
    assert {voice.key for voice in found.silent} == {"kindergarten", "grade-1"}


def test_a_seat_that_is_over_or_only_offered_speaks_for_nobody():
    states = (SeatState.INVITED, SeatState.DECLINED, SeatState.LAPSED, SeatState.ALUMNI, SeatState.VACATED)
    seats = [IltSeat(school="s", person="ben", teams=("grade-2",), state=state) for state in states]
    roster = school(ANA, ("ben", "grade-2", Seat.MEMBER, ()), PAM)
    assert "grade-2" in {voice.key for voice in coverage(roster, seats).silent}


def test_a_grade_the_school_says_it_has_is_a_gap_without_a_team():
    found = coverage(school(ANA, BEN, PAM), (), ("grade-1", "grade-3"))
    assert [voice.name for voice in found.silent] == ["Grade 2", "Grade 3"]
    assert without_a_team(school(ANA), ("grade-1", "grade-2", "grade-3")) == ["grade-3"]


@pytest.mark.parametrize(
    ("last_day", "today", "ends"),
    [
        (date(2027, 6, 4), date(2026, 10, 19), date(2028, 6, 4)),
        (date(2027, 6, 4), date(2027, 6, 4), date(2028, 6, 4)),
        (date(2027, 6, 4), date(2027, 6, 5), date(2029, 6, 4)),
        (None, date(2026, 5, 1), date(2027, 6, 30)),
        (date(2028, 2, 29), date(2026, 10, 19), date(2028, 2, 28)),
    ],
)
def test_the_proposed_end_is_the_end_of_the_next_school_year(last_day, today, ends):
    assert proposed_end(last_day, today) == ends


@pytest.mark.parametrize(("members", "odd"), [(3, True), (4, False), (12, False), (13, True)])
def test_below_four_and_above_twelve_are_worth_a_word(members, odd):
    assert is_odd_size(members) is odd


@pytest.mark.parametrize("state", [state for state in SeatState if state is not SeatState.INVITED])
def test_an_invitation_is_answered_once(state):
    seat = IltSeat(school="s", person="ana", state=state)
    assert not seat.answer(SeatState.ACTIVE, WHEN)
    assert seat.state is state


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("K-1", TeamKind.GRADE_SPAN),
        ("Grades 3 to 5", TeamKind.GRADE_SPAN),
        ("Grade 2", TeamKind.GRADE),
        ("Special education", TeamKind.SPECIAL_EDUCATION),
        ("Specialists", TeamKind.SPECIALIST),
        ("ELL", TeamKind.MULTILINGUAL),
        ("Administration and office", TeamKind.ADMINISTRATION),
        ("Math department", TeamKind.DEPARTMENT),
        ("Bellwether", TeamKind.GRADE),
    ],
)
def test_a_name_tells_the_likely_kind_of_a_team(name, kind):
    assert likely_kind(name) is kind
