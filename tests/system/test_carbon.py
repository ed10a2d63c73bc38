"""Carbon of a commodity: the firm's own number before the default."""

from __future__ import annotations

import pytest

from carbonpath.system.carbon import NO_CARBON, Carbon, CarbonTable

TABLE = CarbonTable({"coal": Carbon(0.1, 0.9, "default")}, {("F01", "coal"): Carbon(0.2, 0.5, "measured")})


def test_measured_carbon_comes_before_the_default() -> None:
    assert TABLE.of("F01", "coal").source == "measured"
    assert TABLE.of("F02", "coal").source == "default"


def test_what_nobody_knows_holds_none() -> None:
    assert TABLE.of("F01", "iron") is NO_CARBON
    assert (TABLE.knows("F01", "iron"), TABLE.knows("F01", "coal"), TABLE.knows("F02", "coal")) == (False, True, True)


def test_burning_releases_the_oxidised_part() -> None:
    assert TABLE.of("F01", "coal").burnt == pytest.approx(0.1)
