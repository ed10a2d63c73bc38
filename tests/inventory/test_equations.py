"""Equations read from the prose of the methods."""

from __future__ import annotations

import pytest

from carbonpath.inventory.equations import equation_of
from carbonpath.inventory.methods import METHODS
from carbonpath.inventory.splicing import TECHNIQUES


@pytest.mark.parametrize("method", [method.NAME for method in METHODS])
@pytest.mark.parametrize("gas", ["CO2", "CH4", "N2O"])
def test_every_method_tells_its_equation(method, gas):
    assert "=" in equation_of(method, gas)


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_every_technique_of_splicing_is_told(technique):
    assert equation_of(f"spliced_{technique}", "CO2").startswith(technique)


def test_gases_have_the_equation_of_their_own():
    assert equation_of("coking", "CH4") == "E_CH4 = Q_coke x EF x 10^-3"
    assert equation_of("coking", "CO2").startswith("E = (sum of coal x C - coke x C")
