"""Merged cells are written out where that is clear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.survey.extract import Extracted
from carbonpath.survey.grid import Range

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]

ROWS = (
    ("kiln", "烟煤", "燃烧", 8.0, "t"),
    (None, "焦炭", "燃烧", 5.5, "t"),
    (None, "柴油", "燃烧", 8.0, "t"),
)


def test_a_merged_name_counts_for_each_of_its_rows(survey: Survey, found: Found) -> None:
    extracted = survey(*ROWS, merged=[Range(1, 0, 3, 0)])
    assert found(extracted) == []
    assert extracted.activity["facility"].tolist() == ["kiln"] * 3
    assert extracted.activity["value"].sum() == 21.5
    assert [(p.code, p.place) for p in extracted.problems] == [("CP-253", "燃料与能源!A2:A4")]


@pytest.mark.parametrize(
    ("area", "name"),
    [(Range(1, 3, 2, 3), "D2:D3"), (Range(2, 0, 2, 1), "A3:B3"), (Range(0, 4, 2, 4), "E1:E3")],
    ids=["a number", "two columns", "header and data"],
)
def test_other_merges_are_refused_by_their_range(survey: Survey, found: Found, area: Range, name: str) -> None:
    assert ("CP-252", f"燃料与能源!{name}") in found(survey(*ROWS, merged=[area]))


def test_merges_outside_the_data_do_not_matter(survey: Survey) -> None:
    rows = (("kiln", "烟煤", "燃烧", 8.0, "t"),)
    assert survey(*rows, merged=[Range(0, 0, 0, 3), Range(1, 9, 5, 12)]).problems == ()
