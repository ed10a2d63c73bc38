"""Whether the model's base year is the inventory: per firm, with nothing left out but what is stated."""

from __future__ import annotations

from collections.abc import Mapping

from carbonpath.core.problems import Problem

CLOSURE_TOLERANCE = 1e-3
"""Largest difference between model and inventory, relative to the firm's inventory."""
CLOSURE_FLOOR = 1e-6
"""Mt CO2 (one tonne) by which any firm may differ: surveys are rounded to the tonne, and some firms emit a few."""
RESIDUAL_SHARE = 0.05
"""Largest residual relative to the firm's inventory of which nothing is told."""


def check_closure(
    inventory: Mapping[str, float], modelled: Mapping[str, float], tolerance: float = CLOSURE_TOLERANCE
) -> list[Problem]:
    """Return CP-229 for each firm whose modelled emissions of the base year are not those of its inventory.

    Parameters
    ----------
    inventory
        Scope-1 CO2 of the base year by firm, Mt.
    modelled
        The same of the model, residuals included.
    tolerance
        Largest difference relative to the firm's inventory; `CLOSURE_FLOOR` is always allowed.
    """
    problems = []
    for firm in sorted({*inventory, *modelled}):
        reported, found = inventory.get(firm, 0.0), modelled.get(firm, 0.0)
        limit = max(tolerance * abs(reported), CLOSURE_FLOOR)
        if not abs(found - reported) <= limit:
            details = {"modelled": f"{found:.6f}", "inventory": f"{reported:.6f}", "limit": f"{limit:.2g}"}
            problems.append(Problem("CP-229", place=firm, value=f"{found - reported:+.6f}", details=details))
    return problems


def check_residuals(
    inventory: Mapping[str, float], residuals: Mapping[tuple[str, str], float], share: float = RESIDUAL_SHARE
) -> list[Problem]:
    """Return the warning CP-219 for each firm of whose inventory the technologies explain too little.

    Parameters
    ----------
    inventory
        Scope-1 CO2 of the base year by firm, Mt.
    residuals
        What no technology explains, Mt, by firm and sector (`Calibration.residuals`).
    share
        Largest residual relative to the firm's inventory of which nothing is told; `CLOSURE_FLOOR` never is.
    """
    problems = []
    for (firm, _), residual in sorted(residuals.items()):
        reported = inventory.get(firm, 0.0)
        if abs(residual) <= max(share * abs(reported), CLOSURE_FLOOR):
            continue
        part = f"{residual / reported:.1%}" if reported else "-"
        details = {"inventory": f"{reported:.6f}", "share": part, "limit": f"{share:.0%}"}
        problems.append(Problem("CP-219", "", firm, f"{residual:.6f}", details, severity="warning"))
    return problems
