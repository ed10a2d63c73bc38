"""Fuels burnt in stationary equipment, against numbers computed by hand."""

from __future__ import annotations

import pytest

POWER = "CETS-AG-01.01-2022"
STEEL = "CETS-AG-03.01-V01-2024"
CHEMICAL = "NDRC-2013-chemical"


def _gas(table, gas, scope=1):
    chosen = table[(table["gas"] == gas) & (table["scope"] == scope)]
    return float(chosen["value"].sum())


def test_coal_in_a_power_plant_by_the_defaults_of_its_guideline(row, account):
    """1000 t x 23.076 GJ/t x 0.02618 tC/GJ x 0.99 x 44/12 = 2192.99 tCO2."""
    table = account(row("F04", "unit_1", "1A1a", "combusted", "bituminous", 1000, "t"), guideline=POWER)

    assert _gas(table, "CO2") == pytest.approx(1000 * 23.076 * 0.02618 * 0.99 * 44 / 12, rel=1e-14)
    assert _gas(table, "CO2") == pytest.approx(2192.99, abs=0.005)
    assert set(table.loc[table["gas"] == "CO2", "tier"]) == {2}


def test_methane_and_nitrous_oxide_of_an_energy_industry(row, account):
    """23 076 GJ: CH4 at 1 kg/TJ = 0.023076 t, N2O at 1.5 kg/TJ = 0.034614 t; AR5: 28 and 265."""
    table = account(row("F04", "unit_1", "1A1a", "combusted", "bituminous", 1000, "t"), guideline=POWER)

    assert _gas(table, "CH4") == pytest.approx(0.023076, rel=1e-12)
    assert _gas(table, "N2O") == pytest.approx(0.034614, rel=1e-12)
    equivalent = table.set_index("gas")["co2_equivalent"]
    assert equivalent["CH4"] == pytest.approx(0.023076 * 28, rel=1e-12)
    assert equivalent["N2O"] == pytest.approx(0.034614 * 265, rel=1e-12)


def test_manufacturing_has_other_methane_factors_than_energy_industries(row, account):
    """The same 23 736 GJ of coal in a furnace: CH4 at 10 kg/TJ = 0.23736 t."""
    table = account(row("F01", "rolling", "1A2a", "combusted", "bituminous", 1000, "t"))

    assert _gas(table, "CH4") == pytest.approx(0.23736, rel=1e-12)


def test_the_steel_guideline_counts_all_carbon(row, account):
    """1e4 x 10^4 Nm3 x 33.0 x 0.0708 x 44/12 = 85 668 tCO2 without an oxidation factor (equation 1)."""
    table = account(row("F01", "ccpp", "1A1a", "combusted", "blast_furnace_gas", 1e4, "1e4_nm3"))

    assert _gas(table, "CO2") == pytest.approx(85668.0, rel=1e-12)
    assert "complete oxidation" in table["factor_source"].iloc[0]


def test_the_same_gas_under_another_guideline_has_its_own_table(row, account):
    """1e4 x 37.69 x 0.0708 x 0.99 x 44/12 under the NDRC chemical family."""
    gas = row("F10", "boiler", "1A1a", "combusted", "blast_furnace_gas", 1e4, "1e4_nm3")

    assert _gas(account(gas, guideline=CHEMICAL), "CO2") == pytest.approx(1e4 * 37.69 * 0.0708 * 0.99 * 44 / 12)


def test_measured_heating_value_and_carbon_come_before_defaults(row, account):
    """1000 t x 20.9 x 0.0261 x 0.99 x 44/12; the row names the cells and is of tier 3."""
    table = account(
        row("F04", "unit_1", "1A1a", "combusted", "bituminous", 1000, "t"),
        row("F04", "", "", "net_calorific_value", "bituminous", 20.9, "GJ/t"),
        row("F04", "", "", "carbon_content", "bituminous", 26.1, "tC/TJ"),
        guideline=POWER,
    )

    carbon_dioxide = table[table["gas"] == "CO2"].iloc[0]
    assert carbon_dioxide["value"] == pytest.approx(1000 * 20.9 * 0.0261 * 0.99 * 44 / 12, rel=1e-12)
    assert carbon_dioxide["tier"] == 3
    assert "measured: F04.xlsx!firm!carbon_content bituminous" in carbon_dioxide["factor_source"]


