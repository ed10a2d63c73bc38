"""Names of the paths of demand and prices."""

from typing import get_args

from carbonpath.scenario.paths import DemandPathName, PricePathName
from carbonpath.system.specification import SystemSpecification


def test_standard_paths_are_among_the_names() -> None:
    standard = SystemSpecification("district", 2020, 2021, 0.08)

    assert standard.demand_variant in get_args(DemandPathName)
    assert standard.price_variant in get_args(PricePathName)
