"""IAMC wide."""

from __future__ import annotations

from carbonpath.core.tables import read_csv
from carbonpath.exports.iamc_wide import export
from carbonpath.exports.tables import ExportOptions


def test_one_column_a_year(tables, tmp_path):
    (path,) = export(tables, tmp_path / "wide.csv", ExportOptions())

    table = read_csv(path)
    assert list(table.columns) == ["Model", "Scenario", "Region", "Variable", "Unit", "2020"]
    assert table.set_index("Variable")["2020"]["Investment"] == "3.5"
