"""Energy of goods beside the fuels, and what nature adds."""

import pytest

from carbonpath.reference.energy_contents import load_energy_contents
from carbonpath.reference.factors import load_factors


def test_heating_values_that_the_fuel_tables_have_too_agree():
    fuels = load_factors().fuel_factors
    known = fuels[(fuels["property"] == "net_calorific_value") & (fuels["table"] == "general")]
    values = dict(zip(known["fuel"], known["value"], strict=True))
    goods = load_energy_contents().goods

    for good, fuel in {"coal_tar": "coal_tar", "gasoline": "gasoline", "oil_products": "diesel"}.items():
        assert goods[good] == pytest.approx(values[fuel])


def test_heat_of_nature_stays_below_what_carnot_allows():
    ambient = load_energy_contents().ambient

    assert ambient["HP_STEAM"][1] < 423 / 100
    assert ambient["HP_DH"][1] < 353 / 45
    assert ambient["PV_DIST"] == ("sun", 0.16)
