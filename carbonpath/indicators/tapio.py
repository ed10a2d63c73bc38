"""Tapio decoupling: how emissions move for one percent that the economy grows, and what that state is called.

Source: P. Tapio, Towards a theory of decoupling, Transport Policy 12 (2005) 137-151: bounds 0.8 and 1.2, eight states.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal[
    "strong_decoupling",
    "weak_decoupling",
    "expansive_coupling",
    "expansive_negative_decoupling",
    "strong_negative_decoupling",
    "weak_negative_decoupling",
    "recessive_coupling",
    "recessive_decoupling",
    "undefined",
]

COUPLED = (0.8, 1.2)
"""Elasticities between which emissions and economy are called coupled."""


class Decoupling(NamedTuple):
    """Elasticity of emissions to product, and its name."""

    elasticity: float | None
    """Relative change of emissions over relative change of product; None if the product does not change."""
    state: State
    """State of the eight of Tapio; ``undefined`` if the product does not change."""


def decoupling(emissions: tuple[float, float], product: tuple[float, float]) -> Decoupling:
    """Return the decoupling of emissions from product, each given at the start and the end of a period."""
    growth = product[1] / product[0] - 1.0
    change = emissions[1] / emissions[0] - 1.0
    if growth == 0.0:
        return Decoupling(None, "undefined")
    elasticity = change / growth
    return Decoupling(elasticity, _growing(elasticity) if growth > 0.0 else _shrinking(elasticity))


def _growing(elasticity: float) -> State:
    low, high = COUPLED
    if elasticity < 0.0:
        return "strong_decoupling"
    if elasticity < low:
        return "weak_decoupling"
    return "expansive_coupling" if elasticity <= high else "expansive_negative_decoupling"


def _shrinking(elasticity: float) -> State:
    low, high = COUPLED
    if elasticity < 0.0:
        return "strong_negative_decoupling"
    if elasticity < low:
        return "weak_negative_decoupling"
    return "recessive_coupling" if elasticity <= high else "recessive_decoupling"
