"""Unpacking a workbook so that it cannot harm: sizes, parts and document types are checked on the way."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from carbonpath.core.errors import DataError, SafetyError
from carbonpath.core.problems import Problem
from carbonpath.survey.limits import MAX_COLUMNS, MAX_INFLATED_BYTES, MAX_MEMBERS, MAX_RATIO, MAX_ROWS, RATIO_BYTES

_CHUNK = 1 << 20
_DOCTYPE = "<!DOCTYPE"
_DOCTYPES = tuple(_DOCTYPE.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_MARKUP = (".xml", ".rels", ".vml")
_ENCRYPTED_BIT = 0x1
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)
WORKBOOK = "xl/workbook.xml"
"""Part that every xlsx has."""


def unpack(content: bytes, name: str) -> dict[str, bytes]:
    """Return the XML parts of a workbook by name.

    Raises
    ------
    DataError
        CP-232 encrypted, CP-235 damaged or cut off, CP-236 not an xlsx, CP-237 larger than what is read.
    SafetyError
        CP-1010 an archive that unpacks to far more than its size, CP-1011 a document type declaration,
        CP-1015 too many parts, or two of one name.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_members(members, len(content), name)
            return _read_markup(archive, members, len(content), name)
    except _DAMAGE as broken:
        raise DataError(Problem("CP-235", name, details={"reason": str(broken)})) from broken


def _check_members(members: list[zipfile.ZipInfo], size: int, name: str) -> None:
    names = [member.filename for member in members]
    if len(names) > MAX_MEMBERS or len(set(names)) < len(names):
        raise SafetyError(Problem("CP-1015", name, value=str(len(names))))
    if any(member.flag_bits & _ENCRYPTED_BIT for member in members):
        raise DataError(Problem("CP-232", name))
    _check_size(sum(member.file_size for member in members), size, name)
    if WORKBOOK not in names:
        raise DataError(Problem("CP-236", name))


def _check_size(inflated: int, size: int, name: str) -> None:
    ratio = inflated / max(size, 1)
    if inflated > RATIO_BYTES and ratio > MAX_RATIO:
        details = {"ratio": f"{ratio:.0f}", "megabytes": f"{inflated / 1e6:.0f}"}
        raise SafetyError(Problem("CP-1010", name, value=f"{inflated / 1e6:.0f} MB", details=details))
    if inflated > MAX_INFLATED_BYTES:
        details = {"rows": str(MAX_ROWS), "columns": str(MAX_COLUMNS)}
        raise DataError(Problem("CP-237", name, value=f"{inflated / 1e6:.0f} MB", details=details))


def _read_markup(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], size: int, name: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    inflated = 0
    for member in members:
        chunks: list[bytes] = []
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                inflated += len(chunk)
                _check_size(inflated, size, name)
                chunks.append(chunk)
        if member.filename.lower().endswith(_MARKUP):
            part = b"".join(chunks)
            if any(mark in part for mark in _DOCTYPES):
                raise SafetyError(Problem("CP-1011", name, member.filename))
            parts[member.filename] = part
    return parts
