"""What a system does if given shares go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import REGION, clean_and_dirty

from carbonpath.core.tables import as_table
from carbonpath.model.run import solve_system
from carbonpath.model.simulate import SHARES, frozen_shares, simulate
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

YEARS = (2020, 2021)


def shares_of(values: Mapping[str, float]) -> pd.DataFrame:
    rows = [
        {"region": REGION, "technology": name, "commodity": "good", "year": year, "value": share, "amount": 100.0}
        for name, share in values.items()
        for year in YEARS
    ]
    return as_table(rows, SHARES)


def small() -> System:
    """Return 100 and 200 Mt of a good, dirty for 3 CNY per t or clean for 8."""
    return clean_and_dirty(YEARS, demand={("good", 2020): 100.0, ("good", 2021): 200.0})


def with_main_output(system: System) -> System:
    return replace(system, technologies=system.technologies.assign(main_output="good"))


@given(share=st.integers(0, 1000).map(lambda part: part / 1000))
@settings(max_examples=5, deadline=None)
def test_activity_is_the_share_of_demand_whatever_it_costs(share: float) -> None:
    found = simulate(small(), shares_of({"clean": share, "dirty": 1.0 - share}))

    result = found.outcome.result
    clean = result[(result["quantity"] == "activity") & (result["technology"] == "clean")].set_index("year")["value"]
    told = [float(clean.get(year, 0.0)) for year in YEARS]
    assert told == pytest.approx([100.0 * share, 200.0 * share], abs=1e-4)
    assert (found.outcome.status, found.deviations) == ("simulated", ())


def test_a_share_that_a_limit_forbids_gives_way_and_is_told(number: Callable[..., float]) -> None:
    limited = apply_changes(
        small(), [Change("max_activity", {"region": REGION, "technology": "dirty", "year": 2021}, "set", 50.0)]
    )

    found = simulate(limited, shares_of({"clean": 0.4, "dirty": 0.6}))

    assert number(found.outcome.result, "activity", technology="dirty", year=2020) == pytest.approx(60.0, abs=1e-4)
    assert number(found.outcome.result, "activity", technology="dirty", year=2021) == pytest.approx(50.0)
    first, second = found.deviations
    assert {first.place, second.place} == {(REGION, name, "good", 2021) for name in ("clean", "dirty")}
    assert sorted([first.reached, second.reached]) == pytest.approx([0.25, 0.75])


def test_the_structure_of_a_year_goes_on() -> None:
    limited = clean_and_dirty(
        YEARS,
        demand={("good", 2020): 100.0, ("good", 2021): 200.0},
        max_activity={("dirty", 2020): 30.0},
    )
    whole = with_main_output(limited)

    shares = frozen_shares(solve_system(whole).result, whole, 2020)
    found = simulate(whole, shares)

    told = shares.set_index(["technology", "year"])["value"].to_dict()
    assert told == pytest.approx(
        {("clean", 2020): 0.7, ("clean", 2021): 0.7, ("dirty", 2020): 0.3, ("dirty", 2021): 0.3}
    )
    released = found.outcome.result[found.outcome.result["quantity"] == "annual_emissions"].set_index("year")["value"]
    assert released.to_dict() == pytest.approx({2020: 30.0, 2021: 60.0}, abs=1e-4)


def test_a_technology_that_did_not_run_has_a_share_of_nothing() -> None:
    named = with_main_output(clean_and_dirty(YEARS))

    shares = frozen_shares(solve_system(named).result, named, 2020)

    assert shares.set_index(["technology", "year"])["value"].to_dict()["clean", 2021] == 0.0


def test_shares_of_what_cannot_run_are_left_out() -> None:
    shares = shares_of({"clean": 0.5, "dirty": 0.5, "gone": 0.3})

    assert simulate(small(), shares).deviations == ()
