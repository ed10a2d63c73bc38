"""What makes an answer beside the values of the factors."""

from __future__ import annotations

from dataclasses import replace

from systems import growing_demand

from carbonpath.study.fingerprint import system_sha256
from carbonpath.system.system import System


def test_equal_systems_have_equal_hashes() -> None:
    assert system_sha256(growing_demand()) == system_sha256(growing_demand())


def test_a_number_a_row_and_a_year_count() -> None:
    known = system_sha256(growing_demand())

    dearer = growing_demand(variable_cost={("clean", "1"): 8.000001, ("dirty", "1"): 3.0})
    limited = growing_demand(max_activity={("dirty",): 50.0})
    shorter = replace(growing_demand(), years=(2020, 2021))

    assert len({known, *(system_sha256(system) for system in (dearer, limited, shorter))}) == 4


def test_where_a_number_comes_from_does_not_count() -> None:
    system: System = growing_demand()
    parameters = {name: table.assign(source="elsewhere") for name, table in system.parameters.items()}

    assert system_sha256(replace(system, parameters=parameters)) == system_sha256(system)
