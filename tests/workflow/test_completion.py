"""`--set` of a number that is not there yet."""

import pytest
from systems import REGION, growing_demand, plant_to_build

from carbonpath.core.errors import ScenarioError
from carbonpath.model.run import solve_system
from carbonpath.system.overlay import apply_changes
from carbonpath.workflow.completion import completed
from carbonpath.workflow.settings import read_settings

CAP = {("scope1", 2021): 90.0}


def places(assignment, system):
    """Return where the changes of an assignment apply."""
    return [dict(change.where) for change in completed(read_settings([assignment]).changes, system)]


def test_region_and_years_are_filled_in_from_the_second_year_on():
    assert places("annual_boundary_limit[boundary=scope1]=90", growing_demand()) == [
        {"region": REGION, "boundary": "scope1", "year": 2021},
        {"region": REGION, "boundary": "scope1", "year": 2022},
    ]


@pytest.mark.parametrize(
    ("assignment", "where"),
    [
        ("annual_boundary_limit[boundary=scope1]=80", {"boundary": "scope1"}),
        ("annual_boundary_limit[boundary=scope1]*=2", {"boundary": "scope1"}),
        ("max_activity=3", {}),
    ],
    ids=["rows that are there", "no new row", "another index left out"],
)
def test_other_changes_stay_as_they_are(assignment, where):
    assert places(assignment, growing_demand(annual_boundary_limit=CAP)) == [where]


def test_a_year_that_is_given_is_kept():
    assert places("annual_boundary_limit[boundary=scope1,year=2022]=80", growing_demand()) == [
        {"region": REGION, "boundary": "scope1", "year": 2022}
    ]


def test_whole_units_are_one_assignment_away():
    """Units of 2 Mt/y for 1 Mt of demand: after the measured year one whole unit stands."""
    system = plant_to_build(years=(2020, 2021))
    changes = completed(read_settings(["capacity_of_unit[technology=plant]=2"]).changes, system)
    result = solve_system(apply_changes(system, changes)).result
    units = result[(result["quantity"] == "new_units") & (result["value"] > 0.0)]
    assert set(units["year"]) <= {2021}
    assert (units["value"] % 1.0 == 0.0).all()


def test_what_cannot_be_filled_is_refused_by_the_overlay():
    system = growing_demand()
    with pytest.raises(ScenarioError, match="CP-432"):
        apply_changes(system, completed(read_settings(["max_activity=3"]).changes, system))
