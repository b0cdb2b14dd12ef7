"""What people of the ILT said they would do."""

from typing import Any

from bot.messages.commitments import forms, listed, posts
from bot.routines import commitments
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

COMMITMENTS = Interaction(
    verb="commitments",
    help="See what we said we would do, and say how yours stands",
    usage="commitments",
    command=Nothing,
    routine=commitments.look,
    reply=listed.listed,
)

PROMISE = Interaction(
    verb="promise",
    help="Write down what somebody of the ILT will do",
    asking=Asking(commitments.BeforePromise, commitments.prepare, forms.promise),
    command=commitments.Promise,
    routine=commitments.make,
    reply=posts.added,
)

TELL = Interaction(
    verb="tell-commitment",
    help="Say that something is done or moving",
    command=commitments.TellCommitment,
    routine=commitments.tell,
    reply=posts.told,
)

EXPLAIN = Interaction(
    verb="explain-commitment",
    help="Say why something is stuck or let go",
    asking=Asking(commitments.AboutCommitment, commitments.prepare_explanation, forms.explain),
    command=commitments.ExplainCommitment,
    routine=commitments.explain,
    reply=posts.told,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (COMMITMENTS, PROMISE, TELL, EXPLAIN)
