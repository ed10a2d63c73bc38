"""What firms measured: at the facility if they did, else for the whole firm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carbonpath.inventory.choice import MEASURED_TIER, Choice, Entry, chosen, nothing, told
from carbonpath.inventory.keys import Keys

ANY = "any"
"""Base of a property that does not depend on the unit of the amount."""

SYMBOLS: Mapping[str, str] = {
    "net_calorific_value": "NCV",
    "carbon_content_mass": "C_ar",
    "carbon_content": "CC",
    "oxidation_factor": "OF",
}
"""Symbols of measured properties in the line that tells their origin."""

Place = tuple[str, str, int]
"""Firm, facility and year."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Measured properties, quick to look up."""

    entries: Mapping[tuple[str, str], Mapping[tuple[Place, str], Entry]]
    """By property and item: by place and base."""

    def choose(self, keys: Keys, name: str) -> Choice:
        """Return what was measured of `name` for the item of each key."""
        wanted = {item for property_, item in self.entries if property_ == name}
        if not wanted:
            return nothing(len(keys))
        found = (
            self._find(self.entries[name, item], firm, facility, year, base) if item in wanted else None
            for item, firm, facility, year, base in zip(
                keys.item, keys.firm, keys.facility, keys.year.tolist(), keys.base, strict=True
            )
        )
        return chosen(found, len(keys))

    def choose_property(self, keys: Keys, item: str, symbol: str) -> Choice:
        """Return the ``property`` named `item` that was measured at the firm or facility of each key."""
        entries = self.entries.get(("property", item))
        if entries is None:
            return nothing(len(keys))
        found = (
            self._find(entries, firm, facility, year, ANY)
            for firm, facility, year in zip(keys.firm, keys.facility, keys.year.tolist(), strict=True)
        )
        unnamed = chosen(found, len(keys))
        lines = [f"{symbol}{line}" if line else "" for line in unnamed.source]
        unnamed.source[:] = lines
        return unnamed

    @staticmethod
    def _find(
        entries: Mapping[tuple[Place, str], Entry], firm: str, facility: str, year: int, base: str
    ) -> Entry | None:
        for where in dict.fromkeys((facility, "")):
            for unit in (base, ANY):
                found = entries.get(((firm, where, year), unit))
                if found is not None:
                    return found
        return None


def measured_entries(properties: pd.DataFrame) -> Measured:
    """Return measured properties made quick to look up."""
    entries: dict[tuple[str, str], dict[tuple[Place, str], Entry]] = {}
    for row in properties.to_dict("records"):
        name, value = str(row["property"]), float(row["value"])
        line = told(SYMBOLS.get(name, ""), value, str(row["unit"]), f"measured: {row['source']}")
        place = (str(row["firm"]), str(row["facility"]), int(row["year"]))
        of_item = entries.setdefault((name, str(row["item"])), {})
        of_item[place, str(row["base"])] = Entry(value, MEASURED_TIER, line)
    return Measured(entries)
