"""Probability of peaking by year: samples without a plan peak in no year, and are told."""

import numpy as np
import pytest
from analytic_studies import factors, solved, study

from carbonpath.study.analyses import peak_probability
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.morris import Morris
from carbonpath.study.outcome import OutcomeBlock

PEAK = {"peak": OutcomeBlock(indicator="peak_year")}


def years(x):
    """Return 2024 for half of the samples, then 2026, never 2025."""
    return np.where(x[:, 0] < 0.5, 2024.0, 2026.0)


@pytest.fixture(scope="module")
def found():
    """Return the probabilities of 200 samples, a fifth without a plan, ten failed."""
    asked = study(LatinHypercube(samples=200), factors(2), PEAK)
    return list(peak_probability.analyse(solved(asked, years, without_plan=lambda x: x[:, 1] > 0.8, failed=10)))


def told(rows, measure):
    return {int(row.at): row.value for row in rows if row.measure == measure}


def test_every_year_between_the_first_and_the_last_is_told(found):
    assert sorted(told(found, "peaks_in")) == [2024, 2025, 2026]
    assert told(found, "peaks_in")[2025] == 0.0


def test_probabilities_and_no_plan_add_up_to_one(found):
    assert sum(told(found, "peaks_in").values()) + told(found, "no_plan")[0] == pytest.approx(1.0)
    assert told(found, "peaked_by")[2026] == pytest.approx(1.0 - told(found, "no_plan")[0])


def test_probability_to_have_peaked_never_falls(found):
    running = [told(found, "peaked_by")[year] for year in (2024, 2025, 2026)]

    assert running == sorted(running)


def test_share_tells_how_many_samples_say_something(found):
    assert {row.share for row in found} == {0.95}
    assert all(row.low <= row.value <= row.high for row in found)


def test_screening_design_stands_for_no_probability():
    asked = study(Morris(trajectories=2), factors(2), PEAK)

    assert not peak_probability.applies(solved(asked, years))
