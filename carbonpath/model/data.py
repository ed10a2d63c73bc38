"""What a model is made from: parameters and sets of a system, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace

from carbonpath.core.errors import VerificationError, require_valid
from carbonpath.model.affine import Model
from carbonpath.model.checks import check_feasible, check_system, require_feasible
from carbonpath.model.parameters import Values, read_parameters
from carbonpath.model.sets import ModelSets, build_sets
from carbonpath.system.system import System


@dataclass(frozen=True, slots=True)
class ModelData:
    """Parameters and index sets of a model; plain Python, fit to be sent to another process."""

    parameters: Mapping[str, Values]
    """Each parameter of the vocabulary: index to number."""
    sets: ModelSets
    """Index sets and neighbourhoods."""

    def attach(self, model: Model) -> None:
        """Give `model` its ``sets`` and, under ``data``, every parameter by name."""
        model.sets = self.sets
        model.data = SimpleNamespace(**self.parameters)


def read_model_data(system: System) -> ModelData:
    """Return parameters and sets of `system`.

    Raises
    ------
    DataError
        CP-212 if a parameter is not finite.
    VerificationError
        CP-710 to CP-716 if the system is incomplete or contradicts itself.
    InfeasibleError
        CP-510, CP-513 or CP-514 if it is plainly impossible.
    """
    parameters = read_parameters(system)
    require_valid(check_system(system, parameters), VerificationError)
    sets = build_sets(system, parameters)
    require_feasible(check_feasible(system, parameters, sets))
    return ModelData(parameters, sets)
