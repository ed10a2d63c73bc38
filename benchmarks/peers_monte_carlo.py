"""Samples beside the own ways of Temoa and Calliope: ``python benchmarks/peers_monte_carlo.py [--peers DIR]``.

In one run, in processor time of all processes together: the Monte Carlo mode of Temoa on the model of its tutorial,
four parameters drawn anew in every sample; Calliope's national example, one parameter updated in place; and carbonpath
on a district made up to have at least as many rows and non-zeros as each, four parameters drawn in every sample. For
Temoa and carbonpath a long and a short study are run as a user does, results written, and the difference is told, so
that neither pays for its start. Temoa's programme and Calliope's are counted in the LP files that they write.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import highspy
import pandas as pd
from environments import Environment, environment
from many_firms import many_firms

from carbonpath.core.tables import empty_table
from carbonpath.indicators.tables import GDP
from carbonpath.study.engine import installed_engine
from carbonpath.study.load import load_study
from carbonpath.study.prepare import Prepared, prepare_study
from carbonpath.study.study import Study
from carbonpath.system.system import System
from carbonpath.workflow.study import StudyOptions, run_prepared

CALLIOPE = Path(__file__).parent / "peers" / "calliope_update.py"
YEARS = tuple(range(2020, 2031))
SHORT = 5
"""Samples of the short study of Temoa."""
SPREAD = 0.1
"""Each parameter is drawn from 1 less to 1 plus this."""
TWEAKS = (("demand", 3), ("cost_invest", 3), ("cost_variable", 4), ("cost_fixed", 4))
"""Parameters of Temoa that are drawn, and their numbers of indices."""
FACTORS = ("demand", "capital_cost", "variable_cost", "fixed_cost")
"""Parameters of carbonpath that are drawn."""


@dataclass(frozen=True)
class Size:
    """How large a programme is."""

    rows: int
    """Rows."""
    nonzeros: int
    """Coefficients that are not zero."""


class OneSystem:
    """A source of one system."""

    def __init__(self, system: System) -> None:
        self._system = system

    def system(self, scenario: str, demand: str | None, prices: str | None) -> System:
        """Return the system."""
        del scenario, demand, prices
        return self._system

    def gdp(self, demand: str | None) -> pd.DataFrame:
        """Return no path of GDP."""
        del demand
        return empty_table(GDP)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--samples", type=int, default=20, help="samples of each peer (default: 20)")
    parser.add_argument("--own", type=int, default=500, help="samples of carbonpath (default: 500)")
    parser.add_argument("--peers", type=Path, default=None, help="folder in which environments of other tools are kept")
    given = parser.parse_args()
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        for tool, measure in (("temoa", temoa), ("calliope-0.7", calliope)):
            peer = environment(tool, given.peers or scratch)
            if peer.python is None:
                print(f"{tool}: not measured ({peer.reason})")
                continue
            size, seconds, note = measure(peer, given.samples, scratch)
            print(f"{tool}: {size.rows} rows, {size.nonzeros} non-zeros, {1e3 * seconds:.1f} ms a sample{note}")
            tell_own(size, seconds, given.own, scratch)


def tell_own(size: Size, seconds: float, samples: int, scratch: Path) -> None:
    """Measure carbonpath at the size of a peer, with plans made unique and without, and print."""
    source, own = district(size, scratch)
    for ties in ("break", "leave"):
        used = []
        for count in (samples, samples // 10):
            prepared = prepare_study(study_of(count, ties, scratch), source, installed_engine())
            begun = everything()
            solve_here(prepared, scratch / f"{own.rows}-{ties}-{count}")
            used.append(everything() - begun)
        taken = (used[0] - used[1]) / (samples - samples // 10)
        print(
            f"  carbonpath, ties {ties}: {own.rows} rows, {own.nonzeros} non-zeros, {1e3 * taken:.2f} ms a sample, "
            f"{seconds / taken:.0f} times as fast"
        )


def everything() -> float:
    """Return the processor time of this process and of those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def district(size: Size, scratch: Path) -> tuple[OneSystem, Size]:
    """Return the smallest district whose programme is as large as a peer's, and its size."""
    study, firms = study_of(10, "leave", scratch), 1
    while True:
        source = OneSystem(loosened(many_firms(firms, YEARS)))
        programme = prepare_study(study, source, installed_engine()).programme
        compiled = next(iter(programme.branches.values())).mapped.point.compiled
        found = Size(len(compiled.rows), int(compiled.matrix.nnz))
        short = max(size.rows / found.rows, size.nonzeros / found.nonzeros)
        if short <= 1.0:
            return source, found
        firms = max(firms + 1, int(firms * 0.95 * short))


def loosened(system: System) -> System:
    """Return a system whose limits leave room for more demand, so that every sample has a plan."""
    tables = dict(system.parameters)
    for name in ("annual_emission_limit", "max_group_activity"):
        tables[name] = tables[name].assign(value=tables[name]["value"] * (1.0 + 2.0 * SPREAD))
    return replace(system, parameters=tables)


