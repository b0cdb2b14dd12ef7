"""The reasons the bot may decline, each carrying the sentence the person will read."""

from collections.abc import Sequence


class Refusal(Exception):
    """The request was understood and will not be done. The message is for the person.

    `field` names the form field the sentence belongs beside, when there is one.
    """

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class Cautioned(Refusal):
    """The words may name somebody who must not be named: nothing is kept until the person has looked again.

    `title` heads the page that says so; the person may edit the words or discard them.
    """

    def __init__(self, title: str, sentences: Sequence[str], *, field: str | None = None) -> None:
        super().__init__(" ".join(sentences), field=field)
        self.title = title
        self.sentences = tuple(sentences)


class NotPermitted(Refusal):
    """The person's place in the school does not allow this."""


class NotFound(Refusal):
    """The thing the person named is not there."""


class OutOfDate(Refusal):
    """The thing has moved on since the person saw it."""


class AlreadyDone(Exception):
    """The same request came twice, and the first was kept. There is nothing left to do."""


class ChangedSince(Exception):
    """Who asks was known from an earlier moment, and something at the school has changed since. Nothing was
    done: it is to be found out who they are now."""


class DatabaseTrouble(Exception):
    """The database could not be asked, or not written to; nothing was wrong with what was asked.

    `sentence` is for whoever looks after the bot. Nothing was kept, unless `is_unsure`: then the answer to
    the last word was lost, and only a look tells whether it was.
    """

    def __init__(self, sentence: str, *, is_unsure: bool = False) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.is_unsure = is_unsure


class Problem(Exception):
    """Something an administrator has to mend. The message is for them, and says what to do next."""
