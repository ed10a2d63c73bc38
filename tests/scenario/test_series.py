"""Numbers by year in a scenario file become changes in the unit of the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.core.documents import Document
from carbonpath.core.errors import ScenarioError
from carbonpath.scenario.series import points, to_system
from carbonpath.scenario.site import Site


@pytest.fixture(scope="module")
def site(district):
    lines = {("values", 2021): 5, ("values", 2023): 6, ("unit",): 4}
    return Site(district, "coal_cap", Document(Path("scenarios/a.yaml"), {}, lines), ())


def test_points_are_linear_between_constant_after_and_absent_before(site):
    assert [(p.year, p.value) for p in points(site, {2021: 4.0, 2023: 8.0})] == [(2021, 4), (2022, 6), (2023, 8)]
    assert [(p.year, p.value) for p in points(site, {2022: 4.0})] == [(2022, 4), (2023, 4)]


def test_point_comes_from_the_line_of_the_year_at_or_before(site):
    lines = [point.site.document.line(point.site.key) for point in points(site, {2021: 4.0, 2023: 8.0})]

    assert lines == [5, 5, 6]


@given(st.dictionaries(st.integers(2015, 2030), st.floats(0, 1e6), min_size=1, max_size=5))
def test_points_stay_within_what_is_given_and_leave_the_measured_year_alone(site, values):
    found = points(site, values)

    assert all(min(values.values()) - 1e-6 <= point.value <= max(values.values()) + 1e-6 for point in found)
    assert [point.year for point in found] == [year for year in (2021, 2022, 2023) if year >= min(values)]


@pytest.mark.parametrize(
    ("unit", "target", "factor"),
    [("Mt/y", "Mt/y", 1), ("Mt", "Mt/y", 1), ("Mt/y", "Mt", 1), ("万t/年", "Mt", 0.01), ("kt", "Mt H2", 1e-3)],
)
def test_yearly_amount_may_be_written_with_or_without_the_year(site, unit, target, factor):
    assert to_system(site, unit, target) == pytest.approx(factor)


@pytest.mark.parametrize("unit", ["MW", "bushel", ""])
def test_unit_of_another_kind_is_refused_at_its_line(site, unit):
    with pytest.raises(ScenarioError) as caught:
        to_system(site, unit, "Mt")

    problem = caught.value.problems[0]
    assert (problem.code, problem.place, problem.details["target"]) == ("CP-448", "unit, line 4", "Mt")
