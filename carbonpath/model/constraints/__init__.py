"""Constraints of the model, one file each, listed in reading order."""

from __future__ import annotations

from carbonpath.model.constraints import (
    annual_emission_limit,
    annual_emissions_definition,
    capacity_adequacy,
    commodity_balance,
    free_allowances_definition,
    group_activity_definition,
    max_activity,
    max_capacity,
    max_group_activity,
    max_group_share,
    max_new_capacity,
    min_activity,
    min_capacity,
    min_group_activity,
    min_group_share,
    min_new_capacity,
    total_capacity_definition,
)

CONSTRAINTS = (
    total_capacity_definition,
    annual_emissions_definition,
    free_allowances_definition,
    group_activity_definition,
    commodity_balance,
    capacity_adequacy,
    max_capacity,
    min_capacity,
    max_new_capacity,
    min_new_capacity,
    max_activity,
    min_activity,
    max_group_activity,
    min_group_activity,
    max_group_share,
    min_group_share,
    annual_emission_limit,
)
"""Modules of constraints: what the aggregates are, what physics asks, what policy asks."""
