"""One-time codes: shown once to one person, and kept only as what cannot be turned back into them."""

import secrets
from hashlib import blake2b

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without signs that are easily taken for one another."""

BIRDS = (
    "CROW",
    "DOVE",
    "DUCK",
    "HAWK",
    "IBIS",
    "KITE",
    "LARK",
    "LOON",
    "MYNA",
    "RAIL",
    "ROOK",
    "SWAN",
    "TERN",
    "WREN",
)
GROUPS, GROUP = 4, 4
RANDOM = GROUPS * GROUP - 1


def new_code() -> str:
    """Return a code such as KITE-4F7Q-9XKM-2PTR-6HJD: a bird, 73 bits of chance, and a sign to check."""
    signs = "".join(secrets.choice(LETTERS) for _ in range(RANDOM))
    return spelled(secrets.choice(BIRDS), signs)


def spelled(bird: str, signs: str) -> str:
    whole = signs + check_sign(bird, signs)
    return "-".join([bird, *(whole[start : start + GROUP] for start in range(0, len(whole), GROUP))])


def check_sign(bird: str, signs: str) -> str:
    digest = blake2b(f"{bird}{signs}".encode(), digest_size=4).digest()
    return LETTERS[int.from_bytes(digest, "big") % len(LETTERS)]


def read_code(said: str) -> str | None:
    """The code as it was shown, however it was typed; None for what cannot be one."""
    plain = "".join(sign for sign in said.upper() if sign.isalnum())
    bird, signs = plain[:4], plain[4:]
    if bird not in BIRDS or len(signs) != GROUPS * GROUP:
        return None
    return spelled(bird, signs[:RANDOM]) if check_sign(bird, signs[:RANDOM]) == signs[RANDOM] else None


def looks_like_a_code(said: str) -> bool:
    """Whether somebody seems to mean a code and not a number, mistyped or not."""
    return said.strip().upper()[:4] in BIRDS


def kept_of(code: str) -> str:
    """What is kept of a code."""
    return blake2b(code.encode(), digest_size=24, person=b"ilt receipt").hexdigest()
