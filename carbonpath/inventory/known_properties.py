"""Measured properties that methods read; a firm that gives another must be told that it changes nothing."""

from __future__ import annotations

from carbonpath.core.problems import Problem
from carbonpath.inventory.activity import Activity
from carbonpath.inventory.coal_basis import CARBON_AIR_DRIED, CARBON_DRY, MOISTURE, MOISTURE_AIR_DRIED
from carbonpath.reference.fuels import fuels_of, materials_of

PROPERTIES = (
    "cao_in_clinker",
    "cao_not_from_carbonate",
    "mgo_in_clinker",
    "mgo_not_from_carbonate",
    "carbonate_calcination_fraction",
    "desulphurisation_carbonate_purity",
    "decoking_gas_co2_fraction",
    "decoking_gas_co_fraction",
    "flare_co2_fraction",
    "flare_carbon_number",
    "flare_oxidation_factor",
    "ceramic_clay_caco3_content",
    "ceramic_clay_mgco3_content",
    "ceramic_clay_utilisation",
    "reforming_catalyst_carbon_before",
    "reforming_catalyst_carbon_after",
    "acid_gas_co2_fraction",
    "nitric_acid_destruction_efficiency",
    "nitric_acid_abatement_use",
    "adipic_acid_destruction_efficiency",
    "adipic_acid_abatement_use",
)
"""Properties by full name."""

OF_COAL = (CARBON_DRY, CARBON_AIR_DRIED, MOISTURE, MOISTURE_AIR_DRIED)
"""Endings of properties of coals: the name of the coal stands before."""
OF_FUEL = ("_biogenic_share",)
"""Endings of properties of fuels."""
OF_WASTE = ("_carbon_share", "_fossil_share", "_oxidation_factor")
"""Endings of properties of wastes that are burnt as a whole."""

_COAL_GROUPS = ("coal",)
_FUEL_GROUPS = ("waste", "biomass")
_WASTE_GROUPS = ("incinerated_waste",)


def is_read(name: str, activity: Activity) -> bool:
    """Tell whether any method reads the property `name`."""
    factors = activity.factors
    families = (
        (OF_COAL, fuels_of(factors, *_COAL_GROUPS)),
        (OF_FUEL, fuels_of(factors, *_FUEL_GROUPS)),
        (OF_WASTE, materials_of(factors, *_WASTE_GROUPS)),
    )
    return name in PROPERTIES or any(
        name.endswith(ending) and name.removesuffix(ending) in items
        for endings, items in families
        for ending in endings
    )


def check_properties(activity: Activity) -> list[Problem]:
    """Return the measured properties that no method reads (CP-382, warning)."""
    rows = activity.properties[activity.properties["property"] == "property"]
    return [
        Problem("CP-382", place=str(row["source"]), value=str(row["item"]), severity="warning")
        for row in rows.to_dict("records")
        if not is_read(str(row["item"]), activity)
    ]
