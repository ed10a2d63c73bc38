r"""Whether what cuts CO2 cuts air pollutants too (减污降碳协同): coordinates, cross-elasticity, synergy index.

A change is a point in the co-control coordinates: the relative reduction of a pollutant to the right, that of CO2
upwards. The cross-elasticity is the reduction of CO2 in percent for one percent less of the pollutant. The synergy
index is the cosine of the angle between the point and the diagonal,

.. math::
    S = \frac{a + b}{\sqrt{2 (a^2 + b^2)}}

with the relative reductions :math:`a` of CO2 and :math:`b` of all pollutants in pollution equivalents: 1 where both
fall alike, 0.71 where only one of them falls, 0 where one rises as the other falls, -1 where both rise alike.

Sources: X. Mao et al., co-control coordinates and cross-elasticity of air pollutants and greenhouse gases (recalled);
pollution equivalents: Environmental Protection Tax Law, annex 2 (``reference/data/pollution_equivalents.csv``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from carbonpath.reference.pollution import PollutionEquivalents


@dataclass(frozen=True, slots=True)
class Amounts:
    """CO2 and air pollutants of a scenario, a sector or a technology in a year."""

    co2: float
    """Mt."""
    pollutants: Mapping[str, float]
    """kt by pollutant."""


@dataclass(frozen=True, slots=True)
class CoControl:
    """What a change does to CO2 and to air pollutants; reductions are positive."""

    co2: float
    """CO2 cut, Mt."""
    co2_share: float | None
    """The same, relative to before; None where there was none."""
    pollutants: Mapping[str, float]
    """Pollutants cut, kt."""
    pollutant_shares: Mapping[str, float | None]
    """The same, relative to before."""
    elasticities: Mapping[str, float | None]
    """Cross-elasticity by pollutant; None where the pollutant does not change."""
    synergy: float | None
    """Synergy index; None where nothing changes."""


def compare_amounts(before: Amounts, after: Amounts, equivalents: PollutionEquivalents) -> CoControl:
    """Return what the change from `before` to `after` does to CO2 and to air pollutants."""
    names = list(before.pollutants)
    cut = {name: before.pollutants[name] - after.pollutants.get(name, 0.0) for name in names}
    shares = {name: _share(cut[name], before.pollutants[name]) for name in names}
    co2_cut = before.co2 - after.co2
    co2_share = _share(co2_cut, before.co2)
    whole = sum(equivalents.of(name, before.pollutants[name]) for name in names)
    less = sum(equivalents.of(name, cut[name]) for name in names)
    return CoControl(
        co2_cut,
        co2_share,
        cut,
        shares,
        {name: _ratio(co2_share, share) for name, share in shares.items()},
        _synergy(co2_share, _share(less, whole)),
    )


def _share(cut: float, before: float) -> float | None:
    return None if before == 0.0 else cut / before


def _ratio(one: float | None, other: float | None) -> float | None:
    return None if one is None or not other else one / other


def _synergy(one: float | None, other: float | None) -> float | None:
    if one is None or other is None or (length := math.hypot(one, other)) == 0.0:
        return None
    return (one + other) / (math.sqrt(2.0) * length)
