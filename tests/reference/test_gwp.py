"""Global warming potentials by metric."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.reference.factors import load_factors
from carbonpath.reference.gwp import gwp_by_gas, gwp_metrics


@pytest.mark.parametrize(
    ("metric", "methane", "nitrous_oxide"),
    [("AR2GWP100", 21, 310), ("AR4GWP100", 25, 298), ("AR5GWP100", 28, 265), ("AR6GWP100", 27.9, 273)],
)
def test_values_of_each_report(metric, methane, nitrous_oxide):
    values = gwp_by_gas(load_factors(), metric)

    assert (values["CO2"], values["CH4"], values["N2O"]) == (1, methane, nitrous_oxide)


def test_metrics_are_listed():
    assert gwp_metrics(load_factors()) == ("AR2GWP100", "AR4GWP100", "AR5GWP100", "AR6GWP100")


def test_an_unknown_metric_names_those_that_are_known():
    with pytest.raises(DataError) as caught:
        gwp_by_gas(load_factors(), "AR7GWP100")

    told = caught.value.problems[0].told("en")
    assert told["code"] == "CP-310"
    assert "AR5GWP100" in told["expected"]
