"""Who may do what, in one place: every verb, in words, with the relations it is open to.

What is absent is refused. A relation may be to the school (ILT member) or to the one thing at
hand (its author, one of the pair): the routine names the latter when it asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.errors import NotPermitted
from bot.model.people import Actor, Relation, in_words

R = Relation
STAFF = frozenset({R.STAFF, R.GUEST})
ILT = frozenset({R.ILT_MEMBER, R.SCHOOL_LEADER})
TRIAGE = frozenset({R.TRIAGER, R.SCHOOL_LEADER, R.CARRIER})
PAIR = frozenset({R.PAIR})
AUTHOR = frozenset({R.AUTHOR})
AGENDA_KEEPERS = frozenset({R.FACILITATOR, R.SCHOOL_LEADER, R.AUTHOR})
LEADS = frozenset({R.LEAD, R.REP, R.ILT_MEMBER, R.SCHOOL_LEADER, R.DEPUTY})


@dataclass(frozen=True, slots=True)
class Permission:
    """A verb, what it means after "can", and to whom it is open."""

    verb: str
    means: str
    to: frozenset[Relation]


TABLE: tuple[Permission, ...] = (
    Permission("menu", "ask what to do next", STAFF),
    Permission("help", "ask for help", STAFF | {R.STRANGER}),
    Permission("home", "open Home", STAFF),
    Permission("input", "give staff input", STAFF),
    Permission("status", "see what became of their input", STAFF),
    Permission("withdraw-input", "withdraw this input", AUTHOR),
    Permission(
        "inputs",
        "see the input that waits for an answer",
        frozenset({R.TRIAGER, R.SCHOOL_LEADER, R.DEPUTY, R.REP, R.LEAD}),
    ),
    Permission("answer-input", "answer this input", TRIAGE),
    Permission("place-input", "put this input on the agenda", TRIAGE),
    Permission("decline-input", "say not now to this input", TRIAGE),
    Permission("pass-on-input", "pass this input on for the team", frozenset({R.CARRIER})),
    Permission("walk", "record a walkthrough", ILT),
    Permission("trends", "see walkthrough trends", ILT),
    Permission("discuss-trend", "put a trend on the agenda", ILT),
    Permission("how-computed", "ask how a figure is computed", STAFF),
    Permission("agenda", "see the agenda", STAFF),
    Permission("add-item", "add an agenda item", ILT | {R.REP, R.LEAD}),
    Permission("nothing-to-add", "answer the call for items", ILT | {R.REP, R.LEAD}),
    Permission("drop-item", "take this item off the agenda", AGENDA_KEEPERS),
    Permission("change-item", "change this item", AGENDA_KEEPERS),
    Permission("finish-items", "tick off agenda items", ILT),
    Permission("hand-over", "hand over this role", AGENDA_KEEPERS),
    Permission("decide", "record a decision", ILT),
    Permission("decisions", "read decisions", STAFF),
    Permission("withdraw-decision", "withdraw this decision", frozenset({R.AUTHOR, R.SCHOOL_LEADER})),
    Permission("got-it", "say that they have read a decision", STAFF),
    Permission("ask", "ask about a decision", STAFF),
    Permission("concern", "raise a concern about a decision", STAFF),
    Permission("answer-question", "answer a question about a decision", ILT),
    Permission("checkin", "see their 1:1 check-ins", LEADS | PAIR),
    Permission("add-topic", "add to this check-in", PAIR),
    Permission("move-checkin", "move this check-in", PAIR),
    Permission("skip-checkin", "skip this check-in", PAIR),
    Permission("cycle", "see their learning cycles", LEADS | {R.COACH}),
    Permission("open-cycle", "open a learning cycle", LEADS | {R.COACH}),
    Permission("agree-cycle", "agree to this learning cycle", PAIR),
    Permission("decline-cycle", "decline or end this learning cycle", PAIR),
    Permission("finish-phase", "mark this phase done", PAIR),
    Permission("snooze-phase", "snooze this reminder", PAIR),
    Permission("need-time", "ask for more time", PAIR),
    Permission("agree-date", "agree to a new date", PAIR),
)

BY_VERB = {permission.verb: permission for permission in TABLE}


def may(actor: Actor, verb: str, *standing: Relation) -> bool:
    """Say whether this person may do this; `standing` is what they are to the one thing at hand."""
    permission = BY_VERB.get(verb)
    return permission is not None and not permission.to.isdisjoint({*actor.relations, *standing})


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
    raise NotPermitted(f"Only {plural(permission.to)} can {permission.means}.")


PLURALS = {
    R.STAFF: "staff",
    R.GUEST: "guests",
    R.STRANGER: "people I do not know",
    R.AUTHOR: "the person whose it is",
    R.CARRIER: "the rep who carries it",
    R.PAIR: "the two people it belongs to",
    R.SCHOOL_LEADER: "the school leader",
    R.FACILITATOR: "the facilitator",
    R.TRIAGER: "the triager",
}


def plural(relations: Iterable[Relation]) -> str:
    """The people a verb is open to, in the order the relations are declared."""
    wanted = set(relations)
    named = (PLURALS.get(one, f"{one.value}s") for one in Relation if one in wanted)
    return in_words(named)
