"""Time from tables to a loaded solver: ``python benchmarks/build_and_compile.py [--firms 2 25 200] [--peers DIR]``.

The same programme, by the same tables, three ways, one after the other in one run: carbonpath (reading parameters,
checking them, building sets, compiling, loading), linopy in an environment of its own (its fastest way that we know:
dense arrays and rolling sums), and the floor, which is scipy and highspy given the finished triplets. Told are
processor seconds, which other work on the machine disturbs least: the least of some runs, and its ratio to the floor.
For small sizes the optima are compared.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

from environments import Environment, environment
from floor import floor
from many_firms import many_firms

from carbonpath.model.compiled import CompiledModel
from carbonpath.model.data import read_model_data
from carbonpath.model.highs import HighsSession, SolverOptions
from carbonpath.model.rows import compile_data
from carbonpath.model.solve import solve
from carbonpath.system.system import System

SCRIPT = Path(__file__).parent / "peers" / "linopy_district.py"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--firms", type=int, nargs="+", default=[2, 25, 200], help="sizes (default: 2 25 200)")
    parser.add_argument("-n", "--runs", type=int, default=3, help="how often each is timed (default: 3)")
    parser.add_argument("--peers", type=Path, default=None, help="folder in which environments of other tools are kept")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        peer = environment("linopy", arguments.peers or Path(scratch))
        print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; linopy: {told(peer)}")
        print(
            f"{'firms':>6}{'rows':>9}{'columns':>9}{'nonzeros':>10}{'floor s':>9}{'carbonpath':>12}{'':>6}{'linopy':>9}"
        )
        for firms in sorted(arguments.firms):
            compare(many_firms(firms), firms, peer, arguments.runs, Path(scratch) / str(firms))
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")


def told(peer: Environment) -> str:
    """Return whether the peer is there."""
    return "installed" if peer.python else f"not measured ({peer.reason})"


def compare(system: System, firms: int, peer: Environment, runs: int, folder: Path) -> None:
    """Measure one size and print a line."""
    own, compiled = min((timed(system) for _ in range(runs)), key=lambda one: one[0])
    least = min(floor(compiled).load for _ in range(runs))
    line = f"{firms:>6}{len(compiled.rows):>9}{len(compiled.columns):>9}{compiled.matrix.nnz:>10}{least:>9.3f}"
    line += f"{own:>10.3f} s{own / least:>5.1f}x"
    if peer.python:
        small = compiled.matrix.nnz < 100_000
        other = linopy(system, peer.python, runs, folder, solved=small)
        line += f"{other['seconds']:>7.3f} s{other['seconds'] / least:>5.1f}x"
        assert other["nonzeros"] == compiled.matrix.nnz, "not the same programme"
        if small:
            optimum = solve(compiled).objective
            assert abs(optimum - other["objective"]) <= 1e-8 * abs(optimum), "not the same optimum"
            line += f"   optimum {optimum:.8g}"
    print(line, flush=True)


def timed(system: System) -> tuple[float, CompiledModel]:
    """Return the seconds from tables to a loaded solver, and the programme."""
    begun = time.process_time()
    compiled = compile_data(read_model_data(system))
    HighsSession(compiled, SolverOptions())
    return time.process_time() - begun, compiled


def linopy(system: System, python: Path, runs: int, folder: Path, *, solved: bool) -> dict[str, float]:
    """Return what the peer measures of the same tables."""
    folder.mkdir(parents=True)
    for name, table in system.parameters.items():
        table.to_csv(folder / f"{name}.csv", index=False)
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(python), "-W", "ignore", str(SCRIPT), str(folder), str(runs), str(int(solved))]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environ)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


if __name__ == "__main__":
    main()
