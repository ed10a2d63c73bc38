"""Technologies by owner, commodities by place, coefficients in the unit of the commodity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.district import District, build_district, commodity_at
from carbonpath.system.district_tables import DistrictTables

MakeTables = Callable[..., DistrictTables]


def ratio(district: District, technology: str, commodity: str, role: str = "input") -> float:
    flows = district.flows
    found = flows[(flows["technology"] == technology) & (flows["commodity"] == commodity) & (flows["role"] == role)]
    return float(found["ratio"].iloc[0])


def problems(tables: DistrictTables) -> list[tuple[str, str, str, str]]:
    with pytest.raises(DataError) as caught:
        build_district("small", tables)
    return [(p.code, p.file, p.place, p.value) for p in caught.value.problems]


def test_technology_becomes_one_a_owner(tables_with: MakeTables) -> None:
    shared = {"library_id": "BOILER", "main_output": "glass", "owners": "F02 F01"}
    flow = {"library_id": "BOILER", "commodity": "glass", "role": "output", "coefficient": 1, "unit": "t"}

    district = build_district("small", tables_with(technologies=[shared], technology_flows=[flow]))

    assert {"F01.BOILER", "F02.BOILER"} <= set(district.technologies.index)
    assert district.technologies.loc["F02.BOILER", "firm"] == "F02"


def test_dormant_technology_is_left_out(district: District) -> None:
    assert "F01.IDEA" not in district.technologies.index
    assert "F01.IDEA" not in set(district.flows["technology"])


def test_local_commodity_carries_its_firm_and_shared_one_does_not(district: District) -> None:
    assert {"F01.gas_mix", "F02.gas_mix", "natural_gas", "electricity"} <= set(district.commodities.index)
    assert {"gas_mix", "F01.natural_gas"}.isdisjoint(district.commodities.index)
    assert district.commodities.loc["natural_gas", "firm"] == ""
    assert district.commodities.loc["F02.gas_mix", "base"] == "gas_mix"


def test_commodity_is_named_where_it_stands() -> None:
    assert commodity_at("F01", "coke", "firm") == "F01.coke"
    assert commodity_at("F01", "power", "district") == "power"


def test_end_of_an_exchange_is_a_commodity_though_nobody_there_uses_it(tables_with: MakeTables) -> None:
    passing = {"from_firm": "F01", "to_firm": "F03", "commodity": "coke"}

    district = build_district("small", tables_with(exchanges=[passing]))

    assert "F03.coke" in district.commodities.index


def test_coefficients_are_in_the_unit_of_the_commodity(district: District) -> None:
    assert ratio(district, "F01.FURNACE", "F01.coke") == pytest.approx(0.5)
    assert ratio(district, "F01.MILL", "electricity") == pytest.approx(0.2)
    assert ratio(district, "F01.OVEN", "F01.coke_gas", "output") == 8.0


def test_units_are_those_of_the_model(district: District) -> None:
    units = district.commodities["unit"]

    assert (units["F01.steel"], units["F01.coke_gas"], units["electricity"]) == ("Mt", "PJ", "TWh")


def test_flows_can_be_replaced(district: District) -> None:
    doubled = district.flows.assign(ratio=district.flows["ratio"] * 2)

    assert ratio(district.with_flows(doubled), "F01.OVEN", "F01.coal") == 3.0
    assert ratio(district, "F01.OVEN", "F01.coal") == 1.5


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        pytest.param(
            {"assets": [{"asset": "X", "library_id": "KILN", "firm": "F01", "capacity": 1.0, "unit": "Mt/y"}]},
            ("CP-214", "assets.csv", "library_id, line 8", "F01.KILN"),
            id="asset of a firm that owns no such technology",
        ),
        pytest.param(
            {"facilities": [{"facility": "new", "library_id": "FANTASY"}]},
            ("CP-214", "facilities.csv", "library_id, line 9", "F01.FANTASY"),
            id="process unit without a technology",
        ),
        pytest.param(
            {"facilities": [{"facility": "guest", "library_id": "COFIRE", "host": "castle"}]},
            ("CP-214", "facilities.csv", "host, line 9", "castle"),
            id="host that does not exist",
        ),
        pytest.param(
            {"demand": [{"commodity": "F02.steel", "year": 2020, "value": 1.0, "unit": "Mt/y"}]},
            ("CP-214", "demand.csv", "commodity, line 17", "F02.steel"),
            id="demand that nobody touches",
        ),
        pytest.param(
            {"technologies": [{"library_id": "VOID", "main_output": "steel"}]},
            ("CP-223", "technologies.csv", "main_output, line 10", "steel"),
            id="main output that is no output",
        ),
        pytest.param(
            {
                "technology_flows": [
                    {"library_id": "OVEN", "commodity": "breeze", "role": "output", "coefficient": 0.1, "unit": "t"}
                ],
                "commodities": [{"commodity": "breeze", "unit": "t", "survey_item": "coke"}],
            },
            ("CP-222", "technology_flows.csv", "line 21", "OVEN coke output"),
            id="two outputs that the survey cannot tell apart",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(
    tables_with: MakeTables, added: dict[str, Any], expected: tuple[str, str, str, str]
) -> None:
    assert problems(tables_with(**added)) == [expected]


def test_coefficient_in_a_wrong_unit_is_told_with_its_line(tables_with: MakeTables) -> None:
    heavy = {"library_id": "MILL", "commodity": "natural_gas", "role": "input", "coefficient": 1, "unit": "t"}

    assert problems(tables_with(technology_flows=[heavy])) == [("CP-221", "technology_flows.csv", "unit, line 21", "t")]


def test_main_output_in_another_unit_is_no_output_of_one_unit(tables_with: MakeTables) -> None:
    slow = {"library_id": "SLOW", "main_output": "glass"}
    flow = {"library_id": "SLOW", "commodity": "glass", "role": "output", "coefficient": 1, "unit": "kg"}

    assert [code for code, *_ in problems(tables_with(technologies=[slow], technology_flows=[flow]))] == ["CP-223"]
