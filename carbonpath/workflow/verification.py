"""`runs verify`: a run checked against its own files: nothing altered, balances close, the plan found again."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.core.errors import VerificationError
from carbonpath.core.files import file_sha256
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import read_csv, read_table
from carbonpath.model.highs import SolverOptions
from carbonpath.model.verify import check_result
from carbonpath.reference.energy_contents import load_energy_contents
from carbonpath.system.credible import check_energy
from carbonpath.workflow.answer import Answer, Question, answer_system
from carbonpath.workflow.fingerprint import code_sha256
from carbonpath.workflow.manifest import UNPROVEN
from carbonpath.workflow.outputs import DUALS, RESULTS
from carbonpath.workflow.runs import Run
from carbonpath.workflow.stored_system import read_system

INPUTS = "inputs"
"""Folder of a run that holds its system."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked, and passed."""

    name: str
    """``files``, ``balances``, ``energy``, ``objective``, ``results.csv`` or ``duals.csv``."""
    count: int
    """How many files or rows it covers."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked of a run."""

    run: Run
    """Run."""
    checks: tuple[Check, ...]
    """Checks that passed."""
    same_code: bool
    """Whether this is the code that made the run."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``runs verify --json`` tells it."""
        checks = [{"check": check.name, "count": check.count} for check in self.checks]
        return {"run": self.run.manifest.run, "verified": True, "same_code": self.same_code, "checks": checks}


def verify_run(run: Run) -> Verification:
    """Check a finished run from its own folder.

    Every file is the one that was written; the balances, emissions and costs of its tables are worked out anew, and so
    is the energy that each technology takes and gives, from what goods hold; and its
    system, solved again, gives the same cost and the same tables bit by bit. A plan kept unproven is not solved again:
    how far the solver comes within a time differs from machine to machine.

    Raises
    ------
    VerificationError
        CP-742 for each file that was altered or is missing, CP-720 and CP-721 for what does not follow from the
        tables, CP-750 to CP-753 for energy from nothing, CP-743 for a table or cost that comes out differently.
    DataError
        If the tables cannot be read.
    """
    manifest = run.manifest
    problems = list(_altered(run))
    if problems:
        raise VerificationError(*problems)
    checks = [Check("files", len(manifest.outputs))]
    system = read_system(run.folder / INPUTS)
    result = read_table(run.folder / RESULTS, RESULT)
    problems += check_result(result, system)
    checks.append(Check("balances", len(result)))
    found = check_energy(result, system, load_energy_contents())
    problems += [replace(problem, severity="error") for problem in found]
    checks.append(Check("energy", int(result["quantity"].isin(("use", "production")).sum())))
    if manifest.solver.status != UNPROVEN:
        options = SolverOptions(mip_gap=manifest.options.get("gap") or SolverOptions().mip_gap)
        again = answer_system(system, _question(manifest.options), options, manifest.scenario)
        problems += _different(run, again)
        checks += [Check("objective", 1), Check(RESULTS, len(result)), Check(DUALS, len(again.outcome.duals))]
    if problems:
        raise VerificationError(*problems)
    return Verification(run, tuple(checks), manifest.code_sha256 == code_sha256())


def _question(options: Mapping[str, Any]) -> Question:
    """Return what a run was asked; its goals stand in its system as limits."""
    sight, step = options.get("foresight") or (Question().sight, Question().step)
    return Question(mode=options.get("mode", "optimise"), sight=sight, step=step)


def _altered(run: Run) -> list[Problem]:
    found = []
    for name, sha256 in run.manifest.outputs.items():
        path = run.folder / name
        if not path.is_file() or file_sha256(path) != sha256:
            found.append(Problem("CP-742", file=str(path), place=run.manifest.run))
    return found


def _different(run: Run, again: Answer) -> list[Problem]:
    outcome, told = again.outcome, run.manifest.solver.objective
    problems = []
    if outcome.objective != told:
        details = {"again": repr(outcome.objective)}
        problems.append(Problem("CP-743", place="total_discounted_cost", value=repr(told), details=details))
    for name, table in ((RESULTS, outcome.result), (DUALS, outcome.duals)):
        problems += _first_difference(run.folder / name, table)
    return problems


def _first_difference(path: Path, table: pd.DataFrame) -> list[Problem]:
    """Return the first line in which a file and a table differ."""
    buffer = io.StringIO()
    table.to_csv(buffer, index=False, lineterminator="\n")
    if path.read_text(encoding="utf-8") == buffer.getvalue():
        return []
    written = read_csv(path)
    lines = [",".join(row) for row in written.itertuples(index=False, name=None)]
    fresh = buffer.getvalue().splitlines()[1:]
    pairs = zip([*lines, *[""] * len(fresh)], [*fresh, *[""] * len(lines)], strict=False)
    number, (one, other) = next((at, pair) for at, pair in enumerate(pairs, start=2) if pair[0] != pair[1])
    return [Problem("CP-743", str(path), f"line {number}", one, {"again": other})]
