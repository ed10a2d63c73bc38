"""Heat of generating units by kind of fuel."""

from __future__ import annotations

import pytest

from carbonpath.inventory.unit_heat import unit_heat


def _works(row, coal=1000.0):
    """Return a power station on furnace gas (33 GJ per 10^4 Nm3), with coal (20 GJ/t) burnt beside it."""
    return (
        row("F01", "furnace", "2C1", "output", "blast_furnace_gas", 2000, "1e4_nm3"),
        row("F01", "station", "1A1a", "combusted", "blast_furnace_gas", 1000, "1e4_nm3"),
        row("F01", "station_coal", "1A1a", "combusted", "bituminous", coal, "t"),
        row("F01", "", "", "net_calorific_value", "bituminous", 20, "GJ/t"),
    )


def test_coal_beside_gas_counts_with_the_unit(row, prepare):
    """33 000 GJ of gas and 20 000 GJ of coal: 62.3 % own gas."""
    table = unit_heat(prepare(*_works(row)), {("F01", "station_coal"): "station"})

    (unit,) = table.to_dict("records")
    assert (unit["facility"], unit["energy"]) == ("station", pytest.approx(53_000))
    assert unit["own_gas"] == pytest.approx(33 / 53)
    assert unit["biomass"] == 0


def test_the_pool_of_own_gases_is_own_gas(row, prepare):
    table = unit_heat(
        prepare(
            row("F01", "furnace", "2C1", "output", "blast_furnace_gas", 2000, "1e4_nm3"),
            row("F01", "station", "1A1a", "combusted", "mixed_works_gas", 100, "GJ"),
            row("F01", "", "", "carbon_content", "mixed_works_gas", 0.05, "tC/GJ"),
        ),
        {},
    )

    assert table["own_gas"].tolist() == [1.0]


def test_gas_bought_from_another_firm_is_not_own(row, prepare):
    table = unit_heat(
        prepare(
            row("F01", "furnace", "2C1", "output", "blast_furnace_gas", 2000, "1e4_nm3"),
            row("F05", "boiler", "1A1a", "combusted", "blast_furnace_gas", 10, "1e4_nm3"),
        ),
        {},
    )

    assert table[["firm", "own_gas"]].to_dict("records") == [{"firm": "F05", "own_gas": 0.0}]


def test_biomass_beside_coal(row, prepare):
    """100 t x 20 GJ/t of coal, 50 t x 15.6 GJ/t of wood: 28 % biomass; a furnace of industry is no unit."""
    table = unit_heat(
        prepare(
            row("F04", "unit", "1A1a", "combusted", "bituminous", 100, "t"),
            row("F04", "unit", "1A1a", "combusted", "biomass_wood", 50, "t"),
            row("F04", "furnace", "1A2f", "combusted", "bituminous", 100, "t"),
            row("F04", "", "", "net_calorific_value", "bituminous", 20, "GJ/t"),
            row("F04", "", "", "net_calorific_value", "biomass_wood", 15.6, "GJ/t"),
        ),
        {},
    )

    assert table["biomass"].tolist() == [pytest.approx(780 / 2780)]
