"""Every kind of letter, by its key: does it count toward the day's number, what matters most (R-295), and
what goes first when not everything can go at once?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.model.courtesy import Weight
from bot.model.outbox import ELSEWHERE, REROUTED, Priority, is_answer


@dataclass(frozen=True, slots=True)
class Kind:
    """Letters whose key looks like `pattern`. One without a `weight` is never counted and never waits:
    it answers somebody's own action or question, passes one on, belongs to a meeting, or says that a day is
    lost. What one that `comes_again` did not say, the next does."""

    pattern: str
    what: str
    weight: Weight | None
    comes_again: bool = False

    @property
    def priority(self) -> Priority:
        """By what it is worth, and by its noun where it counts for nothing: meetings and lost days have their
        hour, and everything else of that sort is somebody's answer."""
        if self.weight is None:
            has_its_hour = self.pattern.startswith(("meeting/", "calendar/"))
            return Priority.DEADLINE if has_its_hour else Priority.TEAM
        return BY_WEIGHT[self.weight]


BY_WEIGHT = {
    Weight.TODAY: Priority.DEADLINE,
    Weight.WAITS: Priority.DEADLINE,
    Weight.NEWS: Priority.NEWS,
    Weight.NICE: Priority.NEWS,
}
OTHERWISE = (
    ("meeting/*/live/parked/*", Priority.DEADLINE),
    ("meeting/*/live/*", Priority.ANSWER),
    ("decision/*/relay/*", Priority.TEAM),
    ("decision/*/withdrawn", Priority.TEAM),
    ("*/reminder/*", Priority.REMINDER),
    ("*/nudge/*", Priority.REMINDER),
)
"""Letters whose place is not that of their weight: people sit in a meeting and wait for what it says, the
post of a decision is what the bot is for, and a reminder comes after what it reminds of."""


