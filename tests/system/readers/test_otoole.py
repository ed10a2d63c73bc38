"""Reading otoole folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.readers.dataset import RawParameter
from carbonpath.system.readers.mathprog import read_mathprog
from carbonpath.system.readers.otoole import find_tables, read_otoole

Folder = Callable[[dict[str, str]], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a function that writes files into a folder and returns it."""

    def write(files: dict[str, str]) -> Path:
        for name, content in {"YEAR.csv": "VALUE\n2020\n2021\n", **files}.items():
            (tmp_path / name).write_text(content, encoding="utf-8")
        return tmp_path

    return write


def entries(parameter: RawParameter) -> dict[tuple[str, ...], float]:
    return dict(zip(zip(*parameter.columns, strict=True), parameter.values, strict=True))


def test_tables_and_data_file_of_utopia_say_the_same(cases: Path) -> None:
    tables = read_otoole(cases / "utopia" / "csv", "utopia/csv")
    file = read_mathprog(cases / "utopia" / "utopia.txt", "utopia.txt")

    assert {name: sorted(members) for name, members in tables.sets.items()} == {
        name: sorted(members) for name, members in file.sets.items()
    }
    for name, parameter in file.parameters.items():
        other = tables.parameters[name]
        assert entries(parameter) == entries(other), name
        assert parameter.default in (None, other.default), name


def test_columns_are_found_by_their_names(folder: Folder) -> None:
    data = read_otoole(folder({"DiscountRate.csv": "VALUE,REGION\n0.05,land\n"}), "data")

    assert data.parameters["DiscountRate"].columns == (["land"],)
    assert data.parameters["DiscountRate"].values == [0.05]
    assert data.parameters["DiscountRate"].lines == [2]


def test_the_second_region_of_a_route_has_an_underscore(folder: Folder) -> None:
    content = "REGION,_REGION,FUEL,YEAR,VALUE\nnorth,south,power,2020,1\n"

    data = read_otoole(folder({"TradeRoute.csv": content}), "data")

    assert data.parameters["TradeRoute"].columns == (["north"], ["south"], ["power"], ["2020"])


@pytest.mark.parametrize(
    "content",
    [
        "CapitalCost:\n    indices: [REGION,TECHNOLOGY,YEAR]\n    default: 2.5\nYEAR:\n    type: set\n",
        "CapitalCost: {indices: [REGION, TECHNOLOGY, YEAR], default: 2.5, type: param}\n",
        "# costs\nCapitalCost:\n  type: param\n\n  default: 2.5 # a comment\n",
    ],
    ids=["block", "one line", "with comments"],
)
@pytest.mark.parametrize("above", [False, True], ids=["beside the tables", "above the tables"])
def test_defaults_stand_in_the_configuration(tmp_path: Path, content: str, above: bool) -> None:
    tables = tmp_path / "csv"
    tables.mkdir()
    (tables / "YEAR.csv").write_text("VALUE\n2020\n", encoding="utf-8")
    ((tmp_path if above else tables) / "config.yaml").write_text(content, encoding="utf-8")

    data = read_otoole(tables, "case/csv")

    assert data.parameters["CapitalCost"].default == 2.5
    assert data.parameters["CapitalCost"].default_source.startswith("case/config.yaml:" if above else "case/csv/config")
    assert data.parameters["CapitalCost"].values == []


@pytest.mark.parametrize(
    ("files", "code", "place"),
    [
        ({"CapitalCosts.csv": "REGION,VALUE\nland,1\n"}, "CP-318", ""),
        ({"DiscountRate.csv": "COUNTRY,VALUE\nland,1\n"}, "CP-319", "line 1"),
        ({"DiscountRate.csv": "REGION,VALUE\nland,low\n"}, "CP-320", "line 2"),
        ({"DiscountRate.csv": "REGION,VALUE\nland\n"}, "CP-320", "line 2"),
        ({"config.yaml": "DiscountRate:\n  default: low\n"}, "CP-320", "line 2"),
    ],
    ids=["unknown table", "unknown column", "a word for a number", "a cell too few", "a word as default"],
)
def test_what_cannot_be_read_is_told_with_its_place(
    folder: Folder, files: dict[str, str], code: str, place: str
) -> None:
    with pytest.raises(DataError) as error:
        read_otoole(folder(files), "data")

    (problem,) = error.value.problems
    assert (problem.code, problem.place) == (code, place)


def test_an_unknown_table_without_rows_says_nothing(folder: Folder) -> None:
    assert read_otoole(folder({"Storage.csv": "REGION,VALUE\n"}), "data").parameters == {}


def test_tables_are_found_in_the_folder_or_in_one_below(cases: Path, tmp_path: Path) -> None:
    assert find_tables(cases / "utopia") == cases / "utopia" / "csv"
    assert find_tables(cases / "utopia" / "csv") == cases / "utopia" / "csv"
    assert find_tables(tmp_path) is None


def test_the_case_is_named_after_its_own_folder(cases: Path) -> None:
    assert read_otoole(cases / "utopia" / "csv", "utopia/csv").name == "utopia"
