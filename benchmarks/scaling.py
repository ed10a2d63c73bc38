"""Time and memory against size: ``python benchmarks/scaling.py [--times 1 3 10 30] [--plot FILE.png]``.

The shipped district under its reference scenario, once and as several districts side by side (as regions), each size
in a process of its own: processor seconds to read parameters, check them and build sets (build), to compile, to hand
over to the solver (load), and the memory of the process at its peak. Told is the least of some runs; of the seconds
the exponent with which they grow (1 is linear), of the memory the line that fits it.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from carbonpath.core.vocabulary import quantity
from carbonpath.model.data import read_model_data
from carbonpath.model.highs import HighsSession, SolverOptions
from carbonpath.model.rows import compile_data
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System, as_parameter
from carbonpath.workflow.fitting import fit_district
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.project import load_project
from carbonpath.workflow.scenarios import NO_SETTINGS

REPOSITORY = Path(__file__).parents[1]
STAGES = ("build", "compile", "load")
MEGABYTE = 1024.0


def main() -> None:
    """Measure, print and plot; or measure one size for the parent process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 3, 10, 30], help="sizes (default: 1 3 10 30)")
    parser.add_argument("-n", "--runs", type=int, default=3, help="how often each is timed (default: 3)")
    parser.add_argument("--plot", type=Path, default=None, help="picture to write")
    parser.add_argument("--one", type=Path, default=None, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure(arguments.one, arguments.times[0], arguments.runs)))
        return
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "district.pickle"
        path.write_bytes(pickle.dumps(district()))
        found = pd.DataFrame([child(path, times, arguments.runs) for times in sorted(arguments.times)])
    print(found.to_string(index=False, float_format="%.3f"))
    for name in STAGES:
        print(f"{name}: grows with size to the power of {exponent(found, name):.2f}")
    print(memory_line(found))
    if arguments.plot:
        plot(found, arguments.plot)
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")


def district() -> System:
    """Return the shipped district under its reference scenario."""
    project = load_project(REPOSITORY)
    base = fit_district(project, Journal("benchmark", silent))
    scenario = load_scenario("reference", project.scenario_folder)
    system = base.system(scenario_specification(project, scenario, NO_SETTINGS))
    return apply_changes(system, scenario_changes(scenario, system))


def side_by_side(system: System, times: int) -> System:
    """Return as many districts as asked, each a region."""
    (region,) = system.regions
    names = [f"{region}{number:02d}" for number in range(1, times + 1)]
    tables = {}
    for name, table in system.parameters.items():
        if "region" in quantity(name).indices:
            tables[name] = as_parameter(name, pd.concat([table.assign(region=each) for each in names]))
    return replace(system, regions=tuple(names), parameters={**system.parameters, **tables})


def child(path: Path, times: int, runs: int) -> dict[str, float]:
    """Return what a process of its own measures of one size."""
    command = [sys.executable, __file__, "--one", str(path), "--times", str(times), "-n", str(runs)]
    told: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return told


def measure(path: Path, times: int, runs: int) -> dict[str, float]:
    """Return the size, the seconds of each stage and the memory that they need."""
    system = side_by_side(pickle.loads(path.read_bytes()), times)
    fastest = [float("inf")] * len(STAGES)
    for _ in range(runs):
        clock = [time.process_time()]
        data = read_model_data(system)
        clock.append(time.process_time())
        compiled = compile_data(data)
        clock.append(time.process_time())
        session = HighsSession(compiled, SolverOptions())
        clock.append(time.process_time())
        del session
        fastest = [min(pair) for pair in zip(fastest, np.diff(clock).tolist(), strict=True)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = {"times": times, "rows": len(compiled.rows), "columns": len(compiled.columns)}
    return {
        **size,
        "nonzeros": int(compiled.matrix.nnz),
        **dict(zip(STAGES, fastest, strict=True)),
        "megabytes": peak / MEGABYTE,
    }


def exponent(found: pd.DataFrame, name: str) -> float:
    """Return the slope of `name` against the number of coefficients, both as logarithms."""
    there = found[found[name] > 0.0]
    return float(np.polyfit(np.log(there["nonzeros"]), np.log(there[name]), 1)[0])


def memory_line(found: pd.DataFrame) -> str:
    """Return the memory of a process as a line over the number of coefficients, told in words."""
    slope, base = np.polyfit(found["nonzeros"], found["megabytes"], 1)
    return f"memory: {base:.0f} MB and {slope * 1e6:.0f} MB for each million coefficients"


def plot(found: pd.DataFrame, path: Path) -> None:
    """Draw seconds and memory against the number of coefficients."""
    figure = Figure(figsize=(8.0, 3.4), layout="constrained")
    seconds, memory = figure.subplots(1, 2)
    for name in STAGES:
        power = exponent(found, name)
        seconds.loglog(found["nonzeros"], found[name], marker="o", label=f"{name}, to the power of {power:.2f}")
    seconds.set(xlabel="coefficients", ylabel="processor seconds")
    seconds.legend(fontsize="small")
    memory.plot(found["nonzeros"] / 1e6, found["megabytes"], marker="o", color="black", label=memory_line(found))
    memory.set(xlabel="million coefficients", ylabel="peak memory of the process, MB", ylim=(0.0, None))
    memory.legend(fontsize="x-small")
    figure.savefig(path, dpi=150)


if __name__ == "__main__":
    main()
