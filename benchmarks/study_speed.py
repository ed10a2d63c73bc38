"""Samples of a study beside other ways to solve them: ``python benchmarks/study_speed.py [--peers DIR]``.

The same random samples of the factors of a shipped study on the shipped district, in one run: carbonpath from numbers
moved in place; (a) the Pyomo model built anew and given to appsi_highs; (b) a loop of linopy models; (c) a persistent
appsi solver with parameters that change and every check off; (d) the time that carbonpath spends inside HiGHS. Told is
processor time, which other work on the machine disturbs least. The optima of all ways are compared. The peers leave
ties of cost as they come; carbonpath is told both with and without breaking them. The time inside HiGHS is told of the
smaller programme that carbonpath gives it, and of the whole one from the same start.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from environments import environment
from pyomo.common.gc_manager import PauseGC
from pyomo.contrib.appsi.solvers import Highs
from pyomo.core import ConcreteModel, Constraint, Objective, Param, RangeSet, Var
from scipy.sparse import csr_array

from carbonpath.model.build import build_model
from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.highs import HighsSession
from carbonpath.model.restart import Restarter
from carbonpath.model.solve import solve
from carbonpath.study.answer import Answer
from carbonpath.study.branch import Branch, Programme
from carbonpath.study.drawn import at_shares
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.prepare import Prepared
from carbonpath.study.task import Sample
from carbonpath.system.overlay import apply_changes
from carbonpath.workflow.project import load_project
from carbonpath.workflow.study import open_study

SCRIPT = Path(__file__).parent / "peers" / "linopy_samples.py"
SAME = 1e-6
"""Largest relative difference between optima."""
Values = Sequence[tuple[float, ...]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--project", type=Path, default=Path())
    parser.add_argument("--study", default="prices-morris")
    parser.add_argument("-n", "--samples", type=int, default=200, help="samples of carbonpath (default: 200)")
    parser.add_argument("--few", type=int, default=5, help="samples of the others (default: 5)")
    parser.add_argument("--peers", type=Path, default=None, help="folder in which environments of other tools are kept")
    given = parser.parse_args()
    prepared = open_study(load_project(given.project), given.study)
    values = random_values(prepared, given.samples)
    programme = prepared.programme
    branch = next(iter(programme.branches.values()))
    base = branch.mapped.point.compiled
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{given.study}: {len(base.rows)} rows, {len(base.columns)} columns, {base.matrix.nnz} non-zeros")
    left = replace(programme, options=replace(programme.options, tie_break=False))
    unique, inside = own(programme, values)
    single, inside_single = own(left, values)
    _, inside_whole = own(whole(left, branch), values)
    few = values[: given.few]
    optima = [solve(branch.point(row).compiled, left.options).objective for row in few]
    ways = {
        "carbonpath, ties broken": unique,
        "carbonpath, ties left": single,
        "HiGHS alone, ties broken (d)": inside,
        "HiGHS alone, ties left (d)": inside_single,
        "HiGHS alone, whole, ties left": inside_whole,
        "Pyomo + appsi_highs, anew (a)": checked(optima, anew(branch, few)),
        "persistent appsi_highs (c)": checked(optima, persistent(branch, few)),
        "one-factor sweep, ties broken": sweep(programme, branch, given.samples),
        "one-factor sweep, ties left": sweep(left, branch, given.samples),
    }
    with tempfile.TemporaryDirectory() as scratch:
        peer = environment("linopy", given.peers or Path(scratch))
        if peer.python is None:
            print(f"linopy: not measured ({peer.reason})")
        else:
            ways["linopy loop (b)"] = checked(optima, linopy(peer.python, branch, few, Path(scratch)))
    print(f"{'':<34}{'ms a sample':>12}{'to ties broken':>16}{'to ties left':>14}")
    for name, seconds in ways.items():
        print(f"{name:<34}{1e3 * seconds:>12.2f}{seconds / unique:>16.2f}{seconds / single:>14.2f}")


def whole(programme: Programme, branch: Branch) -> Programme:
    """Return a programme of one branch in which nothing is taken out before the solver gets it."""
    base = branch.mapped.point.compiled
    basis = Restarter(base, programme.options).find_basis(base)
    ((key, _),) = programme.branches.items()
    return replace(programme, branches={key: replace(branch, reduction=None, basis=basis)})


def random_values(prepared: Prepared, count: int) -> Values:
    """Return random values of the factors of a study."""
    factors = prepared.study.factors
    shares = np.random.default_rng(1).random((count, len(factors)))
    return [tuple(row) for row in at_shares(factors, shares, ends=False).tolist()]


def own(programme: Programme, values: Values) -> tuple[float, float]:
    """Return seconds a sample, all in all and inside HiGHS."""
    evaluator = Evaluator(programme)
    samples = [Sample(row, str(row), 0, found) for row, found in enumerate(values)]
    require_plans(list(evaluator.walk(samples[:1])))
    with inside_highs() as inside:
        begun = time.process_time()
        answers = [answer for sample in samples for answer in evaluator.walk([sample])]
        seconds = time.process_time() - begun
    require_plans(answers)
    return seconds / len(values), sum(inside) / len(values)


def require_plans(answers: Sequence[Answer]) -> None:
    """Stop unless every sample was solved in place and has a plan."""
    if any(answer.anew or answer.status != "optimal" for answer in answers):
        raise SystemExit("a sample has no plan, or was built anew: these times compare other things")


@contextmanager
def inside_highs() -> Iterator[list[float]]:
    """Note the processor time of every call of the solver."""
    noted: list[float] = []
    run = HighsSession.run

    def timed(session: HighsSession) -> Any:
        begun = time.process_time()
        try:
            return run(session)
        finally:
            noted.append(time.process_time() - begun)

    HighsSession.run = timed  # type: ignore[method-assign, assignment]
    try:
        yield noted
    finally:
        HighsSession.run = run  # type: ignore[method-assign]


def sweep(programme: Programme, branch: Branch, count: int) -> float:
    """Return seconds a sample of the factor of the study that is moved alone, in small steps."""
    rows = np.tile(np.array(branch.nominal), (count, 1))
    rows[:, 0] = np.linspace(0.9, 1.1, count) * rows[:, 0]
    samples = [Sample(row, str(row), 0, tuple(found)) for row, found in enumerate(rows.tolist())]
    evaluator = Evaluator(programme)
    require_plans(list(evaluator.walk(samples[:1])))
    begun = time.process_time()
    require_plans(list(evaluator.walk(samples)))
    return (time.process_time() - begun) / count


def checked(optima: Sequence[float], found: tuple[float, Sequence[float]]) -> float:
    """Return the seconds of a peer whose optima are ours; stop if they are not."""
    seconds, told = found
    if not np.allclose(optima, told, rtol=SAME, atol=0.0):
        raise SystemExit(f"other optima: {list(told)} instead of {list(optima)}")
    return seconds


def anew(branch: Branch, values: Values) -> tuple[float, list[float]]:
    """Build the Pyomo model of each sample and solve it."""
    optima, begun = [], time.process_time()
    for row in values:
        model = build_model(apply_changes(branch.system, branch.changes(row)))
        optima.append(float(Highs().solve(model).best_feasible_objective))
    return (time.process_time() - begun) / len(values), optima


def persistent(branch: Branch, values: Values) -> tuple[float, list[float]]:
    """Change the parameters of one Pyomo model inside a solver that keeps it."""
    base = branch.mapped.point.compiled
    moving = moving_numbers(branch, values)
    with PauseGC():
        model = model_with_parameters(base, moving)
    solver = Highs()
    solver.config.load_solution = False
    for name in ("constraints", "vars", "params", "named_expressions", "objective"):
        for check in (f"check_for_new_or_removed_{name}", f"check_for_new_{name}", f"update_{name}"):
            if check in solver.update_config and name != "params":
                setattr(solver.update_config, check, False)
    solver.update_config.check_for_new_or_removed_params = False
    solver.update_config.treat_fixed_vars_as_params = False
    solver.update_config.update_params = True
    solver.solve(model)
    optima, begun = [], time.process_time()
    for row in values:
        numbers = numbers_of(branch.point(row).compiled)
        for position in moving:
            model.p[position] = float(numbers[position])
        optima.append(float(solver.solve(model).best_feasible_objective))
    return (time.process_time() - begun) / len(values), optima


def numbers_of(compiled: CompiledModel) -> Floats:
    """Return costs, finite bounds of rows and coefficients in one array."""
    bounds = np.where(np.isfinite(compiled.row_upper), compiled.row_upper, compiled.row_lower)
    return np.concatenate([compiled.cost, bounds, compiled.matrix.data])


def moving_numbers(branch: Branch, values: Values) -> list[int]:
    """Return positions of the numbers that samples move."""
    base = numbers_of(branch.mapped.point.compiled)
    return sorted(set().union(*(np.flatnonzero(numbers_of(branch.point(v).compiled) != base).tolist() for v in values)))


def model_with_parameters(compiled: CompiledModel, moving: Sequence[int]) -> Any:
    """Return the programme as a Pyomo model in which the moving numbers are mutable parameters."""
    numbers = numbers_of(compiled)
    model: Any = ConcreteModel()
    columns, rows = len(compiled.columns), len(compiled.rows)
    model.p = Param(list(moving), initialize={k: float(numbers[k]) for k in moving}, mutable=True)
    moved = set(moving)

    def number(position: int) -> Any:
        return model.p[position] if position in moved else float(numbers[position])

    def ends(model: Any, column: int) -> tuple[float | None, float | None]:
        low, high = float(compiled.column_lower[column]), float(compiled.column_upper[column])
        return (low if np.isfinite(low) else None, high if np.isfinite(high) else None)

    model.x = Var(RangeSet(0, columns - 1), bounds=ends)
    places = csr_array(
        (np.arange(1, compiled.matrix.nnz + 1), compiled.matrix.indices, compiled.matrix.indptr),
        shape=(columns, rows),
    ).tocsc()

    def row_of(model: Any, row: int) -> Any:
        span = slice(places.indptr[row], places.indptr[row + 1])
        pairs = zip(places.data[span].tolist(), places.indices[span].tolist(), strict=True)
        body = sum(number(columns + rows + place - 1) * model.x[column] for place, column in pairs)
        bound = number(columns + row)
        if compiled.row_lower[row] == compiled.row_upper[row]:
            return body == bound
        return body <= bound if np.isfinite(compiled.row_upper[row]) else body >= bound

    model.rows = Constraint(RangeSet(0, rows - 1), rule=row_of)
    model.cost = Objective(expr=sum(number(k) * model.x[k] for k in range(columns)) + compiled.constant)
    return model


def linopy(python: Path, branch: Branch, values: Values, folder: Path) -> tuple[float, list[float]]:
    """Solve the samples in a loop of linopy models, in an environment of its own."""
    programmes = [branch.point(row).compiled for row in values]
    by_row = [csr_array(compiled.matrix) for compiled in programmes]
    file = folder / "samples.npz"
    np.savez(
        file,
        indptr=by_row[0].indptr,
        indices=by_row[0].indices,
        data=np.array([matrix.data for matrix in by_row]),
        cost=np.array([compiled.cost for compiled in programmes]),
        row_lower=np.array([compiled.row_lower for compiled in programmes]),
        row_upper=np.array([compiled.row_upper for compiled in programmes]),
        lower=programmes[0].column_lower,
        upper=programmes[0].column_upper,
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(python), str(SCRIPT), str(file)], capture_output=True, text=True, check=True, env=environment
    )
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return float(told["seconds"]), [float(one) + programmes[0].constant for one in told["optima"]]


if __name__ == "__main__":
    main()
