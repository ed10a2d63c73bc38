"""Building the Pyomo model of a system: what people inspect, print and extend."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from pyomo.common.gc_manager import PauseGC
from pyomo.core import ConcreteModel, Constraint, NonNegativeIntegers, NonNegativeReals, Objective, Reals, Set, Var
from pyomo.core.expr import LinearExpression

from carbonpath.model import objective
from carbonpath.model.affine import Relation, Terms
from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.data import read_model_data
from carbonpath.model.prepared import ModelData
from carbonpath.model.variables import VARIABLES
from carbonpath.system.system import System

DOMAINS = {"not negative": NonNegativeReals, "any": Reals, "whole": NonNegativeIntegers}
"""Pyomo domain of each kind of variable."""


def build_model(system: System, data: ModelData | None = None) -> ConcreteModel:
    """Return the Pyomo model of `system`.

    ``model.data`` has every parameter under its name in the vocabulary (a dictionary from index to number),
    ``model.sets`` its index sets; each variable, constraint and the objective are Pyomo components. The arrays that are
    solved come from the same rules without it (`carbonpath.model.rows`); what is added to the model is part of the
    arrays that `carbonpath.model.compile.compile_model` makes of it.

    Parameters
    ----------
    system
        The system.
    data
        What `read_model_data` returned for it; read anew if not given.

    Raises
    ------
    CarbonpathError
        What `read_model_data` raises.
    """
    with PauseGC():
        model = ConcreteModel(name=system.name)
        (data or read_model_data(system)).attach(model)
        for family in VARIABLES:
            places = _add_places(model, family.name, family.places(model.sets))
            model.add_component(family.name, Var(places, domain=DOMAINS[family.domain]))
        model.total_discounted_cost = Objective(expr=_linear(objective.rule(model).terms))
        for module in CONSTRAINTS:
            _add_constraint(model, module)
    return model


def _add_places(model: ConcreteModel, name: str, places: Any) -> Set:
    found = Set(initialize=places, ordered=True)
    model.add_component(f"{name}_index", found)
    return found


def _add_constraint(model: ConcreteModel, module: ModuleType) -> None:
    name = module.__name__.rpartition(".")[2]

    def rule(model: ConcreteModel, *place: Any) -> Any:
        return _relational(module.rule(model, *place))

    model.add_component(name, Constraint(_add_places(model, name, module.index(model)), rule=rule))


def _relational(row: Relation) -> Any:
    body = _linear(row.terms)
    if row.lower == row.upper:
        return body == row.upper
    return body <= row.upper if row.upper < float("inf") else body >= row.lower


def _linear(terms: Terms) -> LinearExpression:
    return LinearExpression(
        linear_coefs=[coefficient for coefficient, _ in terms], linear_vars=[variable for _, variable in terms]
    )
