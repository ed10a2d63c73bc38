"""Level and year of the peak as outcomes."""

from __future__ import annotations

import pytest
from small_studies import ask
from systems import growing_demand

from carbonpath.study.outcomes.peak import NAMES, reading


@pytest.mark.parametrize("name", NAMES)
def test_a_peak_is_read_off_the_path_of_every_year(name: str) -> None:
    found = reading(ask(growing_demand(), indicator=name, boundary="scope1"))

    assert found is not None
    assert (found.fold, found.years, len(found.sums)) == (name, (2020, 2021, 2022), 3)
    assert found.unit == ("Mt" if name == "peak_level" else "year")


def test_other_outcomes_are_left_to_others() -> None:
    assert reading(ask(growing_demand(), indicator="total_cost")) is None
