"""What somebody may have meant who typed something that is no command."""

from bot.messages.vocabulary import Button, Message
from handlers.platform import notices
from handlers.platform.verbs import INPUT, Verbs

A_SENTENCE = 3
"""Words from which somebody writes rather than commands."""


class Guessing:
    """Answers with the nearest command, or with a way to send what was written as input."""

    def __init__(self, verbs: Verbs) -> None:
        self._verbs = verbs

    def unknown(self, verb: str, written: str) -> Message:
        """For a command that does not exist."""
        offer = self._input_offer(written) if is_sentence(written) else None
        return notices.unknown_verb(verb, self._verbs.nearest(verb), offer)

    def unsent(self, written: str) -> Message:
        """For something written to the bot itself."""
        offer = self._input_offer(written)
        helps = self._verbs.find("help") is not None
        return notices.did_you_mean_input(offer, written, helps) if offer else notices.only_commands(helps)

    def _input_offer(self, words: str) -> Button | None:
        """The button that opens the staff input form with these words, where there is such a form."""
        found = self._verbs.find(INPUT)
        if found is None or not found.text_fills:
            return None
        return notices.send_as_input(INPUT, found.text_fills, words)


def is_sentence(written: str) -> bool:
    """Whether somebody writes rather than commands."""
    return len(written.split()) >= A_SENTENCE
