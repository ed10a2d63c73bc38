"""A solved system explained."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from shipped import shipped_system
from systems import clean_and_dirty, plant_to_build

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.explain import explain_system
from carbonpath.model.price_range import find_price_ranges
from carbonpath.model.run import solve_system
from carbonpath.model.solve import solve

SCOPE_1 = {("scope1", "co2"): 1.0}


def test_the_next_tonne_costs_the_step_between_two_costs_beyond_what_is_paid() -> None:
    system = clean_and_dirty(boundary_weight=SCOPE_1, emission_price={("co2",): 2.0})

    found = explain_system(system)

    (carbon,) = found.carbon
    assert (carbon.year, carbon.paid) == (2020, 2.0)
    assert carbon.next_tonne == pytest.approx(8.0 - 3.0 - 2.0, rel=1e-4)


def test_where_no_tonne_is_left_to_spare_the_next_has_no_price() -> None:
    system = clean_and_dirty(boundary_weight=SCOPE_1, min_activity={("dirty",): 100.0})

    assert explain_system(system).carbon[0].next_tonne == np.inf


def test_every_price_told_is_confirmed_and_the_tables_have_all_of_them(number: Callable[..., float]) -> None:
    found = explain_system(clean_and_dirty(boundary_weight=SCOPE_1, annual_boundary_limit={("scope1",): 20.0}))

    (price,) = found.prices
    assert price.confirmed
    assert price.slopes.is_unique
    assert price.binding.price == pytest.approx(5.0)
    assert number(found.duals, "commodity_price", commodity="good") == pytest.approx(8.0)
    assert [subject.parameter for subject in found.subjects] == ["annual_boundary_limit"]
    assert found.tie_break.unique


def test_limits_of_measured_years_are_not_told() -> None:
    found = explain_system(clean_and_dirty(annual_emission_limit={("co2",): 20.0}), boundary="", measured=(2020,))

    assert (found.subjects, found.bans, found.prices, found.carbon) == ((), (), (), ())


def test_bans_are_told_by_their_price() -> None:
    found = explain_system(clean_and_dirty(max_activity={("dirty",): 0.0}), boundary="")

    assert [ban.limit.parameter for ban in found.bans] == ["max_activity"]


@pytest.mark.slow
def test_prices_of_the_shipped_district_agree_with_finite_differences() -> None:
    system = shipped_system("coal-cap")

    found = explain_system(system, checked=60, measured=system.years[:1])

    assert [price.binding.limit for price in found.prices if not price.confirmed] == []
    caps = [price for price in found.prices if price.binding.limit.index[1] == "coal_use"]
    assert len(caps) > 10
    assert all(price.slopes.is_unique for price in caps)
    assert found.subjects[0].index[1] == "coal_use"
    assert all(carbon.next_tonne >= -1e-6 for carbon in found.carbon)
    assert len(found.commodities) > 60
    assert [price for price in found.commodities if not price.confirmed] == []


@pytest.mark.slow
def test_commodity_prices_of_the_shipped_district_agree_with_finite_differences() -> None:
    compiled = compile_model(build_model(shipped_system("coal-cap")))
    solution = solve(compiled)
    rows = [at for at, key in enumerate(compiled.rows) if key.family == "commodity_balance"][::25]

    slopes = find_price_ranges(compiled, solution, rows)

    wrong = [
        str(compiled.rows[row])
        for row, slope in zip(rows, slopes, strict=True)
        if not slope.holds(float(solution.row_duals[row]))
    ]
    assert wrong == []
    assert len(rows) > 30


def test_whole_units_stay_as_they_are_while_prices_are_told(number: Callable[..., float]) -> None:
    """Units of 2 Mt/y for 100 each, 3 Mt of demand: two are built, and one more tonne costs nothing more to make."""
    system = plant_to_build(years=(2020,), capacity_of_unit={("plant",): 2.0}, demand={("good",): 3.0})

    found = explain_system(system, boundary="")

    assert number(found.duals, "commodity_price", commodity="good") == pytest.approx(0.0)
    assert found.objective == pytest.approx(solve_system(system).objective)


def test_a_commodity_price_lies_between_one_unit_less_and_one_unit_more() -> None:
    """80 Mt can be made dirty for 3 CNY per t, the rest clean for 8; at a demand of 80 the price is neither."""
    years = (2029, 2030)
    system = clean_and_dirty(years, demand={("good",): 80.0}, max_activity={("dirty",): 80.0})

    (price,) = explain_system(system, boundary="").commodities

    assert (price.commodity, price.year, price.unit) == ("good", 2030, "Mt")
    assert (price.below, price.above) == pytest.approx((3.0, 8.0), rel=1e-3)
    assert price.confirmed
