"""The bureau's list of firms: `firms.csv` in the inventory folder."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.messages import Language
from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import as_table, check_table, read_csv
from carbonpath.workflow.project import Project

FIRMS = Schema(
    "FIRMS",
    (
        Column("firm", "str", "code of the firm, e.g. F01"),
        Column("zh", "str", "Chinese name"),
        Column("en", "str", "English name"),
        Column("sector", "str", "sector to which what the model leaves unexplained is counted"),
        Column("template", "str", "survey template that it fills in"),
        Column("guideline", "str", "accounting guideline under which it reports"),
        Column("illustrative", "str", "yes if it does not exist"),
    ),
)
"""Columns of `firms.csv`."""


def read_firms(project: Project) -> pd.DataFrame:
    """Return the firms of a project.

    Raises
    ------
    DataError
        If the file is missing or does not fit.
    """
    path = project.inventory_folder / "firms.csv"
    raw = read_csv(path)
    require_valid(check_table(raw, FIRMS, project.shown(path)), DataError)
    return as_table(raw, FIRMS)


def firm_column(firms: pd.DataFrame, column: str) -> dict[str, str]:
    """Return one column of FIRMS by firm."""
    return dict(zip(firms["firm"], firms[column], strict=True))


def firm_labels(firms: pd.DataFrame, language: Language) -> Mapping[str, str]:
    """Return the name of each firm in `language`."""
    return firm_column(firms, language)
