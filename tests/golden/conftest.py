"""The shipped district, run once for all tests of the whole chain."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.schemas import INDICATOR, RESULT
from carbonpath.core.tables import read_csv, read_table
from carbonpath.workflow.batch import run_batch
from carbonpath.workflow.fitting import FittedDistrict, fit_district
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.plan import RunOptions, plan_runs
from carbonpath.workflow.project import Project, load_project
from carbonpath.workflow.runs import Run

REPOSITORY = Path(__file__).parents[2]
SCENARIOS = ("reference", "coal-cap", "clean-transport", "hydrogen-island", "combined")
NO_LEVER = "no-lever"


@dataclass(frozen=True)
class District:
    """Runs of the shipped scenarios, read back from what they exported."""

    project: Project
    base: FittedDistrict
    runs: dict[str, Run]

    def result(self, scenario: str, quantity: str) -> pd.DataFrame:
        """Return rows of `results.csv` of one quantity."""
        table = read_table(self.runs[scenario].folder / "results.csv", RESULT)
        return table[table["quantity"] == quantity]

    def indicator(self, scenario: str, name: str, boundary: str = "") -> pd.DataFrame:
        """Return rows of `indicators.csv` of one indicator."""
        table = read_table(self.runs[scenario].folder / "indicators.csv", INDICATOR)
        table = table[table["indicator"] == name]
        return table[table["boundary"] == boundary] if boundary else table

    def total(self, scenario: str, name: str, boundary: str = "") -> dict[int, float]:
        """Return an indicator of the whole district by year."""
        rows = self.indicator(scenario, name, boundary)
        rows = rows[(rows["firm"] == "") & (rows["sector"] == "") & (rows["item"] == "")]
        return dict(zip(rows["year"], rows["value"], strict=True))

    def parameter(self, scenario: str, name: str) -> pd.DataFrame:
        """Return a parameter that the run really used."""
        table = read_csv(self.runs[scenario].folder / "inputs" / "parameters" / f"{name}.csv")
        return table.assign(year=table["year"].astype(int), value=table["value"].astype(float))


@pytest.fixture(scope="session")
def district(tmp_path_factory: pytest.TempPathFactory) -> District:
    """Run the five scenarios, and one that extends the reference without a lever, in a copy of the project."""
    folder = tmp_path_factory.mktemp("district")
    for name in ("inventories", "scenarios"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "carbonpath.yaml", folder)
    title = "title: {zh: 无措施, en: No lever}\nextends: reference\n"
    (folder / "scenarios" / f"{NO_LEVER}.yaml").write_text(title, encoding="utf-8")
    project = load_project(folder)
    options = RunOptions()
    batch = run_batch(project, plan_runs(project, (*SCENARIOS, NO_LEVER), options), options)
    runs = {run.manifest.scenario: run for run in batch.runs()}
    return District(project, fit_district(project, Journal("", silent)), runs)
