"""What is known of the parameters of OSeMOSYS data sets, whatever file they stand in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SETS = (
    "YEAR",
    "TECHNOLOGY",
    "TIMESLICE",
    "FUEL",
    "EMISSION",
    "MODE_OF_OPERATION",
    "REGION",
    "SEASON",
    "DAYTYPE",
    "DAILYTIMEBRACKET",
    "STORAGE",
    "UDC",
)
"""Sets of a data set; a commodity is a fuel."""

REQUIRED = ("YEAR", "TECHNOLOGY", "TIMESLICE", "FUEL", "MODE_OF_OPERATION", "REGION")
"""Sets without which nothing can be modelled."""

NUMBERED = ("SEASON", "DAYTYPE", "DAILYTIMEBRACKET")
"""Sets whose members follow each other in the order of their numbers."""

ALIASES = {"COMMODITY": "FUEL"}
"""Other names of sets."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Indices and meaning of one parameter."""

    indices: tuple[str, ...]
    """Sets, in the order of the parameter's indices."""
    reading: str
    """How a value becomes a row of a system; see `osemosys.toml`."""
    quantity: str = ""
    """Name in the vocabulary; blank for what is no parameter of a system by itself."""
    default: float | None = None
    """Value of an index that is not given, where the data set states no default."""


@cache
def signatures() -> Mapping[str, Signature]:
    """Return every parameter that a data set may hold, by its name there."""
    table = tomllib.loads((files(__package__) / "osemosys.toml").read_text(encoding="utf-8"))
    return {
        name: Signature(tuple(entry["indices"]), entry["reading"], entry.get("quantity", ""), entry.get("default"))
        for name, entry in table.items()
    }
