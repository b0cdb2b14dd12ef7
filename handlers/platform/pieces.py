"""Long texts divided into shorter ones, every run of words in its own style."""

from dataclasses import replace

from bot.messages.vocabulary import Span, Text
from handlers.platform.words import split_at

PIECE = 3000
"""Characters of one block; what is longer goes on in the next, so that a message can be divided there."""
RUNS = 40
"""Of each block, because platforms count what surrounds the words as well."""


def pieces(spans: Text, most: int = PIECE) -> list[Text]:
    """Divide a text into texts of at most `most` characters and forty runs, without losing a character."""
    found: list[Text] = []
    piece: list[Span] = []
    room = most
    for span in spans:
        rest = span.text
        while rest:
            head, rest = split_at(rest, room)
            piece.append(replace(span, text=head))
            room -= len(head)
            if rest or not room or len(piece) == RUNS:
                found.append(tuple(piece))
                piece, room = [], most
    return [*found, tuple(piece)] if piece else found
