"""Intermediate goods balance to the unit; demands that the survey determines are the surveyed ones."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.system.balancing import balanced_flows, base_demand, flexible_commodities
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables


def ratio(flows: pd.DataFrame, technology: str, commodity: str) -> float:
    own = flows[(flows["technology"] == technology) & (flows["commodity"] == commodity) & (flows["role"] == "input")]
    return float(own["ratio"].iloc[0])


def test_users_of_an_intermediate_good_share_what_is_made(district: District) -> None:
    """12 Mt of hot metal are made, 10 Mt of steel at 1.1 use 11: the mill uses 12 / 10."""
    flows = balanced_flows(district, district.flows, {"F01.FURNACE": 12.0, "F01.MILL": 10.0})

    assert ratio(flows, "F01.MILL", "F01.hot_metal") == pytest.approx(1.2)
    assert ratio(district.flows, "F01.MILL", "F01.hot_metal") == 1.1


def test_good_that_is_bought_or_pooled_is_left_alone(district: District) -> None:
    flows = balanced_flows(district, district.flows, {"F01.OVEN": 5.0, "F01.MILL": 10.0, "F01.POWER": 1.0})

    assert ratio(flows, "F01.MILL", "F01.gas_mix") == 2.0
    assert ratio(flows, "F01.MILL", "electricity") == pytest.approx(0.2)


def test_good_of_which_nothing_was_made_is_left_alone(district: District) -> None:
    flows = balanced_flows(district, district.flows, {"F01.MILL": 10.0})

    assert ratio(flows, "F01.MILL", "F01.hot_metal") == 1.1


def test_flexible_goods_are_traded_linked_exchanged_or_let_go(district: District) -> None:
    flexible = flexible_commodities(district)

    assert {"F01.coal", "F01.gas_mix", "F02.gas_mix", "F01.coke_gas", "electricity"} <= flexible
    assert {"F01.coke", "F01.hot_metal", "F01.steel"}.isdisjoint(flexible)


def test_demand_is_what_surveyed_activity_leaves(district: District) -> None:
    assert base_demand(district, {"F01.MILL": 9.5, "F02.KILN": 0.5}) == {"F01.steel": 9.5, "F02.glass": 0.5}


def test_demand_of_which_nothing_was_made_is_none(district: District) -> None:
    assert base_demand(district, {})["F01.steel"] == 0.0


def test_demand_behind_links_is_what_they_can_pass_on(tables_with: Callable[..., DistrictTables]) -> None:
    """Trucks make 3 of road, barges 2 of water; both links feed freight."""
    names = ("road", "water")
    tables = tables_with(
        technologies=[
            *({"library_id": f"{n}_HAUL", "main_output": n} for n in names),
            *({"library_id": f"{n}_LINK", "main_output": "freight", "role": "link"} for n in names),
        ],
        technology_flows=[
            {"library_id": f"{n}_{kind}", "commodity": commodity, "role": role, "coefficient": 1, "unit": "1000tkm"}
            for n in names
            for kind, commodity, role in (("HAUL", n, "output"), ("LINK", n, "input"), ("LINK", "freight", "output"))
        ],
        commodities=[
            {"commodity": n, "unit": "1000tkm", "scope": "district", "survey_item": n} for n in (*names, "freight")
        ],
        demand=[{"commodity": "freight", "year": 2020, "value": 1.0, "unit": "Gtkm/y"}],
    )

    found = base_demand(build_district("small", tables), {"F01.road_HAUL": 3.0, "F01.water_HAUL": 2.0})

    assert found["freight"] == 5.0
