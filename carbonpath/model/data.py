"""From a system to what its model is made from."""

from __future__ import annotations

from carbonpath.model.prepared import ModelData, prepare
from carbonpath.model.system_parameters import read_parameters
from carbonpath.model.table_checks import check_tables
from carbonpath.system.system import System


def read_model_data(system: System) -> ModelData:
    """Return parameters and sets of `system`.

    Raises
    ------
    DataError
        CP-212 if a parameter is not finite.
    VerificationError
        CP-710 to CP-717 and CP-740 if the system is incomplete or contradicts itself.
    InfeasibleError
        CP-510, CP-513, CP-514 or CP-520 if it is plainly impossible.
    """
    parameters = read_parameters(system)
    return prepare(system.outline(), parameters, check_tables(system, parameters))
