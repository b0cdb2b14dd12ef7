"""Letters to hand to Teams, and what then stands in its conversations."""

from bot.messages.vocabulary import Message, Paragraph, Span, paragraph
from tests.handlers.teams.a_tenant import user_id

SAID = Message("The agenda is ready", (paragraph("The agenda is ready. Type /ilt input, <at>all</at>."),))
LONG = Message("A long one", tuple(Paragraph((Span(letter * 9000),)) for letter in "abcdefg"))
WORDS = "The agenda is ready. Type “input”, <at>all</at>."


def posted(sandbox, conversation: str, root: str | None = None) -> list[str]:
    """The words that stand in a conversation; of a channel, those that begin a chain or stand in one."""
    held = sandbox.tenant.conversations[conversation]
    seen = {one.id: one.words for one in sandbox.acting.messages(conversation, user_id("quin-poppy"))}
    if held.is_personal:
        return list(seen.values())
    return [
        words
        for name, words in seen.items()
        if (held.messages[name].root == (root or name)) and (root is None or name != root)
    ]


def is_reply(arguments: dict) -> bool:
    return ";messageid=" in arguments["conversation"]
