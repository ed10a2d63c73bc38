"""Tuple, folder and tests of exporters agree."""

from __future__ import annotations

from pathlib import Path

import pytest

import carbonpath.exports
from carbonpath.core.messages import LANGUAGES, load_area
from carbonpath.exports import EXPORTERS, exporter
from carbonpath.exports.tables import ExportOptions

SUPPORT = {"__init__", "book", "guard", "iamc", "osemosys", "osemosys_constraints", "tables", "yearly"}
"""Modules that are no exporter."""


def test_every_exporter_file_is_listed_and_tested():
    listed = {module.__name__.rpartition(".")[2] for module in EXPORTERS}
    files = {path.stem for path in Path(carbonpath.exports.__file__).parent.glob("*.py")}
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}

    assert listed == files - SUPPORT
    assert files - {"__init__", "tables"} <= tests


@pytest.mark.parametrize("module", EXPORTERS, ids=lambda module: module.FORMAT)
def test_every_exporter_writes_tables_with_and_without_rows(module, tables, empty, tmp_path):
    for name, given in (("full", tables), ("empty", empty)):
        paths = module.export(given, tmp_path / f"{name}{module.SUFFIX}", ExportOptions())

        assert all(path.exists() for path in paths)


def test_an_exporter_is_found_by_its_format():
    assert exporter("xlsx").SUFFIX == ".xlsx"
    with pytest.raises(KeyError):
        exporter("docx")


def test_words_of_exports_are_the_same_in_both_languages():
    areas = [load_area("exports", language) for language in LANGUAGES]

    keys = [
        {(part, name) for part, entry in area.items() if isinstance(entry, dict) for name in entry} for area in areas
    ]
    assert keys[0] == keys[1]
    assert keys[0]
