"""What fuels and materials are."""

from __future__ import annotations

import pytest

from carbonpath.reference.factors import load_factors
from carbonpath.reference.fuels import carbon_items, feedstocks, fuels_of, item_label, materials_of

FACTORS = load_factors()


@pytest.mark.parametrize(
    ("item", "label"),
    [("blast_furnace_gas", "高炉煤气"), ("limestone", "石灰石"), ("phlogiston", "phlogiston")],
    ids=["fuel", "material", "unknown"],
)
def test_labels_of_fuels_and_materials(item, label):
    assert item_label(FACTORS, item, "zh") == label


def test_groups():
    assert {"coke_oven_gas", "blast_furnace_gas", "converter_gas", "mixed_works_gas"} <= fuels_of(FACTORS, "coal_gas")
    assert "limestone" in materials_of(FACTORS, "carbonate")
    assert "naphtha" in feedstocks(FACTORS)
    assert "bituminous" not in feedstocks(FACTORS)


@pytest.mark.parametrize("item", ["coke", "mixed_works_gas", "limestone", "pig_iron", "urea", "carbon_dioxide"])
def test_what_carries_carbon(item):
    assert item in carbon_items(FACTORS)


@pytest.mark.parametrize("item", ["hydrogen", "electricity", "clinker", "iron_ore", "calcium_oxide"])
def test_what_carries_none(item):
    assert item not in carbon_items(FACTORS)