KINDS: tuple[Kind, ...] = (
    Kind("*/rerouted", "What a channel could not get, for whoever speaks for it", None),
    Kind("*/elsewhere", "What somebody could not get on one platform, on the other", None),
    Kind("meeting/*/live/parked/*", "What you look after from the parking lot is due", Weight.WAITS),
    Kind("meeting/*/live/*", "What a meeting says while it runs, and how its time went", None),
    Kind("meeting/*/before/*/answer", "What a member says about the agenda, in its thread", None),
    Kind("meeting/*/before/*", "One question before a meeting", Weight.NICE),
    Kind("meeting/*/closing/*", "How was the meeting, right after it", None),
    Kind("meeting/*/closing-result", "How your meeting was, and what to change", Weight.WAITS),
    Kind("meeting/*/minutes/said/*", "What became of the minutes, under their agenda", None),
    Kind("meeting/*/minutes/*", "Minutes that wait for your confirmation", Weight.WAITS),
    Kind("meeting/*/call", "Call for agenda items", Weight.WAITS),
    Kind("meeting/*/draft", "Draft agenda", Weight.WAITS),
    Kind("meeting/*/agenda", "Agenda", None),
    Kind("meeting/*/lacks", "What a published agenda still needs from you", Weight.WAITS),
    Kind("meeting/*/thread/*", "The ILT in a thread, without a meeting", None),
    Kind("meeting/*/thread-closed/*", "The thread in place of a meeting closes", None),
    Kind("meeting/*/instead/*", "No meeting after all, under its agenda", None),
    Kind("meeting/*/after-all/*", "The ILT meets after all", None),
    Kind("meeting/*/half-day/*", "A meeting on a half day: keep, shorten or move", Weight.WAITS),
    Kind("meeting/*/yield", "How the ILT's quarter went", Weight.NEWS),
    Kind("meeting/*/routed/*", "Something the ILT passes on to your team", Weight.WAITS),
    Kind("meeting/*/became/*", "What became of your agenda item", None),
    Kind("meeting/*/roles", "Roles, ten minutes before", None),
    Kind("meeting/*/end", "Time is up", None),
    Kind("meeting/*/falls-out", "The meeting falls out", None),
    Kind("meeting/*/moved/*", "The meeting has a new time", None),
    Kind("meeting/*/skipped/*", "The meeting is skipped", None),
    Kind("meeting/*/changed/*", "A change to the agenda, in its thread", None),
    Kind("meeting/*/guest/*/answered/*", "What a guest you invited said", None),
    Kind("meeting/*/guest/*", "You are invited to a meeting for one item", Weight.WAITS),
    Kind("meeting/*/swap/*", "Somebody asks to swap a meeting role with you", Weight.WAITS),
    Kind("meeting/*/swapped/*", "What became of a swap of your role", None),
    Kind("meeting/*/said", "Who has a role now, in the agenda's thread", None),
    Kind("meeting/*", "A role that was handed to you", Weight.WAITS),
    Kind("commitment/*/nudge/*", "Something you said you would do is due soon", Weight.WAITS),
    Kind("commitment/*/yours/*", "Something was written down for you", Weight.WAITS),
    Kind("commitment/*/clear/*", "What you waited for is done", None),
    Kind("agenda-item/*/offered/*", "Something that is about your team only", Weight.WAITS),
    Kind("agenda-item/*/news/*", "What became of something you brought", None),
    Kind("campaign/*/asked/*", "A question the ILT asks", Weight.NEWS),
    Kind("campaign/*/result/*", "What came of a question the ILT asked", Weight.NEWS),
    Kind("campaign/*", "Answers to a question wait to be summed up", Weight.WAITS),
    Kind("pulse/*", "How staff see the ILT: the question, and the result", Weight.NEWS),
    Kind("student-voice/*", "What students said waits for your yes", Weight.WAITS),
    Kind("connect/*", "Somebody else works on your topic", Weight.NEWS),
    Kind("bridge/*", "What came up and what went down, once a month", Weight.NICE),
    Kind("input/*/receipt", "Receipt for staff input", None),
    Kind("input/*/card/*", "Staff input that waits for your answer", Weight.WAITS),
    Kind("input/reminder/*", "Reminder of staff input that waits", Weight.WAITS),
    Kind(
        "input/anonymous/????-??-??/????", "Input without a name, in a batch", Weight.NEWS, comes_again=True
    ),
    Kind("input/anonymous/*", "A public answer to input without a name", Weight.NEWS),
    Kind("input/*", "What became of your own staff input", None),
    Kind("said/offer/*", "What was said and done is ready to be put into words", Weight.WAITS),
    Kind("said/*", "You said, we did", Weight.NEWS),
    Kind("decision/*/relay/*", "Decision", Weight.NEWS),
    Kind("decision/*/ilt", "What the ILT decided, with first steps", None),
    Kind("decision/*/first-step/*", "Your first step about a decision", Weight.NICE),
    Kind("decision/*/sponsor/*", "You stand for the support of a decision", Weight.WAITS),
    Kind("decision/*/support/*", "Is the support for a decision there", Weight.WAITS),
    Kind("decision/*/tell/*", "Please tell others about a decision", Weight.WAITS),
    Kind("decision/*/taken-on/*", "A decision that somebody handed on to you", Weight.WAITS),
    Kind("decision/*/follow-up/*", "Nothing has followed a decision yet", Weight.WAITS),
    Kind("decision/*/review/*", "A decision is up for review", Weight.WAITS),
    Kind("decision/*/news/*", "What became of a decision, in the thread of its post", None),
    Kind("decision/*/withdrawn", "Your decision was withdrawn", Weight.NEWS),
    Kind("relay/kit/*/reminder/*", "Your team has not heard yet of what was decided", Weight.NICE),
    Kind("relay/kit/*", "What to tell your team about what was decided", Weight.WAITS),
    Kind("relay/going/*/result/*", "How it goes with a decision, in the thread of its post", None),
    Kind("relay/going/*", "How does it go with a decision", Weight.NEWS),
    Kind("relay/help/*", "Somebody asks you for help", Weight.WAITS),
    Kind("relay/hours/*/booked/*", "A time in your office hours was booked or freed", None),
    Kind("relay/hours/*", "Office hours about a decision, in the thread of its post", None),
    Kind("relay/family/*/text/*", "What families may read is approved", Weight.WAITS),
    Kind("relay/family/*", "What families may read waits for approval", Weight.WAITS),
    Kind("relay/digest/*/post", "Digest for the School Improvement Team", Weight.NEWS),
    Kind("relay/digest/*", "The digest for the School Improvement Team waits for approval", Weight.WAITS),
    Kind("consensus/*/team/*", "The ILT asks your team about a proposal", Weight.WAITS),
    Kind("consensus/*/guest/*", "The ILT asks for your advice on a proposal", Weight.WAITS),
    Kind("consensus/*/leader/*", "A consensus check waits for the school leader", Weight.WAITS),
    Kind("consensus/*", "A consensus check, before the ILT", None),
    Kind("ratification/*/asked/*", "A proposed decision, for all staff to vote on", Weight.WAITS),
    Kind("ratification/*", "What became of a vote of all staff", None),
    Kind("question/*/answer", "The answer to your own question", None),
    Kind("question/*/card", "Question about a decision, passed on as it was asked", None),
    Kind("questions/waiting/*", "Questions that wait for an answer", Weight.WAITS),
    Kind("problem/*/review/*", "A problem of practice is up for review", Weight.WAITS),
    Kind("charter/*/comment/*", "A comment on the charter, passed on as it was written", None),
    Kind("charter/*/proposed/*", "A charter is proposed to the ILT", None),
    Kind("charter/*/adopted", "The ILT's charter is adopted", None),
    Kind("charter/support/*", "What the ILT still needs", Weight.WAITS),
    Kind("charter/trust/*", "The ILT's question about trust", Weight.NICE),
    Kind("charter/*", "News of the ILT's charter", Weight.WAITS),
    Kind("leader-week/*", "Your own week, for a school leader", Weight.NICE),
    Kind("pd/*", "PD design, and what belongs to no strategy", Weight.NICE),
    Kind("goals/*", "What the school works on this term", Weight.NEWS),
    Kind("walkthroughs/*", "Walkthrough trend", Weight.NICE),
    Kind("checkin/reminder/*", "Reminder of a 1:1", Weight.WAITS),
    Kind("checkin/*/moved/*", "Your 1:1 was moved", Weight.WAITS),
    Kind("checkin/*", "News of your 1:1", Weight.NEWS),
    Kind("cycles/*/agreed/*", "Your learning cycle begins", Weight.NEWS),
    Kind("cycles/*/closed/*", "Your learning cycle is done", Weight.NEWS),
    Kind("cycles/*/declined", "Your learning cycle was declined", Weight.NEWS),
    Kind("cycles/*/ended", "Your learning cycle has ended", Weight.NEWS),
    Kind("cycles/*/answered/*", "The answer to your request for more time", None),
    Kind("cycles/*", "Learning cycle: something waits for you", Weight.WAITS),
    Kind("calendar/*/notice", "A day is lost", None),
    Kind("calendar/*", "What a lost day moves", Weight.WAITS),
    Kind("channel/*", "A channel needs you", Weight.WAITS),
    Kind("roster/*", "What somebody who left leaves to you", Weight.WAITS),
    Kind("seat/*/answered", "The answer to your own invitation", None),
    Kind("seat/*/welcome/*", "How the ILT works, for a new member", Weight.NEWS),
    Kind("seat/team/*", "Does your team still meet", Weight.NICE),
    Kind("seat/*", "Your place on the ILT", Weight.WAITS),
    Kind("flag/*", "Words that may name a student, hidden until you decide", None),
    Kind("introduction/*", "What is new at your school", Weight.NICE),
)
"""The first that fits counts. What is absent goes by itself and is not counted."""


