"""Reading a gettext catalogue, as far as ours go: no plurals, no contexts, nothing left to be checked.

(https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html)
"""

import re
from collections.abc import Iterator

ESCAPED = re.compile(r"\\(.)")
MEANT = {"n": "\n", "t": "\t", "r": "\r"}


def phrases(written: str) -> Iterator[tuple[str, str]]:
    """Each phrase in English with what it is in the catalogue's language; one not translated is left out."""
    for entry in written.split("\n\n"):
        english, _, other = entry.partition("\nmsgstr ")
        pair = _words(english.rpartition("msgid ")[2]), _words(other)
        if all(pair):
            yield pair


def _words(quoted: str) -> str:
    """What stands between the quotation marks of some lines."""
    said = "".join(line[1:-1] for line in quoted.splitlines())
    return ESCAPED.sub(lambda found: MEANT.get(found[1], found[1]), said) if "\\" in said else said
