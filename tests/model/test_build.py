"""Building the Pyomo model."""

from __future__ import annotations

from pyomo.core import Constraint, value
from systems import REGION, coal_cap, one_of_everything

from carbonpath.model.build import build_model
from carbonpath.model.constraints import CONSTRAINTS


def test_the_model_has_every_constraint_under_its_name_in_order() -> None:
    model = build_model(one_of_everything())

    built = [component.local_name for component in model.component_objects(Constraint)]
    assert built == [module.__name__.rpartition(".")[2] for module in CONSTRAINTS]


def test_a_limit_that_is_not_given_has_no_row() -> None:
    model = build_model(coal_cap())

    assert len(model.max_group_activity) == 1
    assert len(model.max_activity) == 0


def test_a_reader_can_look_at_a_row() -> None:
    model = build_model(coal_cap(cap=4.0))

    row = model.max_group_activity[REGION, "coal_use", 2020]
    assert value(row.upper) == 4.0
