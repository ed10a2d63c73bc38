"""Putting a district together: technologies, markets, exchanges, demands and limits become a System."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.system.base_year import with_base_year
from carbonpath.system.boundaries import boundary_weights
from carbonpath.system.calibration import Calibration
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.cost_parameters import capacity_costs, variable_costs
from carbonpath.system.demand import demands
from carbonpath.system.district import District
from carbonpath.system.emission_parameters import (
    SCOPE_1,
    SCOPE_2,
    emission_activity_ratios,
    emission_prices,
    free_allocations,
)
from carbonpath.system.emission_ratio import fuel_emissions
from carbonpath.system.energy_groups import energy_groups
from carbonpath.system.entities import commodity_table, technology_table
from carbonpath.system.gross_product import gross_product
from carbonpath.system.groups import build_groups
from carbonpath.system.limits import build_limits
from carbonpath.system.market import build_market
from carbonpath.system.network import exchange_table, flow_ratios
from carbonpath.system.parameter_table import MODE, parameter_table
from carbonpath.system.specification import SystemSpecification
from carbonpath.system.system import System
from carbonpath.system.technology_parameters import capacity_parameters
from carbonpath.system.variants import check_variants

__all__ = ["SCOPE_1", "SCOPE_2", "SystemSpecification", "assemble_system"]

ANNUAL = {"annual": 1.0}
"""The one timeslice of an annual model."""


def assemble_system(
    district: District, carbon: CarbonTable, calibration: Calibration, specification: SystemSpecification
) -> System:
    """Return the System of a district.

    Parameters
    ----------
    district
        Technologies, commodities and flows, calibrated.
    carbon
        Carbon by firm and commodity, the inventory's own.
    calibration
        Activity and residual emissions of the base year.
    specification
        Horizon, discounting and variants.

    Raises
    ------
    DataError
        For a variant of which there are no rows (CP-941), a price that is missing (CP-215), a group, limit or grid
        region of something that does not exist (CP-214, CP-216), a kind that is no limit (CP-217), a unit that does
        not fit (CP-220, CP-221), carbon that nobody knows (CP-227).
    """
    require_valid(check_variants(district.tables, specification), DataError)
    market = build_market(district, specification.price_variant, specification.years)
    exchanges = exchange_table(district)
    technologies = technology_table(district, market, exchanges, calibration)
    groups = build_groups(district.tables, technologies, energy_groups(district, market))
    limits = build_limits(district.tables, technologies, groups, specification.region, specification.years)
    system = System(
        name=district.name,
        regions=(specification.region,),
        years=specification.years,
        timeslices=ANNUAL,
        modes=(MODE,),
        emissions=(SCOPE_1, SCOPE_2),
        technologies=technologies,
        commodities=commodity_table(district),
        groups=groups,
        parameters={
            **limits,
            **flow_ratios(district, market, exchanges, specification),
            **capacity_parameters(district, specification),
            **capacity_costs(district, specification),
            "variable_cost": variable_costs(district, market, specification),
            "emission_activity_ratio": emission_activity_ratios(district, carbon, market, calibration, specification),
            "free_allocation": free_allocations(district, specification),
            "emission_price": emission_prices(district, specification),
            "demand": demands(district, calibration, specification),
            "boundary_weight": boundary_weights(),
            "discount_rate": _discount_rate(specification),
            "fuel_emission_ratio": parameter_table(
                "fuel_emission_ratio", fuel_emissions(district, carbon), specification
            ),
            "gross_product": gross_product(district.tables, specification),
        },
    )
    return with_base_year(system, calibration, specification)


def _discount_rate(specification: SystemSpecification) -> pd.DataFrame:
    row = pd.DataFrame([{"value": specification.discount_rate, "source": "project"}])
    return parameter_table("discount_rate", row, specification)
