"""What is on an agenda, and whether it fits."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.content.agendas import agenda_templates
from bot.messages.meetings import agenda as wording
from bot.model.agenda import build
from bot.model.agenda_items import AgendaItem, Outcome, Provenance
from bot.model.meetings import MeetingState
from bot.model.strategies import Strategy, longest_untouched
from tests.model.test_meetings import TUESDAY, a_calendar, a_plan

STANDARD = agenda_templates()[0]
ADDED = datetime(2026, 10, 6, tzinfo=UTC)


def a_strategy(key: str, last_dive: date | None = None, **settings: object) -> Strategy:
    return Strategy(
        school="sample", key=key, name=key.title(), status=f"{key} goes well", last_dive=last_dive, **settings
    )


def an_item(title: str, provenance: Provenance = Provenance.MEMBER, **settings: object) -> AgendaItem:
    given = {"day": TUESDAY, "minutes": 5, "added_at": ADDED} | settings
    return AgendaItem(school="sample", title=title, provenance=provenance, **given)


THREE = (
    a_strategy("talk", date(2026, 9, 15)),
    a_strategy("groups"),
    a_strategy("belonging", date(2026, 9, 29)),
)


def the_agenda(*items: AgendaItem, strategies: tuple[Strategy, ...] = THREE, **settings: object):
    plan = a_plan(a_calendar(), **settings)
    return build(plan.on(TUESDAY), strategies, items, plan, STANDARD)


@pytest.mark.requirement("R-061")
def test_every_active_strategy_stands_with_its_status_and_the_longest_untouched_gets_the_deep_dive():
    standing = [line for line in the_agenda().lines if line.provenance is Provenance.STRATEGY]
    assert [(line.title, line.minutes, line.detail) for line in standing] == [
        ("Talk", 2, "talk goes well"),
        ("Belonging", 2, "belonging goes well"),
        ("Groups", 15, "groups goes well"),
    ]
    assert the_agenda().deep_dive.title == "Groups"


def test_the_deep_dive_goes_round():
    strategies = [
        a_strategy("talk", position=0),
        a_strategy("groups", position=1),
        a_strategy("home", position=2),
    ]
    dived = []
    for week in range(6):
        chosen = longest_untouched(strategies)
        chosen.last_dive = TUESDAY + timedelta(weeks=week)
        dived.append(chosen.key)
    assert dived == ["talk", "groups", "home"] * 2


def test_a_deep_dive_settled_with_the_draft_stays_though_another_waits_longer():
    plan = a_plan(a_calendar())
    meeting = plan.on(TUESDAY)
    meeting.deep_dive = "belonging"
    assert build(meeting, THREE, (), plan, STANDARD).deep_dive.title == "Belonging"


def test_a_retired_strategy_stands_no_more():
    retired = a_strategy("old", active=False)
    assert "Old" not in [line.title for line in the_agenda(strategies=(*THREE, retired)).lines]
    assert longest_untouched([retired]) is None


def test_without_strategies_there_is_no_deep_dive():
    agenda = the_agenda(strategies=())
    assert agenda.deep_dive is None
    assert agenda.minutes == 8


def test_trend_input_and_items_follow_in_that_order_decisions_first():
    agenda = the_agenda(
        an_item("share", outcome=Outcome.INFORM),
        an_item("decide", outcome=Outcome.DECIDE),
        an_item("voice", Provenance.INPUT),
        an_item("learn", Provenance.TEAM, outcome=Outcome.LEARN),
        an_item("trend", Provenance.TREND, minutes=10),
    )
    assert [line.title for line in agenda.items] == ["trend", "voice", "decide", "learn", "share"]


def test_each_line_begins_when_the_one_before_it_ends():
    begins = [moment for moment, _ in the_agenda(an_item("one", minutes=7)).timed()]
    start = datetime(2026, 10, 13, 21, 30, tzinfo=UTC)
    assert [(moment - start).seconds // 60 for moment in begins] == [0, 3, 5, 7, 22, 29]


@pytest.mark.parametrize(
    ("minutes", "over", "words"),
    [
        (33, 0, "60 of 60 minutes."),
        (34, 1, "61 of 60 minutes: take something off or shorten it."),
        (41, 8, "68 of 60 minutes: take something off or shorten it."),
    ],
)
def test_the_sum_is_said_honestly_on_both_sides_of_the_length(minutes, over, words):
    agenda = the_agenda(an_item("long", minutes=minutes))
    assert agenda.over == over
    assert wording.fit_words(agenda) == words


def test_an_item_from_a_meeting_that_is_over_says_since_when_and_how_often_it_is_carried():
    plan = a_plan(a_calendar("America/Denver", date(2026, 11, 24)))
    meeting = plan.on(date(2026, 12, 8))
    line = build(meeting, (), [an_item("old")], plan, STANDARD).items[0]
    assert (line.carried_from, line.carries) == (TUESDAY, 3)


def test_an_item_added_for_this_meeting_is_not_carried():
    line = the_agenda(an_item("new")).items[0]
    assert (line.carried_from, line.carries) == (None, 0)


def test_a_published_state_does_not_change_what_is_on_the_agenda():
    plan = a_plan(a_calendar())
    meeting = plan.on(TUESDAY)
    before = build(meeting, THREE, (), plan, STANDARD)
    meeting.reach(MeetingState.PUBLISHED)
    assert build(meeting, THREE, (), plan, STANDARD) == before
