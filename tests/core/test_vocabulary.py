"""Looking a name up in the vocabulary (its completeness: tests/architecture/test_vocabulary.py)."""

import pytest

from carbonpath.core.vocabulary import parameter_names, quantities, quantity


def test_label_in_either_language():
    assert (quantity("demand").label("zh"), quantity("demand").label("en")) == ("需求", "demand")


def test_unknown_name_is_a_bug():
    with pytest.raises(KeyError):
        quantity("fuel_demand")


def test_parameters_are_those_of_kind_parameter():
    assert {quantities()[name].kind for name in parameter_names()} == {"parameter"}
