"""What the workspace tells a person who tries something that cannot be done."""


class CannotDo(Exception):
    """Something a person cannot do here: `error` is a short name, `words` a sentence to show them."""

    def __init__(self, error: str, words: str) -> None:
        super().__init__(words)
        self.error = error
        self.words = words
