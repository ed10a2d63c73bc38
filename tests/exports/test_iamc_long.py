"""IAMC long."""

from __future__ import annotations

from carbonpath.core.tables import read_csv
from carbonpath.exports.iamc_long import export
from carbonpath.exports.tables import ExportOptions


def test_one_row_a_value(tables, tmp_path):
    (path,) = export(tables, tmp_path / "long.csv", ExportOptions())

    table = read_csv(path)
    assert list(table.columns) == ["model", "scenario", "region", "variable", "unit", "year", "value"]
    assert table["variable"].tolist()[0] == "Emissions|CO2"
