"""The way into a thread."""

from bot.messages.vocabulary import Button


def button(label: str) -> Button:
    """Opens the thread of a decision, an input or a problem by its number."""
    return Button("See the whole thread", "thread", {"about": label})
