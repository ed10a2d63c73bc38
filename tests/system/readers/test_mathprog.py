"""Reading GNU MathProg data files: every form in which a parameter can be written says the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.readers.dataset import RawParameter
from carbonpath.system.readers.mathprog import read_mathprog

Write = Callable[[str], Path]
COSTS = {
    ("land", "plant", "2020"): 7.0,
    ("land", "plant", "2021"): 8.0,
    ("land", "import", "2020"): 1.5,
    ("land", "import", "2021"): 2e3,
}


def entries(parameter: RawParameter) -> dict[tuple[str, ...], float]:
    return dict(zip(zip(*parameter.columns, strict=True), parameter.values, strict=True))


@pytest.mark.parametrize(
    "statement",
    [
        "param CapitalCost := land plant 2020 7 land plant 2021 8 land import 2020 1.5 land import 2021 2e3 ;",
        "param CapitalCost := land,plant,2020 7, land,plant,2021 8, land,import,2020 1.5, land,import,2021 2e3 ;",
        "param CapitalCost := [land,*,*] : 2020 2021 := plant 7 8 import 1.5 2E3 ;",
        "param CapitalCost :=\n[*,*,2020] : plant import := land 7 1.5\n[*,*,2021] : plant import := land 8 2000.0 ;",
        "param CapitalCost := [land,*,*] (tr) : plant import := 2020 7 1.5 2021 8 +2e3 ;",
        "param CapitalCost := [land,plant,*] 2020 7 2021 8 [land,import,*] 2020 1.5 2021 2000 ;",
        "param : CapitalCost := land plant 2020 7 land plant 2021 8 land import 2020 1.5 land import 2021 2000 ;",
        "param CapitalCost := [land,*,*] : 2020 := plant 7 import 1.5 : 2021 := plant 8 import 2000 ;",
    ],
    ids=[
        "plain",
        "plain with commas",
        "table of a slice",
        "two tables",
        "transposed table",
        "slices of one index",
        "listed",
        "tables side by side",
    ],
)
def test_every_form_says_the_same(write_data: Write, statement: str) -> None:
    data = read_mathprog(write_data(statement), "small.txt")

    assert entries(data.parameters["CapitalCost"]) == COSTS


def test_parameters_may_share_their_indices(write_data: Write) -> None:
    data = read_mathprog(write_data("param : CapitalCost FixedCost := land plant 2020 7 0.5 ;"), "small.txt")

    assert entries(data.parameters["CapitalCost"]) == {("land", "plant", "2020"): 7.0}
    assert entries(data.parameters["FixedCost"]) == {("land", "plant", "2020"): 0.5}


@pytest.mark.parametrize(
    "statement",
    ["param CapitalCost default 3 := ;", "param CapitalCost, default 3 ;", "param default 3 : CapitalCost := ;"],
    ids=["before entries", "alone", "listed"],
)
def test_defaults_are_data(write_data: Write, statement: str) -> None:
    data = read_mathprog(write_data(statement), "small.txt")

    assert data.parameters["CapitalCost"].default == 3.0
    assert data.parameters["CapitalCost"].default_source == "small.txt:14"


def test_a_point_in_a_table_stands_for_the_default(write_data: Write) -> None:
    data = read_mathprog(write_data("param FixedCost default 4 := [land,*,*] : 2020 2021 := plant . 8 ;"), "small.txt")

    assert entries(data.parameters["FixedCost"]) == {("land", "plant", "2021"): 8.0}


def test_sets_may_have_an_index_and_an_alias(write_data: Write) -> None:
    data = read_mathprog(write_data("set COMMODITY := heat ;\nset MODEperTECHNOLOGY[plant] := 1 2 ;"), "small.txt")

    assert data.sets["FUEL"] == ("heat",)
    assert data.families["MODEperTECHNOLOGY"] == {"plant": ("1", "2")}


def test_values_know_their_lines(write_data: Write) -> None:
    data = read_mathprog(write_data("param OperationalLife :=\nland plant 20\nland import\n30 ;"), "small.txt")

    assert data.parameters["OperationalLife"].lines == [15, 17]


def test_what_is_only_for_the_writer_of_results_is_left_out(write_data: Write) -> None:
    assert "ResultsPath" not in read_mathprog(write_data('param ResultsPath := "results";'), "small.txt").parameters


@pytest.mark.parametrize(
    ("statement", "code", "value"),
    [
        ("param Capitalcost := land plant 2020 7 ;", "CP-318", "Capitalcost"),
        ("param CapitalCost := land plant 2020 seven ;", "CP-320", "seven"),
        ("param CapitalCost := [land,*,*] : 2020 2021 := plant 7 x ;", "CP-320", "x"),
        ("param CapitalCost default many := ;", "CP-320", "many"),
        ("param CapitalCost := land plant 7 ;", "CP-317", "land"),
        ("param CapitalCost := [land,*] 2020 7 ;", "CP-317", "["),
        ("param CapitalCost := [land,*,*] : 2020 2021 := plant 7 ;", "CP-317", ":"),
        ("param CapitalCost := [land,*,*] : 2020 2021 plant 7 8 ;", "CP-317", ":"),
        ("param CapitalCost := (land) 7 ;", "CP-317", "("),
        ("param : CapitalCost OperationalLife := land plant 2020 7 5 ;", "CP-317", ":="),
        ("set EMISSION : 1 2 := a + - ;", "CP-317", ":"),
        ("var x ;", "CP-317", "var"),
    ],
    ids=[
        "unknown name",
        "a word for a number",
        "a letter in a table",
        "a word as default",
        "an index too few",
        "a slice too short",
        "a row too short",
        "a table without its sign",
        "a parenthesis",
        "listed with other indices",
        "a matrix of a set",
        "a model instead of data",
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(write_data: Write, statement: str, code: str, value: str) -> None:
    with pytest.raises(DataError) as error:
        read_mathprog(write_data(statement), "small.txt")

    (problem,) = error.value.problems
    assert (problem.code, problem.file, problem.place, problem.value) == (code, "small.txt", "line 14", value)


def test_all_that_cannot_be_read_is_told_at_once(write_data: Write) -> None:
    with pytest.raises(DataError) as error:
        read_mathprog(write_data("param A := 1 ;\nparam B := 2 ;"), "small.txt")

    assert [problem.value for problem in error.value.problems] == ["A", "B"]


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\x00set")

    with pytest.raises(DataError, match="CP-202"):
        read_mathprog(tmp_path / "bytes.txt", "bytes.txt")
    with pytest.raises(DataError, match="CP-201"):
        read_mathprog(tmp_path / "none.txt", "none.txt")
