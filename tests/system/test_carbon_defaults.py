"""Default carbon of commodities is that of the reference tables, in the unit of the commodity."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.core.errors import DataError
from carbonpath.reference.factors import Factors, load_factors
from carbonpath.system.carbon import Carbon
from carbonpath.system.carbon_defaults import default_carbon
from carbonpath.system.district_tables import DistrictTables

MakeTables = Callable[..., DistrictTables]


@pytest.fixture(scope="module")
def factors() -> Factors:
    return load_factors()


def carbon_of(tables_with: MakeTables, factors: Factors, factor: str, unit: str) -> Carbon | None:
    entry = {"commodity": "thing", "unit": unit, "carbon": factor, "survey_item": "thing"}
    return default_carbon(tables_with(commodities=[entry]), factors).defaults.get("thing")


@pytest.mark.parametrize(
    ("factor", "unit", "expected"),
    [
        pytest.param("fuel:bituminous", "GJ", (0.02618 * 44 / 12, 0.99), id="fuel in GJ: carbon content alone"),
        pytest.param("fuel:coke", "t", (28.435 * 0.02942 * 44 / 12, 0.99), id="fuel in t: by its heating value"),
        pytest.param("fuel:natural_gas", "1000Nm3", (38.931 * 0.01532 * 44 / 12, 0.99), id="gas: per 1e4 Nm3"),
        pytest.param("fuel:diesel", "MWh", (3.6 * 0.0202 * 44 / 12, 0.98), id="fuel in MWh"),
        pytest.param("fuel:biomass_wood", "GJ", (0.0, 1.0), id="biogenic carbon is no scope 1"),
        pytest.param("process:pig_iron", "t", (0.172, 1.0), id="material by its emission factor"),
        pytest.param("co2", "t", (1.0, 1.0), id="CO2 itself"),
    ],
)
def test_carbon_by_hand(
    tables_with: MakeTables, factors: Factors, factor: str, unit: str, expected: tuple[float, float]
) -> None:
    found = carbon_of(tables_with, factors, factor, unit)

    assert found is not None
    assert (found.content, found.oxidation) == (pytest.approx(expected[0], rel=1e-4), expected[1])


def test_material_by_its_carbon_content(tables_with: MakeTables, factors: Factors) -> None:
    rows = factors.process_factors
    own = rows[(rows["property"] == "carbon_content_mass") & (rows["table"] == "general")].iloc[0]

    found = carbon_of(tables_with, factors, f"process:{own['material']}", "t")

    assert found is not None
    assert found.content == pytest.approx(own["value"] * 44 / 12)


def test_source_names_document_and_confidence(tables_with: MakeTables, factors: Factors) -> None:
    found = carbon_of(tables_with, factors, "fuel:coke", "t")

    assert found is not None
    assert found.source == "cets_ag_03_01_v01_2024, Appendix A, Table A.1 (seen-twice)"


def test_fuel_that_must_be_measured_has_no_default(tables: DistrictTables, factors: Factors) -> None:
    assert "gas_mix" not in default_carbon(tables, factors).defaults


def test_guideline_table_comes_before_the_general_one(tables_with: MakeTables, factors: Factors) -> None:
    entry = {"commodity": "pet_coke", "unit": "t", "carbon": "fuel:petroleum_coke", "survey_item": "pet_coke"}

    own = default_carbon(tables_with(commodities=[entry]), factors, "ndrc_2013_2015_chemical_family")

    assert own.of("", "pet_coke").content == pytest.approx(31.0 * 0.0275 * 44 / 12)
    assert own.of("", "pet_coke").oxidation == 0.98


def test_every_unknown_factor_is_told_with_its_line(tables_with: MakeTables, factors: Factors) -> None:
    strange = [
        {"commodity": name, "unit": "t", "carbon": factor, "survey_item": name}
        for name, factor in (("a", "fuel:phlogiston"), ("b", "process:aether"), ("c", "magic"))
    ]

    with pytest.raises(DataError) as caught:
        default_carbon(tables_with(commodities=strange), factors)

    assert [(p.code, p.place, p.value) for p in caught.value.problems] == [
        ("CP-214", "carbon, line 12", "fuel:phlogiston"),
        ("CP-214", "carbon, line 13", "process:aether"),
        ("CP-214", "carbon, line 14", "magic"),
    ]


def test_fuel_without_heating_value_cannot_be_weighed(tables_with: MakeTables, factors: Factors) -> None:
    with pytest.raises(DataError) as caught:
        carbon_of(tables_with, factors, "fuel:psa_tail_gas", "t")

    assert [(p.code, p.file) for p in caught.value.problems] == [("CP-221", "commodities.csv")]
