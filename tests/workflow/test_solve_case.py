"""Reference cases: same data, same optimum."""

from __future__ import annotations

import lzma
from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.errors import DataError, InfeasibleError
from carbonpath.workflow.solve_case import solve_case

CASES = Path(__file__).parents[1] / "cases"
OPTIMA = {
    "super_simple/super_simple_model.txt": 46.43123317041181,
    "utopia/utopia.txt": 29446.86269434092,
    "utopia": 29446.86269434092,
    "simplicity/simplicity.txt": 4483.9693223655995,
    "simplicity": 4497.319670152,
}
"""Total discounted cost, as the field's own tools give it from the same data."""


@pytest.mark.parametrize("case", OPTIMA)
def test_the_optimum_is_that_of_the_field(case: str) -> None:
    solved = solve_case(CASES / case)

    assert solved.objective == pytest.approx(OPTIMA[case], rel=1e-8)
    assert solved.status == "optimal"
    assert solved.max_residual <= 1e-9
    assert solved.gap <= 1e-9


@pytest.mark.slow
def test_the_dialect_of_muio_gives_the_optimum_of_its_own_model(tmp_path: Path) -> None:
    path = tmp_path / "Baseline.txt"
    path.write_bytes(lzma.decompress((CASES / "lao_pdr" / "Baseline.txt.xz").read_bytes()))

    assert solve_case(path).objective == pytest.approx(82485.77522722691, rel=1e-8)


@pytest.mark.parametrize(
    ("case", "emission", "expected"),
    [("utopia", "CO2", 163.516797009), ("utopia", "NOX", 170.895), ("simplicity/simplicity.txt", "CO2", 5.44351737092)],
)
def test_emissions_of_the_period_are_those_of_the_field(
    case: str, emission: str, expected: float, tmp_path: Path
) -> None:
    solve_case(CASES / case, tmp_path)

    result = pd.read_csv(tmp_path / "results.csv")
    released = result[(result["quantity"] == "annual_emissions") & (result["emission"] == emission)]
    assert released["value"].sum() == pytest.approx(expected, rel=1e-8)


def test_what_nothing_makes_is_named() -> None:
    with pytest.raises(InfeasibleError) as error:
        solve_case(CASES / "super_simple" / "super_simple_no_producer_trap.txt")

    (problem,) = error.value.problems
    assert (problem.code, problem.value) == ("CP-510", "heat")
    assert problem.file.endswith("super_simple_no_producer_trap.txt:8")


def test_an_infeasible_case_is_explained_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "capped.txt"
    statement = "param TotalAnnualMaxCapacity := BB gas_plant 2016 2.0 ;"
    path.write_text((CASES / "super_simple/super_simple_model.txt").read_text() + f"\n{statement}\n")

    with pytest.raises(InfeasibleError) as error:
        solve_case(path)

    assert {problem.code for problem in error.value.problems} == {"CP-513"}
    assert error.value.problems[0].file == f"{path}:168"


def test_results_are_two_tables(tmp_path: Path) -> None:
    solved = solve_case(CASES / "super_simple/super_simple_model.txt", tmp_path / "out")

    result = pd.read_csv(tmp_path / "out" / "results.csv")
    cost = result.loc[result["quantity"] == "total_discounted_cost", "value"].sum()
    assert cost == pytest.approx(solved.objective)
    assert "commodity_price" in set(pd.read_csv(tmp_path / "out" / "duals.csv")["quantity"])


def test_the_entry_has_the_keys_that_programs_rely_on() -> None:
    entry = solve_case(CASES / "super_simple/super_simple_model.txt").entry()

    assert list(entry) == [
        "status",
        "objective",
        "rows",
        "columns",
        "nonzeros",
        "seconds",
        "max_residual",
        "gap",
        "complementarity",
        "unique",
    ]
    assert list(entry["seconds"]) == ["read", "build", "compile", "solve", "total"]


def test_nothing_is_written_of_a_case_that_fails(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        solve_case(tmp_path / "none.txt", tmp_path / "out")

    assert not (tmp_path / "out").exists()
