"""What `ilt-bot serve` has in memory before it knows what it is asked for."""

import os
import subprocess
import sys

from tests.serving.process import ROOT

LATER = (
    *("microsoft_teams", "msal", "httpx", "jwt.", "handlers.teams."),  # where Teams is set
    *("slack_bolt.adapter.socket_mode", "slack_sdk.socket_mode"),  # where Slack is heard over a socket
    *("bot.sandbox", "alembic", "asyncpg", "icalendar", "fpdf", "holidays", "babel"),  # when it is asked for
)
SERVING = """
import gc, sys
from bot.__main__ import command
command("serve")
print(*sys.modules)
print(gc.isenabled(), gc.get_freeze_count() > 100_000)
"""


def test_serving_imports_what_everybody_needs_and_keeps_it_for_good():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, "-c", SERVING], capture_output=True, env=environment, check=True)

    imported, memory = told.stdout.decode().splitlines()

    assert [one for one in imported.split() if one.startswith(LATER)] == []
    assert memory == "True True", "what is imported is looked through for rubbish again and again"
