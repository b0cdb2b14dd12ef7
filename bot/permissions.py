"""Who may do what, in one place: every verb, in words, with the relations it is open to.

What is absent is refused. A relation may be to the school (ILT member) or to the one thing at
hand (its author, one of the pair): the routine names the latter when it asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.errors import NotPermitted
from bot.model.people import Actor, Relation, in_words
from bot.model.settings import RoutineName

R = Relation
Of = RoutineName
STAFF = frozenset({R.STAFF, R.GUEST})
ILT = frozenset({R.ILT_MEMBER, R.SCHOOL_LEADER})
TRIAGE = frozenset({R.TRIAGER, R.SCHOOL_LEADER, R.CARRIER})
ANSWERERS = frozenset({R.TRIAGER, R.SCHOOL_LEADER, R.DEPUTY})
PAIR = frozenset({R.PAIR})
AUTHOR = frozenset({R.AUTHOR})
KEEPERS_OF_RECORDS = frozenset({R.SCHOOL_LEADER, R.BOT_ADMIN})
SEAT_KEEPERS = frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER, R.DEPUTY, R.BOT_ADMIN})
AGENDA_MAKERS = frozenset({R.FACILITATOR, R.SCHOOL_LEADER, R.ACTING_LEADER})
SHAPERS = frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER, R.DEPUTY, R.BOT_ADMIN})
AGENDA_KEEPERS = frozenset({R.FACILITATOR, R.SCHOOL_LEADER, R.AUTHOR})
MEETING_LEADERS = frozenset({R.FACILITATOR, R.SCHOOL_LEADER, R.ACTING_LEADER})
RECORDERS = frozenset({R.RECORDER, R.FACILITATOR, R.SCHOOL_LEADER, R.ACTING_LEADER})
PROBLEM_KEEPERS = frozenset({R.AUTHOR, R.SCHOOL_LEADER})
KEEPERS = frozenset({R.BOT_ADMIN, R.SCHOOL_LEADER})
CALMERS = frozenset({R.SCHOOL_LEADER, R.DEPUTY, R.ACTING_LEADER})
CHANNEL_KEEPERS = frozenset({R.BOT_ADMIN, R.SCHOOL_LEADER, R.DEPUTY})
CALENDAR_KEEPERS = frozenset({R.SCHOOL_LEADER, R.DEPUTY, R.BOT_ADMIN})
CHECK_KEEPERS = frozenset({R.AUTHOR, R.FACILITATOR, R.SCHOOL_LEADER})
REVIEWERS = frozenset({R.AUTHOR, R.RECORDER, R.SCHOOL_LEADER, R.ACTING_LEADER})
HANDED_ON = frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER, R.DEPUTY, R.BOT_ADMIN})
LEADING = frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER})
LEADS = frozenset({R.LEAD, R.REP, R.ILT_MEMBER, R.SCHOOL_LEADER, R.DEPUTY})


@dataclass(frozen=True, slots=True)
class Permission:
    """A verb, what it means after "can", to whom it is open, and the routine that must be switched on."""

    verb: str
    means: str
    to: frozenset[Relation]
    routine: RoutineName | None = None


TABLE: tuple[Permission, ...] = (
    Permission("menu", "ask what to do next", STAFF),
    Permission("help", "ask for help", STAFF | {R.STRANGER}),
    Permission("home", "open Home", STAFF),
    Permission("choose-school", "choose their school", STAFF),
    Permission("language", "choose their language", STAFF),
    Permission("choose-language", "choose their language", STAFF),
    Permission("draft", "keep a draft", STAFF),
    Permission("input", "give staff input", STAFF, Of.INPUT),
    Permission("team-input", "speak for their team", frozenset({R.REP, R.LEAD}), Of.INPUT),
    Permission("status", "see what became of their input", STAFF, Of.INPUT),
    Permission("withdraw-input", "withdraw this input", AUTHOR, Of.INPUT),
    Permission(
        "inputs",
        "see the input that waits for an answer",
        frozenset({R.TRIAGER, R.SCHOOL_LEADER, R.DEPUTY, R.REP, R.LEAD}),
        Of.INPUT,
    ),
    Permission("answer-input", "answer this input", TRIAGE, Of.INPUT),
    Permission("place-input", "put this input on the agenda", TRIAGE, Of.INPUT),
    Permission("decline-input", "say not now to this input", TRIAGE, Of.INPUT),
    Permission("route-input", "give this input to the team it is about", TRIAGE, Of.INPUT),
    Permission("route-anonymous", "give anonymous input to the team it is about", ANSWERERS, Of.INPUT),
    Permission("pass-on-input", "pass this input on for the team", frozenset({R.CARRIER}), Of.INPUT),
    Permission("said", "put together what was said and done", ANSWERERS, Of.INPUT),
    Permission("word-said", "put this input into words for all staff", ANSWERERS, Of.INPUT),
    Permission("post-said", "post what was said and done", ANSWERERS, Of.INPUT),
    Permission("take-back-said", "take this post back", ANSWERERS, Of.INPUT),
    Permission("triage-input", "say that they have read this input", TRIAGE, Of.INPUT),
    Permission("ask-sender", "ask the sender of this input something", TRIAGE, Of.INPUT),
    Permission("reply-input", "reply to a question about this input", AUTHOR, Of.INPUT),
    Permission("bridge", "see what came up and what went down", ILT, Of.INPUT),
    Permission("campaign", "ask staff a question", ILT, Of.INPUT),
    Permission("campaigns", "see what the ILT asks", ILT | {R.REP, R.LEAD, R.TRIAGER}, Of.INPUT),
    Permission("change-campaign", "change this question", AUTHOR, Of.INPUT),
    Permission("ask-campaign", "ask staff this question", AUTHOR, Of.INPUT),
    Permission("drop-campaign", "take this question back", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.INPUT),
    Permission("answer-campaign", "answer a question of the ILT", STAFF, Of.INPUT),
    Permission(
        "read-campaign",
        "read the answers to this question",
        frozenset({R.AUTHOR, R.TRIAGER, R.SCHOOL_LEADER, R.CARRIER}),
        Of.INPUT,
    ),
    Permission(
        "sum-up-campaign",
        "sum up the answers to this question",
        frozenset({R.AUTHOR, R.TRIAGER, R.SCHOOL_LEADER}),
        Of.INPUT,
    ),
    Permission("answer-pulse", "answer the staff pulse", STAFF, Of.INPUT),
    Permission("student-voice", "see what students said", STAFF, Of.INPUT),
    Permission("add-student-voice", "add what students said", ILT, Of.INPUT),
    Permission(
        "approve-student-voice",
        "let all staff read what students said",
        frozenset({R.SCHOOL_LEADER}),
        Of.INPUT,
    ),
    Permission(
        "drop-student-voice",
        "delete figures of what students said",
        frozenset({R.AUTHOR, R.SCHOOL_LEADER}),
        Of.INPUT,
    ),
    Permission("connect", "find out who else works on something", STAFF, Of.INPUT),
    Permission("stop-connecting", "be told of no others on a topic", STAFF, Of.INPUT),
    Permission("flag-student", "say that a text names a student", STAFF),
    Permission("flag-item", "say that an agenda item names a student", ILT, Of.MEETINGS),
    Permission("flags", "see what is hidden", ANSWERERS),
    Permission("clear-flag", "show again what was hidden", ANSWERERS),
    Permission("remove-flagged", "remove what was hidden", ANSWERERS),
    Permission("add-to-anonymous", "add to what was said without a name", STAFF, Of.INPUT),
    Permission("withdraw-anonymous", "take back what was said without a name", STAFF, Of.INPUT),
    Permission("anonymous", "see the anonymous input", ANSWERERS, Of.INPUT),
    Permission("answer-anonymous", "answer anonymous input", ANSWERERS, Of.INPUT),
    Permission("place-anonymous", "put anonymous input on the agenda", ANSWERERS, Of.INPUT),
    Permission("decline-anonymous", "say not now to anonymous input", ANSWERERS, Of.INPUT),
    Permission("walk", "record a walkthrough", ILT, Of.WALKTHROUGHS),
    Permission("trends", "see walkthrough trends", ILT, Of.WALKTHROUGHS),
    Permission("discuss-trend", "put a trend on the agenda", ILT, Of.WALKTHROUGHS),
    Permission("how-computed", "ask how a figure is computed", STAFF, Of.WALKTHROUGHS),
    Permission("find", "find a look-for", STAFF, Of.WALKTHROUGHS),
    Permission("add-example", "add an example of a look-for", ILT, Of.WALKTHROUGHS),
    Permission(
        "drop-example", "take this example out", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.WALKTHROUGHS
    ),
    Permission("reword-look-for", "say a look-for anew", LEADING, Of.WALKTHROUGHS),
    Permission("agenda", "see the agenda", STAFF, Of.MEETINGS),
    Permission("add-item", "add an agenda item", ILT | {R.REP, R.LEAD}, Of.MEETINGS),
    Permission("nothing-to-add", "answer the call for items", ILT | {R.REP, R.LEAD}, Of.MEETINGS),
    Permission("drop-item", "take this item off the agenda", AGENDA_KEEPERS, Of.MEETINGS),
    Permission("choose-wording", "choose the words of this item", AUTHOR, Of.MEETINGS),
    Permission("change-item", "change this item", AGENDA_KEEPERS, Of.MEETINGS),
    Permission("finish-items", "tick off agenda items", ILT, Of.MEETINGS),
    Permission("add-learning", "put time to learn on this agenda", AGENDA_MAKERS, Of.MEETINGS),
    Permission("to-memo", "move this item to the memo", AGENDA_KEEPERS, Of.MEETINGS),
    Permission("add-hard", "put a hard issue on the agenda", ILT, Of.MEETINGS),
    Permission("park-hard", "leave a hard issue for now", ILT, Of.MEETINGS),
    Permission("close-hard", "let a hard issue go", ILT, Of.MEETINGS),
    Permission("bring-data", "bring figures to a meeting", ILT | {R.REP, R.LEAD}, Of.MEETINGS),
    Permission("strategies", "read the strategies", STAFF),
    Permission("new-strategy", "change the strategies", LEADING),
    Permission("take-up-strategy", "change the strategies", LEADING),
    Permission("change-strategy", "change the strategies", LEADING),
    Permission("pause-strategy", "change the strategies", LEADING),
    Permission("announce-goals", "tell all staff what the school works on", LEADING),
    Permission("load", "see what staff are asked to do", STAFF),
    Permission("new-initiative", "begin an initiative", ILT, Of.MEETINGS),
    Permission("move-initiative", "move an initiative on", ILT, Of.MEETINGS),
    Permission("end-initiative", "end an initiative", ILT, Of.MEETINGS),
    Permission("ask-district", "ask something of the district", ILT, Of.MEETINGS),
    Permission("district-asks", "see what we ask of the district", ILT, Of.MEETINGS),
    Permission("chase-ask", "ask the district again", ILT, Of.MEETINGS),
    Permission("answer-ask", "note what the district said", ILT, Of.MEETINGS),
    Permission("drop-ask", "drop what we asked of the district", ILT, Of.MEETINGS),
    Permission("my-week", "see their own week", frozenset({R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("plan-week", "plan their own week", frozenset({R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("visited-team", "note a team they visited", frozenset({R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("quiet-mondays", "go without Monday's list", frozenset({R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("pd", "see PD sessions", ILT, Of.MEETINGS),
    Permission("plan-pd", "plan a PD session", ILT, Of.MEETINGS),
    Permission("pd-feedback", "note what was said of PD", ILT, Of.MEETINGS),
    Permission("discuss-pd", "put PD design on the agenda", ILT, Of.MEETINGS),
    Permission("map", "see how the work hangs together", ILT, Of.MEETINGS),
    Permission("link-pd", "link a PD session", ILT, Of.MEETINGS),
    Permission("let-go-pd", "let a PD session stand alone", ILT, Of.MEETINGS),
    Permission("coverage", "see what the strategies cover", STAFF),
    Permission("set-tags", "change the lists to tag with", KEEPERS),
    Permission("tag-strategies", "say what the strategies are work on", KEEPERS),
    Permission("take-up", "take up what came to this team", frozenset({R.CARRIER})),
    Permission("give-back", "give back what came to this team", frozenset({R.CARRIER})),
    Permission("roles", "see who does what at the meetings", ILT, Of.MEETINGS),
    Permission("swap-role", "swap this role", AUTHOR, Of.MEETINGS),
    Permission("accept-swap", "answer this question", AUTHOR, Of.MEETINGS),
    Permission("decline-swap", "answer this question", AUTHOR, Of.MEETINGS),
    Permission("volunteer", "take a meeting role", frozenset({R.ILT_MEMBER}), Of.MEETINGS),
    Permission("let-take", "give this role away", AUTHOR, Of.MEETINGS),
    Permission("keep-role", "keep this role", AUTHOR, Of.MEETINGS),
    Permission("set-facilitation", "say how many meetings administrators lead", KEEPERS, Of.MEETINGS),
    Permission("invite-guest", "invite a guest", MEETING_LEADERS, Of.MEETINGS),
    Permission("answer-guest", "answer this invitation", AUTHOR, Of.MEETINGS),
    Permission("withdraw-guest", "take this invitation back", MEETING_LEADERS, Of.MEETINGS),
    Permission("hand-over", "hand over this role", AGENDA_KEEPERS, Of.MEETINGS),
    Permission("finish-agenda", "finish this agenda", AGENDA_MAKERS, Of.MEETINGS),
    Permission("publish-agenda", "publish this agenda", AGENDA_MAKERS, Of.MEETINGS),
    Permission("fit-agenda", "fit this agenda to its time", AGENDA_MAKERS, Of.MEETINGS),
    Permission("unfit-agenda", "fit this agenda to its time", AGENDA_MAKERS, Of.MEETINGS),
    Permission("shorten-meeting", "shorten this meeting", AGENDA_MAKERS, Of.MEETINGS),
    Permission("use-for-learning", "say what this meeting's time is for", AGENDA_MAKERS, Of.MEETINGS),
    Permission("make-async", "settle this meeting in a thread", AGENDA_MAKERS, Of.MEETINGS),
    Permission("meet-after-all", "settle this meeting in a thread", AGENDA_MAKERS, Of.MEETINGS),
    Permission("keep-meeting", "keep this meeting as it is", AGENDA_MAKERS, Of.MEETINGS),
    Permission("shorten-to", "shorten this meeting", AGENDA_MAKERS, Of.MEETINGS),
    Permission("templates", "see the agenda templates", ILT | SHAPERS, Of.MEETINGS),
    Permission("see-template", "see the agenda templates", ILT | SHAPERS, Of.MEETINGS),
    Permission("compare-template", "see the agenda templates", ILT | SHAPERS, Of.MEETINGS),
    Permission("edit-template", "change the agenda templates", SHAPERS, Of.MEETINGS),
    Permission("restore-template", "change the agenda templates", SHAPERS, Of.MEETINGS),
    Permission("keep-template", "change the agenda templates", SHAPERS, Of.MEETINGS),
    Permission("settle-item", "choose what becomes of this item", AGENDA_MAKERS, Of.MEETINGS),
    Permission("start-meeting", "start this meeting", MEETING_LEADERS, Of.MEETINGS),
    Permission("next-item", "lead this meeting", MEETING_LEADERS, Of.MEETINGS),
    Permission("park-item", "park this item", MEETING_LEADERS, Of.MEETINGS),
    Permission("give-to-group", "give this item to a small group", MEETING_LEADERS, Of.MEETINGS),
    Permission("extend-item", "ask for more time", ILT | MEETING_LEADERS, Of.MEETINGS),
    Permission("extend-meeting", "ask for more time", ILT | MEETING_LEADERS, Of.MEETINGS),
    Permission("add-now", "add something while the meeting runs", ILT | MEETING_LEADERS, Of.MEETINGS),
    Permission("other-questions", "see these questions", frozenset({R.FACILITATOR}), Of.MEETINGS),
    Permission("end-meeting", "end this meeting", MEETING_LEADERS, Of.MEETINGS),
    Permission("parking-lot", "see the parking lot", ILT, Of.MEETINGS),
    Permission("settle-parked", "say that something parked is resolved", ILT, Of.MEETINGS),
    Permission("drop-parked", "drop something parked", ILT, Of.MEETINGS),
    Permission("pre-read", "say something about an agenda", ILT, Of.MEETINGS),
    Permission("answer-closing", "say how a meeting was", ILT, Of.MEETINGS),
    Permission("word-pledge", "say what the ILT changes", MEETING_LEADERS, Of.MEETINGS),
    Permission("open-round", "open a round", MEETING_LEADERS, Of.MEETINGS),
    Permission("take-turn", "take a turn in this round", ILT, Of.MEETINGS),
    Permission("close-round", "close this round", frozenset({R.FACILITATOR}), Of.MEETINGS),
    Permission("add-message", "add to the agenda or the minutes", ILT | {R.REP, R.LEAD}, Of.MEETINGS),
    Permission("minutes", "read the minutes", ILT, Of.MEETINGS),
    Permission("export-minutes", "take the minutes out", ILT | {R.BOT_ADMIN}, Of.MEETINGS),
    Permission("edit-minutes", "edit these minutes", RECORDERS, Of.MEETINGS),
    Permission("confirm-minutes", "confirm these minutes", RECORDERS, Of.MEETINGS),
    Permission("set-questions", "change the facilitator's questions", ILT | {R.BOT_ADMIN}, Of.MEETINGS),
    Permission("commitments", "see what the ILT said it would do", ILT, Of.MEETINGS),
    Permission("promise", "write down what the ILT will do", ILT, Of.MEETINGS),
    Permission("tell-commitment", "say how this stands", AUTHOR, Of.MEETINGS),
    Permission("explain-commitment", "say how this stands", AUTHOR, Of.MEETINGS),
    Permission("problem", "frame a problem of practice", ILT, Of.MEETINGS),
    Permission("pop", "frame a problem of practice", ILT, Of.MEETINGS),
    Permission("problems", "read problems of practice", ILT, Of.MEETINGS),
    Permission("change-problem", "change this problem of practice", PROBLEM_KEEPERS, Of.MEETINGS),
    Permission("plan-problem", "plan what to try for a problem of practice", ILT, Of.MEETINGS),
    Permission("start-problem", "start what was planned", ILT, Of.MEETINGS),
    Permission("reframe-problem", "frame a problem of practice anew", ILT, Of.MEETINGS),
    Permission("end-problem", "say what became of a problem of practice", ILT, Of.MEETINGS),
    Permission("discuss-problem", "put a problem of practice on the agenda", ILT, Of.MEETINGS),
    Permission("charter", "read the ILT's charter", STAFF, Of.MEETINGS),
    Permission("write-charter", "write the charter", ILT, Of.MEETINGS),
    Permission("charter-ways", "write the charter", ILT, Of.MEETINGS),
    Permission("charter-times", "write the charter", ILT, Of.MEETINGS),
    Permission("charter-deciding", "write the charter", ILT, Of.MEETINGS),
    Permission("propose-charter", "propose a charter", ILT, Of.MEETINGS),
    Permission("take-back-charter", "make this charter a draft again", PROBLEM_KEEPERS, Of.MEETINGS),
    Permission("drop-charter", "drop this draft of the charter", PROBLEM_KEEPERS, Of.MEETINGS),
    Permission("comment-charter", "comment on a proposed charter", ILT, Of.MEETINGS),
    Permission(
        "adopt-charter", "adopt a charter", frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER}), Of.MEETINGS
    ),
    Permission("sign-charter", "sign the charter", ILT, Of.MEETINGS),
    Permission("answer-trust", "answer the ILT's own question", ILT, Of.MEETINGS),
    Permission("set-support", "confirm what the ILT needs", KEEPERS),
    Permission("decide", "record a decision", ILT, Of.DECISIONS),
    Permission("check", "open a consensus check", ILT, Of.DECISIONS),
    Permission("see-check", "see a consensus check", ILT, Of.DECISIONS),
    Permission("ask-voices", "ask teams about this proposal", CHECK_KEEPERS, Of.DECISIONS),
    Permission("skip-voices", "go on without asking every team", CHECK_KEEPERS, Of.DECISIONS),
    Permission("give-voice", "say what a proposal would mean for them", STAFF, Of.DECISIONS),
    Permission("name-risk", "name the biggest risk of a proposal", ILT, Of.DECISIONS),
    Permission("open-vote", "open the vote on this proposal", CHECK_KEEPERS, Of.DECISIONS),
    Permission("vote", "vote on this proposal", ILT | AUTHOR, Of.DECISIONS),
    Permission("close-vote", "close this vote", CHECK_KEEPERS, Of.DECISIONS),
    Permission("resume-vote", "give this vote more time", CHECK_KEEPERS, Of.DECISIONS),
    Permission("add-concern", "add a concern about a proposal", ILT, Of.DECISIONS),
    Permission("vote-again", "open the next round of this vote", CHECK_KEEPERS, Of.DECISIONS),
    Permission("decide-with-reason", "decide without consensus", frozenset({R.SCHOOL_LEADER}), Of.DECISIONS),
    Permission("take-supermajority", "adopt this by supermajority", CHECK_KEEPERS, Of.DECISIONS),
    Permission("park-check", "park this consensus check", CHECK_KEEPERS, Of.DECISIONS),
    Permission("ratify", "vote on a proposed decision", frozenset({R.STAFF}), Of.DECISIONS),
    Permission("decisions", "read decisions", STAFF, Of.DECISIONS),
    Permission(
        "withdraw-decision", "withdraw this decision", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.DECISIONS
    ),
    Permission(
        "correct-decision", "correct this decision", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.DECISIONS
    ),
    Permission(
        "restore-decision", "bring this decision back", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.DECISIONS
    ),
    Permission("review-decision", "review this decision", REVIEWERS, Of.DECISIONS),
    Permission("handover", "read what is handed on with the school's leadership", HANDED_ON, Of.DECISIONS),
    Permission("weigh-decision", "complete the record of this decision", REVIEWERS, Of.DECISIONS),
    Permission("nothing-there", "complete the record of this decision", REVIEWERS, Of.DECISIONS),
    Permission("cost-decision", "say what this decision takes", REVIEWERS, Of.DECISIONS),
    Permission("give-and-drop", "see what decisions take and free", STAFF, Of.DECISIONS),
    Permission("support-decision", "plan the support for this decision", REVIEWERS, Of.DECISIONS),
    Permission("confirm-support", "say that the support is there", CALMERS, Of.DECISIONS),
    Permission("miss-support", "say that the support is not there", CALMERS, Of.DECISIONS),
    Permission("plan-relay", "plan who passes this decision on", REVIEWERS, Of.DECISIONS),
    Permission("first-step", "write a first step", ILT, Of.DECISIONS),
    Permission("thread", "read how one thing led to another", STAFF, Of.DECISIONS),
    Permission("collect-evidence", "ask the teams of this decision how it goes", REVIEWERS, Of.DECISIONS),
    Permission("reassign-decision", "let somebody else take on a decision", CALMERS, Of.DECISIONS),
    Permission("add-question", "add a question to this post", REVIEWERS | {R.RELAY_LEAD}, Of.DECISIONS),
    Permission("how-it-goes", "say how it goes with a decision", STAFF, Of.DECISIONS),
    Permission("need-help", "ask for help with a decision", STAFF, Of.DECISIONS),
    Permission("help-queue", "see who asked them for help", LEADS | {R.COACH}, Of.DECISIONS),
    Permission("settle-help", "settle this request for help", frozenset({R.CARRIER}), Of.DECISIONS),
    Permission("offer-hours", "offer office hours", frozenset({R.COACH}), Of.DECISIONS),
    Permission("book-hours", "book a time with the coach", STAFF, Of.DECISIONS),
    Permission("cancel-slot", "call this time off", PAIR, Of.DECISIONS),
    Permission(
        "approve-family", "approve what families read", frozenset({R.CARRIER, R.SCHOOL_LEADER}), Of.DECISIONS
    ),
    Permission(
        "approve-digest", "approve this digest", frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER}), Of.DECISIONS
    ),
    Permission("set-relay", "say what goes beyond staff", KEEPERS, Of.DECISIONS),
    Permission("discussed", "say that this team talked about it", frozenset({R.CARRIER}), Of.DECISIONS),
    Permission("they-asked", "bring what this team asked", frozenset({R.CARRIER}), Of.DECISIONS),
    Permission("got-it", "say that they have read a decision", STAFF, Of.DECISIONS),
    Permission("ask", "ask about a decision", STAFF, Of.DECISIONS),
    Permission("concern", "raise a concern about a decision", STAFF, Of.DECISIONS),
    Permission("answer-question", "answer a question about a decision", ILT, Of.DECISIONS),
    Permission("checkin", "see their 1:1 check-ins", LEADS | PAIR, Of.CHECKINS),
    Permission("add-topic", "add to this check-in", PAIR, Of.CHECKINS),
    Permission("move-checkin", "move this check-in", PAIR, Of.CHECKINS),
    Permission("skip-checkin", "skip this check-in", PAIR, Of.CHECKINS),
    Permission("cycle", "see their learning cycles", LEADS | {R.COACH}, Of.CYCLES),
    Permission("open-cycle", "open a learning cycle", LEADS | {R.COACH}, Of.CYCLES),
    Permission("agree-cycle", "agree to this learning cycle", PAIR, Of.CYCLES),
    Permission("decline-cycle", "decline or end this learning cycle", PAIR, Of.CYCLES),
    Permission("finish-phase", "mark this phase done", PAIR, Of.CYCLES),
    Permission("snooze-phase", "snooze this reminder", PAIR, Of.CYCLES),
    Permission("need-time", "ask for more time", PAIR, Of.CYCLES),
    Permission("agree-date", "agree to a new date", PAIR, Of.CYCLES),
    Permission("channels", "see how the channels are", CHANNEL_KEEPERS),
    Permission("map-channel", "choose another channel", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("lead-instead", "send the posts to the lead", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("post-in-channel", "post in the channel again", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("invite-back", "see how to invite the bot back", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("allow-external", "let open posts go to a channel that others read", CHANNEL_KEEPERS),
    Permission("post-for-me", "copy what the channel could not get", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("calendar", "see the school calendar", STAFF),
    Permission("close-school", "close the school for a day", frozenset({R.SCHOOL_LEADER, R.DEPUTY})),
    Permission("plan-days", "change the school calendar", CALENDAR_KEEPERS),
    Permission("import-calendar", "import a calendar", CALENDAR_KEEPERS),
    Permission("apply-calendar", "change the school calendar", CALENDAR_KEEPERS),
    Permission("undo-calendar", "take back a change of the calendar", CALENDAR_KEEPERS),
    Permission("calendar-address", "see the calendar's address", CALENDAR_KEEPERS),
    Permission("renew-address", "renew the calendar's address", CALENDAR_KEEPERS),
    Permission(
        "rebook-meeting",
        "give this meeting a new time",
        frozenset({R.FACILITATOR, R.SCHOOL_LEADER}),
        Of.MEETINGS,
    ),
    Permission("skip-meeting", "skip this meeting", frozenset({R.FACILITATOR, R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("away", "say that they are away", STAFF),
    Permission("back", "say that they are back", STAFF),
    Permission("audit", "read the audit", KEEPERS_OF_RECORDS),
    Permission("deliveries", "see which messages arrived", CHANNEL_KEEPERS),
    Permission("privacy", "see what is stored about them", STAFF),
    Permission("my-words", "see their own words", STAFF),
    Permission("erase-mine", "erase their own words", STAFF),
    Permission("erase-someone", "erase the words of somebody who has left", frozenset({R.BOT_ADMIN})),
    Permission("keep-pair", "keep what these two wrote", PAIR),
    Permission("export", "export what is stored", KEEPERS_OF_RECORDS),
    Permission("hold", "hold something from deletion", KEEPERS_OF_RECORDS),
    Permission("keep-shared", "say how long records are kept", KEEPERS_OF_RECORDS),
    Permission("lift-hold", "lift this hold", KEEPERS_OF_RECORDS),
    Permission("setup", "set the school up", KEEPERS),
    Permission("setup-later", "go on with the setup later", KEEPERS),
    Permission("setup-preview", "see what the first two weeks would bring", KEEPERS),
    Permission("switch-on", "switch the school on", KEEPERS),
    Permission("set-school", "change the school and its hours", KEEPERS),
    Permission("set-channels", "change the school's channels", KEEPERS),
    Permission("set-teams", "change the teams", KEEPERS),
    Permission("set-people", "change who works here", KEEPERS),
    Permission("set-roles", "change roles", KEEPERS),
    Permission("set-meetings", "change when the ILT meets", KEEPERS),
    Permission("set-strategies", "change the strategies", KEEPERS),
    Permission("set-budget", "change the message budget", KEEPERS),
    Permission("set-authority", "change who decides about what", KEEPERS),
    Permission("set-routines", "choose the routines", KEEPERS),
    Permission("set-windows", "change the walkthrough windows", KEEPERS),
    Permission("set-checkins", "change who meets for a 1:1", KEEPERS),
    Permission("set-privacy", "change how small a group is shown", frozenset({R.SCHOOL_LEADER})),
    Permission("preferences", "say how often they are written to", STAFF),
    Permission("pause", "pause messages to themself", STAFF),
    Permission("resume", "end their pause", STAFF),
    Permission("settings", "see the settings", KEEPERS),
    Permission("settings-history", "see who changed the settings", KEEPERS),
    Permission("switch-routine", "switch a routine on or off", KEEPERS),
    Permission("quiet", "see whether the school is quiet", CALMERS),
    Permission("go-quiet", "let the bot be quiet", CALMERS),
    Permission("lift-quiet", "lift quiet", CALMERS),
    Permission("send-held", "send what was held back", CALMERS),
    Permission("drop-held", "drop what was held back", CALMERS),
    Permission("who", "see who speaks for whom", STAFF),
    Permission("seats", "look after the seats of the ILT", SEAT_KEEPERS),
    Permission("invite-rep", "invite somebody to the ILT", SEAT_KEEPERS),
    Permission("withdraw-invitation", "take an invitation to the ILT back", SEAT_KEEPERS),
    Permission("accept-seat", "accept this seat", AUTHOR),
    Permission("decline-seat", "say not now to this seat", AUTHOR),
    Permission("my-perspective", "write the perspective they bring", frozenset({R.ILT_MEMBER})),
    Permission("edit-seat", "change a seat of the ILT", SEAT_KEEPERS),
    Permission("extend-seat", "extend a seat of the ILT", SEAT_KEEPERS),
    Permission("end-seat", "end a seat of the ILT", SEAT_KEEPERS),
    Permission("voice-settings", "change how seats and grades are called", SEAT_KEEPERS),
    Permission("name-acting-leader", "name an acting leader", SEAT_KEEPERS),
    Permission("end-acting-leader", "end the acting leadership", SEAT_KEEPERS),
    Permission("nominate", "suggest a colleague for the ILT", frozenset({R.STAFF})),
    Permission("allow-suggestion", "allow this suggestion", AUTHOR),
    Permission("refuse-suggestion", "refuse this suggestion", AUTHOR),
    Permission("suggestions", "read suggestions for the ILT", frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER})),
    Permission("log-team-meeting", "note that this team met", AUTHOR),
    Permission("plan-team-meeting", "plan a meeting of this team", AUTHOR),
    Permission("retire-team", "retire this team", AUTHOR),
    Permission("restore-team", "bring a team back", SEAT_KEEPERS),
)

BY_VERB = {permission.verb: permission for permission in TABLE}


def may(actor: Actor, verb: str, *standing: Relation) -> bool:
    """Say whether this person may do this; `standing` is what they are to the one thing at hand."""
    permission = BY_VERB.get(verb)
    if permission is None or permission.routine in actor.off:
        return False
    return not permission.to.isdisjoint({*actor.relations, *standing})


def permit(actor: Actor, verb: str, *standing: Relation) -> None:
    """Raise `NotPermitted`, with a sentence that says whom it is open to, unless `may` agrees."""
    if may(actor, verb, *standing):
        return
    if actor.is_any(Relation.STRANGER):
        raise NotPermitted(
            "I do not know you at this school yet. Ask whoever looks after ILT Bot here to add you."
        )
    permission = BY_VERB.get(verb)
    if permission is None:
        raise NotPermitted("Nobody can do that.")
    if permission.routine in actor.off:
        raise NotPermitted("Your school does not use this part of ILT Bot. The principal can switch it on.")
    raise NotPermitted(f"Only {plural(permission.to)} can {permission.means}.")


PLURALS = {
    R.STAFF: "staff",
    R.GUEST: "guests",
    R.STRANGER: "people I do not know",
    R.AUTHOR: "the person whose it is",
    R.CARRIER: "the rep who carries it",
    R.PAIR: "the two people it belongs to",
    R.SCHOOL_LEADER: "the school leader",
    R.DEPUTY: "deputies",
    R.REP: "team reps",
    R.LEAD: "team leads",
    R.ILT_MEMBER: "ILT members",
    R.COACH: "coaches",
    R.BOT_ADMIN: "bot admins",
    R.ACTING_LEADER: "the acting leader",
    R.FACILITATOR: "the facilitator",
    R.TRIAGER: "the triager",
}


def plural(relations: Iterable[Relation]) -> str:
    """The people a verb is open to, in the order the relations are declared."""
    wanted = set(relations)
    named = (PLURALS.get(one, f"{one.value}s") for one in Relation if one in wanted)
    return in_words(named)
