"""Residuals are what the inventory has and the model has not."""

from __future__ import annotations

from carbonpath.system.calibration import Calibration, residual_name, with_residuals


def test_residual_is_inventory_less_model() -> None:
    found = with_residuals(
        Calibration(base_activity={"F01.OVEN": 5.0}),
        {"F02": 1.0, "F01": 10.0, "F03": 3.0},
        {"F01": 9.5, "F02": 1.0 + 1e-12},
        {"F01": "steel", "F02": "glass", "F03": "power"},
    )

    assert dict(found.residuals) == {("F01", "steel"): 0.5, ("F03", "power"): 3.0}
    assert found.base_activity == {"F01.OVEN": 5.0}


def test_residual_has_a_technology_of_its_firm() -> None:
    assert residual_name("F01") == "F01.RESIDUAL"
