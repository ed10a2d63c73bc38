"""Groups of coal, energy and power that follow from the data."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from shipped import shipped_base, shipped_system

from carbonpath.indicators.energy_mix import indicate as energy_mix
from carbonpath.indicators.groups import weighted_activity
from carbonpath.indicators.tables import Specification
from carbonpath.model.run import solve_system
from carbonpath.system.district import build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.energy_groups import energy_groups
from carbonpath.system.market import build_market
from carbonpath.workflow.pipeline import indicator_tables


def members(table: pd.DataFrame, group: str) -> dict[str, float]:
    own = table[table["group"] == group]
    return dict(zip(own["technology"], own["weight"], strict=True))


@pytest.fixture
def small(tables_with: Callable[..., DistrictTables]) -> pd.DataFrame:
    district = build_district("small", tables_with())
    return energy_groups(district, build_market(district, "base", (2020,)))


def test_coal_counts_by_standard_coal_for_the_district_and_for_its_firm(small: pd.DataFrame) -> None:
    assert members(small, "coal_use") == {"F01.BUY.coal": 0.9, "F01.BUY.steam_coal": 0.034}
    assert members(small, "coal_use.F01") == members(small, "coal_use")


def test_coal_in_tonnes_counts_one_for_a_tonne_and_by_heating_value_for_a_gigajoule() -> None:
    groups = shipped_system("reference").groups

    mass = members(groups, "coal_mass")
    assert mass["F01.BUY.coking_coal"] == 1.0
    assert mass["F04.BUY.steam_coal"] == pytest.approx(1 / 20.9)


def test_coking_coal_and_coke_can_stay_out() -> None:
    groups = shipped_system("reference").groups

    out = set(members(groups, "coal_use")) - set(members(groups, "coal_use_beside_coking"))
    assert out == {"F01.BUY.coking_coal", "F01.BUY.coke", "F01.BUY.coke_breeze"}


def test_energy_and_power_are_what_the_indicators_count() -> None:
    system = shipped_system("reference")
    outcome = solve_system(system)
    tables = indicator_tables(outcome.result, system, shipped_base()[1], "reference")
    mix = energy_mix(tables, Specification())
    primary = mix[(mix["indicator"] == "primary_energy") & (mix["item"] == "")].set_index("year")["value"]

    counted = weighted_activity(tables, "energy_use").groupby("year")["value"].sum()

    assert counted.to_dict() == pytest.approx(primary.to_dict(), rel=1e-6)
