"""Energy that goods hold, and what gives more energy than is put into it because nature adds some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import as_file, files

from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import read_table

_SOURCE = Column("source", "str", "document or derivation")
_CONFIDENCE = Column("confidence", "str", "seen-twice, seen, recalled, derived or assumed")
_NOTE = Column("note", "str", "what is left out, or how it is counted")

ENERGY_CONTENTS = Schema(
    "ENERGY_CONTENTS",
    (
        Column("commodity", "str", "good that counts as a material in energy statistics, and burns nevertheless"),
        Column("value", "float", "lower heating value"),
        Column("unit", "str", "GJ/t"),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
"""Energy of goods beside the fuels."""

AMBIENT_ENERGY = Schema(
    "AMBIENT_ENERGY",
    (
        Column("library_id", "str", "entry of the technology library"),
        Column("kind", "str", "sun: most is a share of the hours of a year; heat: most is heat out for power in"),
        Column("most", "float", "what nature allows at most"),
        Column("unit", "str", "1"),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
"""Technologies to which sun or surroundings give energy."""


@dataclass(frozen=True, slots=True)
class EnergyContents:
    """What is known of energy beside the tables of a district."""

    goods: Mapping[str, float]
    """GJ per t of goods beside the fuels."""
    ambient: Mapping[str, tuple[str, float]]
    """Kind and most of what nature gives, by library entry."""


def load_energy_contents() -> EnergyContents:
    """Return the tables shipped with the package.

    Raises
    ------
    DataError
        If a table does not fit its schema.
    """
    with as_file(files(__package__) / "data") as folder:
        goods = read_table(folder / "energy_contents.csv", ENERGY_CONTENTS)
        ambient = read_table(folder / "ambient_energy.csv", AMBIENT_ENERGY)
    kinds = zip(ambient["kind"], ambient["most"], strict=True)
    return EnergyContents(
        goods=dict(zip(goods["commodity"], goods["value"], strict=True)),
        ambient=dict(zip(ambient["library_id"], kinds, strict=True)),
    )