def kind_of(key: str) -> Kind | None:
    """The kind of the letter with this key."""
    found = _of_kinds().fullmatch(key)
    return KINDS[found.lastindex - 1] if found and found.lastindex else None


@cache
def _of_kinds() -> re.Pattern[str]:
    return first_of(kind.pattern for kind in KINDS)


@cache
def _otherwise() -> re.Pattern[str]:
    return first_of(pattern for pattern, _ in OTHERWISE)


def first_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """What finds in one look the first of these patterns that fits a whole key, by the number of its group.
    A star stands for anything, a question mark for any one sign."""
    spelt = (re.escape(one).replace(r"\*", ".*").replace(r"\?", ".") for one in patterns)
    return re.compile("|".join(f"({one})" for one in spelt), re.DOTALL)


def weight_of(key: str) -> Weight | None:
    """How a letter with this key counts; None when it goes by itself and is not counted."""
    kind = kind_of(key)
    return kind.weight if kind else None


def priority_of(key: str) -> Priority:
    """How soon a letter with this key goes. What was passed on keeps the place that it had; a letter that
    tells several others is given the place of the first of them (`storage.letting_go`)."""
    key = key.removesuffix(ELSEWHERE).removesuffix(REROUTED)
    if is_answer(key):
        return Priority.ANSWER
    named = _otherwise().fullmatch(key)
    if named and named.lastindex:
        return OTHERWISE[named.lastindex - 1][1]
    kind = kind_of(key)
    return Priority.DEADLINE if kind is None else kind.priority
