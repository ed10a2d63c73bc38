"""Groups stand for all owners of a library entry, or for one technology; coal is grouped by what is bought."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.calibration import Calibration
from carbonpath.system.district import build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.energy_groups import energy_groups
from carbonpath.system.entities import technology_table
from carbonpath.system.groups import build_groups
from carbonpath.system.market import build_market
from carbonpath.system.network import exchange_table


def groups(tables: DistrictTables) -> pd.DataFrame:
    district = build_district("small", tables)
    market = build_market(district, "base", (2020,))
    technologies = technology_table(district, market, exchange_table(district), Calibration())
    return build_groups(tables, technologies, energy_groups(district, market))


def members(table: pd.DataFrame, group: str) -> dict[str, float]:
    own = table[table["group"] == group]
    return dict(zip(own["technology"], own["weight"], strict=True))


def test_library_entry_stands_for_every_owner(tables_with: Callable[..., DistrictTables]) -> None:
    shared = {"library_id": "BOILER", "main_output": "glass", "owners": "F01 F02"}
    flow = {"library_id": "BOILER", "commodity": "glass", "role": "output", "coefficient": 1, "unit": "t"}
    entry = {"group": "boilers", "technology": "BOILER", "weight": 0.5, "unit": "Mt"}

    found = groups(tables_with(technologies=[shared], technology_flows=[flow], groups=[entry]))

    assert members(found, "boilers") == {"F01.BOILER": 0.5, "F02.BOILER": 0.5}


def test_technology_with_its_owner_stands_for_itself(tables: DistrictTables) -> None:
    assert members(groups(tables), "ironmaking") == {"F01.FURNACE": 2.0}


def test_bought_coal_is_weighted_with_its_standard_coal(tables: DistrictTables) -> None:
    found = groups(tables)

    assert members(found, "coal_use") == {"F01.BUY.coal": 0.9, "F01.BUY.steam_coal": 0.034}
    assert set(found.loc[found["group"] == "coal_use", "unit"]) == {"Mtce"}


def test_unknown_member_is_told_with_its_line(tables_with: Callable[..., DistrictTables]) -> None:
    with pytest.raises(DataError) as caught:
        groups(tables_with(groups=[{"group": "g", "technology": "GHOST", "weight": 1.0, "unit": "Mt"}]))

    assert [(p.code, p.place, p.value) for p in caught.value.problems] == [("CP-216", "technology, line 4", "GHOST")]


def test_air_pollutants_weigh_every_owner_and_what_is_blank_or_zero_is_left_out(
    tables_with: Callable[..., DistrictTables],
) -> None:
    shared = {"library_id": "BOILER", "main_output": "glass", "owners": "F01 F02"}
    shared |= {"so2_kg": "0", "nox_kg": "0.25", "pm25_kg": "", "voc_kg": ""}
    flow = {"library_id": "BOILER", "commodity": "glass", "role": "output", "coefficient": 1, "unit": "t"}

    found = groups(tables_with(technologies=[shared], technology_flows=[flow]))

    assert members(found, "nox") == {"F01.BOILER": 0.25, "F02.BOILER": 0.25}
    assert members(found, "so2") == members(found, "voc") == {}
    assert set(found.loc[found["group"] == "nox", "unit"]) == {"kt"}
