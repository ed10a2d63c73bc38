"""Variants of demand and prices that stand nowhere."""

from collections.abc import Callable
from dataclasses import replace

from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.specification import SystemSpecification
from carbonpath.system.variants import check_variants


def test_variants_that_are_there(
    tables_with: Callable[..., DistrictTables], specification: SystemSpecification
) -> None:
    assert list(check_variants(tables_with(), specification)) == []


def test_variant_without_rows_is_told_and_never_means_nothing(
    tables_with: Callable[..., DistrictTables], specification: SystemSpecification
) -> None:
    asked = replace(specification, demand_variant="lo", price_variant="hgih")

    found = list(check_variants(tables_with(), asked))

    assert [(problem.code, problem.file, problem.value) for problem in found] == [
        ("CP-941", "demand.csv", "lo"),
        ("CP-941", "prices.csv", "hgih"),
    ]
