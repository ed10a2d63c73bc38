"""Rows that contradict each other, none of them to spare."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from systems import clean_and_dirty

from carbonpath.core.errors import InfeasibleError
from carbonpath.model import irreducible
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.irreducible import irreducible_rows
from carbonpath.model.solve import solve


def too_much_demand() -> CompiledModel:
    limits = {"max_activity": {("clean",): 80.0, ("dirty",): 60.0}}
    return compile_model(build_model(clean_and_dirty(demand={("good",): 999.0}, **limits)))


def test_an_irreducible_set_has_no_row_to_spare() -> None:
    compiled = too_much_demand()

    rows = irreducible_rows(compiled, seconds=10.0)

    assert [key.family for key in rows] == ["commodity_balance", "max_activity", "max_activity"]
    for key in rows:
        position = compiled.row_of[key]
        lower, upper = compiled.row_lower.copy(), compiled.row_upper.copy()
        lower[position], upper[position] = -np.inf, np.inf
        solve(replace(compiled, row_lower=lower, row_upper=upper))


def test_what_the_solver_names_too_many_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = too_much_demand()
    monkeypatch.setattr(irreducible, "suspect_rows", lambda *_: range(len(compiled.rows)))

    rows = irreducible_rows(compiled, seconds=10.0)

    assert [key.family for key in rows] == ["commodity_balance", "max_activity", "max_activity"]


def test_rows_that_do_not_contradict_each_other_are_not_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(irreducible, "suspect_rows", lambda *_: (0,))

    assert irreducible_rows(too_much_demand(), seconds=10.0) == ()


def test_without_time_there_is_no_answer() -> None:
    with pytest.raises(InfeasibleError):
        solve(too_much_demand())

    assert irreducible_rows(too_much_demand(), seconds=0.0) == ()


def test_the_search_may_be_confined_to_some_rows() -> None:
    compiled = too_much_demand()
    balance = [row for row, key in enumerate(compiled.rows) if key.family == "commodity_balance"]

    assert irreducible_rows(compiled, 10.0, balance) == ()
    assert len(irreducible_rows(compiled, 10.0, range(len(compiled.rows)))) == 3
