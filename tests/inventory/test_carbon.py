"""Carbon and energy per unit of amount, by the hierarchy of factors."""

from __future__ import annotations

import pytest

from carbonpath.inventory.oxidation import oxidation_factor


def _carbon(activity):
    return activity.carbon.value, activity.carbon.tier, activity.carbon.source


def test_the_hierarchy_from_measured_carbon_to_the_general_table(row, prepare):
    """C_ar 0.7; 28 x 0.02541 with a measured heating value; both defaults of the guideline; a general material."""
    activity = prepare(
        row("F01", "a", "1A1c", "input", "washed_coal", 1, "t"),
        row("F01", "b", "1A1c", "input", "washed_coal", 1, "t"),
        row("F01", "c", "1A1c", "input", "washed_coal", 1, "t"),
        row("F01", "c", "2C1", "input", "electrode", 1, "t"),
        row("F01", "a", "", "carbon_content_mass", "washed_coal", 0.7, "tC/t"),
        row("F01", "b", "", "net_calorific_value", "washed_coal", 28, "GJ/t"),
    )

    value, tier, source = _carbon(activity)
    by_facility = dict(zip(zip(activity.rows["facility"], activity.rows["item"], strict=True), range(4), strict=True))
    a, b, c = (by_facility[name, "washed_coal"] for name in "abc")
    electrode = by_facility["c", "electrode"]
    assert value[a] == pytest.approx(0.7)
    assert value[b] == pytest.approx(28 * 0.02541)
    assert value[c] == pytest.approx(26.344 * 0.02541)
    assert value[electrode] == pytest.approx(3.663 * 12 / 44)
    assert list(tier[[a, b, c, electrode]]) == [3, 2, 2, 2]
    assert source[b].startswith("NCV 28.0 GJ/t (measured: ")
    assert "cets_ag_03_01_v01_2024, Appendix A, Table A.1; seen)" in source[c]


def test_defaults_of_ipcc_are_of_the_first_tier(row, prepare):
    _, tier, _ = _carbon(prepare(row("F01", "a", "1A2a", "combusted", "bituminous", 1, "t"), guideline="IPCC-2006"))

    assert list(tier) == [1]


def test_an_assumed_number_is_of_the_first_tier(row, prepare):
    """The default of the hydrogen-rich off-gas is assumed."""
    _, tier, source = _carbon(prepare(row("F03", "a", "1A2c", "combusted", "hydrogen_rich_off_gas", 1, "t")))

    assert list(tier) == [1]
    assert "assumed" in source[0]


def test_gas_in_tonnes_finds_the_table_in_tonnes_only(row, prepare):
    """IPCC gives gas per tonne (48.0 GJ/t), CETS per volume: each knows its own unit."""
    gas = row("F01", "a", "1A2a", "combusted", "natural_gas", 1, "t")

    ipcc, _, _ = _carbon(prepare(gas, guideline="IPCC-2006"))
    steel, _, _ = _carbon(prepare(gas))

    assert ipcc[0] == pytest.approx(48.0 * 0.0153)
    assert steel[0] != steel[0]


def test_oxidation_is_measured_or_by_the_guideline(row, prepare):
    rows = (
        row("F01", "a", "1A2a", "combusted", "bituminous", 1, "t"),
        row("F01", "b", "1A2a", "combusted", "bituminous", 1, "t"),
        row("F01", "a", "", "oxidation_factor", "bituminous", 98.5, "%"),
    )

    def share(guideline):
        activity = prepare(*rows, guideline=guideline)
        return list(activity.dealt(oxidation_factor(activity.keys, activity.evidence)).value)

    assert share("CETS-AG-03.01-V01-2024") == pytest.approx([0.985, 1.0])
    assert share("NDRC-2013-chemical") == pytest.approx([0.985, 0.93])
