"""What technologies save at a carbon price: alone, one after another, and in all."""

import pytest
from shipped import shipped_system
from systems import make_system

from carbonpath.study.priced import PricedProgramme
from carbonpath.study.technology_curve import trace_technologies

NAMES = ("dirty", "better", "best")


def three_ways():
    """Return 100 Mt of a good, dirty (3 CNY, 1 t), better (5 CNY, 0.5 t, at most 60 Mt) or best (11 CNY, none, 40 Mt).

    At 20 CNY/t better and best do all they may: 60 better, 40 best, 30 Mt and 740 million CNY; without either the rest
    is dirty. Better alone saves 0.5 t for 2 CNY, best alone 1 t for 8 CNY.
    """
    ratios = {(name, "good", "1"): 1.0 for name in NAMES}
    return make_system(
        NAMES,
        {"good": "equal"},
        {
            "output_activity_ratio": ratios,
            "variable_cost": {("dirty", "1"): 3.0, ("better", "1"): 5.0, ("best", "1"): 11.0},
            "emission_activity_ratio": {("dirty", "co2", "1"): 1.0, ("better", "co2", "1"): 0.5},
            "max_activity": {("better",): 60.0, ("best",): 40.0},
            "demand": {("good",): 100.0},
        },
        discount_rate=0.0,
    )


def test_three_ways_by_hand():
    curve = trace_technologies(PricedProgramme(three_ways(), "scope1"), 20.0, NAMES)
    assert (curve.whole.discounted, curve.whole.cost) == (pytest.approx(70.0), pytest.approx(440.0))
    assert {name: saving.unit_cost for name, saving in curve.single.items()} == pytest.approx(
        {"better": 4.0, "best": 8.0}
    )
    assert [name for name, _ in curve.sequential] == ["better", "best"]
    assert curve.operation.discounted == pytest.approx(0.0, abs=1e-9)


def test_a_price_that_pays_for_one_only_leaves_the_other():
    curve = trace_technologies(PricedProgramme(three_ways(), "scope1"), 6.0, NAMES)
    assert [name for name, _ in curve.sequential] == ["better"]
    assert curve.whole.discounted == pytest.approx(30.0)


def test_parts_of_the_shipped_district_add_up_and_none_costs_more_alone_than_the_price():
    system = shipped_system("reference")
    names = system.technologies.loc[system.technologies["role"].isin(["process", "add_on"]), "technology"].to_list()
    programme = PricedProgramme(system, "scope1+import")
    curve = trace_technologies(programme, 150.0, names)
    parts = [saving for _, saving in curve.sequential] + [curve.operation]
    assert sum(saving.cost for saving in parts) == pytest.approx(curve.whole.cost, rel=1e-6)
    assert sum(saving.discounted for saving in parts) == pytest.approx(curve.whole.discounted, rel=1e-6)
    yearly = sum(saving.by_year for saving in parts) - curve.whole.by_year
    assert yearly.abs().max() == pytest.approx(0.0, abs=1e-6)
    costs = [saving.unit_cost for saving in curve.single.values() if saving.unit_cost is not None]
    assert costs
    assert max(costs) <= 150.0 * (1.0 + 1e-6)
    before, after = programme.solve(0.0), programme.solve(150.0)
    assert curve.whole.cost == pytest.approx(after.cost - before.cost, rel=1e-6)
