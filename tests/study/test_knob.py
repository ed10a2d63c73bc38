"""What each knob does to a system, and nothing else."""

import pytest
from shipped import shipped_system
from systems import clean_plant

from carbonpath.study.knob import (
    ranges,
    turn_capex,
    turn_carbon_price,
    turn_coal_price,
    turn_hydrogen_price,
    turn_parameter,
    turn_scrap_share,
)
from carbonpath.system.change import Change

SYSTEM = shipped_system("reference")
FIRST = SYSTEM.years[0]


def changed(turned):
    """Return the parameters in which a system differs from the reference."""
    return {
        name
        for name, table in turned.parameters.items()
        if name not in SYSTEM.parameters or not table.equals(SYSTEM.parameters[name])
    }


def after(turned, parameter, **where):
    rows = turned.parameter(parameter)
    for name, value in where.items():
        rows = rows.loc[rows[name] == value]
    return rows.loc[rows["year"] > FIRST, "value"]


def test_carbon_price_is_the_same_in_every_year_after_the_first():
    turned = turn_carbon_price(SYSTEM, 250.0)
    assert set(after(turned, "emission_price", emission="co2")) == {250.0}
    assert changed(turned) == {"emission_price"}


def test_hydrogen_may_be_bought_at_its_price_and_emits_nothing():
    turned = turn_hydrogen_price(SYSTEM, 12.0)
    assert set(after(turned, "variable_cost", technology="BUY.hydrogen")) == {12000.0}
    assert set(after(turned, "output_activity_ratio", technology="BUY.hydrogen")) == {1.0}
    assert changed(turned) == {"variable_cost", "output_activity_ratio"}
    assert len(turned.technologies) == len(SYSTEM.technologies) + 1


def test_a_system_without_hydrogen_stays_as_it_is():
    system = clean_plant()
    assert turn_hydrogen_price(system, 12.0) is system


def test_coal_price_is_a_factor_on_all_that_is_bought_as_coal_and_on_nothing_else():
    turned = turn_coal_price(SYSTEM, 2.0)
    for name in ("F01.BUY.coking_coal", "F04.BUY.steam_coal"):
        assert list(after(turned, "variable_cost", technology=name)) == pytest.approx(
            [2.0 * value for value in after(SYSTEM, "variable_cost", technology=name)]
        )
    assert after(turned, "variable_cost", technology="BUY.natural_gas").equals(
        after(SYSTEM, "variable_cost", technology="BUY.natural_gas")
    )


def test_scrap_share_is_a_ceiling_on_what_is_bought():
    turned = turn_scrap_share({2030: 15.0})(SYSTEM, 0.2)
    rows = turned.parameter("max_activity")
    assert rows.loc[(rows["technology"] == "F01.BUY.scrap") & (rows["year"] == 2030), "value"].to_list() == [3.0]
    assert changed(turned) == {"max_activity"}


def test_capex_is_a_factor_on_one_technology():
    turned = turn_capex(["clean"])(clean_plant(), 0.5)
    assert set(turned.parameter("capital_cost")["value"]) == {10.0}


def test_any_parameter_is_multiplied():
    turned = turn_parameter(Change("demand", {"commodity": "good"}, "scale", 1.0))(clean_plant(), 3.0)
    assert set(turned.parameter("demand")["value"]) == {30.0}


def test_every_range_has_two_ends():
    assert all(0.0 <= one.low < one.high for one in ranges().values())
