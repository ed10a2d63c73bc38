"""Programmes of the same columns in one frame of rows."""

from __future__ import annotations

import pytest
from systems import clean_and_dirty, plant_to_build

from carbonpath.model.framed import Frame
from carbonpath.model.highs import SolverOptions
from carbonpath.model.programme import compile_system
from carbonpath.model.restart import Restarter
from carbonpath.model.solve import solve

LIMITS = {
    "none": {},
    "dirty": {"max_activity": {("dirty",): 60.0}},
    "both": {"max_activity": {("dirty",): 60.0, ("clean",): 50.0}},
}
PROGRAMMES = {name: compile_system(clean_and_dirty(**limits)) for name, limits in LIMITS.items()}
FRAME = Frame([PROGRAMMES["none"], PROGRAMMES["both"]])
OPTIONS = SolverOptions(tie_proof=False)


@pytest.mark.parametrize("name", LIMITS)
def test_frame_changes_no_answer(name):
    alone, framed = solve(PROGRAMMES[name], OPTIONS), solve(FRAME.fitted(PROGRAMMES[name]), OPTIONS)

    assert framed.objective == pytest.approx(alone.objective, rel=1e-12)
    assert framed.values == pytest.approx(alone.values, abs=1e-9)


def test_rows_stand_where_the_frame_has_them():
    fitted = FRAME.fitted(PROGRAMMES["dirty"])

    assert fitted.rows == FRAME.rows
    own = PROGRAMMES["dirty"]
    for key, place in own.row_of.items():
        there = fitted.row_of[key]
        assert (fitted.row_lower[there], fitted.row_upper[there]) == (own.row_lower[place], own.row_upper[place])
        assert (fitted.matrix[[there], :].toarray() == own.matrix[[place], :].toarray()).all()


def test_plan_of_one_starts_another():
    restarter = Restarter(FRAME.fitted(PROGRAMMES["none"]), OPTIONS)
    restarter.find_basis(FRAME.fitted(PROGRAMMES["none"]))

    for name in ("both", "none", "dirty"):
        assert restarter.step(FRAME.fitted(PROGRAMMES[name])).objective == pytest.approx(
            solve(PROGRAMMES[name], OPTIONS).objective
        )


def test_programme_with_a_row_or_columns_of_its_own_does_not_fit():
    small = Frame([PROGRAMMES["none"]])

    assert small.fitted(PROGRAMMES["both"]) is None
    assert small.fitted(compile_system(plant_to_build())) is None
