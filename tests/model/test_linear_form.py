"""Derived quantities as sums over columns."""

from __future__ import annotations

import pytest
from systems import growing_demand, one_of_everything

from carbonpath.model.compiled import Key
from carbonpath.model.data import read_model_data
from carbonpath.model.linear_form import FORMS, linear_forms, places_of, told_form
from carbonpath.model.rows import compile_data
from carbonpath.model.solution import result_table
from carbonpath.model.solve import solve

REGION = "district"


def test_every_form_has_the_amount_that_the_result_table_tells() -> None:
    system = one_of_everything()
    data = read_model_data(system)
    compiled = compile_data(data)
    solution = solve(compiled)
    table = result_table(solution, compiled, data, system, "base").set_index(["quantity", "technology", "year"])[
        "value"
    ]

    keys = [Key("capital_investment", (REGION, "plant", 2020)), Key("new_capacity", (REGION, "plant", 2020))]
    amounts = linear_forms(compiled, data, keys).at(solution.values)

    assert amounts == pytest.approx([table[key.family, "plant", 2020] for key in keys])
    assert amounts[1] > 0.0


def test_the_cost_of_all_is_the_objective() -> None:
    data = read_model_data(one_of_everything())
    compiled = compile_data(data)
    solution = solve(compiled)

    forms = linear_forms(compiled, data, [Key("total_discounted_cost", (REGION,))])

    assert forms.at(solution.values) == pytest.approx([solution.objective])


@pytest.mark.parametrize("name", FORMS)
def test_every_quantity_has_forms_at_its_places(name: str) -> None:
    data = read_model_data(one_of_everything())
    compiled = compile_data(data)
    keys = [Key(name, place) for place in places_of(data, name)]

    forms = linear_forms(compiled, data, keys)

    assert forms.matrix.shape == (len(keys), len(compiled.columns))
    assert forms.keys == tuple(keys)


def test_a_variable_that_nothing_mentions_is_nothing() -> None:
    data = read_model_data(growing_demand())
    compiled = compile_data(data)

    forms = linear_forms(compiled, data, [Key("new_capacity", (REGION, "dirty", 2021))])

    assert (forms.matrix.nnz, forms.constant.tolist()) == (0, [0.0])


def test_a_quantity_without_forms_is_no_quantity_of_the_model() -> None:
    with pytest.raises(KeyError):
        places_of(read_model_data(growing_demand()), "gdp_intensity")


def test_the_index_of_a_form_is_told_by_dimension() -> None:
    told = told_form(Key("new_capacity", (REGION, "plant", 2020)))

    assert told == {"region": REGION, "technology": "plant", "year": 2020}
