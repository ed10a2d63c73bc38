"""Finished runs as a solver would leave them, for tests of what comes after: the indicators of the chart gallery."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd

from carbonpath.core.schemas import ACTIVITY, EMISSIONS, INDICATOR
from carbonpath.core.tables import as_table, empty_table, read_table, write_table
from carbonpath.model.run import solve_system
from carbonpath.system.system import System
from carbonpath.workflow.folders import whole_folder
from carbonpath.workflow.manifest import Manifest, Solve, write_manifest
from carbonpath.workflow.outputs import INDICATORS, Tables, write_outputs, write_summary
from carbonpath.workflow.runs import Run, new_run_id
from carbonpath.workflow.summary import summarise_indicators

GALLERY = Path(__file__).parents[1] / "docs" / "gallery" / "indicators.csv"
SOLVE = Solve(status="optimal", objective=1.5, gap=0.0, max_residual=0.0, rows=1, columns=1, nonzeros=1)


def manifest(name: str, scenario: str, fingerprint: str, moment: datetime) -> Manifest:
    """Return the manifest of a run that used nothing."""
    return Manifest(
        run=name,
        scenario=scenario,
        title={"zh": f"情景 {scenario}", "en": f"Scenario {scenario}"},
        district="qingshan",
        illustrative=True,
        created=moment.isoformat(),
        versions={},
        code_sha256="",
        python="",
        inputs={},
        options={},
        seed=0,
        fingerprint=fingerprint,
        solver=SOLVE,
        seconds={"build": 0.1, "compile": 0.1, "solve": 0.1, "total": 0.3},
        closure=0.0,
        warnings=[],
        outputs={},
    )


def store_run(runs_folder: Path, scenario: str, minute: int) -> str:
    """Store a run of one scenario of the gallery, made so many minutes after another, and return its id."""
    moment = datetime(2026, 11, 23, 10, 0, tzinfo=UTC) + timedelta(minutes=minute)
    fingerprint = f"{minute:08x}{scenario}"
    name = new_run_id(runs_folder, scenario, fingerprint, moment)
    indicators = read_table(GALLERY, INDICATOR)
    own = indicators[indicators["scenario"] == scenario]
    with whole_folder(runs_folder / name) as folder:
        write_table(own, folder / INDICATORS)
        write_summary(summarise_indicators(own, "scope1+import"), folder)
        write_manifest(manifest(name, scenario, fingerprint, moment), folder)
    return name


def store_solved(runs_folder: Path, system: System, scenario: str = "small", **options: object) -> Run:
    """Solve a small system and store it as a run, with emissions of its one sector and firm as indicators."""
    moment = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    outcome = solve_system(system, scenario=scenario)
    described = manifest(f"20261123T120000_{scenario}", scenario, f"{scenario}0", moment)
    tables = Tables(
        activity=empty_table(ACTIVITY),
        emissions=empty_table(EMISSIONS),
        changes=(),
        system=system,
        result=outcome.result,
        duals=outcome.duals,
        indicators=_emissions(outcome.result, scenario),
        summary={},
    )
    with whole_folder(runs_folder / described.run) as folder:
        outputs = write_outputs(tables, folder)
        solver = SOLVE.model_copy(update={"objective": outcome.objective, "status": outcome.status})
        whole = described.model_copy(update={"outputs": outputs, "solver": solver, "options": options})
        write_manifest(whole, folder)
    return Run(runs_folder / described.run, whole)


def _emissions(result: pd.DataFrame, scenario: str) -> pd.DataFrame:
    rows = result[result["quantity"] == "boundary_emissions"]
    common = {"scenario": scenario, "indicator": "emissions", "region": "district", "unit": "Mt"}
    return as_table(
        [
            {**common, kind: name, "year": year, "value": value, "boundary": boundary}
            for kind, name in (("sector", "steel"), ("firm", "F01"))
            for boundary, year, value in zip(rows["emission"], rows["year"], rows["value"], strict=True)
        ],
        INDICATOR,
    )
