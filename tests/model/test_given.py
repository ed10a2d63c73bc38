"""Parameters as arrays and as dictionaries."""

from __future__ import annotations

import pickle

import pytest

from carbonpath.model.coded import coded_rows
from carbonpath.model.given import Given, Sheets, as_given

DEMAND = {("district", "steel", 2020): 5.0}


def test_arrays_become_a_dictionary_once() -> None:
    given = Given({"demand": coded_rows(DEMAND, 3)}, {"discount_rate": {}})

    assert given["demand"] == DEMAND
    assert given["demand"] is given["demand"]
    assert set(given) == {"demand", "discount_rate"}


def test_a_dictionary_becomes_arrays() -> None:
    given = as_given({"demand": DEMAND})

    assert given.coded("demand").rows() == DEMAND
    assert as_given(given) is given


def test_parameters_are_attributes() -> None:
    sheets = Sheets({"demand": DEMAND})

    assert sheets.demand is DEMAND
    with pytest.raises(AttributeError):
        sheets.supply  # noqa: B018  # reading it is the test


def test_it_can_be_sent_to_another_process() -> None:
    given = Given({"demand": coded_rows(DEMAND, 3)}, {})

    assert pickle.loads(pickle.dumps(given)) == given
