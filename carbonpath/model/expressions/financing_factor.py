r"""The financing factor is the present value of the yearly payments that pay back one unit of investment.

.. math::
    \gamma_{rt} = \frac{1 - (1 + \rho^t_{rt})^{-1}}{1 - (1 + \rho^t_{rt})^{-L_{rt}}}
      \cdot \frac{(1 + \rho_r) (1 - (1 + \rho_r)^{-L_{rt}})}{\rho_r}

It is one where the technology is financed at the discount rate of its region.

Counterparts: OSeMOSYS CapitalRecoveryFactor times PvAnnuity; TIMES CRF with technology-specific rates (NCAP_DRATE).

Notes
-----
Payments are due at the start of each year of the life. Without interest, the first fraction tends to
:math:`1 / L_{rt}` and the second to :math:`L_{rt}`.
"""

from __future__ import annotations

from carbonpath.model.affine import Model


def financing_factor(model: Model, region: str, technology: str) -> float:
    """Return what one unit of investment costs in present value, at the technology's own rate of interest."""
    own = model.data.technology_discount_rate.get((region, technology))
    if own is None:
        return 1.0
    life: float = model.data.operational_life[region, technology]
    return _recovery(own, life) / _recovery(model.data.discount_rate[region,], life)


def _recovery(rate: float, life: float) -> float:
    """Return the yearly payment, at the start of each year of `life`, that pays back one unit."""
    return 1.0 / life if rate == 0.0 else (1.0 - (1.0 + rate) ** -1) / (1.0 - (1.0 + rate) ** -life)
