"""`carbonpath solve`."""

from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "cases"


def test_the_optimum_is_told_with_its_checks(carbonpath):
    answer = carbonpath("solve", CASES / "super_simple/super_simple_model.txt")
    assert answer.code == 0
    assert "optimal: total discounted cost 46.431233170411" in answer.out
    assert "rows" in answer.out
    assert "seconds: read" in answer.out


def test_json_is_what_programs_rely_on(carbonpath):
    entry = carbonpath("solve", CASES / "utopia", "--json").json
    assert entry["status"] == "optimal"
    assert entry["objective"] == pytest.approx(29446.86269434092, rel=1e-8)
    assert set(entry["seconds"]) == {"read", "build", "compile", "solve", "total"}


def test_results_go_to_a_folder(carbonpath, tmp_path):
    answer = carbonpath("solve", CASES / "super_simple/super_simple_model.txt", "--results", tmp_path / "out")
    assert str(tmp_path / "out") in answer.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["duals.csv", "results.csv"]


@pytest.mark.parametrize(
    ("case", "code", "problem", "value"),
    [
        ("super_simple/super_simple_no_producer_trap.txt", 5, "CP-510", "heat"),
        ("none.txt", 3, "CP-201", ""),
        ("lao_pdr", 3, "CP-316", ""),
    ],
    ids=["what nothing makes", "no such file", "no data set"],
)
def test_what_cannot_be_solved_ends_with_its_code(carbonpath, case, code, problem, value):
    answer = carbonpath("solve", CASES / case, "--json")
    assert answer.code == code
    assert (answer.json["error"]["code"], answer.json["error"]["value"]) == (problem, value)


def test_a_time_limit_that_is_too_short_leaves_no_answer(carbonpath):
    answer = carbonpath("solve", CASES / "utopia", "--time-limit", "1e-9")
    assert answer.code == 6
    assert "CP-600" in answer.err
