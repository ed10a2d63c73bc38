"""Bars of the abatement curve: as wide as they save, as high as they cost, the cheapest first."""

import pytest

from carbonpath.charts.figure import check_glyphs
from carbonpath.charts.measures.abatement_bars import draw, fitted
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families
from carbonpath.core.answers.paths import ABATEMENT
from carbonpath.core.errors import DataError
from carbonpath.core.tables import as_table, empty_table

ROWS = (
    ("sequential", "F01.EAF", "steel", "全废钢电炉", "electric furnace", 2.0, 400.0),
    ("sequential", "F06.KILN", "cement", "新型干法熟料", "new kiln", 1.0, -20.0),
    ("sequential", "F09.ELY", "hydrogen", "碱性电解水", "electrolysis", 0.001, 3.0),
    ("total", "", "", "", "", 3.001, 383.0),
)


def table():
    return as_table(
        [
            {
                "scenario": "reference",
                "kind": kind,
                "rank": rank,
                "technology": technology,
                "firm": technology[:3],
                "sector": sector,
                "zh": zh,
                "en": en,
                "price": 300.0,
                "abatement": abatement,
                "cost": cost,
                "unit_cost": cost / abatement,
                "year": 2030,
                "annual": abatement / 5.0,
                "exact": "yes",
                "boundary": "scope1",
            }
            for rank, (kind, technology, sector, zh, en, abatement, cost) in enumerate(ROWS, 1)
        ],
        ABATEMENT,
    )


def test_bars_stand_side_by_side_the_cheapest_first_and_specks_are_left_out():
    axes = draw(table(), ChartOptions(language="en")).axes[0]
    bars = [(bar.get_x(), bar.get_width(), bar.get_height()) for bar in axes.patches]
    assert bars == [pytest.approx((0.0, 1.0, -20.0)), pytest.approx((1.0, 2.0, 200.0))]
    assert [bar.get_facecolor() for bar in axes.patches] == [pytest.approx(rgba(name)) for name in ("cement", "steel")]


def rgba(sector):
    colour = families()["sector"][sector]
    return (*(int(colour[place : place + 2], 16) / 255.0 for place in (1, 3, 5)), 1.0)


def test_names_stand_beneath_with_their_cost(words, options):
    told = " ".join(words(draw(table(), options)))
    assert ("F01 全废钢电炉" if options.language == "zh" else "F01 electric furnace") in told
    assert check_glyphs(draw(table(), options)) == ()


def test_a_table_without_technologies_is_refused():
    with pytest.raises(DataError, match="CP-911"):
        draw(empty_table(ABATEMENT), ChartOptions())


def test_a_long_name_ends_in_dots():
    assert fitted("short", 5.0) == "short"
    assert fitted("a name that does not fit", 1.5).endswith("…")
