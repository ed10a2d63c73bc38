"""Mean and spread of elementary effects: which factors matter, and which act through others or along a curve."""

from __future__ import annotations

from collections.abc import Iterator

from SALib.analyze import morris

from carbonpath.study.analyses.row import LEVEL, RESAMPLES, Row, whole_outcomes
from carbonpath.study.designs.morris import Morris
from carbonpath.study.drawn import unit_problem
from carbonpath.study.results import Results
from carbonpath.study.salib import quiet

NAME = "morris"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell whether the design is of trajectories."""
    return isinstance(results.study.design, Morris)


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``mu_star`` with its interval, ``mu`` and ``sigma``: changes of the outcome over the whole range."""
    design = results.study.design
    if not isinstance(design, Morris):
        return
    problem = unit_problem(results.study.factors)
    for name, numbers in whole_outcomes(results, results.all_outcomes):
        with quiet(results.study.head.seed) as seed:
            found = morris.analyze(
                problem,
                results.shares,
                numbers,
                num_resamples=RESAMPLES,
                conf_level=LEVEL,
                num_levels=design.levels,
                seed=seed,
            )
        for position, factor in enumerate(results.names):
            mean, margin = float(found["mu_star"][position]), float(found["mu_star_conf"][position])
            yield Row(name, factor, "mu_star", mean, max(0.0, mean - margin), mean + margin)
            yield Row(name, factor, "mu", float(found["mu"][position]))
            yield Row(name, factor, "sigma", float(found["sigma"][position]))
