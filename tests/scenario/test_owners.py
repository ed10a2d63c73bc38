"""A district's number for a technology that several firms have, broken down to the firms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from systems import make_system

from carbonpath.core.documents import Document
from carbonpath.core.errors import ScenarioError
from carbonpath.scenario.owners import owner_shares
from carbonpath.scenario.site import Site


@pytest.fixture
def parts():
    """Return a function that tells the parts of firms in a technology, given what stands in which year."""

    def _parts(standing, name="EAF"):
        names = {"F01.EAF": "Mt/y", "F02.EAF": "Mt/y", "F01.BF": "Mt/y", "F02.BF": "Mt/y", "F02.FAN": "MW"}
        system = make_system(names, {"steel": "equal"}, {"residual_capacity": standing}, years=(2020, 2021))
        full = system.technologies["technology"].str.split(".", expand=True)
        owned = system.technologies.assign(firm=full[0], library_id=full[1], sector="steel")
        site = Site(replace(system, technologies=owned), "capacity", Document(Path("a.yaml"), {}, {}), ())
        return {technology.name: share for technology, share in owner_shares(site, name)}

    return _parts


def test_parts_follow_what_stands_in_the_first_year(parts):
    found = parts({("F01.EAF", 2020): 3.0, ("F02.EAF", 2020): 1.0, ("F02.EAF", 2021): 9.0, ("F02.BF", 2020): 8.0})

    assert found == pytest.approx({"F01.EAF": 0.75, "F02.EAF": 0.25})


def test_parts_of_what_nobody_has_follow_the_size_of_the_firm_in_its_sector(parts):
    # measured in Mt/y: the 500 MW of fans are no part of it
    found = parts({("F01.BF", 2020): 2.0, ("F02.BF", 2020): 8.0, ("F02.FAN", 2020): 500.0})

    assert found == pytest.approx({"F01.EAF": 0.2, "F02.EAF": 0.8})


def test_parts_are_equal_where_nothing_tells_how_large_a_firm_is(parts):
    assert parts({}) == {"F01.EAF": 0.5, "F02.EAF": 0.5}


def test_the_only_owner_has_all_of_it(parts):
    assert parts({("F01.EAF", 2020): 3.0}, "F01.EAF") == {"F01.EAF": 1.0}


def test_what_several_firms_buy_is_no_number_of_the_district(district):
    site = Site(district, "capacity", Document(Path("a.yaml"), {}, {}), ("technology",))

    with pytest.raises(ScenarioError) as caught:
        owner_shares(site, "BUY.steam_coal")

    (problem,) = caught.value.problems
    assert (problem.code, problem.value, problem.details["known"]) == ("CP-445", "BUY.steam_coal", "F01, F04")
