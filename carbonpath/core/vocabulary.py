"""One name for one thing: dimensions and quantities with indices, unit, symbol and labels."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from carbonpath.core.messages import Language

Kind = Literal["parameter", "variable", "expression", "dual"]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A set over which quantities are indexed."""

    name: str
    """Name of the column in every table."""
    symbol: str
    """Letter in equations."""
    osemosys: str
    """Name of the set in OSeMOSYS; blank if it has none."""
    zh: str
    """Chinese label."""
    en: str
    """English label."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A parameter, variable, derived quantity or shadow price."""

    name: str
    """Name in code, tables and exports."""
    kind: Kind
    """Whether it is given, decided, derived or a shadow price."""
    indices: tuple[str, ...]
    """Dimensions, in the order region, technology, group, commodity, boundary, emission, mode, timeslice, year."""
    unit: str
    """Unit, or the kind of unit where it depends on technology and commodity."""
    symbol: str
    """Symbol in equations (LaTeX)."""
    osemosys: str
    """Name in OSeMOSYS; blank if it has none."""
    iamc: str
    """IAMC variable; blank if it has none."""
    zh: str
    """Chinese label."""
    en: str
    """English label."""
    meaning: str
    """What a value says."""

    def label(self, language: Language) -> str:
        """Return the label in `language`."""
        return self.zh if language == "zh" else self.en


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((files(__package__) / "vocabulary.toml").read_text(encoding="utf-8"))


@cache
def dimensions() -> Mapping[str, Dimension]:
    """Return every dimension by name."""
    return {name: Dimension(name, **entry) for name, entry in _data()["dimension"].items()}


@cache
def quantities() -> Mapping[str, Quantity]:
    """Return every quantity by name, parameters first."""
    return {
        name: Quantity(
            name=name,
            kind=entry["kind"],  # type: ignore[arg-type]  # a test checks the values
            indices=tuple(entry["indices"]),
            **{key: entry[key] for key in ("unit", "symbol", "osemosys", "iamc", "zh", "en", "meaning")},
        )
        for name, entry in _data()["quantity"].items()
    }


def quantity(name: str) -> Quantity:
    """Return the quantity called `name`.

    Raises
    ------
    KeyError
        If the vocabulary has no such quantity.
    """
    return quantities()[name]


def parameter_names() -> tuple[str, ...]:
    """Return the names of all parameters, in the order of the vocabulary."""
    return tuple(name for name, entry in quantities().items() if entry.kind == "parameter")
