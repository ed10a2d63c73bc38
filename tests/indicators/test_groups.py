"""Weighted activity of groups, and their limits."""

from __future__ import annotations

import pytest

from carbonpath.indicators.groups import limit_of, weighted_activity


def test_members_count_with_their_weight_and_all_their_modes(make):
    rows = [
        ("activity", "F01.A", "", 2020, 2.0),
        ("activity", "F01.A", "", 2020, 1.0),
        ("activity", "F01.B", "", 2020, 5.0),
    ]

    found = weighted_activity(make(rows, groups={"g": {"F01.A": 0.5}}), "g")

    assert found["value"].sum() == pytest.approx(1.5)


def test_a_limit_is_found_by_parameter_group_and_reference(make):
    rows = [("activity", "F01.A", "", 2020, 2.0)]
    limits = [
        ("min_group_share", "clean", "bulk", 2020, 0.8),
        ("min_group_share", "clean", "all", 2020, 0.1),
        ("max_group_share", "clean", "bulk", 2020, 0.9),
    ]

    found = limit_of(make(rows, limits=limits), "min_group_share", "clean", "bulk")

    assert found["value"].tolist() == [0.8]
