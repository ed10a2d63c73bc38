"""Study files and what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_studies import CONTENT, DEMAND, DIRTY_COST, PRICED, small_study, write_study

from carbonpath.core.errors import ScenarioError
from carbonpath.study.load import load_study


def problems(folder: Path, **parts: Any) -> list[tuple[str, str]]:
    with pytest.raises(ScenarioError) as raised:
        load_study(write_study(folder, **parts))
    return [(problem.code, problem.value) for problem in raised.value.problems]


def one(**parts: Any) -> dict[str, Any]:
    return {"factors": {"demand": {**DEMAND, **parts}}}


def test_a_study_is_read_in_the_order_of_its_file(tmp_path: Path) -> None:
    study = small_study(tmp_path)

    assert study.name == "small"
    assert study.factor_names == ("dirty_cost", "demand")
    assert list(study.outcomes) == ["cost", "emissions", "peak_year"]
    assert study.head.scenario == ("base",)
    assert study.factors[1].place.startswith("factors.demand, line ")


def test_the_boundary_of_the_study_holds_where_an_outcome_names_none(tmp_path: Path) -> None:
    outcomes = {"one": {"indicator": "peak_year"}, "other": {"indicator": "peak_year", "boundary": "scope1+import"}}

    study = small_study(tmp_path, boundary="scope1", outcomes=outcomes)

    assert [block.boundary for block in study.outcomes.values()] == ["scope1", "scope1+import"]


@pytest.mark.parametrize(
    ("parts", "code", "value"),
    [
        (one(changes=[{"parameter": "demands"}]), "CP-462", "demands"),
        (one(changes=[{"parameter": "demand", "where": {"fuel": "coal"}}]), "CP-431", "demand"),
        (one(changes=[]), "CP-464", "demand"),
        (one(alternatives=PRICED["alternatives"]), "CP-464", "demand"),
        (one(changes=[{"parameter": "demand", "operation": "set", "low": {2021: 1.0}}]), "CP-465", "demand"),
        (one(distribution={"kind": "beta"}), "CP-409", "beta"),
        (one(distribution=3), "CP-406", "3"),
        (one(nominal="high"), "CP-477", "high"),
        ({"outcomes": {"x": {"indicator": "happiness"}}}, "CP-467", "happiness"),
        ({"outcomes": {"x": {"quantity": "happiness"}}}, "CP-467", "happiness"),
        ({"outcomes": {"feasible": {"indicator": "total_cost"}}}, "CP-467", "total_cost"),
        ({"outcomes": None}, "CP-405", "outcomes"),
        ({"factors": [1]}, "CP-406", "[1]"),
        ({"design": None}, "CP-405", "design"),
        ({"design": {"method": "saltelli"}}, "CP-409", "saltelli"),
        ({"correlations": [{"factors": ["demand", "rain"], "rank": 0.5}]}, "CP-466", "rain"),
        ({"correlations": [{"factors": ["demand", "demand"], "rank": 0.5}]}, "CP-466", "demand, demand"),
        ({"design": {"method": "grid", "levels": {"rain": 3}}}, "CP-466", "rain"),
        ({"design": {"method": "table", "rows": [{"rain": 3.0}]}}, "CP-466", "rain"),
        ({"design": {"method": "table", "rows": []}}, "CP-474", ""),
        ({"design": {"method": "table", "rows": [{"demand": "much"}]}}, "CP-474", "demand, 1: much"),
    ],
    ids=[
        "unknown parameter",
        "unknown index",
        "moves nothing",
        "number and switch at once",
        "half a corridor",
        "unknown distribution",
        "no distribution",
        "own value that is none",
        "unknown indicator",
        "unknown quantity",
        "name of the built-in outcome",
        "no outcomes",
        "factors without names",
        "no design",
        "unknown design",
        "correlation of an unknown factor",
        "correlation of a factor with itself",
        "levels of an unknown factor",
        "column of an unknown factor",
        "no rows",
        "a cell that is no number",
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, parts: dict[str, Any], code: str, value: str) -> None:
    assert (code, value) in problems(tmp_path, **parts)


def test_a_design_that_needs_independent_factors_refuses_correlations(tmp_path: Path) -> None:
    groups = [{"factors": ["demand", "dirty_cost"], "rank": 0.5}]
    design = {"method": "morris", "trajectories": 4}

    assert ("CP-478", "morris") in problems(tmp_path, correlations=groups, design=design)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    factors = {"a": {**DEMAND, "changes": [{"parameter": "x"}]}, "b": {**DIRTY_COST, "nominal": "y"}}

    told = problems(tmp_path, factors=factors, outcomes={"z": {"indicator": "w"}}, design={"method": "v"})

    assert [code for code, _ in told] == ["CP-462", "CP-477", "CP-467", "CP-409"]


def test_a_problem_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError) as raised:
        load_study(write_study(tmp_path, outcomes={"x": {"indicator": "happiness"}}))

    (problem,) = raised.value.problems
    line = (tmp_path / "small.yaml").read_text(encoding="utf-8").splitlines().index('  "x": {') + 1
    assert (problem.file, problem.place) == (str(tmp_path / "small.yaml"), f"outcomes.x, line {line}")


def test_rows_may_stand_in_a_file_beside_the_study(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("priced,demand\ntaxed,1.5\nfree,\n", encoding="utf-8")
    factors = {"demand": DEMAND, "priced": PRICED}

    study = small_study(tmp_path, factors=factors, design={"method": "table", "file": "rows.csv"})

    assert study.design.draw(study.factors, 0).values.tolist() == [[1.5, 1.0], [1.0, 0.0]]


def test_a_file_of_rows_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, design={"method": "table", "file": "none.csv"})[0][0].startswith("CP-")


def test_the_shipped_content_needs_every_key_it_has(tmp_path: Path) -> None:
    assert {"title", "scenario", "factors", "outcomes", "design"} <= CONTENT.keys()
    assert problems(tmp_path, title=None)[0][0] == "CP-405"
