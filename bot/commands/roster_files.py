"""Opening a roster file: a CSV in whatever encoding, or the zip of a OneRoster export."""

import codecs
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from io import StringIO, TextIOWrapper
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from bot.commands.school_yaml import reason
from bot.errors import Problem
from bot.model.roster import oneroster, sheet
from bot.model.roster.listed import Reading

LARGEST = 20 * 1024 * 1024
"""Bytes of one CSV; ten thousand people need a tenth of it."""
UNPACKED = 500 * 1024 * 1024
"""Bytes of everything in a zip: a large district's whole export, classes included, has a fifth of it."""
MOST_FILES = 100
CHUNK = 1024 * 1024


def read(path: Path) -> Reading:
    """The schools of a file with their staff, or its slips; raises `Problem` when it cannot be opened."""
    try:
        if not path.is_file():
            path.open().close()
        if is_zipfile(path):
            with ZipFile(path) as archive:
                return oneroster.read(_files(archive, path.name), datetime.now(UTC).date())
        return sheet.read(StringIO(_text(path), newline=""), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"I cannot read {path}: {reason(error)}.") from error
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise Problem(f"{path.name} is damaged or protected. Export it again, without a password.") from error


def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        size = path.stat().st_size / 2**20
        raise Problem(f"{path.name} is {size:.0f} MB; a list of staff is a few pages. Is it the right file?")
    content = path.read_bytes()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    if b"\0" in content:
        raise Problem(f"{path.name} is no text. Save the list as CSV (in Excel: CSV UTF-8), and try again.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _files(archive: ZipFile, name: str) -> dict[str, Callable[[], Iterable[str]]]:
    """The CSV files of an export, in a folder or not."""
    members = [one for one in archive.infolist() if _is_ours(one)]
    if len(members) > MOST_FILES or sum(one.file_size for one in members) > UNPACKED:
        most = UNPACKED // 2**20
        raise Problem(f"{name} unpacks to more than {MOST_FILES} files or {most} MB. Is it the right file?")
    found = {Path(one.filename).name: one for one in members}
    if "manifest.csv" not in found:
        raise Problem(f"{name} has no manifest.csv, so it is no OneRoster export (CSV, version 1.1 or 1.2).")
    return {file: _lines_of(archive, member) for file, member in found.items()}


def _is_ours(member: ZipInfo) -> bool:
    path = Path(member.filename)
    return path.suffix.lower() == ".csv" and "__MACOSX" not in path.parts and not path.name.startswith(".")


def _lines_of(archive: ZipFile, member: ZipInfo) -> Callable[[], Iterable[str]]:
    """A file inside the zip, unpacked line by line each time it is asked for."""

    def lines() -> Iterator[str]:
        with (
            archive.open(member) as packed,
            TextIOWrapper(packed, _encoding(archive, member), newline="") as text,
        ):
            yield from text

    return lines


def _encoding(archive: ZipFile, member: ZipInfo) -> str:
    """UTF-8, as the standard asks; the old Western one where it is not."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with archive.open(member) as packed:
            while chunk := packed.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8-sig"
