"""Clusters of bars and the names below them."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.figure import Figure

from carbonpath.charts.clusters import arrange, cluster_note, label_clusters
from carbonpath.charts.options import ChartOptions

OPTIONS = ChartOptions(language="en", scenario_labels={"long": "coal-cap-strict+hydrogen-island"})


def tables(*names: str) -> dict[str, pd.DataFrame]:
    return {name: pd.DataFrame({"coal": 1.0}, index=range(2020, 2036)) for name in names}


def test_scenarios_stand_apart():
    clusters = arrange(tables("a", "b"), 11.0, OPTIONS)

    assert clusters.years["a"] == [2020, 2025, 2030, 2035]
    assert clusters.places["b"][0] - clusters.places["a"][-1] > 1.5


def test_one_scenario_needs_no_name_and_shows_all_years():
    clusters = arrange(tables("a"), 11.0, OPTIONS)

    assert (len(clusters.years["a"]), clusters.names, cluster_note(tables("a"), OPTIONS)) == (16, {}, "")


def test_a_long_name_breaks_and_takes_height():
    few, many = (arrange(tables("long", *others), 11.0, OPTIONS) for others in (["b"], list("bcdefg")))

    assert few.names["long"] == ["coal-cap-strict+hydrogen-island"]
    assert "".join(many.names["long"]) == "coal-cap-strict+hydrogen-island"
    assert many.foot > few.foot


@pytest.mark.parametrize(
    ("count", "shown"), [pytest.param(2, 4, id="room for all years"), pytest.param(14, 2, id="first and last only")]
)
def test_years_that_would_meet_are_left_out(count, shown):
    clusters = arrange(tables(*(f"s{rank}" for rank in range(count))), 11.0, OPTIONS)
    axes = Figure().add_subplot()

    label_clusters(axes, clusters, OPTIONS)

    assert len(axes.get_xticks()) == count * shown
