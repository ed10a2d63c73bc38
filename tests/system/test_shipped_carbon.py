"""Carbon of the shipped technologies closes."""

from __future__ import annotations

import pytest
from shipped import shipped_base

from carbonpath.system.carbon_balance import check_carbon_balance

pytestmark = pytest.mark.slow


def test_no_shipped_technology_makes_carbon() -> None:
    """The converters too, with the dolomite that they burn (CP-228)."""
    _, base = shipped_base()

    assert check_carbon_balance(base.calibrated.district, base.calibrated.carbon) == []
    assert not [problem for problem in base.problems if problem.code in ("CP-228", "CP-363")]
