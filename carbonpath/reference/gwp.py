"""Global warming potentials by metric (AR4, AR5 or AR6, 100 years)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.reference.factors import Factors


def gwp_metrics(factors: Factors) -> tuple[str, ...]:
    """Return the metrics that are known, e.g. ``AR5GWP100``."""
    return tuple(sorted(factors.gwp["gwp_metric"].unique()))


@lru_cache(maxsize=16)
def gwp_by_gas(factors: Factors, metric: str) -> Mapping[str, float]:
    """Return tCO2e per t by gas.

    Raises
    ------
    DataError
        CP-310 if the metric is unknown.
    """
    chosen = factors.gwp[factors.gwp["gwp_metric"] == metric]
    if chosen.empty:
        raise DataError(Problem("CP-310", value=metric, details={"known": ", ".join(gwp_metrics(factors))}))
    return dict(zip(chosen["gas"], chosen["value"].astype(float), strict=True))
