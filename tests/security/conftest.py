"""The command line and the service, as their own tests have them."""

from tests.commands.conftest import as_before, ilt, school
from tests.serving.conftest import folder, inside, limits, slack

__all__ = ["as_before", "folder", "ilt", "inside", "limits", "school", "slack"]
