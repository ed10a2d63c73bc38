"""Library entries and fuels find their items."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.indicators.items import OTHER, families, item_of, items_of


@pytest.mark.parametrize(
    ("family", "name", "item"),
    [
        pytest.param("electricity_source", "COAL_CHP_SC350", "coal", id="by a pattern"),
        pytest.param("hydrogen_source", "ELY_GREEN", "electrolysis_green", id="by its full name"),
        pytest.param("steel_route", "BOF_HISCRAP", "bof_high_scrap", id="not by the beginning of another"),
        pytest.param("fuel", "bituminous", "coal", id="a fuel"),
        pytest.param("fuel", "uranium", OTHER, id="what no pattern names"),
    ],
)
def test_item(family, name, item):
    assert item_of(family, name) == item


def test_no_name_of_a_family_is_claimed_twice():
    for items in families().values():
        names = [name for patterns in items.values() for name in patterns]
        assert len(names) == len(set(names))


def test_items_of_a_column_keep_its_rows():
    assert items_of("steel_route", pd.Series(["BOF", "EAF_DRI", "BOF"])).tolist() == ["bf_bof", "dri_eaf", "bf_bof"]
