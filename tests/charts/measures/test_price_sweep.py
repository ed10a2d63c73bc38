"""The curve of a rising price: steps to the right and upwards, the cost beneath."""

import pytest

from carbonpath.charts.measures.price_sweep import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.core.answers.paths import ABATEMENT
from carbonpath.core.errors import DataError
from carbonpath.core.tables import as_table, empty_table


def steps(*exact):
    return as_table(
        [
            {
                "scenario": "reference",
                "kind": "sweep",
                "rank": rank,
                "price": 50.0 * rank,
                "abatement": 2.0,
                "cost": 100.0 * rank,
                "unit_cost": 50.0 * rank,
                "year": 2030,
                "annual": 0.2,
                "exact": one,
                "boundary": "scope1",
            }
            for rank, one in enumerate(exact, 1)
        ],
        ABATEMENT,
    )


def test_steps_lie_beside_each_other():
    axes = draw(steps("yes", "yes"), ChartOptions(language="en")).axes[0]
    stairs = axes.patches[0].get_data()
    assert stairs.values.tolist() == [50.0, 100.0]
    assert stairs.edges.tolist() == pytest.approx([0.0, 2.0, 4.0])


def test_the_area_is_told_as_cost_and_means_are_told(words, options):
    told = " ".join(words(draw(steps("yes", "no"), options)))
    assert ("3 亿元" if options.language == "zh" else "0.3 billion CNY") in told
    assert ("平均" if options.language == "zh" else "means") in told


def test_a_table_without_steps_is_refused():
    with pytest.raises(DataError, match="CP-911"):
        draw(empty_table(ABATEMENT), ChartOptions())
