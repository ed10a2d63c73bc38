"""Small studies on small systems, whose answers are worked out by hand in the docstrings."""

from __future__ import annotations

import ctypes
import json
import os
import re
import signal
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
from systems import growing_demand

from carbonpath.core.tables import empty_table
from carbonpath.indicators.tables import GDP
from carbonpath.model.data import read_model_data
from carbonpath.model.prepared import ModelData
from carbonpath.study.branch import Programme
from carbonpath.study.load import load_study
from carbonpath.study.outcome import Ask, OutcomeBlock
from carbonpath.study.prepare import Prepared, prepare_study
from carbonpath.study.sample import sample_id
from carbonpath.study.study import Study
from carbonpath.study.task import Sample
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

DIRTY_COST: Mapping[str, Any] = {
    "distribution": {"kind": "uniform", "low": 1.0, "high": 13.0},
    "nominal": 3.0,
    "changes": [{"parameter": "variable_cost", "where": {"technology": "dirty"}, "operation": "set"}],
}
"""Cost of the dirty way from 2021 on; above 8 CNY per t the clean way is cheaper."""
DEMAND: Mapping[str, Any] = {
    "distribution": {"kind": "uniform", "low": 0.5, "high": 1.5},
    "changes": [{"parameter": "demand"}],
}
"""Demand from 2021 on, as a multiple."""
PRICED: Mapping[str, Any] = {
    "alternatives": {
        "free": {},
        "taxed": {
            "changes": [
                {"parameter": "variable_cost", "where": {"technology": "dirty"}, "operation": "set", "value": 9}
            ]
        },
    }
}
"""A switch: emissions are free, or taxed so that the clean way is cheaper."""
OUTCOMES: Mapping[str, Any] = {
    "cost": {"indicator": "total_cost"},
    "emissions": {"indicator": "emissions", "boundary": "scope1", "year": "all"},
    "peak_year": {"indicator": "peak_year", "boundary": "scope1"},
}
"""Outcomes of `growing_demand`: at its own values 100, 120 and 110 Mt, with the peak in 2021."""
CONTENT: Mapping[str, Any] = {
    "title": {"zh": "小研究", "en": "Small study"},
    "scenario": "base",
    "seed": 1,
    "factors": {"dirty_cost": DIRTY_COST, "demand": DEMAND},
    "outcomes": OUTCOMES,
    "design": {"method": "latin_hypercube", "samples": 8},
}
"""A study file of two factors."""


class OneSystem:
    """A source whose scenarios all have one system; but for ``other``, where clean goods cost 8.5 CNY per t."""

    def __init__(self, system: System | None = None) -> None:
        self._system = growing_demand() if system is None else system

    def system(self, scenario: str, demand: str | None, prices: str | None) -> System:
        if scenario != "other":
            return self._system
        dearer = Change("variable_cost", {"technology": "clean"}, "add", 0.5)
        return apply_changes(self._system, [dearer])

    def gdp(self, demand: str | None) -> pd.DataFrame:
        return empty_table(GDP)


def scarce() -> System:
    """Return `growing_demand` with at most 110 Mt dirty and 20 Mt clean: no plan above 130 Mt in a year.

    Demand of 2021 is 120 Mt, so a multiple above 130 / 120 = 1.0833 has no plan.
    """
    return growing_demand(max_activity={("dirty",): 110.0, ("clean",): 20.0})


def write_study(folder: Path, **parts: Any) -> Path:
    """Write the small study with other parts into `folder`; what is None is left out."""
    content = {key: value for key, value in {**CONTENT, **parts}.items() if value is not None}
    path = folder / "small.yaml"
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(re.sub(r'"(\d{4})":', r"\1:", text), encoding="utf-8")
    return path


def small_study(folder: Path, **parts: Any) -> Study:
    """Return the small study with other parts."""
    return load_study(write_study(folder, **parts))


def prepared(folder: Path, system: System | None = None, **parts: Any) -> Prepared:
    """Return the small study on a system, ready to be solved."""
    return prepare_study(small_study(folder, **parts), OneSystem(system))


def rows_of(**rows: Any) -> dict[str, Any]:
    """Return a design of given rows: one list of values a factor."""
    values = zip(*rows.values(), strict=True)
    return {"method": "table", "rows": [dict(zip(rows, row, strict=True)) for row in values]}


def sample_of(*values: float, scenario: int = 0) -> Sample:
    """Return a sample that stands alone."""
    return Sample(0, sample_id("", values), scenario, values)


def ask(system: System, year: int | str | None = None, data: ModelData | None = None, **asked: Any) -> Ask:
    """Return an outcome that is asked of a system."""
    block = OutcomeBlock(year=year, **asked)  # type: ignore[arg-type]
    return Ask("asked", block, system, data or read_model_data(system), "small.yaml", "line 1")


class Poison(dict[object, object]):
    """Readings of a branch that end the process that asks for them, have its thread wait, or hold its interpreter."""

    def __init__(self, how: str) -> None:
        super().__init__()
        self._how = how

    def __iter__(self) -> Iterator[object]:
        if self._how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self._how == "hold":
            ctypes.PyDLL(None).pause()
        signal.pause()
        return iter(())


def poisoned(programme: Programme, how: str) -> Programme:
    """Return a programme whose second scenario ends its worker, waits in it or holds its interpreter."""
    branches = {
        key: replace(branch, readings=Poison(how)) if key.scenario else branch  # type: ignore[arg-type]
        for key, branch in programme.branches.items()
    }
    return replace(programme, branches=branches)


def few(study: Prepared, *positions: int) -> Prepared:
    """Return a study of a few of its samples."""
    rows = tuple(study.samples.rows[position] for position in positions)
    walks = tuple((k,) for k in range(len(rows)))
    return replace(study, samples=replace(study.samples, rows=rows, walks=walks))
