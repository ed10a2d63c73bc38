"""Share of carbon that is oxidised: measured, else as the guideline says, by equipment where it has such a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from carbonpath.inventory.choice import GUIDELINE_TIER, Choice, Entry, chosen, nothing, told
from carbonpath.inventory.defaults import choose_default, fuel_defaults
from carbonpath.inventory.evidence import Evidence
from carbonpath.inventory.keys import Keys, Mask
from carbonpath.reference.factors import Factors

COAL_CLASS = "coal"
SOLID_CLASS = "solid_fuel"
ANY_EQUIPMENT = "any"


def oxidation_factor(keys: Keys, evidence: Evidence) -> Choice:
    """Return the share of carbon oxidised for each key: measured, else as the firm's guideline says."""
    rule = {
        name: Entry(1.0, GUIDELINE_TIER, f"OF 1 ({name}: complete oxidation)")
        for name, guideline in evidence.guidelines.items()
        if guideline.oxidation == "complete"
    }
    complete = chosen((rule.get(name) for name in keys.guideline), len(keys))
    table = choose_default(keys, evidence.guidelines, fuel_defaults(evidence.factors, "oxidation_factor", "OF"))
    measured = evidence.measured.choose(keys, "oxidation_factor")
    return measured.otherwise(complete).otherwise(_of_equipment(keys, evidence)).otherwise(table)


def complete_oxidation(keys: Keys, evidence: Evidence) -> Mask:
    """Tell for which keys the guideline counts all carbon as CO2."""
    complete = {name for name, guideline in evidence.guidelines.items() if guideline.oxidation == "complete"}
    return np.fromiter((name in complete for name in keys.guideline), dtype=bool, count=len(keys))


def _of_equipment(keys: Keys, evidence: Evidence) -> Choice:
    """Return the oxidation of the equipment for each key; nothing where the guideline has no such table."""
    tables = {name: rule.equipment_table for name, rule in evidence.guidelines.items() if rule.equipment_table}
    if not any(name in tables for name in set(keys.guideline)):
        return nothing(len(keys))
    entries, classes = _entries(evidence.factors), _classes(evidence.factors)

    def find(guideline: str, firm: str, facility: str, category: str, item: str) -> Entry | None:
        named = evidence.equipment.get((firm, facility), "") or _usual(category, evidence.factors)
        for fuel_class in classes.get(item, ()):
            for equipment in (named, ANY_EQUIPMENT):
                found = entries.get((tables.get(guideline, ""), fuel_class, equipment))
                if found is not None:
                    return found
        return None

    columns = (keys.guideline, keys.firm, keys.facility, keys.category, keys.item)
    return chosen((find(*key) for key in zip(*columns, strict=True)), len(keys))


@lru_cache(maxsize=16)
def _entries(factors: Factors) -> Mapping[tuple[str, str, str], Entry]:
    entries = {}
    for row in factors.oxidation_by_equipment.to_dict("records"):
        origin = ", ".join(filter(None, (str(row["source"]), str(row["clause"]), str(row["equipment"]))))
        line = told("OF", float(row["value"]), "1", f"{origin}; {row['confidence']}")
        key = (str(row["table"]), str(row["fuel_class"]), str(row["equipment"]))
        entries[key] = Entry(float(row["value"]), GUIDELINE_TIER, line)
    return entries


@lru_cache(maxsize=16)
def _classes(factors: Factors) -> Mapping[str, tuple[str, ...]]:
    """Return the classes of each fuel, the narrowest first."""
    classes: dict[str, tuple[str, ...]] = {}
    for row in factors.fuels.to_dict("records"):
        coal = (COAL_CLASS,) if row["group"] == "coal" else ()
        solid = (SOLID_CLASS,) if row["state"] == "solid" and not row["biogenic_share"] else ()
        classes[str(row["fuel"])] = (*coal, *solid)
    return classes


@lru_cache(maxsize=256)
def _usual(category: str, factors: Factors) -> str:
    """Return the equipment of the longest beginning of `category` that the reference table knows; blank if none."""
    known = dict(zip(factors.equipment["category"], factors.equipment["equipment"], strict=True))
    lengths = range(len(category), 0, -1)
    return next((str(known[category[:length]]) for length in lengths if category[:length] in known), "")
