"""What a database can refuse, in words an administrator can act on."""

from sqlalchemy.exc import DBAPIError, IntegrityError, NotSupportedError, ProgrammingError, TimeoutError

from bot.errors import DatabaseTrouble
from storage.sealing import LostKey


class FileGone(Exception):
    """The file of a SQLite database is no longer where it was opened, or another one is there."""


TROUBLE = (DatabaseTrouble, DBAPIError, TimeoutError, OSError, LostKey, FileGone)

LOST_KEY = (
    "Something in the database was encrypted with a key that is not at hand. Set ILT_DATA_KEY to the key it "
    "was encrypted with, or put the key file back beside the database."
)
FILE_GONE = (
    "The database file is no longer there, or another one is in its place. Put it back or restore a backup: "
    "the bot goes on by itself. Nothing was saved."
)
NO_ANSWER = "The database server does not answer. Check ILT_DATABASE_URL and that the server runs."
IN_USE = "The database is in use by something else that does not let go. Stop it, then try again."
TOO_SLOW = "The database took too long to answer. Nothing was saved. Look what keeps it busy."
NOT_SET_UP = "The database has not been set up yet. Run `ilt-bot db upgrade`."
DISK_FULL = "The disk is full. Nothing was saved. Free some space, then try again."
SERVER_FULL = "The database server's disk is full. Nothing was saved. Free some space, then try again."
WRONG_PASSWORD = "The database server does not accept this user and password. Check ILT_DATABASE_URL."  # noqa: S105  # a sentence about one
NO_AUTHORITY = (
    "The database server's certificate cannot be checked: put the certificate of whoever signed it at "
    "~/.postgresql/root.crt, in the home of the bot's user, readable by it."
)
WRONG_CERTIFICATE = (
    "The database server's certificate is not for this name, has run out, or is not signed by what is in "
    "~/.postgresql/root.crt. Check the name in ILT_DATABASE_URL."
)
NO_SUCH_USER = "The database server does not know this user. Check ILT_DATABASE_URL."
NO_SUCH_DATABASE = "The database server has no database of this name. Create it, or check its name."
MAY_ONLY_LOOK = "The database server lets this user look, but not write. Grant it the rights."
READ_ONLY_FILE = "The database may not be written to. Check the file's owner and its folder's."
READ_ONLY_SERVER = (
    "The database server takes no changes: it is read-only. Check that ILT_DATABASE_URL names the main "
    "server and not a standby, and that `default_transaction_read_only` is off."
)
TOO_MANY = "The database server takes no more connections. Stop something, or allow more."
TOO_BUSY = "The database is too busy to answer. Try again in a moment."
IN_THE_WAY = "Two changes got in each other's way, and one was taken back. Try again in a moment."

STATES = {
    "08": NO_ANSWER,
    "25006": READ_ONLY_SERVER,
    "28P01": WRONG_PASSWORD,
    "28": NO_SUCH_USER,
    "3D000": NO_SUCH_DATABASE,
    "40": IN_THE_WAY,
    "42501": MAY_ONLY_LOOK,
    "42P01": NOT_SET_UP,
    "53100": SERVER_FULL,
    "53300": TOO_MANY,
    "53": TOO_BUSY,
    "55P03": IN_USE,
    "57014": TOO_SLOW,
    "57P": NO_ANSWER,
    "25P03": TOO_SLOW,
}
"""By the beginning of PostgreSQL's own codes (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""

SENTENCES = (
    ("no such table", NOT_SET_UP),
    ("locked", IN_USE),
    ("is full", DISK_FULL),
    ("no space left", DISK_FULL),
    ("disk i/o error", "The disk could not be read or written. Check it, and that it is not full."),
    ("readonly", READ_ONLY_FILE),
    ("read-only", READ_ONLY_FILE),
    ("not a database", "That file is not a database. Check ILT_DATABASE_URL, or restore a backup."),
    ("malformed", "The database file is damaged. Stop the bot and restore a backup."),
    (
        "unable to open",
        "The database file cannot be opened. Check that its folder exists and may be written to.",
    ),
    ("root certificate file", NO_AUTHORITY),
    ("certificate verify failed", WRONG_CERTIFICATE),
    ("queuepool", TOO_BUSY),
    ("internalclienterror", NO_ANSWER),
    ("connect", NO_ANSWER),
    ("gaierror", NO_ANSWER),
    ("name or service not known", NO_ANSWER),
    ("timeout", NO_ANSWER),
)


def in_words(error: Exception) -> str:
    """Say what an administrator should do about an error of the database; no value of a row is in it."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, DatabaseTrouble):
        return original.sentence
    if isinstance(original, LostKey):
        return LOST_KEY
    if isinstance(original, FileGone):
        return FILE_GONE
    if state := state_of(original):
        return next((says for code, says in STATES.items() if state.startswith(code)), _refused(original))
    if isinstance(original, FileNotFoundError) and original.filename is None:
        return NO_ANSWER  # a server's socket that is not there; a file would be named
    words = f"{_kinds(original)} {original}".lower()
    known = (says for sign, says in SENTENCES if sign in words)
    return next(known, _refused(original))


def is_outage(error: Exception) -> bool:
    """Whether the database failed, rather than the program: the same may go well later."""
    if isinstance(error, LostKey | IntegrityError | ProgrammingError | NotSupportedError):
        return state_of(error) == "42501"
    state = state_of(error)
    return state is None or any(state.startswith(code) for code in STATES)


def is_lost_on_the_way(error: Exception) -> bool:
    """Whether the connection broke, so that nobody heard what became of the last word.

    asyncpg's `InternalClientError` is what it says when a connection ends while it makes sense of an answer.
    """
    if isinstance(error, DBAPIError):
        is_out_of_step = "InternalClientError" in _kinds(error.orig or error)
        broke = error.connection_invalidated or is_out_of_step
        return broke or (state_of(error) or "").startswith(("08", "57P"))
    return isinstance(error, OSError)


def state_of(error: BaseException) -> str | None:
    """PostgreSQL's five-letter code for an error; None for an error of anybody else."""
    found: BaseException | None = getattr(error, "orig", None) or error
    while found is not None:
        state = getattr(found, "sqlstate", None)
        if isinstance(state, str):
            return state
        found = found.__cause__
    return None


def _refused(original: BaseException) -> str:
    return f"The database refused ({type(original).__name__}). Run `ilt-bot doctor`."


def _kinds(error: BaseException) -> str:
    """The names of an error and of what caused it: drivers wrap one in another."""
    names = []
    found: BaseException | None = error
    while found is not None:
        names.append(type(found).__name__)
        found = found.__cause__
    return " ".join(names)
