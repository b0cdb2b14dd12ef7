"""Where the parts meet: the only package that knows them all."""

from bot.app.core import Core, opened, sqlite_file
from bot.app.sides import delivering
from bot.app.slack import OnSlack, slack_manifest

__all__ = ["Core", "OnSlack", "delivering", "opened", "slack_manifest", "sqlite_file"]
