"""Solving a reference energy system from disk: data set in, verified optimum out, tables on request."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from carbonpath.core.errors import VerificationError, require_valid
from carbonpath.core.tables import write_table
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.data import read_model_data
from carbonpath.model.highs import SolverOptions
from carbonpath.model.prepared import ModelData
from carbonpath.model.rows import compile_data
from carbonpath.model.run import solve_or_explain
from carbonpath.model.solution import dual_table, result_table
from carbonpath.model.solve import Solution
from carbonpath.model.verify import check_result
from carbonpath.system.readers.osemosys import read_osemosys
from carbonpath.system.system import System


@dataclass(frozen=True, slots=True)
class SolvedCase:
    """What is told of a solved reference system; the keys of `--json`."""

    status: str
    """``optimal``."""
    objective: float
    """Total discounted cost, in the money of the data set."""
    rows: int
    """Rows of the programme."""
    columns: int
    """Columns of the programme."""
    nonzeros: int
    """Coefficients of the programme."""
    seconds: Mapping[str, float]
    """Seconds of ``read``, ``build``, ``compile``, ``solve`` (with its recomputation) and ``total``."""
    max_residual: float
    """Largest relative violation of a row or bound, recomputed."""
    gap: float
    """Relative distance to the proven bound."""
    complementarity: float
    """Largest cost that a shadow price claims for a limit which the plan keeps away from, relative to the whole."""
    unique: bool | None
    """Whether no other plan has the same cost; None where it was not asked: without a folder for the plan."""

    def entry(self) -> dict[str, object]:
        """Return what `--json` prints."""
        return asdict(self)


def solve_case(path: Path, results: Path | None = None, time_limit: float | None = None) -> SolvedCase:
    """Return the optimum of the data set at `path`.

    Parameters
    ----------
    path
        otoole folder or GNU MathProg data file.
    results
        Folder for ``results.csv`` and ``duals.csv``, written when both are complete and verified. One plan among those
        of equal cost is then chosen; the cost alone needs no choice.
    time_limit
        Seconds after which the solver stops.

    Raises
    ------
    DataError
        What `read_osemosys` raises.
    InfeasibleError, LimitError, VerificationError
        What `read_model_data`, `solve_or_explain` and `check_result` raise.
    """
    options = SolverOptions(time_limit=time_limit or float("inf"), tie_break=results is not None)
    clock = [time.perf_counter()]
    system = read_osemosys(path)
    clock.append(time.perf_counter())
    data = read_model_data(system)
    clock.append(time.perf_counter())
    compiled = compile_data(data)
    clock.append(time.perf_counter())
    solution = solve_or_explain(compiled, options, system, system.name)
    clock.append(time.perf_counter())
    if results is not None:
        _write_results(results, solution, compiled, data, system)
    stages = zip(("read", "build", "compile", "solve"), clock[:-1], clock[1:], strict=True)
    return SolvedCase(
        status=solution.status,
        objective=solution.objective,
        rows=len(compiled.rows),
        columns=len(compiled.columns),
        nonzeros=int(compiled.matrix.nnz),
        seconds={
            **{name: ended - began for name, began, ended in stages},
            "total": time.perf_counter() - clock[0],
        },
        max_residual=solution.max_residual,
        gap=solution.gap,
        complementarity=solution.complementarity,
        unique=solution.tie_break.unique if solution.tie_break.applied else None,
    )


def _write_results(folder: Path, solution: Solution, compiled: CompiledModel, data: ModelData, system: System) -> None:
    result = result_table(solution, compiled, data, system, system.name)
    require_valid(check_result(result, system), VerificationError)
    write_table(result, folder / "results.csv")
    write_table(dual_table(solution, compiled, data, system, system.name), folder / "duals.csv")
