"""The HiGHS object behind the door."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest
from systems import coal_cap

import carbonpath
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.highs import OPTIMAL, OTHER_METHODS, UNDECIDED, HighsSession, SolverOptions

ROOT = Path(str(carbonpath.__file__)).parent


def test_highspy_is_imported_in_one_module_only() -> None:
    importers = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Import) and any(alias.name.startswith("highspy") for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("highspy"))
    }

    assert importers == {"model/highs.py"}


def test_sessions_are_used_by_the_doors_and_by_what_breaks_ties_only() -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if "HighsSession" in path.read_text(encoding="utf-8")
    }

    doors = {"model/highs.py", "model/resolve.py", "model/restart.py", "model/solve.py"}
    assert users == {*doors, "model/tie_break.py", "model/tilt.py"}


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    HighsSession(compile_model(build_model(coal_cap())), SolverOptions()).run()

    assert capfd.readouterr() == ("", "")


def test_values_and_duals_are_those_of_the_optimum() -> None:
    session = HighsSession(compile_model(build_model(coal_cap(cap=4.0))), SolverOptions())

    assert session.run() == OPTIMAL
    assert session.values() == pytest.approx([4.0 / 0.6, 10.0 - 4.0 / 0.6, 4.0])
    assert np.abs(session.reduced_costs()).max() == pytest.approx(0.0)


def test_an_undecided_run_is_decided_by_another_method() -> None:
    session = HighsSession(compile_model(build_model(coal_cap(cap=4.0))), SolverOptions())
    asked: list[dict[str, int | str]] = []
    undecided = iter([True] * len(OTHER_METHODS))
    usual = session.run_otherwise

    class Doubtful:
        """The solver inside, which claims not to know until every method was asked."""

        def __init__(self, inner: object) -> None:
            self._inner = inner

        def __getattr__(self, name: str) -> object:
            return getattr(self._inner, name)

        def getModelStatus(self) -> object:  # noqa: N802  # the solver's name
            return UNDECIDED[0] if next(undecided, False) else self._inner.getModelStatus()  # type: ignore[attr-defined]

    def remember(settings: dict[str, int | str]) -> None:
        asked.append(settings)
        usual(settings)

    session._highs, session.run_otherwise = Doubtful(session._highs), remember  # type: ignore[method-assign,assignment]

    assert session.run() == OPTIMAL
    assert asked == list(OTHER_METHODS)
    assert session._highs.getOptionValue("solver")[1] == "simplex"
