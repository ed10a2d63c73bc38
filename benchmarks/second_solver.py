"""Solve the reference cases with a second solver: ``python benchmarks/second_solver.py [--lao]``.

The same arrays go to GLOP, a simplex of other authors (test-only dependency ortools), and both optima are printed with
their relative difference. The tests do this for the small cases and the shipped district; ``--lao`` adds the national
case of Lao PDR, which takes GLOP about a minute.
"""

from __future__ import annotations

import argparse
import lzma
import tempfile
import time
from pathlib import Path

from ortools.linear_solver.python import model_builder_helper

from carbonpath.model.compiled import CompiledModel
from carbonpath.model.highs import SolverOptions
from carbonpath.model.programme import compile_system
from carbonpath.model.solve import solve
from carbonpath.system.readers.osemosys import read_osemosys

CASES = Path(__file__).parents[1] / "tests" / "cases"
NAMES = ("super_simple/super_simple_model.txt", "utopia", "simplicity")
LAO = CASES / "lao_pdr" / "Baseline.txt.xz"


def main() -> None:
    """Print both optima of each case."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lao", action="store_true", help="add Lao PDR")
    arguments = parser.parse_args()
    print(f"{'case':40} {'carbonpath':>18} {'GLOP':>18} {'difference':>11} {'seconds':>8}")
    for name in NAMES:
        compare(name, CASES / name)
    if arguments.lao:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "Baseline.txt"
            path.write_bytes(lzma.decompress(LAO.read_bytes()))
            compare("lao_pdr", path)


def compare(name: str, path: Path) -> None:
    """Print both optima of one case and the seconds of the second solver."""
    compiled = compile_system(read_osemosys(path))
    first = solve(compiled, SolverOptions(tie_break=False)).objective
    begun = time.perf_counter()
    second = second_optimum(compiled)
    seconds = time.perf_counter() - begun
    print(f"{name:40} {first:18.8f} {second:18.8f} {abs(second / first - 1.0):11.1e} {seconds:8.1f}")


def second_optimum(compiled: CompiledModel) -> float:
    """Return the least cost of the continuous programme according to GLOP."""
    programme = model_builder_helper.ModelBuilderHelper()
    programme.fill_model_from_sparse_data(
        compiled.column_lower,
        compiled.column_upper,
        compiled.cost,
        compiled.row_lower,
        compiled.row_upper,
        compiled.matrix.tocsr(),
    )
    session = model_builder_helper.ModelSolverHelper("glop")
    session.solve(programme)
    if session.status() != model_builder_helper.SolveStatus.OPTIMAL:
        raise RuntimeError(f"GLOP ended with {session.status()}")
    return float(session.objective_value()) + compiled.constant


if __name__ == "__main__":
    main()
