"""The arithmetic of allowances: one function a rule, numbers from `carbonpath.reference.allowances`.

Amounts are in t. Sources of each number: ``reference/data/allowance_rules.csv`` and ``allowance_benchmarks.csv``.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from carbonpath.reference.allowances import Allowances

Place = Literal["inside", "as_emitted", "own_gas", "biomass"]
"""Where a generating unit stands in the market for power; the last two are out of it."""

ROUNDING = 1e-6
"""Tonnes by which a whole number may be missed by arithmetic alone."""


class Deduction(NamedTuple):
    """What becomes of allowances that a firm has to give back from its allocation."""

    taken: float
    """Taken from the pre-allocation."""
    refund: float
    """Given back when the verified allocation is smaller than what was taken."""
    issued: float
    """Issued in the end, after deduction; negative: to be returned."""


def whole_tonnes(allowances: float) -> float:
    """Return allowances rounded down to whole tonnes, as every plan of the national market does."""
    return float(math.floor(allowances + ROUNDING))


def place_of_unit(allowances: Allowances, year: int, own_gas: float, biomass: float) -> Place:
    """Return whether a generating unit takes part in the market for power, by what it burns.

    Parameters
    ----------
    allowances
        Rules.
    year
        Compliance year.
    own_gas, biomass
        Share of its heat from gases that its own works make, and from biomass.
    """
    rule = allowances.rule("power_scope", year)
    if rule is None:
        return "inside"
    if biomass > rule["biomass_share"]:
        return "biomass"
    if own_gas > rule["own_gas_share"]:
        return "as_emitted" if rule["own_gas_as_emitted"] else "own_gas"
    return "inside"


def peaking_factor(allowances: Allowances, year: int, load: float) -> float:
    """Return the correction of conventional coal units for the load at which they run (负荷系数修正).

    Parameters
    ----------
    allowances
        Rules.
    year
        Compliance year; before 2023 there is no such factor.
    load
        Share of the year's possible generation.
    """
    power = allowances.rule("power_peaking_2023", year)
    if power is not None:
        low = load < power["threshold"]
        return float(power["base"] ** (power["intercept"] - power["slope"] * load)) if low else 1.0
    curve = allowances.rule("power_peaking_2025", year)
    if curve is None or load >= curve["threshold"]:
        return 1.0
    percent = 100.0 * load
    slow = curve["slow"] * (1.0 - math.exp(-percent / curve["slow_scale"]))
    fast = curve["fast"] * (1.0 - math.exp(-percent / curve["fast_scale"]))
    return curve["level"] - slow - fast


def limited_shortfall(allowances: Allowances, year: int, given: float, emissions: float) -> float:
    """Return allowances of a power firm, raised so that no more than a share of its emissions is missing."""
    rule = allowances.rule("power_shortfall", year)
    return given if rule is None else max(given, (1.0 - rule["cap"]) * emissions)


def intensity_alpha(allowances: Allowances, year: int, intensity: float, balance: float) -> float | None:
    """Return by how much the allowances of a steel or cement firm differ from its emissions, as a share.

    Parameters
    ----------
    allowances
        Rules.
    year
        Compliance year; None before steel and cement entered the national market.
    intensity, balance
        Intensity of the firm and balance value of its industry, in the same unit.
    """
    verified = allowances.rule("enterprise_verified", year)
    if verified is not None:
        return verified["alpha"]
    rule = allowances.rule("enterprise_intensity", year)
    if rule is None:
        return None
    distance = (balance - intensity) / balance
    if abs(distance) >= rule["wide"]:
        return math.copysign(rule["bound"], distance)
    return rule["slope"] * distance


def adjusted_pilot(allowances: Allowances, year: int, initial: float, emissions: float) -> float:
    """Return allowances of the pilot after the end of the year: what lies beyond the tolerance is evened out."""
    rule = allowances.rule("pilot_adjustment", year)
    if rule is None:
        return initial
    tolerance = min(rule["share"] * emissions, rule["amount"])
    return min(max(initial, emissions - tolerance), emissions + tolerance)


def settle_deduction(pre_allocated: float, verified: float, due: float) -> Deduction:
    """Return how a deduction is settled between pre-allocation and verified allocation.

    Parameters
    ----------
    pre_allocated
        Allowances of the pre-allocation.
    verified
        Allowances of the verified allocation.
    due
        Allowances that the firm has to give back.
    """
    taken = min(pre_allocated, due)
    refund = max(0.0, taken - verified)
    return Deduction(taken, refund, verified - pre_allocated + refund)
