"""What is left of a programme."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from systems import one_of_everything

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.reduction import reduce_programme


def test_most_of_a_district_is_taken_out_and_what_may_move_is_kept() -> None:
    compiled = compile_model(build_model(one_of_everything()))
    movable = [row for row, key in enumerate(compiled.rows) if key.family == "commodity_balance"]

    found = reduce_programme(compiled, movable, [])

    assert found is not None
    assert set(movable) <= set(found.rows.tolist())
    assert found.small.matrix.nnz < 0.8 * compiled.matrix.nnz


def test_whole_numbers_are_not_reduced() -> None:
    compiled = compile_model(build_model(one_of_everything()))

    assert reduce_programme(replace(compiled, integer=np.ones_like(compiled.integer)), [], []) is None
