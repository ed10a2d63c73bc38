"""Small activity tables for the tests of the inventory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table
from carbonpath.inventory.activity import Activity, prepare_activity
from carbonpath.inventory.build import build_inventory
from carbonpath.inventory.specification import Specification
from carbonpath.reference.factors import Factors, load_factors

Row = dict[str, Any]


def _row(
    firm: str,
    facility: str,
    category: str,
    activity: str,
    item: str,
    value: float,
    unit: str,
    counterparty: str = "",
    **other: Any,
) -> Row:
    names = {"firm": firm, "facility": facility, "category": category, "activity": activity, "item": item}
    where = f"{firm}.xlsx!{facility or 'firm'}!{activity} {item} {counterparty}".strip()
    given = {"value": value, "unit": unit, "counterparty": counterparty, "year": 2020}
    return {"sector": "steel", "quality": "measured", "source": where, **names, **given, **other}


@pytest.fixture(scope="session")
def factors() -> Factors:
    """Return the shipped reference tables."""
    return load_factors()


@pytest.fixture(scope="session")
def row() -> Callable[..., Row]:
    """Return a maker of one ACTIVITY row, whose cell is named after what stands in it."""
    return _row


@pytest.fixture(scope="session")
def table() -> Callable[..., pd.DataFrame]:
    """Return a maker of ACTIVITY from rows."""
    return lambda *rows: as_table(list(rows), ACTIVITY)


@pytest.fixture(scope="session")
def prepare(factors: Factors) -> Callable[..., Activity]:
    """Return a maker of prepared activity from rows, all firms under one guideline unless told otherwise."""

    def prepared(*rows: Row, guideline: str = "CETS-AG-03.01-V01-2024", **rules: Any) -> Activity:
        specification = Specification(default_guideline=guideline, **rules)
        return prepare_activity(as_table(list(rows), ACTIVITY), factors, specification)

    return prepared


@pytest.fixture(scope="session")
def account(factors: Factors) -> Callable[..., pd.DataFrame]:
    """Return a maker of EMISSIONS from rows, all firms under one guideline unless told otherwise."""

    def accounted(*rows: Row, guideline: str = "CETS-AG-03.01-V01-2024", **rules: Any) -> pd.DataFrame:
        specification = Specification(default_guideline=guideline, **rules)
        return build_inventory(as_table(list(rows), ACTIVITY), factors, specification)

    return accounted
