"""What is looked at before anything is served: what would break later is said at once."""

import asyncio
import shutil
from datetime import UTC, datetime

import structlog

from bot.app.checkup import setup
from bot.app.checkup.data import ROOM
from bot.app.checkup.findings import Verdict
from bot.app.core import Core, sqlite_file
from bot.content.agendas import agenda_templates
from bot.content.look_fors import look_fors
from bot.content.student_guard import student_guard
from bot.errors import Problem
from bot.messages.languages import phrasebook
from bot.model.languages import Language
from bot.settings import Settings
from storage import migrations

log = structlog.stdlib.get_logger(__name__)

WRITTEN = (lambda: phrasebook(Language.SPANISH), student_guard, look_fors, agenda_templates)
"""Files that come with the program and take 40 to 120 ms to read; each is read once."""

RELEASED = datetime(2026, 1, 1, tzinfo=UTC)
"""No clock that is right shows an earlier moment."""


def require_shape(settings: Settings) -> None:
    """Raise `Problem` when a token or an id is not shaped as its platform makes it."""
    found = [*setup.of_slack(settings), *setup.of_teams(settings)]
    wrong = [one.words for one in found if one.verdict is Verdict.MEND]
    if wrong:
        raise Problem("\n  ".join(("Something is set that cannot be right:", *wrong)))


async def require_fit(core: Core, settings: Settings) -> None:
    """Raise `Problem` when the clock cannot be right, or the private words cannot be read, and what the
    database raises when it cannot be written to. Where there is little room on the disk, the log says so."""
    now = core.clock.now()
    if now < RELEASED:
        raise Problem(
            f"This computer's clock says that it is {now:%B %Y}. Set it right (turn on network time): "
            "every message would come at the wrong time."
        )
    await core.require_key()
    await migrations.require_writable(core.engines.writer)
    file = sqlite_file(settings.database_url)
    free = shutil.disk_usage(file.absolute().parent).free if file is not None else ROOM
    if free < ROOM:
        log.warning("little room on the disk", free_mb=free // 2**20, wanted_mb=ROOM // 2**20)


async def read_ahead() -> None:
    """Read, beside everything else, what whoever asks first would otherwise wait for, and all with them."""
    for read in WRITTEN:
        await asyncio.to_thread(read)
