"""Numbers that a project sets."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.core.tables import as_table
from carbonpath.reference.checks import check_factors
from carbonpath.reference.factors import load_factors
from carbonpath.reference.identity import factor_table
from carbonpath.reference.overrides import apply_overrides, check_overrides
from carbonpath.reference.schemas import OVERRIDES

CLINKER = "material.general.clinker.process_emission_factor"
GAS = "fuel.general.natural_gas.net_calorific_value"


def _overrides(*rows):
    names = ("factor", "value", "unit", "source")
    return as_table([dict(zip(names, row, strict=True)) for row in rows], OVERRIDES)


def test_a_number_is_replaced_and_says_what_it_replaces():
    shipped = load_factors()
    changed = apply_overrides(shipped, _overrides((CLINKER, 0.52, "tCO2/t", "plant study 2024")))

    found = factor_table(changed).set_index("factor").loc[CLINKER]
    assert (found["value"], found["source"], found["clause"]) == (0.52, "project", "plant study 2024")
    assert found["confidence"] == "project"
    assert found["note"].startswith("replaces 0.535 tCO2/t (cets_ag_02_01_v01_2024")
    assert check_factors(changed) == []
    assert factor_table(shipped).set_index("factor").loc[CLINKER, "value"] == 0.535


def test_a_number_in_another_unit_is_converted():
    changed = apply_overrides(load_factors(), _overrides((GAS, 36.0, "MJ/m3", "supplier")))

    assert factor_table(changed).set_index("factor").loc[GAS, "value"] == pytest.approx(360.0)


def test_a_number_without_pint_unit_keeps_its_own():
    name = "constant.hot_water_specific_heat"
    changed = apply_overrides(load_factors(), _overrides((name, 4.2, "MJ/(t K)", "handbook")))

    assert changed.constant("hot_water_specific_heat") == 4.2


def test_nothing_set_changes_nothing():
    factors = load_factors()

    assert apply_overrides(factors, _overrides()) is factors


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("material.general.klinker.process_emission_factor", 0.5, "tCO2/t", "x")], "CP-305"),
        ([(CLINKER, 0.5, "GJ/t", "x")], "CP-306"),
        ([(CLINKER, 0.5, "furlong", "x")], "CP-306"),
        ([(CLINKER, 0.5, "tCO2/t", " ")], "CP-307"),
        ([(CLINKER, 0.5, "tCO2/t", "x"), (CLINKER, 0.6, "tCO2/t", "y")], "CP-308"),
        ([(CLINKER, float("nan"), "tCO2/t", "x")], "CP-308"),
    ],
    ids=["unknown id", "unit of another kind", "unknown unit", "no source", "twice", "not a number"],
)
def test_what_cannot_be_used_is_refused(rows, code):
    problems = check_overrides(_overrides(*rows), load_factors(), "factors.csv")

    assert [problem.code for problem in problems] == [code]
    with pytest.raises(DataError):
        apply_overrides(load_factors(), _overrides(*rows))


def test_an_unknown_id_is_answered_with_the_nearest():
    (problem,) = check_overrides(_overrides(("fuel.general.cokes.carbon_content", 1, "tC/GJ", "x")), load_factors())

    assert "fuel.general.coke.carbon_content" in problem.told("en")["expected"]
