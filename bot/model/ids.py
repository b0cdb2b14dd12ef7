"""Names for things, made where the thing is made and sortable by when that was."""

import secrets
import time


def new_id() -> str:
    """Return 32 hexadecimal digits: microseconds first, so that later ids sort later; then chance."""
    return f"{time.time_ns() // 1000:016x}{secrets.token_hex(8)}"
