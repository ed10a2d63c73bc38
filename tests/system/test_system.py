"""A system is tables of parameters; what it does not say is an empty table, never a sentinel."""

from __future__ import annotations

import pandas as pd
import pytest
from systems import clean_and_dirty

from carbonpath.system.system import as_parameter, empty_parameter, parameter_columns


def test_parameter_that_a_system_does_not_have_is_empty() -> None:
    table = clean_and_dirty().parameter("max_capacity")

    assert table.empty
    assert list(table.columns) == ["region", "technology", "year", "value", "source"]


def test_unknown_parameter_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        clean_and_dirty().parameter("happiness")


def test_variable_is_no_parameter() -> None:
    with pytest.raises(KeyError):
        parameter_columns("activity")


def test_rows_become_a_sorted_table_with_blank_sources() -> None:
    rows = pd.DataFrame([{"year": 2021, "value": 2, "region": "b"}, {"year": 2020, "value": 1, "region": "a"}])

    table = as_parameter("max_activity", rows.assign(technology="t"))

    assert table.to_dict("records") == [
        {"region": "a", "technology": "t", "year": 2020, "value": 1.0, "source": ""},
        {"region": "b", "technology": "t", "year": 2021, "value": 2.0, "source": ""},
    ]


def test_no_rows_become_an_empty_table_of_the_right_kinds() -> None:
    table = as_parameter("demand", pd.DataFrame())

    pd.testing.assert_frame_equal(table, empty_parameter("demand"))
    assert (table["year"].dtype, table["value"].dtype) == ("int64", "float64")


def test_replacing_a_parameter_leaves_the_old_system_alone() -> None:
    system = clean_and_dirty()

    other = system.with_parameters({"demand": empty_parameter("demand")})

    assert other.parameter("demand").empty
    assert not system.parameter("demand").empty
