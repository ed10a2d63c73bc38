"""Wedges between reference and scenario."""

import pandas as pd
import pytest

from carbonpath.charts.figure import check_glyphs
from carbonpath.charts.measures.wedges import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import DataError
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import empty_table


@pytest.fixture
def table(rows):
    """Return a reference of 40 Mt; the coal cap takes 0, 1, 3 off it, clean transport 0, 0.2, 0.4."""
    parts = {"coal_cap": [0.0, 1.0, 3.0], "clean_transport": [0.0, 0.2, 0.4]}
    return pd.concat(
        [
            rows("wedge_reference", {"": [40.0] * 3}, "Mt", boundary="scope1"),
            *(rows(f"wedge_{kind}", parts, "Mt", by="item", boundary="scope1") for kind in ("shapley", "sequential")),
        ],
        ignore_index=True,
    )


def test_wedges_lead_from_the_reference_down_to_the_scenario(table):
    axes = draw(table, ChartOptions(language="en")).axes[0]
    reference, scenario = axes.lines[:2]
    assert reference.get_ydata().tolist() == pytest.approx([40.0, 40.0, 40.0])
    assert scenario.get_ydata().tolist() == pytest.approx([40.0, 38.8, 36.6])
    assert len(axes.collections) == 2


def test_how_they_were_shared_out_is_told(table, words, options):
    fair = " ".join(words(draw(table, options)))
    ordered = " ".join(words(draw(table[table["indicator"] != "wedge_shapley"], options)))
    assert ("沙普利" if options.language == "zh" else "Shapley") in fair
    assert ("按措施顺序" if options.language == "zh" else "in the order") in ordered
    assert check_glyphs(draw(table, options)) == ()


def test_what_colours_cannot_tell_apart_is_put_together(rows, words, options):
    names = ("coal_cap", "clean_transport", "hydrogen_island", "capacity", "share", "price", "demand", "retrofit")
    parts = {name: [0.0, size] for size, name in enumerate(names)}
    pieces = [
        rows("wedge_reference", {"": [40.0, 40.0]}, "Mt", boundary="scope1"),
        rows("wedge_sequential", parts, "Mt", by="item", boundary="scope1"),
    ]
    figure = draw(pd.concat(pieces, ignore_index=True), options)
    assert len(figure.axes[0].collections) == 7
    assert ("其他措施" if options.language == "zh" else "other measures") in words(figure)


def test_a_table_without_wedges_is_refused():
    with pytest.raises(DataError, match="CP-911"):
        draw(empty_table(INDICATOR), ChartOptions())
