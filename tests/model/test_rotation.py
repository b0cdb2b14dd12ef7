"""Who has which role, in fair turns."""

from collections import Counter
from datetime import date, timedelta

import pytest

from bot.model.people import Relation, Role
from bot.model.rotation import MeetingRole, RoleHolder, Service, backup_for, next_for, propose, without

FIRST = date(2026, 10, 13)
FACILITATOR = MeetingRole.FACILITATOR


def id_of(roster, key):
    return roster.keyed(key).id


def test_every_role_goes_to_somebody_else_while_there_are_enough(sample):
    proposed = propose(sample, [])
    assert list(proposed) == list(MeetingRole)
    assert len(set(proposed.values())) == 5


@pytest.mark.requirement("R-078")
@pytest.mark.parametrize("already", [{}, {MeetingRole.RELAY_LEAD: "somebody-else"}])
def test_in_four_meetings_of_eight_members_everybody_has_a_role_and_nobody_facilitates_twice(sample, already):
    leaders = {id_of(sample, "mina-linden"), id_of(sample, "noel-mint")}
    eight = without(leaders, sample)
    members = {person.id for person in eight.holders(Role.ILT_MEMBER)}
    served: list[Service] = []
    for week in range(4):
        proposed = propose(eight, served, already)
        new = {role: who for role, who in proposed.items() if role not in already}
        served += [Service(role, who, FIRST + timedelta(weeks=2 * week)) for role, who in new.items()]
    assert len(members) == 8
    assert {one.person for one in served} == members
    led = [one.person for one in served if one.role is FACILITATOR]
    assert len(led) == len(set(led)) == 4


@pytest.mark.requirement("R-079")
def test_administrators_are_proposed_to_facilitate_a_quarter_of_the_meetings_at_most(sample):
    leaders = {id_of(sample, "mina-linden"), id_of(sample, "noel-mint")}
    served: list[Service] = []
    for week in range(30):
        proposed = propose(sample, served)
        served += [Service(role, who, FIRST + timedelta(weeks=week)) for role, who in proposed.items()]
        led = [one.person in leaders for one in served if one.role is FACILITATOR]
        assert sum(led) <= len(led) / 4
    assert any(led)


def test_at_the_cap_no_administrator_is_proposed_and_with_none_of_it_never(sample):
    leader = id_of(sample, "mina-linden")
    others = [person.id for person in sample.holders(Role.ILT_MEMBER) if person.id != leader]
    served = [Service(FACILITATOR, who, FIRST) for who in others]
    assert next_for(FACILITATOR, sample, served, cap=25) == leader
    assert next_for(FACILITATOR, sample, served, cap=0) != leader
    reached = [*served, *(Service(FACILITATOR, leader, FIRST - timedelta(weeks=one)) for one in (2, 4))]
    assert next_for(FACILITATOR, sample, reached, cap=25) != leader


def test_over_many_meetings_everybody_who_may_facilitates_equally_often(sample):
    served: list[Service] = []
    for week in range(16):
        person = next_for(FACILITATOR, sample, served)
        served.append(Service(FACILITATOR, person, FIRST + timedelta(weeks=week)))
    assert set(Counter(one.person for one in served).values()) == {2}
    assert len({one.person for one in served}) == 8


def test_who_served_longest_ago_is_next_and_of_two_on_one_day_who_served_less(sample):
    members = [person for person in sample.people if Relation.ILT_MEMBER in sample.relations(person.id)]
    served = [Service(FACILITATOR, person.id, FIRST) for person in members]
    served += [Service(FACILITATOR, members[0].id, FIRST - timedelta(weeks=2))]
    assert next_for(FACILITATOR, sample, served) == members[1].id
    served += [Service(FACILITATOR, members[1].id, FIRST + timedelta(weeks=2))]
    assert next_for(FACILITATOR, sample, served) == members[2].id


def test_of_those_who_never_had_a_role_whoever_had_fewest_others_this_term_is_next(sample):
    person = next_for(FACILITATOR, sample, [])
    served = [Service(MeetingRole.RECORDER, person, FIRST)]
    assert next_for(FACILITATOR, sample, served) != person
    assert next_for(FACILITATOR, sample, served, since=FIRST + timedelta(days=1)) == person


def test_everybody_on_the_ilt_is_asked_once_before_nobody_is_left(sample):
    holder = RoleHolder(
        school="sample", day=FIRST, role=FACILITATOR, person=next_for(FACILITATOR, sample, [])
    )
    asked = [holder.person]
    while (backup := backup_for(holder, sample, [], busy=())) is not None:
        holder.hand_to(backup)
        asked.append(backup)
    assert len(asked) == len(set(asked)) == 8
    assert holder.passed == tuple(asked[:-1])


def test_a_backup_has_no_other_role_while_somebody_is_free(sample):
    proposed = propose(sample, [])
    holder = RoleHolder(school="sample", day=FIRST, role=FACILITATOR, person=proposed[FACILITATOR])
    busy = [person for role, person in proposed.items() if role is not FACILITATOR]
    assert backup_for(holder, sample, [], busy) not in {*busy, holder.person}


@pytest.mark.parametrize("role", list(MeetingRole))
def test_without_an_ilt_nobody_has_a_role(sample, role):
    from bot.model.everybody import Roster

    empty = Roster(sample.school, sample.people, sample.teams, sample.memberships, ())
    assert next_for(role, empty, []) is None
    assert propose(empty, []) == {}
