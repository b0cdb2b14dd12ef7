"""Text that only the holder of a key can read: AES-256-GCM, with the key kept outside the database."""

import secrets
from base64 import b64decode, urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

MARK = "sealed1:"
KEY_BYTES = 32
NONCE_BYTES = 12


class LostKey(Exception):
    """Something in the database was sealed with a key that is not at hand."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


class NotAKey(Exception):
    """What was given as a key is not one."""


class Cipher(Protocol):
    """One key at work."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes: ...
    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Key:
    """One key. Its name stands before everything it sealed, and tells nothing about it."""

    secret: bytes

    def __repr__(self) -> str:
        return f"<Key {self.name}>"

    @property
    def name(self) -> str:
        """Eight signs that tell this key from others."""
        return blake2b(self.secret, digest_size=4, person=b"ilt-bot key").hexdigest()

    @classmethod
    def new(cls) -> "Key":
        return cls(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def read(cls, text: str) -> "Key":
        """Read a key as `text` writes it; raises `NotAKey` for anything else."""
        try:
            secret = b64decode(text.strip().encode(), altchars=b"-_", validate=True)
        except (NotBase64, ValueError) as error:
            raise NotAKey from error
        if len(secret) != KEY_BYTES:
            raise NotAKey
        return cls(secret)

    @property
    def text(self) -> str:
        """The key as an administrator keeps it: 44 signs."""
        return urlsafe_b64encode(self.secret).decode()


class Sealer:
    """Seals with the first key and opens with any of them. Without a key it does neither."""

    def __init__(self, keys: Sequence[Key] = ()) -> None:
        self._keys = tuple(keys)
        self._ciphers: dict[str, Cipher] = {}

    @property
    def keys(self) -> tuple[Key, ...]:
        return self._keys

    @property
    def names(self) -> list[str]:
        """The names of its keys, the one that seals first."""
        return [key.name for key in self._keys]

    def seal(self, text: str) -> str:
        """The text as nobody without the key can read it; the same text looks different every time."""
        if not self._keys:
            raise LostKey
        name, nonce = self._keys[0].name, secrets.token_bytes(NONCE_BYTES)
        sealed = nonce + self._cipher(name).encrypt(nonce, text.encode(), None)
        return f"{MARK}{name}:{urlsafe_b64encode(sealed).decode()}"

    def unseal(self, sealed: str) -> str:
        """The text again, also one that was never sealed.

        Raises `LostKey` when it was sealed with another key, or tampered with.
        """
        if not is_sealed(sealed):
            return sealed
        from cryptography.exceptions import InvalidTag

        name, _, rest = sealed.removeprefix(MARK).partition(":")
        raw = urlsafe_b64decode(rest)
        try:
            return self._cipher(name).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None).decode()
        except InvalidTag as error:
            raise LostKey(name) from error

    def _cipher(self, name: str) -> Cipher:
        if name not in self._ciphers:
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM

            key = next((key for key in self._keys if key.name == name), None)
            if key is None:
                raise LostKey(name)
            self._ciphers[name] = AESGCM(key.secret)
        return self._ciphers[name]


def is_sealed(text: str) -> bool:
    return text.startswith(MARK)
