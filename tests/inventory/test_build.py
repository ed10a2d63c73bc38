"""The inventory of a small district, end to end."""

from __future__ import annotations

import pytest

from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table
from carbonpath.inventory.build import build_inventory
from carbonpath.inventory.specification import Specification
from carbonpath.reference.factors import load_factors


def test_coal_burnt_in_a_power_plant_by_hand() -> None:
    """1000 t x 23.076 GJ/t x 0.02618 tC/GJ x 0.99 x 44/12 = 2192.99 tCO2 (CETS-AG-01.01, bituminous coal)."""
    row = {
        "firm": "F04",
        "facility": "unit_1",
        "sector": "power",
        "category": "1A1a",
        "activity": "combusted",
        "item": "bituminous",
        "year": 2020,
        "value": 1000.0,
        "unit": "t",
        "source": "F04.xlsx!燃料!D7",
        "quality": "measured",
    }

    table = build_inventory(
        as_table([row], ACTIVITY), load_factors(), Specification(guidelines={"F04": "CETS-AG-01.01-2022"})
    )

    carbon_dioxide = table[table["gas"] == "CO2"]
    assert list(table["gas"]) == ["CO2", "CH4", "N2O"]
    assert carbon_dioxide["value"].iloc[0] == pytest.approx(1000 * 23.076 * 0.02618 * 0.99 * 44 / 12, rel=1e-14)
    assert carbon_dioxide["value"].iloc[0] == pytest.approx(2192.99, abs=0.005)
