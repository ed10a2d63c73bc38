"""What each scenario costs beyond the best one, in every state of the world."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from carbonpath.study.analyses.row import Row
from carbonpath.study.results import Results

NAME = "regret"
"""Name in tables."""


def applies(results: Sequence[Results]) -> bool:
    """Tell whether several scenarios were solved on the same samples."""
    return len(results) > 1


def compare(results: Sequence[Results]) -> Iterator[tuple[str, Row]]:
    """Yield by scenario ``regret_max``, ``regret_mean``, ``regret_p90``, ``best`` and ``no_plan``.

    ``best`` is the share of states in which the scenario is the best, ``no_plan`` the share in which it has none
    though another has. Regret is measured over the states in which every scenario has a plan; `share` tells how many.
    """
    for name in results[0].outcomes:
        block = results[0].study.outcomes.get(name)
        if block is None or block.year == "all":
            continue
        numbers = np.array([part.outcome(name) for part in results])
        cost = -numbers if block.better == "high" else numbers
        some, every = np.isfinite(cost).any(axis=0), np.isfinite(cost).all(axis=0)
        if not every.any():
            continue
        regret = cost[:, every] - cost[:, every].min(axis=0)
        share = float(every.mean())
        for part, own, theirs in zip(results, regret, cost, strict=True):
            measures = {
                "regret_max": float(own.max()),
                "regret_mean": float(own.mean()),
                "regret_p90": float(np.quantile(own, 0.9)),
                "best": float(np.mean(own <= 1e-9 * np.maximum(1.0, np.abs(cost[:, every].min(axis=0))))),
                "no_plan": float(np.mean(some & ~np.isfinite(theirs))),
            }
            for measure, value in measures.items():
                yield part.scenario, Row(name, "", measure, value, share=share)
