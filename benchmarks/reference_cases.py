"""Time reference cases from file to answer: ``python benchmarks/reference_cases.py [--mathprog FILE] [--lao]``.

Whole processes with their start-up, one after the other in one run: carbonpath; GLPK with the MathProg model given by
``--mathprog`` (the short formulation of OSeMOSYS, src/osemosys_fast.txt of its public repository), if glpsol is there;
tz-osemosys on the tables of UTOPIA, if it can be installed (it takes no storage without parameters of its own, so the
storage, which the optimum does not use, is left out; the optimum is compared); temoa on the UTOPIA of its own tutorial,
if there is a Python 3.12; and, of the other Python tools, which cannot read these cases, the import alone, which is
less than any use. Then the part within the process (build, compile, solve with its verification) against the floor:
the solver given the finished triplets, in processor seconds. Medians.
``--lao`` adds the national case of Lao PDR, with its peak memory.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from environments import MODULES, environment
from floor import floor

from carbonpath.model.data import read_model_data
from carbonpath.model.highs import SolverOptions
from carbonpath.model.rows import compile_data
from carbonpath.model.solve import solve
from carbonpath.system.readers.osemosys import read_osemosys

CASES = Path(__file__).parents[1] / "tests" / "cases"
FILES = {"UTOPIA": CASES / "utopia" / "utopia.txt", "SIMPLICITY": CASES / "simplicity" / "simplicity.txt"}
TABLES = CASES / "utopia" / "csv"
LAO = CASES / "lao_pdr" / "Baseline.txt.xz"
MEGABYTE = 1024.0
SAME = 1e-8


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=5, help="how often each is timed (default: 5)")
    parser.add_argument("--mathprog", type=Path, default=None, help="MathProg model for GLPK")
    parser.add_argument("--peers", type=Path, default=None, help="folder in which environments of other tools are kept")
    parser.add_argument("--lao", action="store_true", help="the case of Lao PDR too")
    arguments = parser.parse_args()
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        for name, path in FILES.items():
            whole_process(name, path, arguments, Path(scratch))
        tz_osemosys(arguments, Path(scratch))
        temoa(arguments, Path(scratch))
        imports(arguments, Path(scratch))
        for name, path in FILES.items():
            within_process(name, path, arguments.runs)
        if arguments.lao:
            lao(Path(scratch))
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")


def whole_process(name: str, path: Path, arguments: argparse.Namespace, scratch: Path) -> None:
    """Compare commands from start to end."""
    own = median(arguments.runs, lambda: run([sys.executable, "-m", "carbonpath", "solve", str(path), "--json"]))
    print(f"{name}: carbonpath solve {own:.2f} s")
    solver = shutil.which("glpsol")
    if solver is None or arguments.mathprog is None:
        print(f"{name}: GLPK not measured ({'no glpsol' if solver is None else 'no --mathprog'})")
        return
    (scratch / "results").mkdir(exist_ok=True)
    command = [solver, "-m", str(arguments.mathprog.resolve()), "-d", str(path)]
    other = median(min(arguments.runs, 3), lambda: run(command, scratch))
    print(f"{name}: MathProg and GLPK {other:.2f} s, {other / own:.1f} times as long")


def tz_osemosys(arguments: argparse.Namespace, scratch: Path) -> None:
    """Compare with the Python tool that reads the tables of UTOPIA."""
    peer = environment("tz-osemosys", arguments.peers or scratch)
    if peer.python is None:
        print(f"UTOPIA: tz-osemosys not measured ({peer.reason})")
        return
    tables = scratch / "utopia"
    shutil.copytree(TABLES, tables)
    for path in tables.glob("*torage*.csv"):
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    (tables / "STORAGE.csv").write_text("VALUE\n", encoding="utf-8")
    code = (
        "from tz.osemosys import Model; "
        f"model = Model.from_otoole_csv(root_dir={str(tables)!r}); model.solve(solver='highs'); print(model.objective)"
    )
    answers: list[str] = []
    seconds = median(min(arguments.runs, 3), lambda: answers.append(run([str(peer.python), "-c", code])))
    own = json.loads(run([sys.executable, "-m", "carbonpath", "solve", str(FILES["UTOPIA"]), "--json"]))["objective"]
    assert abs(float(answers[0].split()[-1]) / own - 1.0) < SAME, "not the same optimum"
    taken = median(arguments.runs, lambda: run([sys.executable, "-m", "carbonpath", "solve", str(TABLES), "--json"]))
    print(f"UTOPIA, tables: carbonpath {taken:.2f} s, tz-osemosys {seconds:.2f} s, {seconds / taken:.1f} times as long")


def temoa(arguments: argparse.Namespace, scratch: Path) -> None:
    """Compare with Temoa, which solves the UTOPIA of its own tutorial, a smaller programme."""
    peer = environment("temoa", arguments.peers or scratch)
    if peer.python is None:
        print(f"UTOPIA: temoa not measured ({peer.reason})")
        return
    folder = scratch / "temoa"
    folder.mkdir()
    command = str(peer.python.with_name("temoa"))
    run([command, "tutorial"], folder)
    asked = [command, "run", "tutorial_config.toml", "--silent"]
    seconds = median(min(arguments.runs, 3), lambda: run(asked, folder))
    own = [sys.executable, "-m", "carbonpath", "solve", str(FILES["UTOPIA"]), "--json"]
    taken = median(arguments.runs, lambda: run(own))
    print(
        f"UTOPIA: carbonpath {taken:.2f} s, temoa on its own data {seconds:.2f} s, {seconds / taken:.1f} times as long"
    )


def imports(arguments: argparse.Namespace, scratch: Path) -> None:
    """Measure how long each Python tool needs before it has read anything."""
    for name, module in MODULES.items():
        peer = environment(name, arguments.peers or scratch)
        if peer.python is None:
            print(f"{name}: not measured ({peer.reason})")
            continue
        seconds = median(arguments.runs, lambda: run([str(peer.python), "-c", f"import {module}"]))  # noqa: B023
        print(f"{name}: its import alone {seconds:.2f} s")
    own = median(arguments.runs, lambda: run([sys.executable, "-c", "import carbonpath.workflow.solve_case"]))
    print(f"carbonpath: its import alone {own:.2f} s")


def within_process(name: str, path: Path, runs: int) -> None:
    """Compare building, compiling and solving with the floor."""
    system = read_osemosys(path)
    own, least = [], []
    for _ in range(runs):
        begun = time.process_time()
        compiled = compile_data(read_model_data(system))
        solution = solve(compiled, SolverOptions(tie_break=False))
        own.append(time.process_time() - begun)
        bare = floor(compiled, solve=True)
        least.append(bare.load + bare.solve)
        assert abs(bare.objective - solution.objective) <= SAME * abs(solution.objective), "not the same optimum"
    took, bottom = statistics.median(own), statistics.median(least)
    print(f"{name}: build, compile and verified solve {took:.3f} s, floor {bottom:.3f} s: {took / bottom:.1f}x")


def lao(scratch: Path) -> None:
    """Measure the national case: seconds and peak memory from file to verified answer."""
    path = scratch / "Baseline.txt"
    path.write_bytes(lzma.decompress(LAO.read_bytes()))
    code = (
        "import json, resource; from pathlib import Path; from carbonpath.workflow.solve_case import solve_case; "
        f"solved = solve_case(Path({str(path)!r})); "
        "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; "
        "print(json.dumps({**solved.entry(), 'peak': peak}))"
    )
    begun = time.perf_counter()
    told = json.loads(run([sys.executable, "-c", code]))
    seconds = time.perf_counter() - begun
    print(f"LAO Baseline: {seconds:.1f} s, {told['peak'] / MEGABYTE:.0f} MB, objective {told['objective']:.8f}")


def run(command: Sequence[str], folder: Path | None = None) -> str:
    """Run a command and return what it says."""
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder).stdout


def median(runs: int, action: Callable[[], object]) -> float:
    """Return the median seconds of an action."""
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


if __name__ == "__main__":
    main()