def study_of(samples: int, ties: str, scratch: Path) -> Study:
    """Return a study that draws every parameter of `FACTORS`."""
    drawn = {"kind": "uniform", "low": 1.0 - SPREAD, "high": 1.0 + SPREAD}
    content = {
        "title": {"zh": "样本", "en": "Samples"},
        "scenario": "base",
        "seed": 1,
        "ties": ties,
        "factors": {name: {"distribution": drawn, "changes": [{"parameter": name}]} for name in FACTORS},
        "outcomes": {"cost": {"indicator": "total_cost"}, "emissions": {"indicator": "emissions", "year": "all"}},
        "design": {"method": "latin_hypercube", "samples": samples},
    }
    path = scratch / "samples.yaml"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return load_study(path)


def solve_here(study: Prepared, folder: Path) -> None:
    """Solve a study with one process; stop unless every sample has a plan."""
    done = run_prepared(study, folder, StudyOptions(jobs=1))
    if done.progress.infeasible or done.problems:
        raise SystemExit(f"{done.progress.infeasible} samples have no plan: these times compare other things")


def temoa(peer: Environment, samples: int, scratch: Path) -> tuple[Size, float, str]:
    """Return the size of the model of Temoa's tutorial and the seconds of a sample of its Monte Carlo mode."""
    folder = scratch / "temoa"
    folder.mkdir()
    command = str(Path(str(peer.python)).with_name("temoa"))
    run([command, "tutorial"], folder)
    written = (folder / "tutorial_config.toml").read_text(encoding="utf-8")
    for name in ("save_excel", "plot_commodity_network"):
        written = written.replace(f"{name} = true", f"{name} = false")
    (folder / "one.toml").write_text(written.replace("save_lp_file = false", "save_lp_file = true"), encoding="utf-8")
    run([command, "run", "one.toml", "--silent"], folder)
    size = size_of(next(folder.glob("output_files/*/*.lp")))
    many = written.replace('scenario_mode = "perfect_foresight"', 'scenario_mode = "monte_carlo"')
    many = many.replace("'mc_settings.csv'", "'samples.csv'\nsolver_options = 'solver.toml'")
    (folder / "many.toml").write_text(many, encoding="utf-8")
    (folder / "solver.toml").write_text("num_workers = 1\n[appsi_highs]\nthreads = 1\n", encoding="utf-8")
    used = []
    for count in (SHORT + samples, SHORT):
        (folder / "samples.csv").write_text(tweaks(count), encoding="utf-8")
        begun = everything()
        run([command, "run", "many.toml", "--silent"], folder)
        used.append(everything() - begun)
        solved(folder / "tutorial_database.sqlite", count)
    return size, (used[0] - used[1]) / samples, ""


def tweaks(count: int) -> str:
    """Return the file of samples of Temoa."""
    draw = random.Random(1)
    lines = ["run,param,index,mod,value,notes"]
    for number in range(1, count + 1):
        for name, indices in TWEAKS:
            index = "|".join(["utopia", *["*"] * (indices - 1)])
            lines.append(f"{number},{name},{index},r,{draw.uniform(-SPREAD, SPREAD):.6f},")
    return "\n".join(lines) + "\n"


def solved(database: Path, count: int) -> None:
    """Stop unless Temoa has kept that many different optima."""
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT COUNT(DISTINCT total_system_cost) FROM output_objective WHERE scenario LIKE '%-%'"
        found = connection.execute(query).fetchone()[0]
    if found < count:
        raise SystemExit(f"Temoa kept {found} optima of {count} samples")


def run(command: Sequence[str], folder: Path) -> None:
    """Run a command of a peer."""
    subprocess.run(command, capture_output=True, check=True, cwd=folder, env=clean())


def calliope(peer: Environment, samples: int, scratch: Path) -> tuple[Size, float, str]:
    """Return the size of Calliope's national example and the seconds of a sample that is updated in place."""
    file = scratch / "calliope.lp"
    done = subprocess.run(
        [str(peer.python), str(CALLIOPE), str(samples), str(file)],
        capture_output=True,
        text=True,
        check=True,
        env=clean(),
    )
    told = json.loads(done.stdout.strip().splitlines()[-1])
    if told["different"] < samples:
        raise SystemExit("Calliope's samples do not differ: the update had no effect")
    note = f" ({1e3 * told['without_solver']:.1f} without its solver, GLPK; {told['version']})"
    return size_of(file), float(told["seconds"]), note


def size_of(file: Path) -> Size:
    """Return the size of the programme in an LP file."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.readModel(str(file))
    return Size(highs.getNumRow(), highs.getNumNz())


def clean() -> dict[str, str]:
    """Return the environment without what leads to other packages."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


if __name__ == "__main__":
    main()
