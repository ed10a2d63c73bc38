"""Making a study ready: every sample drawn and named, every branch built and checked, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.model.checks import NOT_NEGATIVE
from carbonpath.model.highs import SolverOptions
from carbonpath.model.parameters import told_index
from carbonpath.study.branch import Branch, BranchKey, Programme
from carbonpath.study.build_branch import build_branch
from carbonpath.study.drawn import Drawn
from carbonpath.study.fingerprint import branch_fingerprint
from carbonpath.study.sample import Samples, draw, name_samples
from carbonpath.study.site import Site, find_site
from carbonpath.study.source import SystemSource
from carbonpath.study.study import Study

CHECKED = 2
"""Samples of each branch at which the map is compared with a fresh compile."""


@dataclass(frozen=True)
class Prepared:
    """A study ready to be solved."""

    study: Study
    """The study."""
    programme: Programme
    """What workers are given."""
    samples: Samples
    """Every sample, with its id."""
    notes: tuple[Problem, ...]
    """What a reader should know: what is built anew and why, where no plan exists, what is not unique."""


def prepare_study(study: Study, source: SystemSource, engine: str = "") -> Prepared:
    """Return a study ready to be solved; nothing is written.

    Parameters
    ----------
    study
        The study.
    source
        Systems of the project.
    engine
        Version of the code that solves: answers of another version are not taken for this one's.

    Raises
    ------
    CarbonpathError
        What `source`, the factors and the outcomes raise; CP-473 for samples that give a parameter a value without
        meaning.
    """
    drawn = draw(study)
    switches = tuple(position for position, factor in enumerate(study.factors) if factor.options)
    keys = _branch_keys(study, drawn, switches)
    options = SolverOptions(tie_break=study.head.ties == "break", tie_proof=False)
    sites = {key: find_site(study, key, source) for key in keys}
    branches: dict[BranchKey, Branch] = {}
    problems: list[Problem] = []
    for key, site in sites.items():
        rows = keys[key]
        like = next(iter(branches.values()), None)
        checked = [tuple(drawn.values[row].tolist()) for row in _some(rows, study.head.seed)]
        branches[key] = build_branch(site, options, checked, _ends(drawn, rows), like)
        problems += _check_signs(site, branches[key], drawn, rows)
    if problems:
        raise ScenarioError(*problems)
    fingerprints = {
        key: branch_fingerprint(site.system, site.motions, site.readings, options, engine)
        for key, site in sites.items()
    }
    first = next(iter(sites.values())).readings
    file = str(study.path)
    programme = Programme(branches, switches, study.outcomes, first.columns, first.units, options, file)
    samples = name_samples(
        study.head.scenario, drawn, lambda scenario, row: fingerprints[programme.key_of(scenario, row)]
    )
    return Prepared(study, programme, samples, tuple(_notes(study, sites, branches)))


def _branch_keys(study: Study, drawn: Drawn, switches: Sequence[int]) -> Mapping[BranchKey, list[int]]:
    """Return the rows of the design on each branch, scenario after scenario."""
    found: dict[BranchKey, list[int]] = {}
    for scenario in range(len(study.head.scenario)):
        for row, values in enumerate(drawn.values.tolist()):
            key = BranchKey(scenario, tuple(round(values[position]) for position in switches))
            found.setdefault(key, []).append(row)
    return {key: found[key] for key in sorted(found)}


def _some(rows: Sequence[int], seed: int) -> list[int]:
    chosen = np.random.default_rng(seed).choice(len(rows), size=min(CHECKED, len(rows)), replace=False)
    return [rows[position] for position in sorted(chosen.tolist())]


def _ends(drawn: Drawn, rows: Sequence[int]) -> list[tuple[float, ...]]:
    values = drawn.values[list(rows)]
    return [tuple(values.min(axis=0).tolist()), tuple(values.max(axis=0).tolist())]


def _check_signs(site: Site, branch: Branch, drawn: Drawn, rows: Sequence[int]) -> Iterator[Problem]:
    """Yield CP-473 for each parameter that a sample makes negative though that has no meaning."""
    guarded = np.array([name in NOT_NEGATIVE for name, _ in branch.mapped.cells], dtype=bool)
    if not guarded.any():
        return
    told: set[str] = set()
    for row in rows:
        values = branch.parameter_values(drawn.values[row].tolist())
        for position in np.flatnonzero(guarded & ~(values >= 0.0)).tolist():
            name, index = branch.mapped.cells[position]
            if name not in told:
                told.add(name)
                details = {"sample": str(row), "amount": f"{values[position]:g}"}
                place = site.study.places["design"]
                yield Problem("CP-473", str(site.study.path), place, told_index(name, index), details)


def _notes(study: Study, sites: Mapping[BranchKey, Site], branches: Mapping[BranchKey, Branch]) -> Iterator[Problem]:
    file = str(study.path)
    tables = sorted({name for site in sites.values() for name in site.readings.need_table})
    if tables:
        yield Problem("CP-485", file, value=", ".join(tables), severity="warning")
    anew = {
        motion.name: motion.parameter
        for branch in branches.values()
        for motion, position in zip(branch.motions, branch.positions, strict=True)
        if position is None
    }
    for name, parameter in anew.items():
        yield Problem("CP-484", file, value=name, details={"parameter": parameter}, severity="warning")
    for key, branch in branches.items():
        if branch.always_anew and not tables:
            yield Problem("CP-486", file, value=sites[key].name, severity="warning")
        elif branch.planless:
            yield Problem("CP-482", file, value=sites[key].name, severity="warning")
    if study.head.ties == "leave":
        yield Problem("CP-487", file, severity="warning")
