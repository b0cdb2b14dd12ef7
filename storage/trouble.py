"""What a database can refuse, in words an administrator can act on."""

from sqlalchemy.exc import DBAPIError

TROUBLE = (DBAPIError, OSError)

SENTENCES = (
    ("no such table", "The database has not been set up yet. Run `ilt-bot db upgrade`."),
    ("locked", "The database is in use by something else that does not let go. Stop it, then try again."),
    ("disk is full", "The disk is full. Nothing was saved. Free some space, then try again."),
    ("readonly", "The database may not be written to. Check the file's owner and its folder's."),
    ("not a database", "That file is not a database. Check ILT_DATABASE_URL, or restore a backup."),
    ("malformed", "The database file is damaged. Stop the bot and restore a backup."),
    ("unable to open", "The database file cannot be opened. Check that its folder exists and may be written to."),
    ("connect", "The database server does not answer. Check ILT_DATABASE_URL and that the server runs."),
)


def in_words(error: Exception) -> str:
    """Say what an administrator should do about an error of the database."""
    words = str(getattr(error, "orig", None) or error).lower()
    known = (says for sign, says in SENTENCES if sign in words)
    return next(known, f"The database refused ({type(getattr(error, 'orig', error)).__name__}). Run `ilt-bot doctor`.")
