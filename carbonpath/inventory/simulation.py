"""Uncertainty by simulation (IPCC 2006 Volume 1 Chapter 3, approach 2): amounts and factors drawn together.

In each draw ``E = sum of AD x X_cell x EF x X_factor``: rows that share a cell or a factor get the same draw of it, so
that correlations hold within a year and between years. The draws are vectorised over all rows; a run with the same seed
gives the same numbers, whatever the size of the batches.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from carbonpath.inventory.choice import Floats
from carbonpath.inventory.distributions import multipliers
from carbonpath.inventory.keys import Integers
from carbonpath.inventory.shared_errors import SharedErrors, shared_errors

DRAWS = 10_000
"""Draws unless told otherwise."""

_CELLS_AT_ONCE = 4_000_000
"""Numbers held at the same time, which bounds the memory of a run."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """Sums of groups of rows in each draw."""

    keys: pd.DataFrame
    """One line a group: the columns that name it."""
    estimate: Floats
    """Sum of each group without errors, tCO2e."""
    drawn: Floats
    """Sum of each group (line) in each draw (column), tCO2e."""

    def intervals(self) -> pd.DataFrame:
        """Return estimate, mean, median and the limits of the 95 % interval of each group."""
        low, median, high = np.quantile(self.drawn, (0.025, 0.5, 0.975), axis=1)
        table = self.keys.assign(estimate=self.estimate, mean=self.drawn.mean(axis=1), median=median)
        table = table.assign(lower=low, upper=high)
        size = np.where(self.estimate == 0, np.nan, np.abs(self.estimate))
        percent = {
            "lower_pct": 100 * (low - self.estimate) / size,
            "upper_pct": 100 * (high - self.estimate) / size,
        }
        return table.assign(**{name: np.nan_to_num(values) for name, values in percent.items()})


def simulate(
    emissions: pd.DataFrame,
    by: Sequence[str],
    generator: np.random.Generator,
    draws: int = DRAWS,
    pooled: frozenset[str] = frozenset(),
    apart: Sequence[str] = (),
) -> Simulation:
    """Return the sums of each combination of `by` in each draw.

    Parameters
    ----------
    emissions
        Rows of EMISSIONS.
    by
        Columns that name the groups; none: one group of all rows.
    generator
        Source of random numbers.
    draws
        How often amounts and factors are drawn.
    pooled
        Items whose rows share one error of the carbon content, see `pooled_gases`.
    apart
        Columns whose combinations each have their own mean width of that error.
    """
    names = list(by)
    groups = emissions.assign(all="").groupby(names or ["all"], sort=True)
    label = groups.ngroup().to_numpy()
    keys = groups.size().reset_index()[names] if names else pd.DataFrame(index=range(groups.ngroups))
    order = np.asarray(np.argsort(label, kind="stable"), dtype=np.int64)
    mass = emissions["co2_equivalent"].to_numpy(dtype=float)
    starts = np.searchsorted(label[order], np.arange(groups.ngroups))
    estimate = np.array([math.fsum(part.tolist()) for part in np.split(mass[order], starts[1:])])
    pools = None
    if apart:
        pools = np.asarray(emissions.groupby(list(apart), sort=True).ngroup().to_numpy(), dtype=np.int64)
    shared = shared_errors(emissions, pooled, pools)
    errors = _Errors.of(shared)
    batch = max(1, _CELLS_AT_ONCE // max(1, len(mass) + shared.cells + shared.factors))
    seeds = generator.spawn(2)
    parts = [
        np.add.reduceat(_drawn(mass[order], errors.at(order), seeds, min(batch, draws - done)), starts, axis=0)
        for done in range(0, draws, batch)
    ]
    return Simulation(keys, estimate, np.concatenate(parts, axis=1))


def change_interval(base: Floats, now: Floats) -> tuple[float, float]:
    """Return the limits of the 95 % interval of the change between two sums drawn together, in percent of the base."""
    low, high = np.quantile(100 * (now / base - 1), (0.025, 0.975))
    return float(low), float(high)


@dataclass(frozen=True, slots=True)
class _Errors:
    """Errors that differ, each drawn once however many rows share it."""

    cell: Integers
    """Which of the drawn amounts belongs to each row."""
    cells: Integers
    """Cell of each drawn amount."""
    widths: Floats
    """Half-width of each drawn amount."""
    factor: Integers
    """Which of the drawn factors belongs to each row."""
    factors: Integers
    """Factor of each drawn factor."""
    lower: Floats
    """Lower limit of each drawn factor."""
    upper: Floats
    """Upper limit of each drawn factor."""
    shared: SharedErrors
    """How many cells and factors there are."""

    @classmethod
    def of(cls, shared: SharedErrors) -> _Errors:
        """Return the combinations of cell and width, and of factor and limits, that occur."""
        amounts, cell = np.unique(np.stack([shared.cell, shared.activity]), axis=1, return_inverse=True)
        limits, factor = np.unique(np.stack([shared.factor, shared.lower, shared.upper]), axis=1, return_inverse=True)
        return cls(
            np.asarray(cell, dtype=np.int64),
            amounts[0].astype(np.int64),
            amounts[1],
            np.asarray(factor, dtype=np.int64),
            limits[0].astype(np.int64),
            limits[1],
            limits[2],
            shared,
        )

    def at(self, order: Integers) -> _Errors:
        """Return the same for rows in another order."""
        return replace(self, cell=self.cell[order], factor=self.factor[order])


def _drawn(mass: Floats, errors: _Errors, seeds: Sequence[np.random.Generator], draws: int) -> Floats:
    """Return the emissions of each row in each of the next draws."""
    of_cells = np.ascontiguousarray(seeds[0].standard_normal((draws, errors.shared.cells)).T)
    of_factors = np.ascontiguousarray(seeds[1].standard_normal((draws, errors.shared.factors)).T)
    amount = multipliers(-errors.widths, errors.widths, of_cells[errors.cells])
    factor = multipliers(errors.lower, errors.upper, of_factors[errors.factors])
    product: Floats = amount[errors.cell]
    product *= factor[errors.factor]
    product *= mass[:, None]
    return product
