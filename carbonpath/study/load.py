"""Reading a study file: every problem of the file at once, each with its line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from carbonpath.core.documents import Document, KeyPath, load_document, validate_document
from carbonpath.core.errors import CarbonpathError, DataError, ScenarioError
from carbonpath.core.labels import label
from carbonpath.core.problems import Problem
from carbonpath.core.tables import read_csv
from carbonpath.study.designs import DESIGNS, Design
from carbonpath.study.designs.grid import Grid
from carbonpath.study.designs.table import Table, number_of
from carbonpath.study.factor import SHAPES, Factor, FactorBlock
from carbonpath.study.outcome import FEASIBLE, OutcomeBlock
from carbonpath.study.outcomes.quantity import is_known
from carbonpath.study.rows import check_names
from carbonpath.study.study import Study, StudyFile

PARTS = ("factors", "outcomes", "design")
"""Keys of a study file that are read part by part."""
BOUNDED = (
    "emissions",
    "cumulative_emissions",
    "peak_level",
    "peak_year",
    "peak_return",
    "plateau_first",
    "plateau_last",
    "gdp_intensity",
)
"""Indicators that are told in several boundaries."""
ModelT = TypeVar("ModelT", bound=BaseModel)


def load_study(path: Path) -> Study:
    """Return the study in a file.

    Raises
    ------
    ScenarioError
        With every problem: what `load_document` and `validate_document` raise, CP-462 for an unknown parameter, CP-464
        for a factor that is neither number nor switch, CP-466 for correlations that do not fit, CP-467 for an unknown
        outcome, CP-469 for a design that does not fit, CP-477 for a scenario's own value that cannot be.
    """
    document = load_document(path, ScenarioError)
    reader = _Reader(document)
    head = reader.block({k: v for k, v in document.content.items() if k not in PARTS}, StudyFile, ())
    factors = [factor for name, block in reader.mapping("factors") if (factor := _factor(reader, name, block))]
    asked = [(name, _outcome(reader, name, block)) for name, block in reader.mapping("outcomes")]
    boundary = "scope1+import" if head is None else head.boundary
    outcomes = {name: _bounded(outcome, boundary) for name, outcome in asked if outcome is not None}
    design = _design(reader)
    if head is not None and design is not None:
        reader.problems += _check_correlations(head, factors, design, document)
        design = _checked_design(reader, design, factors)
    if reader.problems or head is None or design is None:
        raise ScenarioError(*reader.problems)
    places = {name: document.place(("outcomes", name)) for name in outcomes} | {"design": document.place(("design",))}
    return Study(path.stem, path, head, tuple(factors), outcomes, design, places)


class _Reader:
    """Validates parts of a document and gathers what is wrong."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def block(self, content: Any, model: type[ModelT], key: KeyPath) -> ModelT | None:
        """Return a part of the document as `model`; None with its problems gathered if it is not one."""
        try:
            return validate_document(content, model, self.document, key, ScenarioError)
        except CarbonpathError as error:
            self.problems += error.problems
            return None

    def mapping(self, name: str) -> Iterator[tuple[str, Any]]:
        """Yield names and blocks of a part of the document that must be there."""
        part = self.document.content.get(name)
        if part is None:
            self.problems.append(Problem("CP-405", str(self.document.path), name, name))
        elif not isinstance(part, dict):
            self.wrong((name,), "CP-406", str(part), reason="a mapping of names")
        else:
            yield from ((str(key), block) for key, block in part.items())

    def wrong(self, key: KeyPath, code: str, value: str = "", **details: str) -> None:
        """Gather a finding at a place of the document."""
        self.problems.append(Problem(code, str(self.document.path), self.document.place(key), value, details))

    def choose(self, key: KeyPath, value: object, known: Mapping[str, type[ModelT]]) -> type[ModelT] | None:
        """Return what `value` names; None with CP-409 gathered if it names nothing."""
        if value in known:
            return known[str(value)]
        near = difflib.get_close_matches(str(value), known, n=1)
        self.wrong(key, "CP-409", str(value), known=", ".join(known), nearest=near[0] if near else "")
        return None


def _factor(reader: _Reader, name: str, content: Any) -> Factor | None:
    key: KeyPath = ("factors", name)
    given = dict(content) if isinstance(content, dict) else content
    spread = given.pop("distribution", None) if isinstance(given, dict) else None
    block = reader.block(given, FactorBlock, key)
    shape = None
    if isinstance(spread, dict):
        model = reader.choose((*key, "distribution", "kind"), spread.get("kind"), SHAPES)
        shape = None if model is None else reader.block(spread, model, (*key, "distribution"))
    elif spread is not None:
        reader.wrong((*key, "distribution"), "CP-406", str(spread), reason="a mapping with 'kind'")
    if block is None:
        return None
    switch = block.alternatives is not None
    if switch == (spread is not None) or switch == bool(block.changes):
        reader.wrong(key, "CP-464", name)
        return None
    _check_changes(reader, block, key)
    if not switch and shape is None:
        return None
    factor = Factor(name, block, shape, reader.document.place(key))
    return factor if _has_nominal(reader, factor, key) else None