def test_a_facility_that_measures_differs_from_its_firm(row, account):
    """Unit 1 measured 20.0 GJ/t, the firm 21.0 GJ/t: each unit uses its own."""
    table = account(
        row("F04", "unit_1", "1A1a", "combusted", "bituminous", 100, "t"),
        row("F04", "unit_2", "1A1a", "combusted", "bituminous", 100, "t"),
        row("F04", "unit_1", "", "net_calorific_value", "bituminous", 20.0, "GJ/t"),
        row("F04", "", "", "net_calorific_value", "bituminous", 21.0, "GJ/t"),
        guideline=POWER,
    )

    value = table[table["gas"] == "CO2"].set_index("facility")["value"]
    assert value["unit_1"] / value["unit_2"] == pytest.approx(20 / 21)


def test_measured_carbon_of_the_fuel_needs_no_heating_value(row, account):
    """1000 t x 0.55 tC/t x 0.99 x 44/12 = 1996.5 tCO2."""
    table = account(
        row("F04", "unit_1", "1A1a", "combusted", "bituminous", 1000, "t"),
        row("F04", "", "", "carbon_content_mass", "bituminous", 55, "%"),
        guideline=POWER,
    )

    assert _gas(table, "CO2") == pytest.approx(1996.5, rel=1e-12)


def test_amounts_in_energy_need_carbon_alone(row, account):
    """29.3076 GJ/tce: 100 tce of coal at 0.02618 tC/GJ x 0.99 x 44/12."""
    table = account(row("F04", "unit_1", "1A1a", "combusted", "bituminous", 100, "tce"), guideline=POWER)

    assert _gas(table, "CO2") == pytest.approx(100 * 29.3076 * 0.02618 * 0.99 * 44 / 12, rel=1e-12)


def test_wood_is_a_memo_and_its_methane_is_not(row, account):
    """100 t x 15.6 x 0.0305 x 44/12 = 174.46 t biogenic; CH4 at 30 kg/TJ = 0.0468 t."""
    table = account(row("F10", "biomass_boiler", "1A1a", "combusted", "biomass_wood", 100, "t"))

    assert _gas(table, "CO2", scope=0) == pytest.approx(174.46, rel=1e-12)
    assert _gas(table, "CO2") == 0
    assert _gas(table, "CH4") == pytest.approx(0.0468, rel=1e-12)
    assert float(table.loc[table["scope"] == 0, "co2_equivalent"].sum()) == 0


def test_the_biogenic_part_of_waste_tyres_is_a_memo(row, account):
    """100 t x 31.4 GJ/t x 0.085 tCO2/GJ = 266.9 t, of which 20 % biogenic."""
    table = account(row("F06", "kiln", "1A2f", "combusted", "waste_tyre", 100, "t"))

    assert _gas(table, "CO2") == pytest.approx(0.8 * 266.9, rel=1e-6)
    assert _gas(table, "CO2", scope=0) == pytest.approx(0.2 * 266.9, rel=1e-6)


@pytest.mark.parametrize(
    ("metric", "methane", "nitrous_oxide"),
    [("AR4GWP100", 25, 298), ("AR5GWP100", 28, 265), ("AR6GWP100", 27.9, 273)],
)
def test_the_gwp_metric_is_a_choice(row, account, metric, methane, nitrous_oxide):
    table = account(row("F01", "rolling", "1A2a", "combusted", "natural_gas", 1, "1e4_nm3"), gwp_metric=metric)

    ratio = (table["co2_equivalent"] / table["value"]).groupby(table["gas"]).first()
    assert (ratio["CH4"], ratio["N2O"]) == pytest.approx((methane, nitrous_oxide))
    assert set(table["gwp_metric"]) == {metric}


def test_a_measured_biogenic_share_splits_an_alternative_fuel(row, account):
    """Tyres with 27 % natural rubber: 27 % of the CO2 is a memo (default 20 %)."""
    rows = [row("F06", "kiln", "1A2f", "combusted", "waste_tyre", 100, "t")]
    rows.append(row("F06", "kiln", "", "property", "waste_tyre_biogenic_share", 27, "%"))

    table = account(*rows, guideline="NDRC-2013-cement")

    carbon_dioxide = table[table["gas"] == "CO2"].groupby("scope")["value"].sum()
    assert carbon_dioxide[0] / carbon_dioxide.sum() == pytest.approx(0.27, rel=1e-12)
