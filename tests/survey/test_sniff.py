"""Files are judged by their first bytes."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.survey.sniff import OLE, ZIP, file_kind

WRONG: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "a.xlsx", "CP-230"),
    "blank": (b" \r\n", "a.csv", "CP-230"),
    "password": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "CP-232"),
    "old xls": (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "a.xls", "CP-236"),
    "web page": (b"<html><table><tr><td>1</td></tr></table></html>", "a.xls", "CP-233"),
    "web page with a declaration": (b'<?xml version="1.0"?>\n<html xmlns="x">', "a.xlsx", "CP-233"),
    "web page with a mark": (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "a.xls", "CP-233"),
    "text": ("品种,数量\n煤,1\n".encode("gb18030"), "a.xlsx", "CP-234"),
    "text in UTF-16": ("品种\t数量\n".encode("utf-16"), "a.xlsx", "CP-234"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.xlsx", "CP-231"),
}


@pytest.mark.parametrize(("content", "name", "code"), WRONG.values(), ids=WRONG.keys())
def test_each_wrong_kind_has_its_own_message(content: bytes, name: str, code: str) -> None:
    with pytest.raises(DataError, match=code):
        file_kind(content, name)


def test_right_kinds_are_known() -> None:
    assert file_kind(ZIP + b"...", "a.xlsx") == "workbook"
    assert file_kind(ZIP + b"...", "misnamed.csv") == "workbook"
    assert file_kind(b"a,b\n1,2\n", "A.CSV") == "delimited"
