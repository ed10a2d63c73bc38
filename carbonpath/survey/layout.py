"""Sheets, columns and fields of a survey workbook."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from carbonpath.survey.codes import Code, Codebook, codebook, fold
from carbonpath.survey.months import MONTHS

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the template."""

    key: str
    """Name in code."""
    zh: str
    """Chinese name, also the name of the sheet in the file."""
    en: str
    """English name."""
    columns: tuple[str, ...]
    """Its columns in order; none for sheets that are not tables."""
    needs: tuple[str, ...]
    """Columns without which its rows cannot be read."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    key: str
    """Name in code."""
    zh: str
    """Chinese header."""
    en: str
    """English header."""
    width: int
    """Width in characters."""
    book: str
    """Codebook that its drop-down offers; blank if it is free."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the sheet on the firm."""

    key: str
    """Name in code."""
    zh: str
    """Chinese label."""
    en: str
    """English label."""
    need: bool
    """Whether a workbook without it is refused."""
    book: str
    """Codebook that its drop-down offers; blank if it is free."""


@cache
def _raw() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    raw = tomllib.loads((files("carbonpath.survey") / "templates" / "layout.toml").read_text(encoding="utf-8"))
    months = raw.pop("months")
    for number, (key, names) in enumerate(zip(MONTHS, months["names"], strict=True), start=1):
        numeral, name, *others = names
        spelt = [f"{number:02d}月", f"{numeral}月"]
        aliases = [
            *spelt,
            *(f"{month}份" for month in (f"{number}月", *spelt)),
            f"M{number}",
            f"M{number:02d}",
            *others,
        ]
        raw["column"][key] = {"zh": f"{number}月", "en": name, "aliases": aliases, "width": months["width"]}
    return raw


@cache
def sheets() -> Mapping[str, Sheet]:
    """Return the sheets of the template in order."""
    return {
        key: Sheet(key, entry["zh"], entry["en"], tuple(entry.get("columns", ())), tuple(entry.get("needs", ())))
        for key, entry in _raw()["sheet"].items()
    }


@cache
def columns() -> Mapping[str, Column]:
    """Return every column of every table."""
    return {
        key: Column(key, entry["zh"], entry["en"], entry["width"], entry.get("list", ""))
        for key, entry in _raw()["column"].items()
    }


def by_month(sheet: Sheet) -> Sheet:
    """Return a sheet with twelve columns of months before that of quantities, which then holds the year."""
    keys = (name for key in sheet.columns for name in ((*MONTHS, key) if key == "quantity" else (key,)))
    needs = (name for key in sheet.needs for name in (MONTHS if key == "quantity" else (key,)))
    return replace(sheet, columns=tuple(keys), needs=tuple(needs))


@cache
def columns_by_month() -> Mapping[str, Column]:
    """Return every column of a workbook that is filled by month."""
    year = _raw()["column"]["quantity"]
    return {**columns(), "quantity": replace(columns()["quantity"], zh=year["year_zh"], en=year["year_en"])}


def column_names(key: str) -> dict[str, str]:
    """Return the headers of a column under ``zh`` and ``en``, for the details of a problem."""
    return {"zh": columns()[key].zh, "en": columns()[key].en}


@cache
def fields() -> Mapping[str, Field]:
    """Return the lines of the sheet on the firm in order."""
    return {
        key: Field(key, entry["zh"], entry["en"], entry.get("need", False), entry.get("list", ""))
        for key, entry in _raw()["field"].items()
    }


@cache
def names(group: str) -> Codebook:
    """Return by which names a ``sheet``, ``column`` or ``field`` is recognised."""
    return codebook(
        Code(key, entry["zh"], entry["en"], tuple(entry["aliases"])) for key, entry in _raw()[group].items()
    )


@cache
def recognised(group: str, text: str) -> str | None:
    """Return the sheet, column or field that `text` names, in Chinese, English, or both in one cell."""
    text = text.strip().rstrip(":\uff1a*")
    found = names(group).find(text)
    if found or not (_CHINESE.search(text) and _LATIN.search(text.casefold())):
        return found
    first = _LATIN.search(text.casefold())
    halves = {
        names(group).find(part.strip(" ()\n\uff08\uff09/-")) for part in _halves(text, first.start() if first else 0)
    }
    return halves.pop() if len(halves) == 1 else None


def _halves(text: str, start: int) -> tuple[str, str]:
    return text[:start], fold(text[start:])
