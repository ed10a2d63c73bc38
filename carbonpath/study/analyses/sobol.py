"""Shares of the variance of an outcome that are due to each factor alone, with all others, and to pairs."""

from __future__ import annotations

from collections.abc import Iterator

from SALib.analyze import sobol

from carbonpath.study.analyses.row import LEVEL, RESAMPLES, Row, whole_outcomes, with_margin
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.drawn import unit_problem
from carbonpath.study.results import Results
from carbonpath.study.salib import quiet

NAME = "sobol"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell whether the design is Saltelli's."""
    return isinstance(results.study.design, Sobol)


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``S1``, ``ST`` and, with second order, ``S2`` of each pair, all with intervals."""
    design = results.study.design
    if not isinstance(design, Sobol):
        return
    problem = unit_problem(results.study.factors)
    for name, numbers in whole_outcomes(results, results.all_outcomes):
        with quiet(results.study.head.seed) as seed:
            found = sobol.analyze(
                problem,
                numbers,
                calc_second_order=design.second_order,
                num_resamples=RESAMPLES,
                conf_level=LEVEL,
                seed=seed,
            )
        for one, factor in enumerate(results.names):
            for measure in ("S1", "ST"):
                margin = float(found[f"{measure}_conf"][one])
                yield with_margin(name, factor, measure, float(found[measure][one]), margin)
            if design.second_order:
                for two in range(one + 1, len(results.names)):
                    value, margin = float(found["S2"][one, two]), float(found["S2_conf"][one, two])
                    yield with_margin(name, factor, "S2", value, margin, other=results.names[two])
