"""Variables of the model."""

from __future__ import annotations

from systems import one_of_everything
from wider_systems import two_regions

from carbonpath.core.vocabulary import quantity
from carbonpath.model.build import build_model
from carbonpath.model.variables import DECISIONS, VARIABLES


def test_every_family_is_in_the_model_and_in_the_vocabulary() -> None:
    models = build_model(one_of_everything()), build_model(two_regions())

    for family in VARIABLES:
        indices = len(quantity(family.name).indices)
        assert {len(index) for model in models for index in getattr(model, family.name)} == {indices}


def test_decisions_are_the_variables_of_the_vocabulary() -> None:
    assert [name for name in DECISIONS if quantity(name).kind == "variable"] == list(DECISIONS)
