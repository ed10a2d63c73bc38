"""Reference tables: they load, hold together, and say what the documents say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carbonpath.reference.checks import check_factors
from carbonpath.reference.factors import Factors, load_factors


@pytest.fixture(scope="module")
def factors() -> Factors:
    return load_factors()


def _number(factors: Factors, table: str, fuel: str, name: str) -> float:
    rows = factors.fuel_factors.set_index(["table", "fuel", "property"])
    return float(rows.loc[(table, fuel, name), "value"])


def test_every_number_has_one_place_a_source_a_unit_and_a_confidence(factors: Factors) -> None:
    assert check_factors(factors) == []


def test_a_number_given_twice_is_found(factors: Factors) -> None:
    twice = factors.gwp.iloc[[0, 0]].reset_index(drop=True)

    problems = check_factors(replace(factors, gwp=twice))

    assert [(problem.code, problem.file, problem.place) for problem in problems] == [("CP-300", "gwp.csv", "row 3")]


@pytest.mark.parametrize(
    ("column", "wrong", "code"),
    [("source", "hearsay", "CP-301"), ("confidence", "sure", "CP-302"), ("unit", "bushel", "CP-303")],
    ids=["unknown source", "unknown confidence", "unknown unit"],
)
def test_a_cell_out_of_its_list_is_found(factors: Factors, column: str, wrong: str, code: str) -> None:
    spoilt = factors.constants.assign(**{column: wrong}).iloc[[0]]

    problems = check_factors(replace(factors, constants=spoilt))

    assert [(problem.code, problem.value) for problem in problems] == [(code, wrong)]


def test_a_number_of_an_unlisted_fuel_is_found(factors: Factors) -> None:
    spoilt = factors.fuel_factors.iloc[[0]].assign(fuel="unobtainium")

    problems = check_factors(replace(factors, fuel_factors=spoilt))

    assert [(problem.code, problem.value) for problem in problems] == [("CP-304", "unobtainium")]


@pytest.mark.parametrize(
    ("table", "fuel", "net_calorific_value", "carbon_content"),
    [
        ("cets_ag_03_01_v01_2024", "washed_coal", 26.344, 0.02541),
        ("cets_ag_03_01_v01_2024", "blast_furnace_gas", 33.0, 0.0708),
        ("cets_ag_01_01_2022", "bituminous", 23.076, 0.02618),
        ("ndrc_2013_steel", "coke_oven_gas", 173.54, 0.0121),
        ("ndrc_2013_2015_chemical_family", "coke_oven_gas", 173.854, 0.0136),
        ("ipcc_2006", "natural_gas", 48.0, 0.0153),
    ],
)
def test_defaults_are_those_of_each_guideline(
    factors: Factors, table: str, fuel: str, net_calorific_value: float, carbon_content: float
) -> None:
    assert _number(factors, table, fuel, "net_calorific_value") == net_calorific_value
    assert _number(factors, table, fuel, "carbon_content") == carbon_content


def test_coal_tar_as_fuel_gives_the_product_factor_of_the_official_table(factors: Factors) -> None:
    """Worked example we1 (CETS-AG-03.01 Table A.2, note 4): 33.453 x 0.02200 x 44/12 = 2.699 tCO2/t."""
    as_fuel = _number(factors, "general", "coal_tar", "net_calorific_value") * _number(
        factors, "general", "coal_tar", "carbon_content"
    )
    product = factors.process_factors.set_index(["table", "material", "property"])
    as_product = float(product.loc[("general", "coal_tar_product", "emission_factor"), "value"])

    assert as_fuel * 44 / 12 == pytest.approx(as_product, abs=5e-4)
    assert as_product == 2.699


def test_standard_coal_of_lng_follows_from_its_heating_value(factors: Factors) -> None:
    """Worked example we2 (CETS-AG-03.01 Table A.1, notes 1 and 5): 51.498 / 29.3076 = 1.7572 kgce/kg."""
    per_tonne = _number(factors, "general", "lng", "net_calorific_value") / factors.constant("standard_coal_energy")

    assert per_tonne == pytest.approx(_number(factors, "general", "lng", "standard_coal"), abs=2e-4)


def test_psa_tail_gas_follows_from_coke_oven_gas_less_its_hydrogen(factors: Factors) -> None:
    """173.854 GJ x 0.0121 tC/GJ of carbon over 173.854 - 0.57 x 0.88 x 107.9 GJ of energy = 0.01757 tC/GJ."""
    carbon = 173.854 * 0.0121 / (173.854 - 0.57 * 0.88 * 107.9)

    assert _number(factors, "general", "psa_tail_gas", "carbon_content") == pytest.approx(carbon, abs=5e-6)


def test_an_unknown_constant_is_named(factors: Factors) -> None:
    with pytest.raises(KeyError, match="speed_of_light"):
        factors.constant("speed_of_light")
