"""A limit of one technology by year."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.documents import Document
from carbonpath.scenario.limit import Limit, limit_changes
from carbonpath.scenario.site import Site


@pytest.mark.parametrize(
    ("kind", "unit", "shown"),
    [("max_capacity", "MW", "MW"), ("max_new_capacity", "MW", "MW"), ("max_activity", "TWh/y", "TWh")],
)
def test_capacity_and_activity_have_units_of_their_own(district, kind, unit, shown):
    site = Site(district, "capacity", Document(Path("a.yaml"), {}, {}), ())
    limit = Limit(technology="CHP", firm="F04", kind=kind, unit=unit, values={2023: 5}, reason="r", source="s")

    (change,) = limit_changes(site, limit)

    assert (change.parameter, change.value, change.unit) == (kind, 5.0, shown)
    assert change.where == {"region": "q", "technology": "F04.CHP", "year": 2023}
