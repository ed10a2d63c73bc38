"""Rows of a parameter are found by any of their index values, while rows come and go."""

from __future__ import annotations

from systems import clean_and_dirty

from carbonpath.system.parameter_rows import ParameterRows


def rows() -> ParameterRows:
    system = clean_and_dirty(max_activity={("clean", 2020): 1.0, ("dirty", 2020): 2.0, ("dirty", 2021): 3.0})
    return ParameterRows("max_activity", system.parameter("max_activity"))


def test_rows_are_found_by_index_values() -> None:
    found = rows()

    assert found.matching({}) == [0, 1, 2]
    assert found.matching({"technology": "dirty"}) == [1, 2]
    assert found.matching({"technology": "dirty", "year": 2021}) == [2]
    assert found.matching({"technology": "ghost", "year": 2021}) == []


def test_added_row_is_found_by_lookups_made_before_and_after() -> None:
    found = rows()
    found.matching({"technology": "clean"})

    found.add({"region": "district", "technology": "clean", "year": 2021}, 4.0, "s")

    assert found.matching({"technology": "clean"}) == [0, 3]
    assert found.matching({"year": 2021}) == [2, 3]
    assert found.value(3) == 4.0


def test_removed_row_is_found_no_more() -> None:
    found = rows()
    found.matching({"technology": "dirty"})

    found.remove(1)

    assert found.matching({"technology": "dirty"}) == [2]
    assert found.matching({"year": 2020}) == [0]
    assert found.table()["value"].to_list() == [1.0, 3.0]


def test_table_is_sorted_and_keeps_sources() -> None:
    found = rows()
    found.add({"region": "district", "technology": "a", "year": 2020}, 9.0, "new")
    found.write(0, 7.0, "")
    found.write(1, 8.0, "other")

    table = found.table()

    assert table["technology"].to_list() == ["a", "clean", "dirty", "dirty"]
    assert table["source"].to_list() == ["new", "small.csv:max_activity", "other", "small.csv:max_activity"]
