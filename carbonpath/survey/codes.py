"""Codes and their names: what may stand in a column, in Chinese, in English or as the code itself."""

from __future__ import annotations

import csv
import difflib
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

SEPARATOR = " | "
"""Stands between name and code in a cell: ``焦炉(湿熄焦) | coke_oven_wet``."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code with its names."""

    code: str
    """The code, as it stands in tables."""
    zh: str
    """Chinese name."""
    en: str
    """English name."""
    aliases: tuple[str, ...] = ()
    """Other spellings by which firms call it."""

    @property
    def cell(self) -> str:
        """What the template writes into a cell."""
        return f"{self.zh or self.en or self.code}{SEPARATOR}{self.code}"


@dataclass(frozen=True, slots=True)
class Codebook:
    """The codes of one column."""

    entries: Mapping[str, Code]
    """Code by its name in tables, in the order of the drop-down."""
    _by_name: dict[str, str] = field(repr=False)

    def find(self, text: str) -> str | None:
        """Return the code that `text` means, or None if it is unknown or name and code disagree."""
        name, bar, code = unicodedata.normalize("NFKC", text).rpartition("|")
        found = self._by_name.get(fold(code))
        if bar and self._by_name.get(fold(name), found) != found:
            return None
        return found

    def disagrees(self, text: str) -> bool:
        """Tell whether `text` names one code and gives another."""
        name, bar, code = unicodedata.normalize("NFKC", text).rpartition("|")
        meant = {self._by_name.get(fold(part)) for part in (name, code)} - {None}
        return bool(bar) and len(meant) > 1

    def nearest(self, text: str) -> str:
        """Return the cell text of the known code that looks most like `text`, or a blank."""
        key = fold(text.rpartition("|")[2])
        close = difflib.get_close_matches(key, self._by_name, n=1)
        return self.entries[self._by_name[close[0]]].cell if close else ""


def fold(text: str) -> str:
    """Return `text` as it is compared: full-width forms, radicals, case and all white space made alike."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def codebook(codes: Iterable[Code]) -> Codebook:
    """Return a codebook.

    Raises
    ------
    ValueError
        If one name stands for two codes.
    """
    entries = {code.code: code for code in codes}
    by_name: dict[str, str] = {}
    for entry in entries.values():
        for name in filter(None, (entry.code, entry.zh, entry.en, *entry.aliases)):
            if by_name.setdefault(fold(name), entry.code) != entry.code:
                raise ValueError(f"{name!r} stands for {by_name[fold(name)]} and {entry.code}")
    return Codebook(entries, by_name)


@dataclass(frozen=True, slots=True)
class ActivityRule:
    """What a row of one activity must have."""

    sheet: str
    """Sheet on which the template writes it."""
    facility: str
    """``required``, ``optional`` or ``none``."""
    counterparty: bool
    """Whether the other side of a purchase or sale is asked for."""
    kinds: tuple[str, ...]
    """Kinds of unit; none: the item decides."""
    positive: bool
    """Whether zero is refused."""
    top: float | None
    """Largest value in the unit of its kind."""
    category: str
    """IPCC category to which it belongs whatever the facility; blank: that of the facility."""


@cache
def raw_codes() -> Mapping[str, Any]:
    """Return the content of codes.toml."""
    return tomllib.loads((files("carbonpath.survey") / "templates" / "codes.toml").read_text(encoding="utf-8"))


@cache
def book(name: str) -> Codebook:
    """Return a codebook: item, category, activity, quality, counterparty, sector or nature."""
    if name in {"item", "category"}:
        return codebook(
            Code(row[name], row["zh"], row["en"], tuple(filter(None, row.get("aliases", "").split(";"))))
            for row in data_rows({"item": "items.csv", "category": "categories.csv"}[name])
        )
    return codebook(
        Code(code, entry["zh"], entry["en"], tuple(entry["aliases"])) for code, entry in raw_codes()[name].items()
    )


@cache
def activity_rules() -> Mapping[str, ActivityRule]:
    """Return the rule of each activity."""
    return {
        code: ActivityRule(
            entry["sheet"],
            entry["facility"],
            entry.get("counterparty", False),
            tuple(entry.get("kinds", ())),
            entry.get("positive", False),
            entry.get("top"),
            entry.get("category", ""),
        )
        for code, entry in raw_codes()["activity"].items()
    }


@cache
def burnt_in() -> Mapping[str, str]:
    """Return, by the category of a process, the category of fuel burnt in it."""
    return {row["category"]: row["burnt_in"] for row in data_rows("categories.csv")}


@cache
def item_kinds() -> Mapping[str, tuple[str, ...]]:
    """Return the kinds of unit in which each item is measured, the usual one first."""
    return {row["item"]: tuple(row["kinds"].split()) for row in data_rows("items.csv")}


@cache
def item_classes() -> Mapping[str, str]:
    """Return the class of each item: a fuel (``solid_fuel``, ...), ``energy``, ``material``, ``service``, ..."""
    return {row["item"]: row["class"] for row in data_rows("items.csv")}


@cache
def data_rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV in the folder of templates."""
    text = (files("carbonpath.survey") / "templates" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
