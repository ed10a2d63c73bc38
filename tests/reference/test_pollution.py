"""Pollution equivalents."""

import pytest

from carbonpath.reference.checks import CONFIDENCES
from carbonpath.reference.pollution import load_pollution_equivalents


@pytest.mark.parametrize(("pollutant", "equivalents"), [("nox", 2.0), ("pm25", 1.9 / 2.18), ("voc", 0.0)])
def test_equivalents_of_nineteen_hundred_tonnes(pollutant, equivalents):
    assert load_pollution_equivalents().of(pollutant, 1.9) == pytest.approx(equivalents)


def test_every_number_has_source_and_confidence():
    table = load_pollution_equivalents().table
    assert (table["source"] != "").all()
    assert set(table["confidence"]) <= set(CONFIDENCES)
