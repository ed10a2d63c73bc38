"""Derived quantities of the model, one file each, listed in reading order."""

from __future__ import annotations

from carbonpath.model.expressions import (
    annual_activity,
    annual_emissions,
    boundary_emissions,
    capital_investment,
    discounting,
    emission_cost,
    fixed_operating_cost,
    free_allowances,
    group_activity,
    production,
    salvage_value,
    technology_emissions,
    total_capacity,
    use,
    variable_operating_cost,
)

EXPRESSIONS = (
    total_capacity,
    annual_activity,
    production,
    use,
    group_activity,
    technology_emissions,
    annual_emissions,
    boundary_emissions,
    free_allowances,
    discounting,
    capital_investment,
    fixed_operating_cost,
    variable_operating_cost,
    emission_cost,
    salvage_value,
)
"""Modules of derived quantities."""
