"""A programme with further columns and rows."""

from __future__ import annotations

import numpy as np
import pytest
from systems import clean_and_dirty

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel, Key
from carbonpath.model.extend import NewColumn, NewRow, extended, restricted
from carbonpath.model.solve import solve


def small() -> CompiledModel:
    return compile_model(build_model(clean_and_dirty()))


def column_of(compiled: CompiledModel, technology: str) -> int:
    return compiled.column_of[Key("activity", ("district", technology, "1", "annual", 2020))]


def test_what_is_added_comes_last_and_works() -> None:
    compiled = small()
    dirty, width = column_of(compiled, "dirty"), len(compiled.columns)

    longer = extended(
        compiled,
        [NewColumn(Key("spared", ()), cost=-7.0, upper=30.0)],
        [NewRow(Key("spared", ()), (1.0, 1.0), (dirty, width), upper=100.0)],
    )
    solution = solve(longer)

    assert longer.columns[width] == Key("spared", ())
    assert longer.rows[-1] == Key("spared", ())
    assert solution.values[width] == pytest.approx(30.0)
    assert solution.values[dirty] == pytest.approx(70.0)


def test_the_part_of_the_programme_has_its_own_cost() -> None:
    compiled = small()
    longer = extended(compiled, [NewColumn(Key("gift", ()), cost=-7.0, upper=30.0)], [])

    part = restricted(solve(longer), compiled)

    assert part.values.size == len(compiled.columns)
    assert part.row_duals.size == len(compiled.rows)
    assert part.objective == pytest.approx(300.0 / 1.05**0.5)


def test_adding_nothing_changes_nothing() -> None:
    compiled = small()

    same = extended(compiled, [], [])

    assert np.array_equal(same.matrix.toarray(), compiled.matrix.toarray())
    assert solve(same).objective == solve(compiled).objective
