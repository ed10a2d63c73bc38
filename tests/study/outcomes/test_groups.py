"""Coal and shares of freight as outcomes."""

from __future__ import annotations

import pytest
from small_studies import ask
from systems import coal_cap, growing_demand, make_system

from carbonpath.core.errors import ScenarioError
from carbonpath.study.outcomes.groups import reading
from carbonpath.system.system import System


def freight() -> System:
    """Return lorries and a railway; the railway is clean."""
    return make_system(
        ["lorry", "rail"],
        {"moved": "equal"},
        {
            "output_activity_ratio": {("lorry", "moved", "1"): 1.0, ("rail", "moved", "1"): 1.0},
            "demand": {("moved",): 10.0},
            "min_group_share": {("clean_freight", "bulk_freight"): 0.2},
        },
        groups={"clean_freight": {"rail": 1.0}, "bulk_freight": {"rail": 1.0, "lorry": 1.0}},
    )


def test_coal_is_the_activity_of_its_group_in_its_unit() -> None:
    found = reading(ask(coal_cap(), indicator="coal"))

    assert found is not None
    assert ([key.place[1] for key in found.sums[0]], found.unit) == (["coal_use"], "Mtce")


def test_a_share_is_the_ratio_of_two_groups() -> None:
    found = reading(ask(freight(), indicator="clean_share"))

    assert found is not None
    assert [key.place[1] for keys in found.sums for key in keys] == ["clean_freight", "bulk_freight"]
    assert found.fold == "ratio"


def test_a_group_that_the_model_does_not_add_up_is_absent() -> None:
    with pytest.raises(ScenarioError) as raised:
        reading(ask(growing_demand(), indicator="coal"))

    assert raised.value.problems[0].value == "coal_use"


def test_parts_and_other_outcomes_are_left_to_others() -> None:
    assert reading(ask(coal_cap(), indicator="coal", firm="F01")) is None
    assert reading(ask(coal_cap(), indicator="total_cost")) is None
