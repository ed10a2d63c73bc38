"""What runs do to air pollutants and to CO2 against a reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import pandas as pd

from carbonpath.core.errors import UsageError
from carbonpath.core.labels import label
from carbonpath.core.messages import LANGUAGES, Language
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import read_table
from carbonpath.indicators.co_control import Amounts, CoControl, compare_amounts
from carbonpath.indicators.pollutants import POLLUTANTS
from carbonpath.reference.pollution import load_pollution_equivalents
from carbonpath.system.system import GROUPS, TECHNOLOGIES
from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.outputs import RESULTS
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, find_run

By = Literal["all", "sector", "technology"]

BOUNDARY = "scope1"
"""Boundary of CO2: air pollutants, too, are those released in the district."""
NEGLIGIBLE = 1e-9
"""Change of CO2 (Mt) and pollutants (kt) that is the solver's noise."""


@dataclass(frozen=True, slots=True)
class CoBenefit:
    """What one run does against the reference, in all, or by sector or technology."""

    scenario: str
    """Scenario of the run."""
    subject: str
    """Sector or technology; blank: all."""
    effect: CoControl
    """What changes."""


@dataclass(frozen=True, slots=True)
class CoBenefits:
    """What runs do against one reference in one year."""

    reference: str
    """Scenario of the reference."""
    year: int
    """Year compared."""
    entries: tuple[CoBenefit, ...]
    """By run, and by sector or technology; largest change of CO2 first."""
    pollutants: tuple[str, ...] = POLLUTANTS
    """Pollutants told."""
    names: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)
    """Names of technologies by language, where they are told."""

    def name(self, subject: str, language: Language) -> str:
        """Return what a reader calls a sector, or a technology with its owner."""
        known = self.names.get(language, {}).get(subject, "")
        firm = subject.partition(".")[0]
        return f"{firm} {known}" if known else label("sector", subject, language)

    def as_json(self) -> dict[str, Any]:
        """Return it as ``cobenefit --json`` tells it."""
        entries = [
            {"scenario": entry.scenario, "subject": entry.subject, **asdict(entry.effect)} for entry in self.entries
        ]
        return {"reference": self.reference, "year": self.year, "boundary": BOUNDARY, "effects": entries}


def cobenefits(
    project: Project, references: Sequence[str], *, against: str | None, year: int | None, by: By
) -> CoBenefits:
    """Return what runs do to CO2 and air pollutants.

    Parameters
    ----------
    project
        Project with its runs.
    references
        Runs.
    against
        Run that they are compared with; None: the first scenario of the project's list.
    year
        Year; None: the last of the reference.
    by
        Whether the district is told as a whole, by sector or by technology.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if a run is not found, CP-732 if a run has no such year or was made without air pollutants.
    """
    runs = [find_run(project.runs_folder, name) for name in (against or project.file.run_all[0], *references)]
    base, *others = runs
    last = max(int(name) for name in run_indicators([base])["year"].unique()) if year is None else year
    before = _amounts(base, last, by)
    entries = [entry for run in others for entry in _entries(run, before, last, by)]
    names = _technology_names(runs) if by == "technology" else {}
    return CoBenefits(base.manifest.scenario, last, tuple(entries), names=names)


def _technology_names(runs: Sequence[Run]) -> Mapping[Language, Mapping[str, str]]:
    """Return the names that the systems of runs give their technologies."""
    paths = [run.folder / "inputs" / "technologies.csv" for run in runs]
    tables = [read_table(path, TECHNOLOGIES) for path in paths if path.is_file()]
    return {
        language: {
            str(technology): str(name)
            for table in tables
            for technology, name in zip(table["technology"], table[language], strict=True)
        }
        for language in LANGUAGES
    }


def _entries(run: Run, before: dict[str, Amounts], year: int, by: By) -> Iterator[CoBenefit]:
    equivalents = load_pollution_equivalents()
    after = _amounts(run, year, by)
    nothing = Amounts(0.0, dict.fromkeys(POLLUTANTS, 0.0))
    effects = {
        subject: compare_amounts(before.get(subject, nothing), after.get(subject, nothing), equivalents)
        for subject in sorted({*before, *after})
    }
    for subject, effect in sorted(effects.items(), key=lambda entry: -abs(entry[1].co2)):
        if by == "all" or max(abs(effect.co2), *(abs(cut) for cut in effect.pollutants.values())) > NEGLIGIBLE:
            yield CoBenefit(run.manifest.scenario, subject, effect)


def _amounts(run: Run, year: int, by: By) -> dict[str, Amounts]:
    """Return CO2 and pollutants of a year by subject."""
    co2, pollutants = _of_technologies(run, year) if by == "technology" else _of_indicators(run, year, by)
    if pollutants.empty:
        raise UsageError(Problem("CP-732", value=run.manifest.run, details={"year": str(year)}))
    subjects = sorted({*co2.index, *pollutants.index})
    table = pollutants.reindex(index=subjects, columns=list(POLLUTANTS)).fillna(0.0)
    released = co2.reindex(subjects).fillna(0.0)
    return {
        str(subject): Amounts(float(released[subject]), dict(zip(POLLUTANTS, row, strict=True)))
        for subject, row in zip(subjects, table.to_numpy(dtype=float).tolist(), strict=True)
    }


def _of_indicators(run: Run, year: int, by: By) -> tuple[pd.Series, pd.DataFrame]:
    rows = run_indicators([run])
    rows = rows.loc[(rows["year"] == year) & (rows["firm"] == "") & ((rows["sector"] != "") == (by == "sector"))]
    emissions = rows.loc[(rows["indicator"] == "emissions") & (rows["boundary"] == BOUNDARY)]
    released = rows.loc[rows["indicator"] == "pollutants"]
    return emissions.set_index("sector")["value"], released.pivot_table(index="sector", columns="item", values="value")


def _of_technologies(run: Run, year: int) -> tuple[pd.Series, pd.DataFrame]:
    result = read_table(run.folder / RESULTS, RESULT)
    result = result.loc[result["year"] == year]
    emissions = result.loc[(result["quantity"] == "technology_emissions") & (result["emission"] == "co2")]
    activity = result.loc[result["quantity"] == "annual_activity", ["technology", "value"]]
    groups = read_table(run.folder / "inputs" / "groups.csv", GROUPS)
    weights = groups.loc[groups["group"].isin(POLLUTANTS)]
    released = weights.merge(activity, on="technology").assign(kt=lambda rows: rows["weight"] * rows["value"])
    return (
        emissions.groupby("technology")["value"].sum(),
        released.pivot_table(index="technology", columns="group", values="kt", aggfunc="sum"),
    )
