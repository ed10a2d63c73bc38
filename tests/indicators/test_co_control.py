"""Co-control: reductions, elasticities and synergy."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.indicators.co_control import Amounts, compare_amounts
from carbonpath.reference.pollution import load_pollution_equivalents

EQUIVALENTS = load_pollution_equivalents()
BEFORE = Amounts(40.0, {"so2": 10.0, "nox": 20.0, "pm25": 4.0, "voc": 0.0})


def effect(co2, **pollutants):
    """Return the effect of a change from 40 Mt, 10, 20 and 4 kt."""
    return compare_amounts(BEFORE, Amounts(co2, {**BEFORE.pollutants, **pollutants}), EQUIVALENTS)


def test_reductions_and_elasticities_by_hand():
    """10 % less CO2 with 5 % less SO2 and 20 % less NOx: 2 and 0.5 percent of CO2 a percent of each."""
    found = effect(36.0, so2=9.5, nox=16.0)

    assert (found.co2, found.co2_share) == (4.0, 0.1)
    assert found.pollutants["nox"] == 4.0
    assert found.elasticities["so2"] == pytest.approx(2.0)
    assert found.elasticities["nox"] == pytest.approx(0.5)


def test_what_does_not_change_or_is_not_there_has_no_elasticity():
    found = effect(36.0)

    assert found.elasticities["pm25"] is None
    assert found.pollutant_shares["voc"] is None


@pytest.mark.parametrize(
    ("co2", "share", "synergy"),
    [
        (36.0, 0.1, 1.0),
        (36.0, 0.0, 1 / math.sqrt(2)),
        (40.0, 0.1, 1 / math.sqrt(2)),
        (36.0, -0.1, 0.0),
        (44.0, -0.1, -1.0),
    ],
    ids=["both alike", "CO2 only", "pollutants only", "one against the other", "both rise"],
)
def test_synergy(co2, share, synergy):
    found = effect(co2, **{name: amount * (1 - share) for name, amount in BEFORE.pollutants.items()})

    assert found.synergy == pytest.approx(synergy, abs=1e-9)


def test_nothing_changed_has_no_synergy():
    assert effect(40.0).synergy is None


@given(st.floats(0.0, 80.0), st.floats(0.0, 20.0), st.floats(0.0, 40.0))
def test_synergy_lies_between_minus_one_and_one(co2, so2, nox):
    synergy = effect(co2, so2=so2, nox=nox).synergy

    assert synergy is None or -1.0 - 1e-9 <= synergy <= 1.0 + 1e-9
