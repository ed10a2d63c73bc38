"""Carbon that leaves with the products stays in the table as zero."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError

GUIDELINE = "NDRC-2014-petrochemical"


@pytest.mark.parametrize(
    ("item", "category"),
    [("crude_oil", "1A1b"), ("naphtha", "2B8"), ("lpg", ""), ("crude_steel", ""), ("raw_meal", "")],
    ids=["refinery", "cracker", "declared free of emission", "rolling", "kiln"],
)
def test_feedstock_is_kept_as_zero(row, account, item, category):
    table = account(row("F02", "unit", category, "input", item, 1000, "t"), guideline=GUIDELINE)

    assert [(line["method"], line["item"], line["value"]) for line in table.to_dict("records")] == [
        ("feedstock", item, 0.0)
    ]


def test_clinker_bought_by_a_mill_carries_no_carbon(row, account):
    assert account(row("F06", "mill", "", "input", "clinker", 1000, "t"), guideline=GUIDELINE).empty


def test_coal_is_never_feedstock(row, account):
    coal = row("F02", "gasifier", "", "input", "bituminous", 1000, "t")

    with pytest.raises(DataError) as caught:
        account(coal, guideline=GUIDELINE)

    assert [problem.code for problem in caught.value.problems] == ["CP-350"]
