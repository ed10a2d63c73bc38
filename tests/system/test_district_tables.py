"""Files of a district are read whole, or everything that is wrong with them is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.district_schemas import DISTRICT_SCHEMAS
from carbonpath.system.district_tables import load_district_tables


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def told(folder: Path) -> list[tuple[str, str, str, str]]:
    with pytest.raises(DataError) as caught:
        load_district_tables(folder)
    return [(p.code, Path(p.file).name, p.place, p.value) for p in caught.value.problems]


def test_every_file_has_the_columns_of_its_schema(folder: Path) -> None:
    tables = load_district_tables(folder)

    assert {name: list(table.columns) for name, table in tables.items()} == {
        name: schema.names for name, schema in DISTRICT_SCHEMAS.items()
    }


def test_missing_file_and_missing_column_are_told_together(folder: Path) -> None:
    (folder / "demand.csv").unlink()
    rewrite(folder / "assets.csv", "capacity,", "capacitee,")

    assert {(code, name, value) for code, name, _, value in told(folder)} == {
        ("CP-201", "demand.csv", ""),
        ("CP-210", "assets.csv", "capacity"),
        ("CP-211", "assets.csv", "capacitee"),
    }


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            "technologies",
            ",process,",
            ",proces,",
            ("CP-213", "technologies.csv", "role, line 2", "proces"),
            id="choice",
        ),
        pytest.param(
            "assets", ",assumed", ",guessed", ("CP-213", "assets.csv", "confidence, line 2", "guessed"), id="confidence"
        ),
        pytest.param(
            "commodities", ",t,", ",lb,", ("CP-213", "commodities.csv", "unit, line 2", "lb"), id="commodity unit"
        ),
        pytest.param(
            "technologies",
            ",1000,",
            ",dear,",
            ("CP-212", "technologies.csv", "capital_cost, line 2", "dear"),
            id="optional number",
        ),
        pytest.param(
            "commodities",
            "power_sale,0.9",
            "power_sale,",
            ("CP-212", "commodities.csv", "sale_factor, line 11", ""),
            id="sale without a factor",
        ),
        pytest.param("assets", "OVEN", "OVAN", ("CP-214", "assets.csv", "library_id, line 2", "OVAN"), id="reference"),
        pytest.param(
            "free_share", "2023", "2021", ("CP-222", "free_share.csv", "line 3", "2021"), id="row that stands twice"
        ),
    ],
)
def test_wrong_cell_is_told_with_its_line(folder: Path, name: str, old: str, new: str, expected: object) -> None:
    rewrite(folder / f"{name}.csv", old, new)

    assert told(folder) == [expected]


def test_wrong_cells_of_several_files_are_told_together(folder: Path) -> None:
    rewrite(folder / "exchanges.csv", ",yes", ",maybe")
    rewrite(folder / "free_allocation.csv", "POWER", "PAWER")

    assert [code for code, *_ in told(folder)] == ["CP-213", "CP-214"]
