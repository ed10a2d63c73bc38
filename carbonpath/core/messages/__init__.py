"""Every sentence a user reads, in Chinese and English.

One TOML file per area and language holds plain texts under dotted keys and problems under their code
(``[CP-203]`` with ``message``, ``expected`` and ``fix``). TOML, because the standard library reads it in a millisecond
and `--help` needs it.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

AREAS = (
    "core",
    "reference",
    "survey",
    "inventory",
    "system",
    "scenario",
    "model",
    "indicators",
    "charts",
    "exports",
    "study",
    "workflow",
    "cli",
)
"""Areas of the catalogue in reading order; each has one file per language."""


_NO_HINT = ("", "-")


@dataclass(frozen=True, slots=True)
class ProblemText:
    """The words of one problem."""

    message: str
    """What is wrong."""
    expected: str
    """What was expected instead."""
    fix: str
    """What to do."""


@cache
def load_area(area: str, language: Language) -> dict[str, Any]:
    """Return one file of the catalogue as nested dictionaries."""
    return tomllib.loads((files(__package__) / language / f"{area}.toml").read_text(encoding="utf-8"))


@cache
def _problem_entry(code: str, language: Language) -> Mapping[str, str]:
    for area in AREAS:
        entry = load_area(area, language).get(code)
        if entry is not None:
            found: Mapping[str, str] = entry
            return found
    raise KeyError(f"no message for {code} in {language}")


class _Lenient(string.Formatter):
    """Formatter that leaves an unfilled placeholder empty: an error about an error would hide the first."""

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        return kwargs.get(str(key), "")


def _fill(template: str, values: Mapping[str, Any]) -> str:
    return _Lenient().vformat(template, (), values)


def _without_hint(template: str) -> str:
    """Return a message without its last sentence if that only names what is nearest."""
    head, _, rest = template.rpartition("{nearest}")
    end = max(head.rfind("。"), head.rfind(". "))
    return template if not head or rest or end < 0 else head[: end + 1]


def text(key: str, language: Language, **values: object) -> str:
    """Return the text under `key` (``area.name`` or ``area.group.name``) with its placeholders filled.

    Raises
    ------
    KeyError
        If the catalogue has no such text.
    """
    area, *names = key.split(".")
    entry: Any = load_area(area, language)
    for name in names:
        entry = entry[name]
    if not isinstance(entry, str):
        raise KeyError(key)
    return _fill(entry, values)


def problem_text(code: str, language: Language, values: Mapping[str, Any]) -> ProblemText:
    """Return the words of problem `code` with its placeholders filled; a hint that is blank is left out."""
    entry = _problem_entry(code, language)
    if values.get("nearest", "") in _NO_HINT:
        entry = {**entry, "message": _without_hint(entry["message"])}
    return ProblemText(*(_fill(entry.get(part, ""), values) for part in ("message", "expected", "fix")))
