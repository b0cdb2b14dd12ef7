"""Drafts in dialogs: a line that says what is there, and the buttons that keep or drop what is filled in."""

from handlers.platform.drafts import AFRESH, SAVE
from handlers.platform.verbs import AnyInteraction


def offered(interaction: AnyInteraction, *, afresh: bool = False) -> tuple[str, ...]:
    """The further buttons of a form, of which the second drops a draft that there is."""
    if not interaction.keeps_draft:
        return ()
    return (SAVE, AFRESH) if afresh else (SAVE,)
