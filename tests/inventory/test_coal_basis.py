"""Carbon of coal brought to the basis on which it is burnt."""

from __future__ import annotations

import pytest


def _coal(row, *properties):
    rows = [row("F04", "", "", "property", name, value, "%") for name, value in properties]
    return (row("F04", "unit", "1A1a", "combusted", "bituminous", 1000, "t"), *rows)


def _carbon(activity):
    return activity.carbon.value[0], activity.carbon.source[0]


def test_from_the_dry_basis(row, prepare):
    """C_d 65 %, M_ar 12 %: 65 x 88 / 100 = 57.2 %."""
    value, source = _carbon(
        prepare(*_coal(row, ("bituminous_carbon_dry", 65), ("bituminous_moisture_as_received", 12)))
    )

    assert value == pytest.approx(0.572)
    assert source.startswith("C_ar 0.572")
    assert "moisture_as_received" in source


def test_from_the_air_dried_basis(row, prepare):
    """C_ad 62 %, M_ad 3 %, M_ar 12 %: 62 x 88 / 97 = 56.25 %."""
    value, _ = _carbon(
        prepare(
            *_coal(
                row,
                ("bituminous_carbon_air_dried", 62),
                ("bituminous_moisture_as_received", 12),
                ("bituminous_moisture_air_dried", 3),
            )
        )
    )

    assert value == pytest.approx(0.62 * 0.88 / 0.97)


def test_carbon_as_received_that_the_firm_gives_stays(row, prepare):
    rows = _coal(row, ("bituminous_carbon_dry", 65), ("bituminous_moisture_as_received", 12))
    value, _ = _carbon(prepare(*rows, row("F04", "", "", "carbon_content_mass", "bituminous", 0.5, "tC/t")))

    assert value == 0.5


def test_without_moisture_nothing_follows(row, prepare):
    value, source = _carbon(prepare(*_coal(row, ("bituminous_carbon_dry", 65)), guideline="CETS-AG-01.01-2022"))

    assert value == pytest.approx(23.076 * 0.02618)
    assert "C_ar" not in source
