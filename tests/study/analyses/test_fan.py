"""Fan: quantiles of each year over the samples with a plan."""

import numpy as np
import pytest
from analytic_studies import factors, solved, study

from carbonpath.study.analyses import fan
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.outcome import OutcomeBlock

PATH = {"path": OutcomeBlock(indicator="emissions", year="all")}
COLUMNS = {"path_2024": lambda x: np.full(len(x), 10.0), "path_2025": lambda x: 10.0 + x[:, 0]}


def test_quantiles_by_year_widen_with_the_spread():
    asked = study(LatinHypercube(samples=1000), factors(1), PATH)

    rows = list(fan.analyse(solved(asked, COLUMNS)))

    lines = {(row.measure, int(row.at)): row.value for row in rows}
    assert lines["q05", 2024] == lines["q95", 2024] == 10.0
    assert [lines[q, 2025] for q in ("q05", "q25", "q50", "q75", "q95")] == pytest.approx(
        [10.05, 10.25, 10.5, 10.75, 10.95], abs=0.01
    )


def test_share_tells_how_many_samples_have_a_plan():
    asked = study(LatinHypercube(samples=100), factors(1), PATH)

    rows = list(fan.analyse(solved(asked, COLUMNS, without_plan=lambda x: x[:, 0] > 0.6)))

    assert {row.share for row in rows} == {0.6}


def test_study_without_a_path_has_no_fan():
    asked = study(Sobol(samples=8), factors(1))

    assert not fan.applies(solved(asked, lambda x: x[:, 0]))