def _check_changes(reader: _Reader, block: FactorBlock, key: KeyPath) -> None:
    file, place = str(reader.document.path), reader.document.place
    for index, change in enumerate(block.changes):
        at = (*key, "changes", index)
        reader.problems += check_names(change.parameter, change.where, file, place(at))
        corridor = bool(change.low), bool(change.high)
        if any(corridor) and (not all(corridor) or change.operation != "set" or change.path):
            reader.wrong(at, "CP-465", change.parameter)
    for name, option in (block.alternatives or {}).items():
        for index, fixed in enumerate(option.changes):
            at = (*key, "alternatives", name, "changes", index)
            reader.problems += check_names(fixed.parameter, fixed.where, file, place(at))


def _has_nominal(reader: _Reader, factor: Factor, key: KeyPath) -> bool:
    given = factor.block.nominal
    wrong = given is not None and (given not in factor.options if factor.options else isinstance(given, str))
    if wrong:
        reader.wrong((*key, "nominal"), "CP-477", str(given), known=", ".join(factor.options))
    return not wrong


def _outcome(reader: _Reader, name: str, content: Any) -> OutcomeBlock | None:
    key: KeyPath = ("outcomes", name)
    block = reader.block(content, OutcomeBlock, key)
    if block is None:
        return None
    asked = block.indicator or block.quantity
    known = is_known(block.quantity) if block.quantity else label("indicator", block.indicator, "en") != block.indicator
    if bool(block.indicator) == bool(block.quantity) or not known or name == FEASIBLE:
        reader.wrong(key, "CP-467", asked or name)
        return None
    return block


def _bounded(outcome: OutcomeBlock, boundary: str) -> OutcomeBlock:
    """Return an outcome with the boundary of the study where it needs one and names none."""
    if outcome.boundary or outcome.indicator not in BOUNDED:
        return outcome
    return outcome.model_copy(update={"boundary": boundary})


def _design(reader: _Reader) -> Design | None:
    content = reader.document.content.get("design")
    if not isinstance(content, dict):
        reader.problems.append(Problem("CP-405", str(reader.document.path), "design", "design"))
        return None
    known: dict[str, type[Design]] = {design.method: design for design in DESIGNS}
    model = reader.choose(("design", "method"), content.get("method"), known)
    given = {key: value for key, value in content.items() if key != "method"}
    return None if model is None else reader.block(given, model, ("design",))


def _check_correlations(
    head: StudyFile, factors: Iterable[Factor], design: Design, document: Document
) -> Iterator[Problem]:
    names = {factor.name for factor in factors}
    used: set[str] = set()
    for index, group in enumerate(head.correlations):
        place = document.place(("correlations", index))
        unknown = [name for name in group.factors if name not in names]
        twice = [name for name in group.factors if name in used or group.factors.count(name) > 1]
        used |= set(group.factors)
        if unknown or twice:
            yield Problem("CP-466", str(document.path), place, ", ".join(unknown or twice))
        if design.independent:
            yield Problem("CP-478", str(document.path), place, design.method)


def _checked_design(reader: _Reader, design: Design, factors: list[Factor]) -> Design:
    named = {factor.name: factor for factor in factors}
    if isinstance(design, Grid):
        for name in design.levels:
            if name not in named:
                reader.wrong(("design", "levels", name), "CP-466", name)
        return design
    if isinstance(design, Table):
        return _with_rows(reader, design, named)
    return design


def _with_rows(reader: _Reader, design: Table, factors: Mapping[str, Factor]) -> Table:
    """Return an explicit table with the rows of its file, each cell checked."""
    rows: list[dict[str, Any]] = [dict(row) for row in design.rows]
    if design.file:
        path = reader.document.path.parent / design.file
        try:
            table = read_csv(path)
        except DataError as error:
            reader.problems += error.problems
            return design
        rows = [{str(name): cell for name, cell in row.items() if cell != ""} for row in table.to_dict("records")]
    if not rows or (design.file and design.rows):
        reader.wrong(("design",), "CP-474", design.file)
    for number, row in enumerate(rows, start=1):
        for name, cell in row.items():
            if name not in factors:
                reader.wrong(("design",), "CP-466", name)
                return design
            try:
                row[name] = factors[name].told(number_of(factors[name], cell)) if factors[name].options else float(cell)
            except ValueError:
                reader.wrong(("design",), "CP-474", f"{name}, {number}: {cell}")
    return design.model_copy(update={"rows": tuple(rows), "file": ""})
