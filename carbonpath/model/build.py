"""Building the Pyomo model of a system."""

from __future__ import annotations

from types import ModuleType

from pyomo.common.gc_manager import PauseGC
from pyomo.environ import ConcreteModel, Constraint, Set

from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.data import ModelData, read_model_data
from carbonpath.model.objective import add_objective
from carbonpath.model.variables import add_variables
from carbonpath.system.system import System


def build_model(system: System, data: ModelData | None = None) -> ConcreteModel:
    """Return the Pyomo model of `system`.

    ``model.data`` has every parameter under its name in the vocabulary (a dictionary from index to number),
    ``model.sets`` its index sets; each variable, constraint and the objective are Pyomo components.

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
        add_variables(model)
        add_objective(model)
        for module in CONSTRAINTS:
            _add_constraint(model, module)
    return model


def _add_constraint(model: ConcreteModel, module: ModuleType) -> None:
    name = module.__name__.rpartition(".")[2]
    places = Set(initialize=module.index(model), ordered=True)
    model.add_component(f"{name}_index", places)
    model.add_component(name, Constraint(places, rule=module.rule))
