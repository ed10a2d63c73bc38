"""What must be true of the shipped district, read from what its runs exported."""

from pathlib import Path

import pandas as pd
import pytest
from golden.conftest import NO_LEVER, SCENARIOS, District

from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import read_table
from carbonpath.model.run import solve_system
from carbonpath.model.verify import check_result
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes

pytestmark = pytest.mark.slow
SECTORS_2020 = {
    "steel": (25.0, 27.0),
    "power": (3.5, 5.0),
    "heat": (1.0, 2.2),
    "petrochemical": (1.0, 2.2),
    "cement": (0.4, 0.9),
    "glass": (0.4, 0.6),
    "transport": (0.15, 0.3),
}
"""Mt CO2; a range around the balance of public capacities, for plausibility."""


def summed(rows: pd.DataFrame, *columns: str) -> pd.Series:
    return rows.groupby([*columns, "year"])["value"].sum()


def test_base_year_total_and_sectors_are_plausible(district: District):
    total = district.total("reference", "emissions", "scope1")[2020]
    assert 33 < total < 41

    rows = district.indicator("reference", "emissions", "scope1")
    sectors = rows[(rows["year"] == 2020) & (rows["firm"] == "")].groupby("sector")["value"].sum()
    for sector, (low, high) in SECTORS_2020.items():
        assert low < sectors[sector] < high, sector


def test_base_year_coal_and_steel_intensity_are_plausible(district: District):
    assert district.total("reference", "coal")[2020] == pytest.approx(11.4, rel=0.1)
    steel = district.indicator("reference", "steel_intensity")
    assert 1.7 < steel.loc[steel["year"] == 2020, "value"].item() < 2.2


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_model_base_year_equals_the_inventory_per_firm(district: District, scenario: str):
    technologies = pd.read_csv(district.runs[scenario].folder / "inputs" / "technologies.csv", dtype=str)
    firm = dict(zip(technologies["technology"], technologies["firm"], strict=True))
    rows = district.result(scenario, "technology_emissions")
    rows = rows[(rows["year"] == 2020) & (rows["emission"] == "co2")]
    modelled = rows.groupby(rows["technology"].map(firm))["value"].sum()

    for name, value in district.base.reported().items():
        assert modelled.get(name, 0.0) == pytest.approx(value, rel=1e-3, abs=1e-9), name


def test_a_scenario_without_lever_is_exactly_its_parent(district: District):
    parent = read_table(district.runs["reference"].folder / "results.csv", RESULT).drop(columns="scenario")
    child = read_table(district.runs[NO_LEVER].folder / "results.csv", RESULT).drop(columns="scenario")

    pd.testing.assert_frame_equal(child, parent, check_exact=True)


def test_tightening_the_coal_cap_never_lowers_cost(district: District):
    project, base = district.project, district.base
    system = base.system(base.specification)
    capped = apply_changes(system, scenario_changes(load_scenario("coal-cap", project.scenario_folder), system))
    costs = []
    for factor in (1.05, 1.0, 0.99, 0.97):
        tightened = [Change("max_group_activity", {"group": "coal_use"}, "scale", factor)]
        costs.append(solve_system(apply_changes(capped, tightened)).objective)

    assert costs == sorted(costs)
    assert costs[-1] > costs[0]


@pytest.mark.parametrize("scenario", ["coal-cap", "combined"])
def test_coal_cap_holds_in_every_year_and_binds_in_some(district: District, scenario: str):
    coal = district.total(scenario, "coal")
    rows = district.parameter(scenario, "max_group_activity")
    cap = dict(zip(*(rows[rows["group"] == "coal_use"][name] for name in ("year", "value")), strict=True))

    assert all(coal[year] <= limit + 1e-7 for year, limit in cap.items())
    assert sum(coal[year] > limit - 1e-6 for year, limit in cap.items()) >= 5


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_clean_transport_reaches_its_rule(district: District, scenario: str):
    share = district.total(scenario, "clean_share")
    percent = 100 if district.indicator(scenario, "clean_share")["unit"].iloc[0] == "%" else 1

    assert share[2025] >= 0.8 * percent * (1 - 1e-9)


@pytest.mark.parametrize("scenario", ["hydrogen-island", "combined"])
def test_hydrogen_minima_are_met_and_the_gases_can_give_it(district: District, scenario: str):
    activity = summed(district.result(scenario, "annual_activity"), "technology")
    demand = district.parameter(scenario, "demand").set_index(["commodity", "year"])["value"]
    for year, industry in ((2025, 9), (2030, 28), (2035, 45)):
        assert demand["hydrogen_industry", year] * 1000 == pytest.approx(industry)
        assert activity["F09.H2_INDUSTRY", year] == pytest.approx(demand["hydrogen_industry", year])
    assert demand["h2_transport", 2035] * 1000 == pytest.approx(35 * 0.9)

    made = summed(district.result(scenario, "production"), "commodity")
    used = summed(district.result(scenario, "use"), "technology", "commodity")
    for year in range(2020, 2036):
        gas = used["F09.COG_PSA", "F09.coke_oven_gas", year]
        assert gas <= made["F01.coke_oven_gas", year] * (1 + 1e-9)
        assert activity["F09.COG_PSA", year] == pytest.approx(gas / 385, rel=1e-4)
        off_gas = used.get(("F03.OFFGAS_PSA", "F03.offgas_h2", year), 0.0)
        assert off_gas <= made["F03.offgas_h2", year] * (1 + 1e-9)


