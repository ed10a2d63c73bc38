r"""Factors that bring money to the first model year, and the share of an investment that outlives the horizon.

Investment is paid at the start of its year, operation in the middle of the year, salvage is credited at the end of the
horizon:

.. math::
    \delta^{start}_{ry} = (1 + \rho_r)^{-(y - y_0)}

    \delta^{middle}_{ry} = (1 + \rho_r)^{-(y - y_0 + 1/2)}

    \delta^{end}_{r} = (1 + \rho_r)^{-(1 + y_N - y_0)}

    \sigma_{rty} = 1 - \frac{(1 + \rho_r)^{y_N - y + 1} - 1}{(1 + \rho_r)^{L_{rt}} - 1}
    \quad \text{if } y + L_{rt} - 1 > y_N, \text{ else } 0

    \sigma_{rty} = 1 - \frac{y_N - y + 1}{L_{rt}}
    \quad \text{if } M_{r} = 2 \text{ and } y + L_{rt} - 1 > y_N, \text{ else } 0

Counterparts: OSeMOSYS DiscountFactor, DiscountFactorMid, SalvageValue with depreciation method 1 (sinking fund) or 2
(straight line); TIMES discounts to the middle of each period.

Notes
-----
The sinking fund is what an equal payment each year, with interest, has paid back by the end of the horizon. Without
interest its limit is the straight line :math:`1 - (y_N - y + 1) / L_{rt}`.
"""

from __future__ import annotations

import math

from carbonpath.model.affine import Model

STRAIGHT_LINE = 2.0
"""Value of ``depreciation_method`` under which value falls by the same amount each year."""


def start_discount_factor(model: Model, region: str, year: int) -> float:
    """Return the present value of one unit of money paid at the start of `year`."""
    return float((1.0 + model.data.discount_rate[region,]) ** -(year - model.sets.years[0]))


def middle_discount_factor(model: Model, region: str, year: int) -> float:
    """Return the present value of one unit of money paid in the middle of `year`."""
    return float((1.0 + model.data.discount_rate[region,]) ** -(year - model.sets.years[0] + 0.5))


def end_discount_factor(model: Model, region: str) -> float:
    """Return the present value of one unit of money received at the end of the horizon."""
    years = model.sets.years
    return float((1.0 + model.data.discount_rate[region,]) ** -(1 + years[-1] - years[0]))


def salvage_factor(model: Model, region: str, technology: str, year: int) -> float:
    """Return the share of an investment of `year` that is left at the end of the horizon."""
    life = model.data.operational_life[region, technology]
    return remaining_share(model, region, year, life, model.data.discount_rate[region,])


def remaining_share(model: Model, region: str, year: int, life: float, rate: float) -> float:
    """Return the share that is left at the end of the horizon of what is built in `year` and stands `life` years."""
    lived = model.sets.years[-1] - year + 1
    if lived >= life:
        return 0.0
    if rate == 0.0 or model.data.depreciation_method.get((region,)) == STRAIGHT_LINE:
        return float(1.0 - lived / life)
    return 1.0 - math.expm1(lived * math.log1p(rate)) / math.expm1(life * math.log1p(rate))


def storage_discount_factor(model: Model, region: str, storage: str, year: int) -> float:
    """Return the present value of one unit of money paid at the start of `year` for a storage."""
    return float((1.0 + storage_rate(model, region, storage)) ** -(year - model.sets.years[0]))


def storage_rate(model: Model, region: str, storage: str) -> float:
    """Return the discount rate of investment in a storage."""
    own = model.data.storage_discount_rate.get((region, storage))
    return float(model.data.discount_rate[region,] if own is None else own)
