"""Making a branch ready: what moves in place, what is built anew, where samples start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from small_studies import DEMAND, DIRTY_COST, OneSystem, scarce, small_study
from systems import growing_demand, plant_to_build

from carbonpath.model.highs import SolverOptions
from carbonpath.study.branch import Branch, BranchKey
from carbonpath.study.build_branch import build_branch
from carbonpath.study.site import Site, find_site
from carbonpath.system.system import System

OPTIONS = SolverOptions(tie_proof=False)
ENDS = ((1.0, 0.5), (13.0, 1.5))


def site(folder: Path, system: System | None = None, **parts: object) -> Site:
    return find_site(small_study(folder, **parts), BranchKey(0, ()), OneSystem(system))


def life(folder: Path) -> Site:
    """Return a site with a factor that changes structure beside one that does not."""
    factors = {
        "life": {**DEMAND, "changes": [{"parameter": "operational_life"}]},
        "demand": DEMAND,
    }
    return site(
        folder,
        plant_to_build(life=2.0, years=(2020, 2021, 2022)),
        factors=factors,
        outcomes={"cost": {"indicator": "total_cost"}},
    )


def test_costs_and_demands_move_in_place_from_a_basis(tmp_path: Path) -> None:
    branch = build_branch(site(tmp_path), OPTIONS, [(5.0, 1.2)], ENDS)

    assert not branch.always_anew
    assert branch.basis is not None
    assert not branch.needs_building((13.0, 0.5))


def test_a_factor_that_changes_structure_is_built_anew_where_it_moves(tmp_path: Path) -> None:
    branch = build_branch(life(tmp_path), OPTIONS, [(1.3, 1.1)], ((0.5, 0.5), (1.5, 1.5)))

    assert branch.mapped.given_up == {"operational_life"}
    assert branch.needs_building((1.3, 1.0))
    assert not branch.needs_building((1.0, 1.3))


def test_a_map_that_is_wrong_at_a_checked_sample_is_not_used(tmp_path: Path) -> None:
    place = site(tmp_path)
    good = build_branch(place, OPTIONS, [(5.0, 1.2)], ENDS)
    slopes = {name: replace(slope, matrix=slope.matrix * 1.01) for name, slope in good.mapped.slopes.items()}
    bad = replace(good, mapped=replace(good.mapped, slopes=slopes))

    assert build_branch(place, OPTIONS, [(5.0, 1.2)], (), bad).always_anew


def test_a_map_that_is_wrong_at_the_ends_is_measured_again(tmp_path: Path) -> None:
    place = site(tmp_path)
    good = build_branch(place, OPTIONS, [(5.0, 1.2)], ENDS)
    slopes = {name: replace(slope, matrix=slope.matrix * 1.01) for name, slope in good.mapped.slopes.items()}
    bad = replace(good, mapped=replace(good.mapped, slopes=slopes))

    assert not build_branch(place, OPTIONS, [(5.0, 1.2)], ENDS, bad).always_anew


def test_a_map_is_shared_by_branches_of_one_structure(tmp_path: Path) -> None:
    one = build_branch(site(tmp_path), OPTIONS, [], ENDS)
    dearer = growing_demand(variable_cost={("clean", "1"): 9.0, ("dirty", "1"): 3.0})

    other = build_branch(site(tmp_path, dearer), OPTIONS, [(5.0, 1.2)], ENDS, one)

    assert other.mapped.slopes is one.mapped.slopes
    assert not other.always_anew


def test_a_map_is_not_shared_by_branches_of_another_structure(tmp_path: Path) -> None:
    one: Branch = build_branch(site(tmp_path), OPTIONS, [], ENDS)

    other = build_branch(site(tmp_path, scarce()), OPTIONS, [(5.0, 1.0)], ENDS, one)

    assert other.mapped.slopes is not one.mapped.slopes
    assert not other.always_anew


def test_without_a_plan_anywhere_samples_start_from_the_proof(tmp_path: Path) -> None:
    factors = {"dirty_cost": DIRTY_COST, "demand": {**DEMAND, "nominal": 1.4}}

    branch = build_branch(site(tmp_path, scarce(), factors=factors), OPTIONS, [(5.0, 1.5)], ENDS)

    assert branch.planless
    assert branch.basis is not None


def test_the_basis_is_taken_where_there_is_a_plan(tmp_path: Path) -> None:
    factors = {"dirty_cost": DIRTY_COST, "demand": {**DEMAND, "nominal": 1.4}}

    branch = build_branch(site(tmp_path, scarce(), factors=factors), OPTIONS, [(5.0, 0.9)], ENDS)

    assert branch.basis is not None
    assert not branch.planless


@pytest.mark.parametrize("values", [(2.0, 0.6), (12.9, 1.49), (3.0, 1.0)])
def test_numbers_in_place_are_those_of_the_changed_system(tmp_path: Path, values: tuple[float, float]) -> None:
    place = site(tmp_path)
    branch = build_branch(place, OPTIONS, [], ENDS)

    parameters = place.parameters(np.array(values))

    told = [parameters[name][index] for name, index in branch.mapped.cells]
    assert branch.parameter_values(values).tolist() == pytest.approx(told, rel=1e-15)
