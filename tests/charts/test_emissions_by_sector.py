"""Emissions by sector: bars of the right height and colour, the peak told with its plateau."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.emissions_by_sector import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families
from carbonpath.core.errors import DataError

SECTORS = {"steel": [25.0, 26.0, 20.0], "power": [5.0, 6.0, 4.0], "ccs": [0.0, 0.0, -1.0]}
TOTAL = {"": [30.0, 32.0, 23.0]}


@pytest.fixture
def table(rows, peaked):
    """Return two scenarios, of which one peaks in 2021."""
    return pd.concat(
        [
            rows("emissions", SECTORS, "Mt", by="sector", boundary="scope1"),
            rows("emissions", TOTAL, "Mt", boundary="scope1"),
            rows("emissions", SECTORS, "Mt", by="sector", boundary="scope1", scenario="coal-cap"),
            rows("emissions", TOTAL, "Mt", boundary="scope1", scenario="coal-cap"),
            peaked("reference", 2021, 32.0, (2021, 2021)),
        ],
        ignore_index=True,
    )


def test_bars_have_the_heights_of_the_table_in_the_unit_of_the_reader(table, bars):
    figure = draw(table, ChartOptions(language="zh"))

    shown = bars(figure.axes[0])
    assert shown[families()["sector"]["steel"]] == [(2020, 0, 2500), (2021, 0, 2600), (2022, 0, 2000)]
    assert shown[families()["sector"]["power"]][1] == (2021, 2600, 600)


def test_what_is_negative_hangs_below_zero(table, bars):
    figure = draw(table, ChartOptions(language="en"))

    assert bars(figure.axes[0])[families()["sector"]["ccs"]][2] == (2022, 0, -1)
    assert figure.axes[0].get_ylim()[0] < -1.0


def test_each_scenario_has_a_panel_on_one_scale(table, options):
    figure = draw(table, options)

    assert len(figure.axes) == 2
    assert figure.axes[0].get_ylim() == figure.axes[1].get_ylim()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("zh", "峰值 3200（2021年）\n平台期 2021—2021年", id="Chinese"),
        pytest.param("en", "peak 32.00 (2021)\nplateau 2021–2021", id="English"),
    ],
)
def test_a_peak_is_told_with_its_plateau(table, words, language, expected):
    shown = words(draw(table, ChartOptions(language=language)))

    assert shown.count(expected) == 1


def test_a_plateau_that_lasts_to_the_end_is_told_as_open(table, peaked, words):
    open_end = pd.concat([table, peaked("coal-cap", 2021, 32.0, (2021, 2022))], ignore_index=True)

    shown = words(draw(open_end, ChartOptions(language="en")))

    assert "peak 32.00 (2021)\nplateau from 2021, still open" in shown


def test_unit_and_boundary_stand_beside_each_other(table, words):
    shown = words(draw(table, ChartOptions(language="zh")))

    assert any("万tCO₂" in text and "范围一" in text for text in shown)


def test_another_boundary_that_the_table_lacks_is_refused(table):
    with pytest.raises(DataError) as caught:
        draw(table, ChartOptions(boundary="scope1+import"))

    assert caught.value.problems[0].code == "CP-911"
