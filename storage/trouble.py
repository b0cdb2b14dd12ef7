"""What a database can refuse, in words an administrator can act on."""

from sqlalchemy.exc import DBAPIError, TimeoutError

from storage.sealing import LostKey

TROUBLE = (DBAPIError, TimeoutError, OSError, LostKey)

LOST_KEY = (
    "Something in the database was encrypted with a key that is not at hand. Set ILT_DATA_KEY to the key it "
    "was encrypted with, or put the key file back beside the database."
)

NO_ANSWER = "The database server does not answer. Check ILT_DATABASE_URL and that the server runs."
SENTENCES = (
    ("no such table", "The database has not been set up yet. Run `ilt-bot db upgrade`."),
    ("undefinedtable", "The database has not been set up yet. Run `ilt-bot db upgrade`."),
    ("locked", "The database is in use by something else that does not let go. Stop it, then try again."),
    ("is full", "The disk is full. Nothing was saved. Free some space, then try again."),
    ("no space left", "The disk is full. Nothing was saved. Free some space, then try again."),
    ("diskfull", "The database server's disk is full. Nothing was saved. Free some space, then try again."),
    ("disk i/o error", "The disk could not be read or written. Check it, and that it is not full."),
    ("readonly", "The database may not be written to. Check the file's owner and its folder's."),
    ("read-only", "The database may not be written to. Check the file's owner and its folder's."),
    ("not a database", "That file is not a database. Check ILT_DATABASE_URL, or restore a backup."),
    ("malformed", "The database file is damaged. Stop the bot and restore a backup."),
    (
        "unable to open",
        "The database file cannot be opened. Check that its folder exists and may be written to.",
    ),
    ("password", "The database server does not accept this user and password. Check ILT_DATABASE_URL."),
    ("invalidauthorization", "The database server does not know this user. Check ILT_DATABASE_URL."),
    ("invalidcatalogname", "The database server has no database of this name. Create it, or check its name."),
    ("insufficientprivilege", "The database server lets this user look, but not write. Grant it the rights."),
    ("toomanyconnections", "The database server takes no more connections. Stop something, or allow more."),
    ("queuepool", "The database is too busy to answer. Try again in a moment."),
    ("connect", NO_ANSWER),
    ("gaierror", NO_ANSWER),
    ("name or service not known", NO_ANSWER),
)


def in_words(error: Exception) -> str:
    """Say what an administrator should do about an error of the database; no value of a row is in it."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, LostKey):
        return LOST_KEY
    words = f"{_kinds(original)} {original}".lower()
    known = (says for sign, says in SENTENCES if sign in words)
    return next(known, f"The database refused ({type(original).__name__}). Run `ilt-bot doctor`.")


def _kinds(error: BaseException) -> str:
    """The names of an error and of what caused it: drivers wrap one in another."""
    names = []
    found: BaseException | None = error
    while found is not None:
        names.append(type(found).__name__)
        found = found.__cause__
    return " ".join(names)
