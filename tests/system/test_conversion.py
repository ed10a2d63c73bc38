"""Numbers come in the units of the model; what does not fit is told with its line."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.conversion import converted


def table(*rows: tuple[float, str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["value", "unit"])


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        pytest.param(600.0, "kt/y", "Mt/y", 0.6, id="kt to Mt"),
        pytest.param(86.0, "10^8 tkm/y", "Gtkm/y", 8.6, id="10^8 tkm to Gtkm"),
        pytest.param(55.0, "10^8 CNY/y", "10^10 CNY/y", 0.55, id="10^8 CNY to 10^10 CNY"),
        pytest.param(4000.0, "CNY/kW", "CNY/(MW)", 4e6, id="CNY per kW to CNY per MW"),
        pytest.param(1000.0, "CNY/(t/y)", "CNY/(Mt/y)", 1e9, id="CNY per t/y to CNY per Mt/y"),
        pytest.param(52.0, "Nm3", "1000Nm3", 0.052, id="Nm3 to 1000 Nm3"),
        pytest.param(0.62, "CNY/kWh", "CNY/MWh", 620.0, id="CNY per kWh to CNY per MWh"),
        pytest.param(2.2, "PJ/TWh", "PJ/TWh", 2.2, id="share of unlike groups"),
        pytest.param(80.0, "%", "1", 0.8, id="percent"),
    ],
)
def test_number_in_the_unit_of_the_model(value: float, unit: str, target: str, expected: float) -> None:
    assert converted(table((value, unit)), [target], "f.csv").to_list() == [pytest.approx(expected, rel=1e-12)]


def test_every_unit_that_does_not_fit_is_told_with_its_line() -> None:
    rows = table((1.0, "t"), (1.0, "furlong"), (1.0, "GJ"))

    with pytest.raises(DataError) as caught:
        converted(rows, ["Mt"] * 3, "demand.csv")

    assert [(p.code, p.file, p.place, p.value) for p in caught.value.problems] == [
        ("CP-220", "demand.csv", "unit, line 3", "furlong"),
        ("CP-221", "demand.csv", "unit, line 4", "GJ"),
    ]


def test_index_of_the_file_survives_a_selection() -> None:
    rows = table((1.0, "t"), (2.0, "t"), (3.0, "t"))

    assert converted(rows[rows["value"] > 1], ["kt", "kt"], "f.csv").to_dict() == {1: 0.002, 2: 0.003}
