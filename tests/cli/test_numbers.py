"""Numbers in the units that readers expect."""

import pytest

from carbonpath.cli.numbers import shown_unit, shown_value


@pytest.mark.parametrize(
    ("value", "unit", "language", "shown"),
    [
        pytest.param(36.374, "Mt", "zh", "3,637.4", id="ten thousand tonnes"),
        pytest.param(36.374, "Mt", "en", "36.37", id="million tonnes"),
        pytest.param(489110.0, "million CNY", "zh", "4,891.10", id="hundred million yuan"),
        pytest.param(489110.0, "million CNY", "en", "489.11", id="billion yuan"),
        pytest.param(-0.5, "Mt", "en", "-0.50", id="less than nothing"),
    ],
)
def test_number_in_the_readers_unit(value, unit, language, shown):
    assert shown_value(value, unit, language) == shown


def test_unit_of_the_bureau():
    assert (shown_unit("Mt", "zh"), shown_unit("Mtce", "zh"), shown_unit("million CNY", "zh")) == (
        "万t",
        "万tce",
        "亿元",
    )
