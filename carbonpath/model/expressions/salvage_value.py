r"""Salvage value is the share of an investment that outlives the horizon.

.. math::
    S_{rty} = \sigma_{rty} C^K_{rty}

Counterparts: OSeMOSYS SalvageValue; TIMES OBJSAL.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, scaled
from carbonpath.model.expressions.capital_investment import capital_investment
from carbonpath.model.expressions.discounting import salvage_factor


def salvage_value(model: Model, region: str, technology: str, year: int) -> Affine:
    """Return what is left at the end of the horizon of an investment of `year`, in million CNY of that end."""
    factor = salvage_factor(model, region, technology, year)
    invested = capital_investment(model, region, technology, year)
    return Affine(scaled(invested.terms, factor) if factor else [])
