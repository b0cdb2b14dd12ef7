"""A backup that only a passphrase opens: AES-256-GCM in pieces, under a key made by scrypt."""

import hashlib
import json
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from storage.sealing import Cipher

MAGIC = b"ILT Bot backup 1\n"
SALT_BYTES = 16
PIECE = 1024 * 1024
TAG = 16
LENGTH = struct.Struct(">I")
MEMORY = 64 * 1024 * 1024


class NotABackup(Exception):
    """The file is no backup of this kind, or it is cut off."""


class WrongPassphrase(Exception):
    """The passphrase does not open the backup, or somebody has changed it."""


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself once it is open: the keys of the database in it, as text."""

    keys: str


def is_sealed(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(MAGIC)) == MAGIC


def seal(source: Path, target: Path, passphrase: str, about: About) -> None:
    """Write a copy of a file that only the passphrase opens; the keys go with it, inside."""
    salt = secrets.token_bytes(SALT_BYTES)
    with source.open("rb") as read, target.open("wb") as write:
        write.write(MAGIC + salt)
        pieces = _with_last(_pieces(read, json.dumps({"keys": about.keys}).encode()))
        cipher = _cipher(passphrase, salt)
        for place, (piece, is_last) in enumerate(pieces):
            sealed = cipher.encrypt(_nonce(place), piece, b"last" if is_last else b"")
            write.write(LENGTH.pack(len(sealed)) + sealed)


def unseal(source: Path, target: Path, passphrase: str) -> About:
    """Write what is in a sealed backup to another file; raises `WrongPassphrase` or `NotABackup`."""
    from cryptography.exceptions import InvalidTag

    with source.open("rb") as read, target.open("wb") as write:
        if read.read(len(MAGIC)) != MAGIC:
            raise NotABackup
        cipher = _cipher(passphrase, read.read(SALT_BYTES))
        about: About | None = None
        for place, (sealed, is_last) in enumerate(_with_last(_sealed_pieces(read))):
            try:
                piece = cipher.decrypt(_nonce(place), sealed, b"last" if is_last else b"")
            except InvalidTag as error:
                raise WrongPassphrase from error
            if about is None:
                about = About(json.loads(piece)["keys"])
            else:
                write.write(piece)
    if about is None:
        raise NotABackup
    return about


def _cipher(passphrase: str, salt: bytes) -> Cipher:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(hashlib.scrypt(passphrase.encode(), salt=salt, n=2**15, r=8, p=1, maxmem=MEMORY, dklen=32))


def _nonce(place: int) -> bytes:
    """The key is new for each file, so counting the pieces never repeats a nonce."""
    return place.to_bytes(12, "big")


def _pieces(file: BinaryIO, first: bytes) -> Iterator[bytes]:
    yield first
    while piece := file.read(PIECE):
        yield piece


def _sealed_pieces(file: BinaryIO) -> Iterator[bytes]:
    while size := file.read(LENGTH.size):
        if len(size) < LENGTH.size:
            raise NotABackup
        length = LENGTH.unpack(size)[0]
        if not TAG <= length <= PIECE + TAG:
            raise NotABackup
        piece = file.read(length)
        if len(piece) < length:
            raise NotABackup
        yield piece


def _with_last(pieces: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each piece, and whether it is the last: a file that is cut off does not open."""
    before = next(pieces, None)
    while before is not None:
        after = next(pieces, None)
        yield before, after is None
        before = after
