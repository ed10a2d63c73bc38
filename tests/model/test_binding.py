"""Limits that bind a plan, ranked by the money they cost."""

from __future__ import annotations

import pytest
from systems import REGION, clean_and_dirty, coal_cap

from carbonpath.model.binding import Binding, Subject, find_bindings, find_subjects
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.data import read_model_data
from carbonpath.model.explain import discount_factors
from carbonpath.model.price_range import PriceRange
from carbonpath.model.solve import Solution, solve
from carbonpath.system.system import System

MIDDLE = 1.05**-0.5


def bindings_of(system: System) -> tuple[CompiledModel, Solution, tuple[Binding, ...]]:
    data = read_model_data(system)
    compiled = compile_model(build_model(system, data))
    solution = solve(compiled)
    return compiled, solution, find_bindings(compiled, solution, system, discount_factors(data, system))


def subjects_of(system: System) -> tuple[Subject, ...]:
    return find_subjects(*bindings_of(system), 10)


def test_a_cap_has_the_price_of_the_step_and_saves_one_percent_of_it() -> None:
    (binding,) = bindings_of(coal_cap())[-1]

    assert (binding.limit.parameter, binding.limit.unit) == ("max_group_activity", "Mtce")
    assert binding.price == pytest.approx(500.0)
    assert binding.saving == pytest.approx(0.04 * 500.0 * MIDDLE)


def test_a_floor_has_a_negative_price() -> None:
    (binding,) = bindings_of(clean_and_dirty(min_activity={("clean",): 10.0}))[-1]

    assert binding.price == pytest.approx(-5.0)


def test_a_share_is_priced_per_unit_of_the_share() -> None:
    """One more percent of dirty goods in 100 Mt saves 5 million CNY: 500 per unit of the share."""
    (binding,) = bindings_of(clean_and_dirty(max_group_share={("dirty_good", "all_good"): 0.3}))[-1]

    assert binding.price == pytest.approx(500.0)
    assert binding.saving == pytest.approx(0.003 * 500.0 * MIDDLE)


def test_the_range_of_a_price_is_in_its_unit() -> None:
    (binding,) = bindings_of(coal_cap())[-1]

    low, high = binding.price_range(PriceRange(below=-600.0 * MIDDLE, above=-400.0 * MIDDLE))

    assert (low, high) == pytest.approx((400.0, 600.0))


def test_a_ban_binds_though_one_percent_of_it_is_nothing() -> None:
    (binding,) = bindings_of(clean_and_dirty(max_activity={("dirty",): 0.0}))[-1]

    assert (binding.price, binding.saving) == (pytest.approx(5.0), 0.0)


def test_limits_that_do_not_bind_are_not_told() -> None:
    assert bindings_of(coal_cap(cap=9.0))[-1] == ()


def test_years_of_one_subject_stand_together() -> None:
    caps = {("co2", 2020): 20.0, ("co2", 2021): 10.0}
    system = clean_and_dirty((2020, 2021), annual_emission_limit=caps, min_activity={("clean", 2021): 95.0})

    dearest, other = subjects_of(system)

    assert (dearest.parameter, dearest.index, len(dearest.bindings)) == ("min_activity", (REGION, "clean"), 1)
    assert dearest.saved == pytest.approx(0.95 * 5.0 * 1.05**-1.5)
    assert other.parameter == "annual_emission_limit"
    assert other.saved == pytest.approx(0.2 * 5.0 * MIDDLE)


def test_all_years_of_a_subject_count() -> None:
    caps = {("co2", 2020): 20.0, ("co2", 2021): 10.0}

    (subject,) = subjects_of(clean_and_dirty((2020, 2021), annual_emission_limit=caps))

    assert [binding.limit.index[-1] for binding in subject.bindings] == [2020, 2021]
    assert subject.saved == pytest.approx(0.2 * 5.0 * MIDDLE + 0.1 * 5.0 * 1.05**-1.5)


def test_two_limits_that_bind_together_save_nothing_alone() -> None:
    twice = clean_and_dirty(annual_emission_limit={("co2",): 20.0}, max_activity={("dirty",): 20.0})

    subjects = subjects_of(twice)

    assert sum(subject.priced for subject in subjects) == pytest.approx(0.2 * 5.0 * MIDDLE)
    assert [subject.saved for subject in subjects] == pytest.approx([0.0] * len(subjects), abs=1e-9)
