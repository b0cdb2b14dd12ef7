"""What the figures were measured on, without saying whose machine it is."""

import os
import platform
import sqlite3
from importlib.metadata import version
from typing import Any

PACKAGES = (
    "slack-bolt",
    "slack-sdk",
    "aiohttp",
    "sqlalchemy",
    "aiosqlite",
    "asyncpg",
    "pydantic",
    "APScheduler",
)


def machine() -> dict[str, Any]:
    """The kind of machine, and the versions that matter."""
    return {
        "processors": len(os.sched_getaffinity(0)),
        "architecture": platform.machine(),
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "load": round(os.getloadavg()[0], 1),
        "versions": {name: version(name) for name in PACKAGES},
    }
