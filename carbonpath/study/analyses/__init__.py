"""Analyses of a finished study, one file each."""

from __future__ import annotations

from types import ModuleType

from carbonpath.study.analyses import (
    distribution,
    fan,
    fast,
    feasibility,
    morris,
    pairs,
    peak_probability,
    regional,
    regression,
    regret,
    robustness,
    sobol,
    spider,
    tornado,
)

ANALYSES: tuple[ModuleType, ...] = (
    feasibility,
    tornado,
    spider,
    pairs,
    morris,
    sobol,
    fast,
    distribution,
    regional,
    regression,
    robustness,
    peak_probability,
    fan,
)
"""Analyses of one scenario in reading order; each has ``NAME``, ``applies(results)`` and ``analyse(results)``."""

OF_SAMPLES: tuple[ModuleType, ...] = (distribution, regional, regression, robustness, peak_probability, fan)
"""Those that ask for samples drawn independently of each other."""

COMPARISONS: tuple[ModuleType, ...] = (regret,)
"""Analyses of several scenarios on the same samples."""
