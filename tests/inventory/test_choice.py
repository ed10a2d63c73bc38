"""Factors chosen one after the other."""

from __future__ import annotations

import numpy as np
import pytest

from carbonpath.inventory.choice import Entry, chosen, fixed, joined, nothing, product, told


def _choice(*entries):
    return chosen(entries, len(entries))


def test_what_is_missing_is_filled_by_the_next():
    first = _choice(Entry(1.0, 3, "measured"), None)
    second = _choice(Entry(5.0, 2, "default"), Entry(6.0, 2, "default"))

    both = first.otherwise(second)

    assert list(both.value) == [1.0, 6.0]
    assert list(both.tier) == [3, 2]
    assert list(both.source) == ["measured", "default"]


def test_nothing_found_stays_nothing():
    both = nothing(2).otherwise(nothing(2))

    assert np.isnan(both.value).all()
    assert list(both.tier) == [0, 0]


def test_outside_a_mask_nothing_is_found():
    found = fixed(2, 3.0, 2, "x").where(np.array([True, False]))

    assert found.value[0] == 3.0
    assert np.isnan(found.value[1])
    assert list(found.source) == ["x", ""]


def test_a_product_tells_all_its_origins_that_have_words():
    combined = product(np.array([2]), fixed(1, 2.0, 2, "NCV"), fixed(1, 3.0, 3, ""), fixed(1, 4.0, 2, "OF"))

    assert list(combined.value) == [24.0]
    assert list(combined.source) == ["NCV | OF"]
    assert list(joined(fixed(1, 1.0, 1, ""))) == [""]


@pytest.mark.parametrize(
    ("unit", "line"), [("GJ/t", "NCV 26.344 GJ/t (table)"), ("1", "NCV 26.344 (table)")], ids=["unit", "share"]
)
def test_the_line_of_a_number(unit, line):
    assert told("NCV", 26.344, unit, "table") == line
