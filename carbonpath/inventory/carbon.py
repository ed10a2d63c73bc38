"""How much carbon and energy an amount of a fuel or material holds, and where the number comes from.

Carbon per unit of amount, first that is known:

1. ``C_ar`` measured at the firm (tC per t or per 1e4 Nm3);
2. ``NCV x CC``: each measured at the firm, else of the firm of the district that supplied the fuel, else of the firm's
   guideline, else of the general table; amounts in energy need ``CC`` alone;
3. the factor of the material (tC/t, or tCO2/t x 12/44), of the guideline, else of the general table.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from carbonpath.inventory.choice import (
    MEASURED_TIER,
    Choice,
    fixed,
    nothing,
    product,
)
from carbonpath.inventory.defaults import choose_default, fuel_defaults, material_defaults
from carbonpath.inventory.evidence import Evidence
from carbonpath.inventory.keys import Integers, Keys
from carbonpath.inventory.measured import SYMBOLS
from carbonpath.inventory.supply import from_supplier

CO2_PER_CARBON = 44 / 12
"""Mass of CO2 for each mass of carbon (molar masses 44 and 12)."""


@dataclass(frozen=True, slots=True)
class ItemContent:
    """Carbon and energy per unit of amount, for each key."""

    carbon: Choice
    """tC per unit of amount."""
    energy: Choice
    """GJ per unit of amount; NaN where no heating value is known."""

    def at(self, positions: Integers) -> ItemContent:
        """Return the content of some keys."""
        return ItemContent(self.carbon.at(positions), self.energy.at(positions))


def item_content(keys: Keys, evidence: Evidence) -> ItemContent:
    """Return carbon and energy per unit of amount for each key."""
    measured = evidence.measured.choose
    energy = fixed(len(keys), 1.0, MEASURED_TIER, "").where(np.asarray(keys.base == "GJ", dtype=bool))
    energy = energy.otherwise(_fuel_number(keys, evidence, "net_calorific_value"))
    per_energy = _fuel_number(keys, evidence, "carbon_content")
    chain = product(np.minimum(energy.tier, per_energy.tier), energy, per_energy)
    in_order = (
        measured(keys, "carbon_content_mass"),
        chain.where(measured(keys, "carbon_content").tier > 0),
        from_supplier(keys, evidence, lambda asked: measured(asked, "carbon_content_mass")),
        chain,
        _material_carbon(keys, evidence),
    )
    carbon = nothing(len(keys))
    for choice in in_order:
        carbon = carbon.otherwise(choice)
    return ItemContent(carbon, energy)


def _fuel_number(keys: Keys, evidence: Evidence, name: str) -> Choice:
    """Return a number of fuels: measured, else of the supplier, else of the guideline, else of the general table."""
    defaults = fuel_defaults(evidence.factors, name, SYMBOLS[name])

    def of_firm(asked: Keys) -> Choice:
        return evidence.measured.choose(asked, name).otherwise(choose_default(asked, evidence.guidelines, defaults))

    measured = evidence.measured.choose(keys, name)
    return measured.otherwise(from_supplier(keys, evidence, of_firm)).otherwise(of_firm(keys))


def _material_carbon(keys: Keys, evidence: Evidence) -> Choice:
    by_mass = np.asarray(keys.base == "t", dtype=bool)
    result = nothing(len(keys))
    for name, symbol, scale in (("carbon_content_mass", "C", 1.0), ("emission_factor", "EF", 1 / CO2_PER_CARBON)):
        defaults = material_defaults(evidence.factors, name, symbol)
        found = choose_default(keys, evidence.guidelines, defaults).where(by_mass)
        result = result.otherwise(Choice(found.value * scale, found.tier, found.source))
    return result
