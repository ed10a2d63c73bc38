"""Finished runs as a solver would leave them, for tests of what comes after: the indicators of the chart gallery."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import read_table, write_table
from carbonpath.workflow.folders import whole_folder
from carbonpath.workflow.manifest import Manifest, Solve, write_manifest
from carbonpath.workflow.outputs import INDICATORS, write_summary
from carbonpath.workflow.runs import new_run_id
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
