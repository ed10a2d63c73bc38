"""What kind of file a file is, judged by its first bytes and not by its name."""

from __future__ import annotations

import re
from typing import Literal

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem

FileKind = Literal["workbook", "delimited"]

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<(!doctype\s+html|html|head|meta|table|style|body)\b", re.I | re.S
)
_TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def file_kind(content: bytes, name: str) -> FileKind:
    """Return how a file must be read.

    Parameters
    ----------
    content
        The whole file.
    name
        Its name; only the suffix is looked at, to tell a text file from a misnamed one.

    Raises
    ------
    DataError
        CP-230 empty, CP-231 unknown, CP-232 password, CP-233 a web page, CP-234 text with the name of a workbook,
        CP-236 another format of an office program.
    """
    if not content.strip():
        raise DataError(Problem("CP-230", name))
    if content.startswith((ZIP, EMPTY_ZIP)):
        return "workbook"
    if content.startswith(OLE):
        raise DataError(Problem("CP-232" if _ENCRYPTED in content else "CP-236", name))
    if _HTML.match(content.removeprefix(b"\xef\xbb\xbf")[:4096]):
        raise DataError(Problem("CP-233", name))
    if name.lower().endswith(_TEXT_SUFFIXES):
        return "delimited"
    raise DataError(Problem("CP-234" if _is_text(content) else "CP-231", name))


def _is_text(content: bytes) -> bool:
    head = content[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not _CONTROL.search(head) and any(separator in head for separator in (b",", b"\t", b";", b"\n"))
