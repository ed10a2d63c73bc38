"""One colour for one thing."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import combinations

import numpy as np
import pytest

from carbonpath.charts.palette import colours, families, rank_count, ranked_colours
from carbonpath.indicators.items import families as item_families

DATA = tomllib.loads((files("carbonpath.charts") / "palette.toml").read_text(encoding="utf-8"))
APART = 11.0
"""CIELAB distance below which two colours of one chart are hard to tell apart."""


def lab(colour: str) -> np.ndarray:
    """Return a colour in CIELAB (D65)."""
    rgb = np.array([int(colour[start : start + 2], 16) / 255.0 for start in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(matrix @ linear / np.array([0.9505, 1.0, 1.089]))
    return np.array([116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)])


def test_no_colour_is_written_down_twice():
    written = [colour for family in DATA.values() for colour in family.values() if colour.startswith("#")]

    assert len(written) == len(set(written))


@pytest.mark.parametrize("family", [name for name in DATA if name != "ink"])
def test_colours_of_one_chart_can_be_told_apart(family):
    near = [
        (one, other)
        for one, other in combinations(families()[family], 2)
        if np.linalg.norm(lab(families()[family][one]) - lab(families()[family][other])) < APART
    ]

    assert near == []


@pytest.mark.parametrize("family", ["fuel", "electricity_source", "hydrogen_source", "hydrogen_use", "steel_route"])
def test_every_item_of_the_indicators_has_a_colour(family):
    assert set(item_families()[family]) <= set(families()[family])


def test_coal_is_one_colour_wherever_it_is_shown():
    assert len({families()[family]["coal"] for family in ("fuel", "electricity_source", "hydrogen_source")}) == 1


def test_colours_come_in_the_order_of_stacking_and_the_unknown_last():
    assert list(colours("fuel", ["uranium", "oil", "coal"])) == ["coal", "oil", "uranium"]


def test_ranks_begin_again_when_names_are_many():
    names = [str(rank) for rank in range(rank_count("scenario") + 1)]

    shades = ranked_colours("scenario", names)

    assert shades[names[0]] == shades[names[-1]]
    assert len(set(shades.values())) == rank_count("scenario")
