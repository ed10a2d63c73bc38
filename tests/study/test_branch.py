"""What a worker needs to answer the samples of a branch."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from small_studies import DEMAND, PRICED, prepared

from carbonpath.model.solve import solve
from carbonpath.study.branch import BranchKey, Programme


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    return prepared(tmp_path, factors={"demand": DEMAND, "priced": PRICED}).programme


def test_the_branch_of_a_sample_is_scenario_and_alternatives(programme: Programme) -> None:
    assert programme.key_of(0, (1.2, 1.0)) == BranchKey(0, (1,))
    assert set(programme.branches) == {BranchKey(0, (0,)), BranchKey(0, (1,))}


def test_numbers_move_in_place(programme: Programme) -> None:
    branch = programme.branches[BranchKey(0, (0,))]

    bounds = branch.point((0.5, 0.0)).compiled.row_lower

    assert not branch.needs_building((0.5, 0.0))
    assert {60.0, 55.0} <= set(bounds[bounds > 0].tolist())


def test_a_programme_travels_to_a_worker_and_answers_the_same(programme: Programme) -> None:
    there: Programme = pickle.loads(pickle.dumps(programme))

    one, two = (
        solve(p.branches[BranchKey(0, (1,))].point((0.7, 1.0)).compiled).values.tobytes() for p in (programme, there)
    )

    assert one == two


def test_changes_of_a_sample_come_in_the_order_of_the_file(programme: Programme) -> None:
    changes = programme.branches[BranchKey(0, (0,))].changes((0.5, 0.0))

    assert [(change.parameter, change.where["year"], change.value) for change in changes] == [
        ("demand", 2021, 0.5),
        ("demand", 2022, 0.5),
    ]
