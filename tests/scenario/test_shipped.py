"""The scenarios that are shipped, on the district that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.horizon import interpolate
from carbonpath.scenario.compose import check_scenario, scenario_changes
from carbonpath.scenario.load import load_scenario, scenario_names

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "scenarios"
NAMES = (
    "carbon-market",
    "clean-transport",
    "coal-cap",
    "coal-cap-strict",
    "combined",
    "deep",
    "energy-efficiency",
    "hydrogen-island",
    "reference",
)


def values_of(changes, parameter, **where):
    """Return the values by year of the changes of a parameter that match."""
    return {
        change.where["year"]: change.value
        for change in changes
        if change.parameter == parameter and where.items() <= change.where.items()
    }


@pytest.fixture(scope="module")
def changes(qingshan):
    return {name: scenario_changes(load_scenario(name, FOLDER), qingshan, "en") for name in NAMES}


def test_folder_holds_the_scenarios_of_this_test():
    assert scenario_names(FOLDER) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_shipped_scenario_fits_the_district_without_error_or_warning(name, qingshan):
    assert check_scenario(load_scenario(name, FOLDER), qingshan) == []


@pytest.mark.parametrize("name", NAMES)
def test_shipped_scenario_has_its_texts_in_both_languages(name):
    scenario = load_scenario(name, FOLDER)

    for words in (scenario.title, scenario.narrative):
        assert words.zh
        assert words.en
        assert words.zh != words.en


@pytest.mark.parametrize("name", NAMES)
def test_every_number_has_reason_source_line_and_responsible_unit(name, changes):
    for change in changes[name]:
        assert change.reason
        assert change.basis.endswith("]"), change.basis
        assert change.responsible
        assert change.source.startswith("scenarios/")
        assert ", line " in change.source


def test_no_number_of_the_measured_year_is_altered(changes, qingshan):
    assert all(change.where["year"] > qingshan.years[0] for listed in changes.values() for change in listed)


def test_coal_cap_falls_every_year_and_the_strict_one_lies_below(changes):
    base, strict = (
        values_of(changes[name], "max_group_activity", group="coal_use") for name in ("coal-cap", "coal-cap-strict")
    )

    assert (base[2025], base[2030], base[2035]) == pytest.approx((10.7, 9.35, 7.95))
    assert (strict[2025], strict[2030], strict[2035]) == pytest.approx((10.25, 8.2, 6.25))
    assert all(base[year + 1] <= base[year] for year in range(2021, 2035))
    assert all(strict[year] <= base[year] for year in base)


@pytest.mark.parametrize("name", NAMES)
def test_eighty_percent_clean_transport_is_a_rule_from_2025(name, changes):
    shares = values_of(changes[name], "min_group_share", group="clean_freight")

    assert all(shares[year] >= 0.8 for year in range(2025, 2036))


@pytest.mark.parametrize("name", NAMES)
def test_no_new_energy_trucks_are_asked_for_before_they_were_sold(name, changes):
    assert values_of(changes[name], "min_group_share", group="nev_freight")[2021] == 0


def test_sidings_and_berths_are_paid_for_once_and_not_by_new_locomotives(qingshan):
    cost = qingshan.parameter("capital_cost").groupby("technology")["value"].unique()

    # 10^9 CNY / (8 Mt/y x 150 km) = 833; 0.5 x 10^9 CNY / (10 Mt/y x 150 km) = 333 million CNY per Gtkm/y
    assert cost["F08.RAIL_LINE"].tolist() == [833.0]
    assert cost["F08.BERTH"].tolist() == [333.0]
    assert cost["F08.RAIL_ELEC"].tolist() == [180.0]


def test_programme_allows_no_fewer_trucks_than_the_district_does(changes, qingshan):
    programme = values_of(changes["clean-transport"], "max_capacity", technology="F08.TRK_BEV_SWAP")
    table = qingshan.parameter("max_capacity")
    own = table[table["technology"] == "F08.TRK_BEV_SWAP"].set_index("year")["value"]

    assert all(value >= own[year] - 1e-12 for year, value in programme.items())


def test_electrolysis_and_its_power_can_meet_the_clean_share(qingshan):
    island = load_scenario("hydrogen-island", FOLDER).levers["hydrogen_island"]
    years = range(2027, 2036)
    limits = {limit.technology: interpolate(limit.values, years) for limit in island.supply}
    share = interpolate(island.clean_share_min.values, years)
    sold = [interpolate(use.values, years) for use in (island.minimum_use.transport, island.minimum_use.industry)]

    for year in years:
        clean = share[year] / 100 * sum(use[year] for use in sold)
        assert clean <= limits["ELY_GREEN"][year]
        assert clean * 54e-3 <= limits["BUY.electricity_green"][year]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_captured_before_2030(name, changes):
    for technology in ("F01.BF_CCS", "F03.CRACKER_CCS", "F06.CLINKER_CCS", "F02.H2_CCS", "F01.H2_CCS", "F02.CO2_TS"):
        limits = values_of(changes[name], "max_capacity", technology=technology)
        assert all(value == 0 for year, value in limits.items() if year < 2030)


def test_metallurgical_hydrogen_is_asked_for_in_two_scenarios_only(changes):
    asking = {name for name in NAMES if values_of(changes[name], "min_group_activity", group="metallurgical_hydrogen")}

    assert asking == {"hydrogen-island", "combined", "deep"}


def test_combined_holds_every_measure_of_its_parents():
    combined = load_scenario("combined", FOLDER)
    composed = load_scenario("coal-cap+clean-transport+hydrogen-island", FOLDER)

    own = {key: setting for key, setting in combined.settings.items() if key != ("levers", "capacity")}
    assert own == composed.settings
