"""Answering samples: moved in place and solved from the base, or built anew where a factor changes structure."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence

from carbonpath.core.errors import CarbonpathError, InfeasibleError, LimitError
from carbonpath.model.compiled import CompiledModel, Key
from carbonpath.model.data import read_model_data
from carbonpath.model.linear_form import LinearForms, linear_forms
from carbonpath.model.restart import Restarter
from carbonpath.model.rows import compile_data
from carbonpath.model.solution import result_table
from carbonpath.model.solve import Solution, solve
from carbonpath.study.answer import Answer, Status
from carbonpath.study.branch import Branch, BranchKey, Programme
from carbonpath.study.indicators import IndicatorReader
from carbonpath.study.outcome import Reading
from carbonpath.study.readings import find_readings
from carbonpath.study.task import Sample
from carbonpath.system.overlay import apply_changes


class Evaluator:
    """Answers samples of a programme; keeps one solver a branch."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._resolvers: dict[BranchKey, Restarter] = {}

    def walk(self, samples: Sequence[Sample]) -> Iterator[Answer]:
        """Yield the answers of samples, each solved from the end of the one before; the first from the base.

        A sample alone is a walk of one: its answer depends on nothing but the sample.
        """
        for resolver in self._resolvers.values():
            resolver.restart()
        for sample in samples:
            yield self._answer(sample)

    def _answer(self, sample: Sample) -> Answer:
        started = time.perf_counter()
        key = self._programme.key_of(sample.scenario, sample.values)
        branch = self._programme.branches[key]
        anew = branch.needs_building(sample.values)
        try:
            outcomes, iterations = self._anew(branch, sample) if anew else self._in_place(key, branch, sample)
        except CarbonpathError as error:
            status, detail = _failure(error), str(error)
            seconds = time.perf_counter() - started
            return Answer(sample.id, status, detail=detail, seconds=seconds, anew=anew)
        seconds = time.perf_counter() - started
        return Answer(sample.id, "optimal", outcomes, iterations=iterations, seconds=seconds, anew=anew)

    def _in_place(self, key: BranchKey, branch: Branch, sample: Sample) -> tuple[tuple[float, ...], int]:
        resolver = self._resolvers.get(key)
        if resolver is None:
            base = branch.mapped.point.compiled
            resolver = self._resolvers[key] = Restarter(base, self._programme.options, branch.basis, branch.reduction)
        point = branch.point(sample.values)
        solution = resolver.step(point.compiled, sample.id)
        rows = branch.mapped.point.compiled.row_of if branch.reads_duals else {}
        found = read_outcomes(branch.readings, point.compiled, point.forms, solution, row_of=rows)
        return found, solution.iterations

    def _anew(self, branch: Branch, sample: Sample) -> tuple[tuple[float, ...], int]:
        programme = self._programme
        system = apply_changes(branch.system, branch.changes(sample.values))
        data = read_model_data(system)
        compiled = compile_data(data)
        solution = solve(compiled, programme.options, sample.id)
        readings = find_readings(programme.outcomes, system, data, programme.file)
        forms = linear_forms(compiled, data, readings.forms)
        table = IndicatorReader(system, lambda: result_table(solution, compiled, data, system, sample.id), branch.gdp)
        return read_outcomes(readings.every, compiled, forms, solution, table), solution.iterations


def read_outcomes(
    readings: Sequence[Reading],
    compiled: CompiledModel,
    forms: LinearForms,
    solution: Solution,
    table: IndicatorReader | None = None,
    row_of: Mapping[Key, int] | None = None,
) -> tuple[float, ...]:
    """Return every outcome of a solution, in order.

    Parameters
    ----------
    readings
        How they are read.
    compiled, forms
        Programme that was solved and the forms on it, at the numbers of the sample.
    solution
        Its optimum.
    table
        Reader of the table INDICATOR, for outcomes that need it.
    row_of
        Position of each row by name, where it is known already.
    """
    amounts = dict(zip(forms.keys, forms.at(solution.values).tolist(), strict=True))
    wanted = {key for reading in readings for keys in reading.duals for key, _ in keys}
    rows = row_of if row_of is not None else compiled.row_of if wanted else {}
    duals: dict[Key, float] = {key: float(solution.row_duals[rows[key]]) if key in rows else 0.0 for key in wanted}
    found: list[float] = []
    for reading in readings:
        if reading.block is None:
            found += reading.read(amounts, duals)
        elif table is not None:
            found += table.read(reading)
    return tuple(found)


def _failure(error: CarbonpathError) -> Status:
    if isinstance(error, InfeasibleError):
        return "unbounded" if error.problems[0].code == "CP-501" else "infeasible"
    return "stopped" if isinstance(error, LimitError) else "unverified"
