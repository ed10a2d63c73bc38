"""Pollution equivalents: by how many kg of an air pollutant one equivalent is reached (污染当量值)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files

import pandas as pd

from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import read_table

POLLUTION_EQUIVALENTS = Schema(
    "POLLUTION_EQUIVALENTS",
    (
        Column("pollutant", "str", "so2, nox, pm25, voc"),
        Column("kg_per_equivalent", "float", "kg of the pollutant that are one equivalent"),
        Column("source", "str", "document"),
        Column("confidence", "str", "seen-twice, seen, recalled, derived or assumed"),
        Column("note", "str", "what stands for what"),
    ),
)
"""Pollution equivalents of the tax on air pollutants."""


@dataclass(frozen=True, slots=True, eq=False)
class PollutionEquivalents:
    """Weights that add different pollutants up."""

    table: pd.DataFrame
    """Table POLLUTION_EQUIVALENTS."""

    def of(self, pollutant: str, amount: float) -> float:
        """Return the equivalents of an amount in kt, in millions; a pollutant that is not listed counts nothing."""
        known = self.table.loc[self.table["pollutant"] == pollutant, "kg_per_equivalent"]
        return 0.0 if known.empty else amount / float(known.iloc[0])


def load_pollution_equivalents() -> PollutionEquivalents:
    """Return the equivalents shipped with the package.

    Raises
    ------
    DataError
        If the table does not fit its schema.
    """
    with as_file(files(__package__) / "data") as folder:
        return PollutionEquivalents(read_table(folder / "pollution_equivalents.csv", POLLUTION_EQUIVALENTS))
