"""The level of a storage at the moments at which its limits are checked."""

from __future__ import annotations

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.storage_moment_level import storage_moment_level
from carbonpath.model.solution import empty_model
from carbonpath.system.system import System


@pytest.mark.parametrize(
    ("moment", "bracket", "level"),
    [
        ("first_week_start", "1", 20.0),
        ("first_week_start", "2", 20.0 + 0.4),
        ("first_week_end", "1", 20.0 - 0.2),
        ("first_week_end", "2", 20.0),
        ("last_week_end", "1", 30.0 - 0.2),
        ("last_week_end", "2", 30.0),
        ("last_week_start", "1", 3.0),
        ("last_week_start", "2", 3.0 + 0.4),
    ],
)
def test_days_are_added_up_to_the_moment(moment: str, bracket: str, level: float) -> None:
    """Each day of either type adds 0.4 by day and 0.2 at night."""
    model = empty_model(read_model_data(two_day_types()))
    model.storage_first_week_level = {(NORTH, "lake", "1", "1", 2020): 2.0, (NORTH, "lake", "1", "2", 2020): 20.0}
    model.storage_last_week_level = {(NORTH, "lake", "1", "1", 2020): 3.0, (NORTH, "lake", "1", "2", 2020): 30.0}
    model.activity[NORTH, "turbine", "1", "day", 2020] = 0.5 * 4.0
    model.activity[NORTH, "turbine", "1", "night", 2020] = 0.5 * 2.0

    found = amount(storage_moment_level(model, NORTH, "lake", "1", "2", bracket, moment, 2020))

    assert found == pytest.approx(level)


def two_day_types() -> System:
    both = {(timeslice, day_type): 1.0 for timeslice in ("day", "night") for day_type in ("1", "2")}
    return lake(timeslice_day_type=both, bracket_share={("1",): 0.1, ("2",): 0.1})
