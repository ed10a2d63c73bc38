"""Names in a scenario file, and what they mean in the system."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.documents import Document
from carbonpath.core.errors import ScenarioError
from carbonpath.scenario.names import find_commodity, find_group, find_technology, nearest
from carbonpath.scenario.site import Site


@pytest.fixture
def site(district):
    return Site(district, "capacity", Document(Path("a.yaml"), {}, {}), ())


@pytest.mark.parametrize(
    ("name", "firm", "found"),
    [
        ("F01.BF_STD", "", "F01.BF_STD"),
        ("BF_STD", "", "F01.BF_STD"),
        ("BF_STD", "F01", "F01.BF_STD"),
        ("F03.CHP", "F03", "F03.CHP"),
        ("BUY.coking_coal", "", "F01.BUY.coking_coal"),
        ("BUY.electricity_green", "", "BUY.electricity_green"),
    ],
)
def test_technology_is_found_with_or_without_its_owner(site, name, firm, found):
    assert find_technology(site, name, firm).name == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("steel_product", "F01.steel_product"), ("F03.steam", "F03.steam"), ("freight_bulk", "freight_bulk")],
)
def test_commodity_is_found_with_or_without_its_firm(site, name, found):
    assert find_commodity(site, name)[0] == found


def test_group_of_several_members_is_not_one_of_them(site):
    with pytest.raises(ScenarioError) as caught:
        find_group(site, "F03.CHP")

    assert caught.value.problems[0].code == "CP-447"


def test_nearest_is_blank_if_nothing_is_like_it():
    assert nearest("coal_capp", ["coal_cap", "price"]) == "coal_cap"
    assert nearest("xyz", ["coal_cap", "price"]) == ""
