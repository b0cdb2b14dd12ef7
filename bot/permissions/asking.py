"""Asking the table: may this person do this, and who may."""

from collections.abc import Iterable

from bot.errors import NotPermitted
from bot.model.people import Actor, Relation, in_words
from bot.permissions.table import BY_VERB

R = Relation


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