@pytest.mark.parametrize("boundary", ["scope1", "scope1+import"])
def test_combined_emits_no_more_than_each_single_scenario(district: District, boundary: str):
    totals = {name: sum(district.total(name, "emissions", boundary).values()) for name in SCENARIOS}

    assert totals["combined"] == min(totals.values())


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("boundary", ["scope1", "scope1+import"])
def test_peak_year_is_the_first_within_tolerance_and_the_plateau_surrounds_it(district, scenario, boundary):
    emissions = district.total(scenario, "emissions", boundary)
    top = max(emissions.values())
    first = min(year for year, value in emissions.items() if value >= top * (1 - 1e-4))

    def told(name: str) -> float:
        return district.indicator(scenario, name, boundary)["value"].iloc[0]

    assert told("peak_year") == first
    assert told("plateau_first") <= first <= told("plateau_last")
    assert all(
        emissions[year] >= top * 0.99 for year in range(int(told("plateau_first")), int(told("plateau_last")) + 1)
    )


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_energy_and_gas_balances_close_in_the_exported_tables(district: District, scenario: str):
    made = summed(district.result(scenario, "production"), "commodity")
    used = summed(district.result(scenario, "use"), "commodity")
    disposed = summed(district.result(scenario, "disposal"), "commodity")
    demand = summed(district.parameter(scenario, "demand"), "commodity")
    left = made.sub(used, fill_value=0.0).sub(disposed, fill_value=0.0).sub(demand, fill_value=0.0)
    scale = made.abs().groupby("commodity").max().reindex(left.index.get_level_values(0)).to_numpy()

    assert (left.abs().to_numpy() <= 1e-6 * scale.clip(min=1e-3)).all()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_carbon_closes_in_the_exported_tables(district: District, scenario: str):
    activity = summed(district.result(scenario, "annual_activity"), "technology")
    ratios = summed(district.parameter(scenario, "emission_activity_ratio"), "emission", "technology")
    for emission in ("co2", "co2_import"):
        own = ratios[emission]
        recomputed = (own * activity.reindex(own.index).fillna(0.0)).groupby("year").sum()
        rows = district.result(scenario, "annual_emissions")
        told = rows[rows["emission"] == emission].set_index("year")["value"]
        pd.testing.assert_series_equal(
            recomputed[told.index], told, rtol=1e-6, check_names=False, check_index_type=False
        )


@pytest.mark.parametrize("scenario", ["reference", "clean-transport"])
def test_carbon_into_the_steelworks_comes_out(district: District, scenario: str):
    """Enterprise balance (CETS-AG-03.01-V01-2024): carbon bought less carbon of products and gas sold."""
    carbon = district.base.calibrated.carbon
    activity = summed(district.result(scenario, "annual_activity"), "technology")
    flows = {"coking_coal": 1, "injection_coal": 1, "coke": 1, "coke_breeze": 1, "steam_coal": 1, "scrap": 1}
    process = district.base.calibrated.district.technologies["process_co2"]
    rows = district.result(scenario, "technology_emissions")
    rows = rows[rows["technology"].str.startswith("F01.") & (rows["emission"] == "co2")]
    emitted = rows.groupby("year")["value"].sum()
    residual = rows[rows["technology"] == "F01.RESIDUAL"].set_index("year")["value"]

    def did(name: str, year: int) -> float:
        return float(activity.get((name, year), 0.0))

    for year in range(2020, 2025):
        total = sum(did(f"F01.BUY.{base}", year) * carbon.of("F01", base).content for base in flows)
        total += did("F09.F01.psa_tail_gas", year) * carbon.of("F01", "psa_tail_gas").content
        total -= did("F01.F09.coke_oven_gas", year) * carbon.of("F01", "coke_oven_gas").content
        total -= did("F01.F05.gas_mix", year) * carbon.of("F01", "gas_mix").content
        total -= sum(did(f"F01.SELL.{base}", year) * carbon.of("F01", base).content for base in ("coal_tar", "benzol"))
        steel = did("F01.BOF", year) + did("F01.BOF_HISCRAP", year)
        total -= steel * carbon.of("F01", "crude_steel").content
        total += sum(
            did(name, year) * value for name, value in process.items() if name.startswith("F01.") and value > 0
        )
        assert emitted[year] == pytest.approx(total + residual[year], rel=1e-6), year


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_exported_result_survives_the_independent_check(district: District, scenario: str):
    project, base = district.project, district.base
    system = base.system(base.specification)
    changed = apply_changes(system, scenario_changes(load_scenario(scenario, project.scenario_folder), system))
    table = read_table(district.runs[scenario].folder / "results.csv", RESULT)

    assert check_result(table, changed) == []


def test_headline_numbers_are_those_of_the_diary(district: District):
    """An intended change of a number is written to headline.csv and explained in diary.md."""
    known = pd.read_csv(Path(__file__).parent / "headline.csv").set_index(["scenario", "boundary"])
    for (scenario, boundary), row in known.iterrows():
        emissions = district.total(scenario, "emissions", boundary)
        told = {
            "peak_year": district.indicator(scenario, "peak_year", boundary)["value"].item(),
            "peak_mtco2": district.indicator(scenario, "peak_level", boundary)["value"].item(),
            **{f"emissions_{year}": emissions[year] for year in (2025, 2030, 2035)},
            "coal_2035": district.total(scenario, "coal")[2035],
            "total_cost": district.runs[scenario].manifest.solver.objective,
        }
        assert told == pytest.approx(row.to_dict(), rel=2e-5), (scenario, boundary)
