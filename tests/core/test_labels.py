"""Names and units for the reader."""

from __future__ import annotations

import pytest

from carbonpath.core.labels import label, shown_unit


def test_a_name_has_its_label_and_a_stranger_keeps_its_name():
    assert (label("sector", "steel", "zh"), label("firm", "F01", "zh")) == ("钢铁", "F01")


@pytest.mark.parametrize(
    ("unit", "language", "expected"),
    [
        pytest.param("Mt", "zh", "万t", id="ten thousand tonnes"),
        pytest.param("Mt", "en", "Mt", id="million tonnes"),
        pytest.param("million CNY", "zh", "亿元", id="money"),
        pytest.param("1", "en", "%", id="a share"),
    ],
)
def test_units_are_those_of_the_language(unit, language, expected):
    assert shown_unit(unit, language) == expected
